"""Relationship tables: one row is one claim that a fact holds between two nodes."""

from __future__ import annotations

from lichain.model import Value
from lichain.schema import RelationshipType, Schema
from lichain.seed import cells, evidence
from lichain.seed.evidence import Evidence
from lichain.seed.facts import Fact, Facts, key_of
from lichain.seed.faults import Faults, shown
from lichain.seed.references import References
from lichain.seed.table import Row, Table


def read_relationships(
    schema: Schema,
    kind: RelationshipType,
    table: Table,
    refs: References,
    sources: Evidence,
    facts: Facts,
) -> None:
    """Adds the facts of one table to `facts`; what is at fault is left out."""
    faults = facts.faults
    properties = cells.tabled(kind.properties)
    ends = ("from",) if kind.end == ("Source",) else ("from", "to")
    known = (*ends, *properties, *evidence.COLUMNS)
    needed = (*ends, *cells.required(properties), *evidence.NEEDED)
    if not cells.check_columns(table, known, needed, faults):
        return
    for row in table.rows:
        before = faults.count
        start = refs.read(row, "from", kind.start, faults)
        end = sources.source(row) if len(ends) == 1 else refs.read(row, "to", kind.end, faults)
        found = cells.read_cells(schema, row, properties, faults)
        found |= _references(kind, row, refs, faults)
        if start is None or end is None or faults.count > before:
            sources.read(row, "", faults)
            continue
        key = _key(kind, start, end, found)
        claim = sources.read(row, key, faults)
        same = _same_ends(kind, row, start, end, faults)
        if claim and not same:
            facts.add(key, Fact(kind.name, start, end, found), claim)


def _key(kind: RelationshipType, start: str, end: str, found: dict[str, Value]) -> str:
    return key_of(
        kind.name, start, end, {name: found[name] for name in kind.identity if name in found}
    )


def _references(
    kind: RelationshipType, row: Row, refs: References, faults: Faults
) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for name, prop in kind.properties.items():
        if prop.type == "ref" and row.get(name):
            target = refs.read(row, name, prop.to, faults)
            if target is not None:
                found[name] = target
    return found


def _same_ends(kind: RelationshipType, row: Row, start: str, end: str, faults: Faults) -> bool:
    if start != end:
        return False
    faults.add(
        row.file,
        row.line,
        "to",
        f"{shown(row.get('to'))} is {end!r}, the same node as `from`; {kind.name} needs two nodes",
    )
    return True
