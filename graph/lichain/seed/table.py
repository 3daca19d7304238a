"""Reads one CSV file strictly: what is safe to read is read, the rest is refused by line."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lichain.seed.faults import Faults, shown

_LARGEST_CELL = 1_000_000
_LARGEST_FILE = 512 * 1024 * 1024
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


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
    """One file's columns and rows; `file` is its path below the seed folder."""

    file: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def read_table(path: Path, file: str, faults: Faults) -> Table:
    """The table in `path`; its faults go to `faults`, and what cannot be read is left out."""
    text = _decode(path, file, faults)
    if text is None:
        return Table(file, (), ())
    lines = _lines(text, file, faults)
    header = next(lines, None)
    if header is None:
        faults.add(file, 0, "", "has no header row; write the column names in the first row")
        return Table(file, (), ())
    columns = tuple(cell.strip() for cell in header[1])
    if twice := sorted({name for name in columns if columns.count(name) > 1}):
        faults.add(file, 1, twice[0], "stands twice in the header; keep one column")
        return Table(file, (), ())
    return Table(file, columns, tuple(_rows(lines, columns, file, faults)))


def _decode(path: Path, file: str, faults: Faults) -> str | None:
    try:
        if path.stat().st_size > _LARGEST_FILE:
            faults.add(file, 0, "", f"is larger than {_LARGEST_FILE >> 20} MiB; split it")
            return None
        raw = path.read_bytes()
    except OSError as fault:
        faults.add(file, 0, "", f"cannot be read: {fault.strerror}")
        return None
    try:
        text = raw.decode("utf-16" if raw.startswith(_UTF16) else "utf-8-sig")
    except UnicodeDecodeError as fault:
        faults.add(file, _line_of(raw, fault.start), "", _not_utf8(raw, fault))
        return None
    if "\0" in text:
        faults.add(
            file, text.count("\n", 0, text.index("\0")) + 1, "", "holds a NUL character; remove it"
        )
        return None
    return text


def _line_of(raw: bytes, position: int) -> int:
    return raw.count(b"\n", 0, position) + 1


def _not_utf8(raw: bytes, fault: UnicodeDecodeError) -> str:
    hint = ""
    try:
        raw.decode("gb18030")
        hint = " (it may be GB18030 or GBK)"
    except UnicodeDecodeError:
        pass
    return f"byte 0x{raw[fault.start]:02x} is not UTF-8{hint}; save the file as UTF-8"


def _lines(text: str, file: str, faults: Faults) -> Iterator[tuple[int, list[str]]]:
    csv.field_size_limit(_LARGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    start = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as fault:
            faults.add(
                file, start, "", f"is not well-formed CSV: {fault}; check the quotation marks"
            )
            return
        yield start, cells
        start = reader.line_num + 1


def _rows(
    lines: Iterator[tuple[int, list[str]]], columns: tuple[str, ...], file: str, faults: Faults
) -> Iterator[Row]:
    for line, cells in lines:
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(columns):
            message = f"has {len(cells)} cells where the header has {len(columns)}; its first cell is {shown(cells[0])}"
            faults.add(file, line, "", message)
            continue
        yield Row(
            file, line, {name: cell.strip() for name, cell in zip(columns, cells, strict=True)}
        )
