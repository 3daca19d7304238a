"""Reads one CSV file strictly: what is safe to read is read, the rest is refused by line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lichain.seed.encoding import decode
from lichain.seed.faults import Faults, shown

_LARGEST_CELL = 1_000_000

Line = tuple[int, list[str]]
"""The line on which a row starts, and its cells just as they are written."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `line` is where it starts in the file, `cells` are stripped of outer blanks."""

    file: str
    line: int
    cells: Mapping[str, str]

    def get(self, column: str) -> str:
        """The cell, or empty where the table has no such column."""
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True)
class Table:
    """One file's columns and rows; `file` is its path below the seed folder.

    `ragged` are the rows of another length, with nothing but their first cell. `whole` is
    false where rows of the file could not be read at all.
    """

    file: str
    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    ragged: tuple[Row, ...] = ()
    header: int = 1
    whole: bool = True


def read_table(path: Path, file: str, faults: Faults) -> Table:
    """The table in `path`; its faults go to `faults`, and what cannot be read is left out."""
    lines, whole = read_lines(path, file, faults)
    return table_of(lines, file, faults, whole=whole)


def table_of(lines: list[Line], file: str, faults: Faults, *, whole: bool) -> Table:
    """The table of a header and rows; a row of another length is a fault and left out."""
    if not lines:
        if whole:
            faults.add(file, 0, "", "has no header row; write the column names in the first row")
        return Table(file, whole=False)
    header, columns = lines[0][0], tuple(cell.strip() for cell in lines[0][1])
    for name in sorted({name for name in columns if name and columns.count(name) > 1}):
        faults.add(file, header, name, "stands twice in the header; keep one column")
    rows, ragged = [], []
    for line, cells in lines[1:]:
        if len(cells) == len(columns):
            rows.append(Row(file, line, _by_column(columns, cells)))
            if "" in columns:
                _check_unnamed(columns, cells, file, line, faults)
        else:
            message = f"has {len(cells)} cells where the header has {len(columns)}; its first cell is {shown(cells[0])}"
            faults.add(file, line, "", f"{message}; add or remove commas, or quote a cell with one")
            ragged.append(Row(file, line, _by_column(columns[:1], cells[:1])))
    named = tuple(dict.fromkeys(name for name in columns if name))
    return Table(file, named, tuple(rows), tuple(ragged), header, whole)


def read_lines(path: Path, file: str, faults: Faults) -> tuple[list[Line], bool]:
    """The header and rows that are not blank, and whether the file could be read to its end."""
    text = decode(path, file, faults)
    if text is None:
        return [], False
    found: list[Line] = []
    try:
        for line in _parsed(text):
            if any(cell.strip() for cell in line[1]):
                found.append(line)
    except _Malformed as fault:
        message = f"is not well-formed CSV: {fault}; check the quotation marks from here on"
        faults.add(file, fault.line, "", message)
        return found, False
    return found, True


class _Malformed(Exception):
    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line


def _parsed(text: str) -> Iterator[Line]:
    csv.field_size_limit(_LARGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    start = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as fault:
            raise _Malformed(start, str(fault)) from fault
        yield start, cells
        start = reader.line_num + 1


def _by_column(columns: tuple[str, ...], cells: list[str]) -> dict[str, str]:
    """The cells by column, the first of two with one name; line breaks inside them are LF."""
    found: dict[str, str] = {}
    for name, cell in zip(columns, cells, strict=True):
        if name:
            found.setdefault(name, cell.replace("\r\n", "\n").replace("\r", "\n").strip())
    return found


def _check_unnamed(
    columns: tuple[str, ...], cells: list[str], file: str, line: int, faults: Faults
) -> None:
    for number, (name, cell) in enumerate(zip(columns, cells, strict=True), 1):
        if not name and cell.strip():
            message = f"{shown(cell.strip())} stands in column {number}, which has no name in the header; name it"
            faults.add(file, line, "", message)
