"""Judgement kept beside the tables: aliases decided by a person."""

from __future__ import annotations

from dataclasses import dataclass

from lichain.identity import fold
from lichain.schema import Schema
from lichain.seed import cells
from lichain.seed.faults import Faults, shown
from lichain.seed.ids import Ids, check_filled
from lichain.seed.table import Row, Table

ALIASES = ("name", "id", "kind", "reason")


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name of the node `id`."""

    name: str
    id: str
    kind: str


def read_aliases(schema: Schema, table: Table, ids: Ids, faults: Faults) -> list[Alias]:
    """The aliases; one that names no node, or gives no reason, is a fault."""
    found: list[Alias] = []
    seen: dict[tuple[str, str], int] = {}
    if not cells.check_columns(table, ALIASES, ALIASES, faults):
        return found
    for row in table.rows:
        alias = Alias(row.get("name"), ids.now(row.get("id")), row.get("kind"))
        check_filled(row, ALIASES, faults)
        _check_alias(schema, row, alias, faults)
        first = seen.setdefault((alias.name, alias.id), row.line)
        if first != row.line:
            message = f"{shown(alias.name)} stands for {shown(alias.id)} in line {first} already; remove one"
            faults.add(row.file, row.line, "name", message)
        if alias.id in ids.types:
            found.append(alias)
        elif alias.id:
            ids.missing(row, "id", "is no node's id; correct it or add the node", faults)
    return found


def _check_alias(schema: Schema, row: Row, alias: Alias, faults: Faults) -> None:
    kinds = schema.vocabularies["alias_kind"]
    if alias.kind and alias.kind not in kinds:
        message = f"{shown(alias.kind)} is not a kind of alias; use one of {', '.join(kinds)}"
        faults.add(row.file, row.line, "kind", message)
    if alias.name and not fold(alias.name):
        message = f"{shown(alias.name)} has nothing to be seen in it; write the name"
        faults.add(row.file, row.line, "name", message)
