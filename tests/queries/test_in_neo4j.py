"""Every question in a real Neo4j: its example answers, its plan is sound, its rows are as told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import neo4j
import pytest

from lichain.local import Address
from lichain.model import Node, Relationship
from lichain.queries import Question, catalogue, run
from lichain.result import Result
from lichain.store import Store

from .text import statement

pytestmark = pytest.mark.neo4j
QUESTIONS = list(catalogue().values())
OPTIONAL = [q for q in QUESTIONS if not any(p.required for p in q.parameters)]
WHOLE = {
    "claims_of_source", "policy_gaps", "shares_of", "strengths_of", "substitutes_for", "what_stops",
}  # fmt: skip
"""They need what lies around the thing too: all segments, everybody's stakes, all regions to compare
with, all supply (whose product and place are properties); or a source that is named by a property."""
STARTING = [
    q
    for q in QUESTIONS
    if any(p.required and p.types != ("since",) for p in q.parameters) and q.name not in WHOLE
]
COUNTING = [q for q in QUESTIONS if any(p.types == ("integer",) for p in q.parameters)]
each = pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)

Plan = dict[str, Any]


@pytest.fixture(scope="module")
def driver(loaded: Store, neo4j_server: Address) -> Iterator[neo4j.Driver]:
    auth = (neo4j_server.user, neo4j_server.password)
    with neo4j.GraphDatabase.driver(
        neo4j_server.uri, auth=auth, notifications_min_severity="OFF"
    ) as driver:
        # Straight after a first load the planner takes the indexes for empty and scans them.
        driver.execute_query("CALL db.prepareForReplanning(60)")
        yield driver


def values_of(question: Question, *, example: bool) -> dict[str, Any]:
    given = question.example if example else {}
    return {p.name: given.get(p.name, p.default) for p in question.parameters}


@each
def test_the_example_has_an_answer(question: Question, loaded: Store) -> None:
    result = run(question.name, loaded, **question.example)
    assert result.rows
    assert list(result.rows[0].values) == [c.name for c in question.columns if c.name != "evidence"]
    check_values(question, result)
    check_evidence(question, result)
    again = run(question.name, loaded, **question.example)
    assert again.rows == result.rows


@pytest.mark.parametrize("question", OPTIONAL, ids=lambda question: question.name)
def test_everything_may_be_left_out(question: Question, loaded: Store) -> None:
    result = run(question.name, loaded)
    assert result.rows
    check_values(question, result)
    check_evidence(question, result)
    rows = [str(sorted(row.values.items(), key=str)) + str(row.evidence) for row in result.rows]
    assert len(set(rows)) == len(rows), "a row stands twice"


def check_values(question: Question, result: Result) -> None:
    """Codes have words, and numbers, texts and things are of our own types."""
    plain = (str, int, float, bool, Node, Relationship, type(None))
    for row in result.rows:
        for column in question.columns:
            value = row.values.get(column.name)
            assert all(
                isinstance(x, plain) for x in (value if isinstance(value, list) else [value])
            )
            if column.terms and isinstance(value, str):
                assert value in column.terms, f"{column.name}: {value}"


def check_evidence(question: Question, result: Result) -> None:
    """Every row names its claims, and every claim a source that is at hand."""
    if not any(column.name == "evidence" for column in question.columns):
        return
    for row in result.rows:
        source = question.name == "around" and row.values["node"].type == "Source"
        if not source and row.values.get("state") not in ("not_looked_into", "none"):
            assert row.evidence, row.values
            assert row.confidence in ("disclosed", "reported", "inferred")
        assert all(one.source in result.sources for one in row.evidence)


@pytest.mark.parametrize("question", COUNTING, ids=lambda question: question.name)
def test_numbers_may_come_as_the_browser_sends_them(
    question: Question, driver: neo4j.Driver
) -> None:
    """Neo4j Browser's `:param {tiers: 3}` makes 3.0 of 3."""
    values = values_of(question, example=True)
    floats = {k: float(v) if isinstance(v, int) else v for k, v in values.items()}
    assert len(records(driver, question, floats)) == len(records(driver, question, values))


def records(driver: neo4j.Driver, question: Question, values: dict[str, Any]) -> list[neo4j.Record]:
    return driver.execute_query(question.cypher, values).records


@pytest.mark.parametrize(
    ("question", "example"),
    [*((q, True) for q in QUESTIONS), *((q, False) for q in OPTIONAL if q.parameters)],
    ids=lambda value: value.name if isinstance(value, Question) else f"example={value}",
)
def test_the_plan(question: Question, example: bool, driver: neo4j.Driver) -> None:
    summary = explain(driver, question, example=example)
    assert summary.query_type == "r"
    for step in steps(plan_of(summary)):
        kind = step["operatorType"].partition("@")[0]
        assert "AllNodesScan" not in kind
        assert "AllRelationshipsScan" not in kind
        assert "Eager" not in kind or "Aggregation" in kind, "a read that waits for writes"
        if kind == "CartesianProduct":
            assert all(leaf.startswith("NodeUniqueIndexSeek") for leaf in leaves(step))


@pytest.mark.parametrize("question", STARTING, ids=lambda question: question.name)
def test_a_thing_asked_for_by_id_is_looked_up(question: Question, driver: neo4j.Driver) -> None:
    """A question that needs a thing starts at it, not at all things of its type."""
    scans = [
        leaf for leaf in leaves(plan_of(explain(driver, question, example=True))) if "Scan" in leaf
    ]
    assert not scans


@each
def test_it_runs_in_the_next_cypher_too(question: Question, driver: neo4j.Driver) -> None:
    if driver.get_server_info().agent.rpartition("/")[2].startswith("5."):
        pytest.skip("Neo4j 5 knows Cypher 5 only")
    values = values_of(question, example=True)
    assert driver.execute_query(f"EXPLAIN CYPHER 25 {statement(question)}", values).keys


def explain(driver: neo4j.Driver, question: Question, *, example: bool) -> neo4j.ResultSummary:
    values = values_of(question, example=example)
    return driver.execute_query("EXPLAIN " + question.cypher, values).summary


def plan_of(summary: neo4j.ResultSummary) -> Plan:
    plan: Any = summary.plan
    assert plan
    found: Plan = plan
    return found


def steps(plan: Plan) -> Iterator[Plan]:
    yield plan
    for child in plan.get("children", []):
        yield from steps(child)


def leaves(plan: Plan) -> list[str]:
    return [step["operatorType"] for step in steps(plan) if not step.get("children")]
