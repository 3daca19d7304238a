"""Which ids there are, and which were retired in favour of others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lichain.schema import values
from lichain.seed import cells
from lichain.seed.faults import Faults, shown
from lichain.seed.table import Row, Table

RETIRED = ("id", "now", "reason")


@dataclass(frozen=True, slots=True)
class Ids:
    """`types` is every node's type by id, `retired` old ids to the ids in use.

    `unread` are the types whose tables could not be read in full: what seems to be missing
    may be in them, and their own faults are in the report.
    """

    types: Mapping[str, str]
    retired: Mapping[str, str] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()

    def now(self, id_: str) -> str:
        """The id in use for `id_`, which is itself unless it was retired."""
        return id_ if id_ in self.types else self.retired.get(id_, id_)

    def missing(self, row: Row, column: str, message: str, faults: Faults) -> None:
        """Notes that a cell names no node, unless that follows from a table not read."""
        if self.unread:
            faults.follow()
        else:
            faults.add(row.file, row.line, column, f"{shown(row.get(column))} {message}")


def read_retired(table: Table, faults: Faults) -> dict[str, str]:
    """Old ids to the ids that took their place, chains followed to their end."""
    found: dict[str, str] = {}
    if not cells.check_columns(table, RETIRED, RETIRED, faults):
        return found
    for row in table.rows:
        check_filled(row, RETIRED, faults)
        old = row.get("id")
        if old and not values.SLUG.fullmatch(old):
            faults.add(row.file, row.line, "id", f"{shown(old)} is not an id; write it as it was")
        if old in found:
            faults.add(row.file, row.line, "id", f"{shown(old)} is retired twice; remove one row")
        elif old and row.get("now"):
            found[old] = row.get("now")
    return {old: _followed(old, found) for old in found}


def check_retired(table: Table, ids: Ids, faults: Faults) -> None:
    """Retired ids that are still nodes, lead to none, or lead back to themselves, are faults."""
    for row in table.rows:
        old, now = row.get("id"), row.get("now")
        if old in ids.types:
            message = f"{shown(old)} is retired but still a node; remove one of the two"
            faults.add(row.file, row.line, "id", message)
        if not now or ids.now(old) in ids.types:
            continue
        if ids.now(old) in ids.retired:
            message = f"{shown(now)} leads round in a circle; name the id in use today"
            faults.add(row.file, row.line, "now", message)
        else:
            ids.missing(row, "now", "leads to no node; name the id in use today", faults)


def check_filled(row: Row, columns: tuple[str, ...], faults: Faults) -> None:
    """Every one of `columns` that is empty is a fault."""
    for column in columns:
        if not row.get(column):
            message = f"is empty; every row here needs {', '.join(columns)}"
            faults.add(row.file, row.line, column, message)


def _followed(id_: str, retired: Mapping[str, str]) -> str:
    """The end of the chain, or the last id before it would go round."""
    seen = {id_}
    while id_ in retired and retired[id_] not in seen:
        id_ = retired[id_]
        seen.add(id_)
    return id_
