"""Reconciles Neo4j with the tables, and runs the queries that must return nothing."""

from __future__ import annotations

from dataclasses import dataclass

from lichain import resources
from lichain.loader import constraints
from lichain.loader.plan import Plan, compare
from lichain.loader.state import State, read_state
from lichain.model import Record, count_types
from lichain.schema import Schema
from lichain.store import Store

_EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Count:
    """How many of a type the tables say, and how many Neo4j holds."""

    type: str
    record: int
    graph: int


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that the graph breaks: how often, and a few of the rows."""

    rule: str
    rows: int
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """`counts` by type, the plan that is left (empty where all agrees), and broken rules."""

    counts: tuple[Count, ...]
    left: Plan
    findings: tuple[Finding, ...]

    @property
    def good(self) -> bool:
        """Whether Neo4j holds just what the tables say, and breaks no rule."""
        return self.left.size == 0 and not self.findings


def verify(schema: Schema, store: Store, record: Record) -> Verdict:
    """Counts, compares and checks; reads only."""
    state = read_state(schema, store)
    findings = (*_lacking(schema, store), *_findings(store))
    return Verdict(_counts(record, state), compare(record, state), findings)


def _counts(record: Record, state: State) -> tuple[Count, ...]:
    wanted = record.counts()
    there = count_types(
        (standing.thing for standing in state.nodes),
        (standing.thing for standing in state.relationships),
    )
    return tuple(Count(kind, wanted[kind], there[kind]) for kind in sorted({*wanted, *there}))


def _lacking(schema: Schema, store: Store) -> list[Finding]:
    names = [index.name for index in constraints.lacking(schema, constraints.there(store))]
    return [Finding("index_missing", len(names), tuple(names[:_EXAMPLES]))] if names else []


def _findings(store: Store) -> list[Finding]:
    found = []
    for path in sorted((resources.folder("cypher") / "verify").glob("*.cypher")):
        rows = list(store.rows(path.read_text(encoding="utf-8")))
        if rows:
            examples = tuple(", ".join(map(str, row)) for row in rows[:_EXAMPLES])
            found.append(Finding(path.stem, len(rows), examples))
    return found
