"""Judgement kept beside the tables: aliases decided by a person, and ids that were retired."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lichain.schema import Schema
from lichain.seed import cells
from lichain.seed.faults import Faults, shown
from lichain.seed.table import Table

ALIASES = ("name", "id", "kind", "reason")
RETIRED = ("id", "now", "reason")


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name of the node `id`."""

    name: str
    id: str
    kind: str


def read_aliases(
    schema: Schema, table: Table, types: Mapping[str, str], faults: Faults
) -> list[Alias]:
    """The aliases; one that names no node, or gives no reason, is a fault."""
    found: list[Alias] = []
    seen: dict[tuple[str, str], int] = {}
    if not cells.check_columns(table, ALIASES, ALIASES, faults):
        return found
    for row in table.rows:
        name, id_, kind = row.get("name"), row.get("id"), row.get("kind")
        if first := seen.setdefault((name, id_), row.line) if (name, id_) in seen else None:
            faults.add(
                row.file,
                row.line,
                "name",
                f"{shown(name)} stands for {id_} in line {first} already; remove one",
            )
        seen.setdefault((name, id_), row.line)
        for column in ALIASES:
            if not row.get(column):
                faults.add(
                    row.file,
                    row.line,
                    column,
                    "is empty; an alias needs a name, an id, a kind and a reason",
                )
        if id_ and id_ not in types:
            faults.add(
                row.file,
                row.line,
                "id",
                f"{shown(id_)} is no node's id; correct it or add the node",
            )
        elif kind and kind not in schema.vocabularies["alias_kind"]:
            allowed = ", ".join(schema.vocabularies["alias_kind"])
            faults.add(row.file, row.line, "kind", f"{shown(kind)} is not one of {allowed}")
        else:
            found.append(Alias(name, id_, kind))
    return found


def read_retired(table: Table, types: Mapping[str, str], faults: Faults) -> dict[str, str]:
    """Old ids to the ids that took their place, chains followed to their end."""
    found: dict[str, str] = {}
    if not cells.check_columns(table, RETIRED, RETIRED, faults):
        return found
    for row in table.rows:
        old, now = row.get("id"), row.get("now")
        if old in types:
            faults.add(
                row.file,
                row.line,
                "id",
                f"{shown(old)} is retired but still a node; remove one of the two",
            )
        if old in found:
            faults.add(row.file, row.line, "id", f"{shown(old)} is retired twice; remove one row")
        found[old] = now
    for row in table.rows:
        if _followed(row.get("id"), found) not in types:
            faults.add(
                row.file,
                row.line,
                "now",
                f"{shown(row.get('now'))} leads to no node; name the id in use today",
            )
    return {old: _followed(old, found) for old in found}


def _followed(id_: str, retired: Mapping[str, str]) -> str:
    seen = {id_}
    while id_ in retired and retired[id_] not in seen:
        id_ = retired[id_]
        seen.add(id_)
    return id_
