"""The cells of a row that belong to a type's properties, read and bounded by the schema."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lichain.model import Value
from lichain.schema import Property, Schema, dates, values
from lichain.seed.faults import Faults, shown
from lichain.seed.table import Row, Table

_ORDERED = (
    ("valid_from", "valid_to"),
    ("code_from", "code_to"),
    ("in_force_from", "in_force_to"),
    ("date", "end_date"),
    ("value", "value_high"),
    ("amount", "amount_high"),
)
_WITH = {
    "latitude": ("longitude", "point_precision"),
    "longitude": ("latitude", "point_precision"),
    "point_precision": ("latitude", "longitude"),
    "volume": ("volume_unit",),
    "volume_unit": ("volume",),
    "volume_bound": ("volume",),
    "amount": ("amount_unit",),
    "amount_unit": ("amount",),
    "amount_high": ("amount",),
    "file": ("sha256",),
}
"""What a property cannot do without: half a point is no point."""


def tabled(properties: Mapping[str, Property]) -> dict[str, Property]:
    """The properties that a table has columns for."""
    return {name: prop for name, prop in properties.items() if prop.given_by == "table"}


def check_columns(
    table: Table, known: Iterable[str], needed: Iterable[str], faults: Faults
) -> bool:
    """Whether the rows can be read; each column that is unknown or lacking is a fault."""
    if not table.columns:
        return False
    known = list(known)
    listed = ", ".join(known)
    if not set(known) & set(table.columns):
        message = f"holds none of the columns of this table, but {shown(', '.join(table.columns))}"
        fix = f"the first row names the columns, with commas between them: {listed}"
        faults.add(table.file, table.header, "", f"{message}; {fix}")
        return False
    for column in table.columns:
        if column not in known:
            message = f"{shown(column)} is not a column of this table; its columns are {listed}"
            faults.add(table.file, table.header, column, message)
    for column in needed:
        if column not in table.columns:
            faults.add(
                table.file, table.header, column, "is missing from the header; add the column"
            )
            faults.mute(table.file, column)
    return True


def required(properties: Mapping[str, Property]) -> tuple[str, ...]:
    """The columns that every row must fill."""
    return tuple(name for name, prop in properties.items() if prop.required)


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
    _check_company(row, properties, faults)
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
            how = "comes before" if dated else "is less than"
            message = f"{shown(row.get(last))} {how} {first} {shown(row.get(first))}; swap or correct them"
            faults.add(row.file, row.line, last, message)


def _check_company(row: Row, properties: Mapping[str, Property], faults: Faults) -> None:
    lacking: dict[str, str] = {}
    for name, others in _WITH.items():
        if name in properties and row.get(name):
            lacking |= {other: name for other in others if not row.get(other)}
    for other, name in lacking.items():
        given = f"{name} {shown(row.get(name))}"
        message = f"is empty, though {given} is given; {name} needs it: fill it in, or clear {name}"
        faults.add(row.file, row.line, other, message)
