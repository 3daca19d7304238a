"""A row made ready to be filled in: the columns of its table, what is given, what is missing."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lichain.errors import InputError, TableFaults
from lichain.schema import Property, schema, values
from lichain.seed.faults import Faults
from lichain.seed.layout import Layout, find_layout, layouts
from lichain.seed.record import read_names
from lichain.seed.table import Row

_GIVEN = "the command line"


@dataclass(frozen=True, slots=True)
class Draft:
    """A row of `layout`; `missing` are the columns that it cannot do without."""

    layout: Layout
    cells: Mapping[str, str]
    missing: tuple[Property, ...]

    def text(self) -> str:
        """The header and the row as CSV."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerows([list(self.layout.columns), list(self.cells.values())])
        return out.getvalue()


def draft(name: str, given: Mapping[str, str], folder: Path, today: date) -> Draft:
    """The row of the table `name` with what is given, names turned into ids.

    InputError for a table or column there is not; TableFaults for values that do not fit.
    """
    known = schema()
    layout = find_layout(known, name)
    if layout is None:
        listed = ", ".join(one.name for one in layouts(known))
        raise InputError(f"{name!r} is no table; the tables are {listed}")
    for column in given:
        if column not in layout.columns:
            listed = ", ".join(layout.columns)
            raise InputError(
                f"{column!r} is not a column of {layout.name}; its columns are {listed}"
            )
    cells = {column: given.get(column, "") for column in layout.columns}
    if "recorded_at" in cells:
        cells["recorded_at"] = cells["recorded_at"] or today.isoformat()
    _settle(layout, cells, folder)
    missing = tuple(p for n, p in layout.columns.items() if p.required and not cells[n])
    return Draft(layout, cells, missing)


def _settle(layout: Layout, cells: dict[str, str], folder: Path) -> None:
    """Checks every cell by its type; names become ids."""
    faults, row = Faults(), Row(_GIVEN, 0, cells)
    wanted = [p for n, p in layout.columns.items() if p.type == "ref" and cells[n]]
    names = read_names(folder)[0] if wanted else None
    for column, prop in layout.columns.items():
        if not cells[column]:
            continue
        if prop.type == "ref" and names is not None:
            parts = [part.strip() for part in cells[column].split(";") if part.strip()]
            types = prop.to or tuple(schema().nodes)
            found = [names.resolve(row, column, part, types, faults) for part in parts]
            cells[column] = "; ".join(id_ for id_ in found if id_)
        else:
            try:
                values.read(schema(), prop, cells[column])
            except ValueError as fault:
                faults.add(_GIVEN, 0, column, str(fault))
    if faults.found:
        raise TableFaults(faults.found)
