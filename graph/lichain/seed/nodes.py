"""Node tables: one row is one node, and the claim that it exists as the row says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lichain.identity import fold
from lichain.model import Claim, Value
from lichain.schema import NodeType, Schema, values
from lichain.seed import cells, evidence
from lichain.seed.evidence import Evidence
from lichain.seed.facts import key_of
from lichain.seed.faults import Faults, shown
from lichain.seed.table import Row, Table

_LONGEST_ID = 120
_PLAIN_FILE = re.compile(r"(?!\.+$)[^/\\:\r\n]+")


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
    """The nodes of one table; one at fault comes as far as it can be read, so that what names it
    is not at fault too."""
    properties = cells.tabled(kind.properties)
    evidenced = kind.name != "Source"
    known = ("id", *properties, *(evidence.COLUMNS if evidenced else ()))
    needed = ("id", *cells.required(properties), *(evidence.NEEDED if evidenced else ()))
    if not cells.check_columns(table, known, needed, faults):
        return
    for row in table.rows:
        id_ = row.get("id")
        _check_id(row, id_, faults)
        found = cells.read_cells(schema, row, properties, faults)
        _check_names(row, found, faults)
        _check_kind(kind, row, faults)
        fact = key_of("EVIDENCED_BY", id_, sources.source(row), {})
        claim = sources.read(row, fact, faults) if evidenced else None
        if id_:
            yield NodeRow(id_, kind.name, found, claim, row)
    for row in table.ragged:
        if row.get("id"):
            yield NodeRow(row.get("id"), kind.name, {}, None, row)


def _check_id(row: Row, id_: str, faults: Faults) -> None:
    if not values.SLUG.fullmatch(id_) or len(id_) > _LONGEST_ID:
        given = f"{shown(id_)} is not an id" if id_ else "is empty"
        fix = f"write lower-case letters, digits and single hyphens, {_LONGEST_ID} at most, like byd or cn-360900"
        faults.add(row.file, row.line, "id", f"{given}; {fix}")


def _check_names(row: Row, found: dict[str, Value], faults: Faults) -> None:
    if not (row.get("name_zh") or row.get("name_en")):
        faults.add(
            row.file, row.line, "name_zh", "and name_en are both empty; give the node a name"
        )
    for column in ("name_zh", "name_en"):
        if column in found and not fold(str(found[column])):
            message = f"{shown(str(found[column]))} has nothing to be seen in it; write the name"
            faults.add(row.file, row.line, column, message)


def _check_kind(kind: NodeType, row: Row, faults: Faults) -> None:
    """What belongs elsewhere: an enterprise among the organizations, a file outside its folder."""
    if kind.name == "Organization" and row.get("kind") == "enterprise":
        message = "'enterprise' is a type of its own; move the row to nodes/Enterprise.csv"
        faults.add(row.file, row.line, "kind", message)
    if kind.name == "Source" and not _PLAIN_FILE.fullmatch(row.get("file") or "-"):
        message = f"{shown(row.get('file'))} is not a plain file name; leave the folder out"
        faults.add(row.file, row.line, "file", message)
