"""Node tables: one row is one node, and the claim that it exists as the row says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lichain.model import Claim, Value
from lichain.schema import NodeType, Schema, values
from lichain.seed import cells, evidence
from lichain.seed.evidence import Evidence
from lichain.seed.facts import key_of
from lichain.seed.faults import Faults, shown
from lichain.seed.table import Row, Table

_LONGEST_ID = 120


@dataclass(frozen=True, slots=True)
class NodeRow:
    """A node as its row gives it; a Source has no claim, it is what claims point to."""

    id: str
    type: str
    properties: dict[str, Value]
    claim: Claim | None
    row: Row


def read_nodes(
    schema: Schema, kind: NodeType, table: Table, sources: Evidence, faults: Faults
) -> Iterator[NodeRow]:
    """The nodes of one table; what is at fault is left out."""
    properties = cells.tabled(kind.properties)
    evidenced = kind.name != "Source"
    known = ("id", *properties, *(evidence.COLUMNS if evidenced else ()))
    needed = ("id", *(("source", "locator", "confidence", "recorded_at") if evidenced else ()))
    if not cells.check_columns(table, known, needed, faults):
        return
    for row in table.rows:
        before = len(faults.found)
        id_ = row.get("id")
        _check_id(row, id_, faults)
        found = cells.read_cells(schema, row, properties, faults)
        if not (found.get("name_zh") or found.get("name_en")):
            faults.add(
                row.file, row.line, "name_zh", "and name_en are both empty; give the node a name"
            )
        claim = (
            sources.read(row, key_of("EVIDENCED_BY", id_, row.get("source"), {}), faults)
            if evidenced
            else None
        )
        if len(faults.found) == before:
            yield NodeRow(id_, kind.name, found, claim, row)


def _check_id(row: Row, id_: str, faults: Faults) -> None:
    if not values.SLUG.fullmatch(id_) or len(id_) > _LONGEST_ID:
        message = f"{shown(id_)} is not an id; write lower-case letters, digits and single hyphens, like byd or cn-360900"
        faults.add(row.file, row.line, "id", message)
