"""A row made ready for its table: checked as it will be there, with what it still lacks."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lichain.errors import InputError, TableFaults
from lichain.schema import Property, schema
from lichain.seed import rules
from lichain.seed.facts import Facts
from lichain.seed.faults import Faults
from lichain.seed.format import header_of, raw_rows, replace_files, written
from lichain.seed.identities import names_taken
from lichain.seed.indicators import read_indicators
from lichain.seed.layout import Layout, find_layout, layouts
from lichain.seed.lookups import read_aliases
from lichain.seed.nodes import read_nodes
from lichain.seed.record import Names, read_names
from lichain.seed.relationships import read_relationships
from lichain.seed.table import Row, Table

_SEVERAL = ("scope", "set_by")


@dataclass(frozen=True, slots=True)
class Draft:
    """A row of `layout`: `columns` are those of its table as it stands, and those given beside.

    `missing` are the columns that it cannot do without.
    """

    layout: Layout
    columns: tuple[str, ...]
    cells: Mapping[str, str]
    missing: tuple[Property, ...]

    def text(self) -> str:
        """The header and the row as CSV."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerows([self.columns, [self.cells[name] for name in self.columns]])
        return out.getvalue()


def draft(name: str, given: Mapping[str, str], folder: Path, today: date) -> Draft:
    """The row of the table `name` with what is given, names turned into ids.

    InputError for a table or column there is not; TableFaults for values that do not fit.
    """
    known = schema()
    layout = find_layout(known, name)
    if layout is None:
        listed = ", ".join(one.name for one in layouts(known))
        raise InputError(
            f"{name!r} is no table; the tables are {listed}", f"没有数据表 {name!r}；可用：{listed}"
        )
    for column in given:
        if column not in layout.columns:
            listed = ", ".join(layout.columns)
            raise InputError(
                f"{column!r} is not a column of {layout.name}; its columns are {listed}",
                f"{layout.name} 没有 {column!r} 列；可用：{listed}",
            )
    cells = {column: given.get(column, "") for column in layout.columns}
    if "recorded_at" in cells:
        cells["recorded_at"] = cells["recorded_at"] or today.isoformat()
    lacking = _settle(layout, cells, read_names(folder))
    there = header_of(folder / layout.file) or tuple(layout.columns)
    columns = tuple(n for n in layout.columns if n in there or cells[n])
    missing = tuple(
        p for n, p in layout.columns.items() if n in lacking or (p.required and not cells[n])
    )
    return Draft(layout, columns, cells, missing)


def append(found: Draft, folder: Path) -> None:
    """Puts the row into its table, which is sorted and formatted; InputError where it lacks something."""
    if found.missing:
        listed = ", ".join(prop.name for prop in found.missing)
        raise InputError(
            f"the row still lacks {listed}; give them as column=value",
            f"该行尚缺 {listed}；请以 列=值 补齐",
        )
    faults, path = Faults(), folder / found.layout.file
    rows = [*raw_rows(path, found.layout, faults), found.cells]
    faults.stop_if_any()
    path.parent.mkdir(exist_ok=True)
    replace_files({path: written(found.layout, rows, found.columns)})


def _settle(layout: Layout, cells: dict[str, str], names: Names) -> set[str]:
    """Turns names into ids, then reads the row as it will be read in its table; the empty columns
    that the reading misses."""
    faults, row = Faults(), Row(layout.file, 0, cells)
    for column, prop in layout.columns.items():
        if prop.type == "ref" and cells[column]:
            parts = cells[column].split(";") if column in _SEVERAL else [cells[column]]
            types = prop.to or tuple(schema().nodes)
            found = [
                names.references.resolve(row, column, part.strip(), types, faults)
                for part in parts
                if part.strip()
            ]
            cells[column] = "; ".join(id_ for id_ in found if id_)
    faults.stop_if_any()
    _read(layout, Row(layout.file, 0, cells), names, faults)
    if real := [one for one in faults.found if not one.column or cells.get(one.column)]:
        raise TableFaults(real)
    return {one.column for one in faults.found}


def _read(layout: Layout, row: Row, names: Names, faults: Faults) -> None:
    """Reads the one row; that a column is empty is no fault of a row that is still being written."""
    known, table = schema(), Table(layout.file, tuple(layout.columns), (row,))
    facts = Facts(faults)
    if kind := known.nodes.get(layout.name):
        if kind.derived_id:
            read_indicators(known, table, names.references, names.sources, facts, names.nodes)
            return
        list(read_nodes(known, kind, table, names.sources, faults))
        if row.get("id") in names.nodes:
            faults.add(layout.file, 0, "id", f"{row.get('id')!r} is there already; ids are unique")
        taken = names_taken(names.references.names, row.get("id"), layout.name, row.cells)
        for column, message in taken:
            faults.add(layout.file, 0, column, message)
    elif link := known.relationships.get(layout.name):
        read_relationships(known, link, table, names.references, names.sources, facts)
        rules.check_looks(facts, {id_: one.type for id_, one in names.nodes.items()})
    elif layout.name == "aliases":
        read_aliases(known, table, names.references.ids, faults)
