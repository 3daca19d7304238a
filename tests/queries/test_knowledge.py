"""Coverage, conflicts and what is stale: Neo4j against the same worked out in plain Python."""

from __future__ import annotations

from typing import Any

import pytest

from lichain.queries import run
from lichain.render.folding import folded

from . import knowledge
from .conftest import World
from .test_oracle import Row, any_of, ask, ids

pytestmark = pytest.mark.neo4j


def known(row: Row) -> tuple[Any, ...]:
    names = ("subject", "matter", "state", "facts", "recorded", "looked")
    return tuple(ids(row[name]) for name in names)


def agree(world: World, **given: Any) -> int:
    expected = knowledge.coverage(world.facts, **given)
    assert sorted(map(known, ask(world, "coverage", **given)), key=repr) == expected, given
    return len(expected)


@pytest.mark.parametrize("level", ["country", "province", "prefecture", "zone"])
def test_segments_by_region(world: World, level: str) -> None:
    assert agree(world, level=level) > 0
    for where in any_of(world, "Region")[:8]:
        agree(world, level=level, where=where)


def test_segments_by_region_for_one_segment(world: World) -> None:
    for segment in any_of(world, "Segment"):
        agree(world, segment=segment)


def test_directions_by_enterprise(world: World) -> None:
    assert agree(world, of="enterprises") == 8 * len(world.facts.of_type("Enterprise"))
    for enterprise in any_of(world, "Enterprise")[1:6]:
        assert agree(world, enterprise=enterprise) == 8
    for where in any_of(world, "Region")[:6]:
        agree(world, of="enterprises", where=where)
    for segment in any_of(world, "Segment")[:6]:
        agree(world, of="enterprises", segment=segment)


def test_a_state_rests_on_evidence_or_says_that_nobody_looked(world: World) -> None:
    rows = ask(world, "coverage", of="enterprises")
    for row in rows:
        assert bool(row["evidence"]) == (row["state"] != "not_looked_into")


def test_a_folded_answer_loses_no_cell(world: World) -> None:
    result = run("coverage", world.store, of="enterprises")
    few = folded(result, "en")
    assert len(few.rows) == len(world.facts.of_type("Enterprise"))
    states = [column.name for column in few.question.columns[1:-1]]
    cells = sum(len([x for x in row.values[s] if x != "—"]) for row in few.rows for s in states)
    assert cells == len(result.rows)


def pair(row: Row) -> tuple[Any, ...]:
    if row["kind"] == "number":
        return "number", row["one"].id, row["other"].id
    return row["kind"], *[link.key for link in row["evidence"]]


def told(rows: list[Row]) -> list[tuple[Any, ...]]:
    found = [pair(row) for row in rows]
    return sorted(
        [
            (kind, *sorted(keys)) if kind == "head_office" else (kind, *keys)
            for kind, *keys in found
        ],
        key=repr,
    )


def test_conflicts(world: World) -> None:
    rows = ask(world, "conflicts")
    assert told(rows) == knowledge.conflicts(world.facts)
    for row in rows:
        assert row in ask(world, "conflicts", what=row["subject"].id)


@pytest.mark.parametrize("before", ["2020-01-01", "2024-06-30", "2026-01-01", "2027-12-31"])
def test_stale(world: World, before: str) -> None:
    def key(row: Row) -> tuple[Any, ...]:
        due = row["reason"] == "target_passed"
        return row["reason"], (row["matter"][0].id if due else row["evidence"][0].key)

    rows = ask(world, "stale", before=before)
    assert sorted(map(key, rows), key=repr) == knowledge.stale(world.facts, before)
    for what in any_of(world, "Enterprise")[1:4]:
        rows = ask(world, "stale", before=before, what=what)
        assert sorted(map(key, rows), key=repr) == knowledge.stale(world.facts, before, what)
