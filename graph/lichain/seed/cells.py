"""The cells of a row that belong to a type's properties, read and bounded by the schema."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lichain.model import Value
from lichain.schema import Property, Schema, dates, values
from lichain.seed.faults import Faults
from lichain.seed.table import Row, Table

_ORDERED = (
    ("valid_from", "valid_to"),
    ("code_from", "code_to"),
    ("in_force_from", "in_force_to"),
    ("date", "end_date"),
    ("value", "value_high"),
)


def tabled(properties: Mapping[str, Property]) -> dict[str, Property]:
    """The properties that a table has columns for."""
    return {name: prop for name, prop in properties.items() if prop.given_by == "table"}


def check_columns(
    table: Table, known: Iterable[str], needed: Iterable[str], faults: Faults
) -> bool:
    """Whether the header fits; each column that is unknown or lacking is a fault."""
    before = len(faults.found)
    known = list(known)
    if not table.columns:
        return False
    for column in table.columns:
        if column not in known:
            faults.add(
                table.file,
                1,
                column,
                f"is not a column of this table; its columns are {', '.join(known)}",
            )
    for column in needed:
        if column not in table.columns:
            faults.add(table.file, 1, column, "is missing from the header; add the column")
    return len(faults.found) == before


def read_cells(
    schema: Schema, row: Row, properties: Mapping[str, Property], faults: Faults
) -> dict[str, Value]:
    """The row's values by property; empty cells are left out, references stay as written."""
    found: dict[str, Value] = {}
    for name, prop in properties.items():
        text = row.get(name)
        if not text:
            if prop.required:
                faults.add(row.file, row.line, name, "is empty; this column is required")
            continue
        if prop.type == "ref":
            continue
        try:
            found[name] = values.read(schema, prop, text)
        except ValueError as fault:
            faults.add(row.file, row.line, name, str(fault))
    _check_order(row, found, faults)
    return found


def _check_order(row: Row, found: Mapping[str, Value], faults: Faults) -> None:
    for first, last in _ORDERED:
        start, end = found.get(first), found.get(last)
        if start is None or end is None:
            continue
        dated = isinstance(start, str) and isinstance(end, str)
        earliest, latest = (
            (dates.first_day(str(start)), dates.last_day(str(end))) if dated else (start, end)
        )
        if earliest > latest:  # type: ignore[operator]
            faults.add(
                row.file,
                row.line,
                last,
                f"{end} comes before {first} {start}; swap or correct them",
            )
