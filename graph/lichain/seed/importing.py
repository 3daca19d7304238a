"""Takes the tables of a workbook back into the folder of tables: first what would change, then the change."""

from __future__ import annotations

import csv
import io
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from lichain.errors import InputError
from lichain.schema import schema
from lichain.seed.export import digest
from lichain.seed.faults import Faults
from lichain.seed.format import header_of, raw_rows, replace_files, written
from lichain.seed.layout import Layout, layouts
from lichain.seed.workbook import WorkbookTables


@dataclass(frozen=True, slots=True)
class Change:
    """What a workbook changes in one table: rows that are new, rows that are gone, and the file."""

    path: Path
    file: str
    added: int
    removed: int
    text: bytes


def compare_workbook(book: WorkbookTables, folder: Path) -> list[Change]:
    """What taking the sheets of `book` over the tables in `folder` would change; tables without a
    sheet stay. Nothing is written.

    TableFaults where a sheet lacks a column that the table has filled; InputError where a table
    has changed since the workbook was made from it. Other faults are for `read_record` to find.
    """
    faults, changes = Faults(), []
    for layout in layouts(schema()):
        if book.has(layout.name) and (change := _change(book, layout, folder, faults)):
            changes.append(change)
    faults.stop_if_any()
    return changes


def take(changes: list[Change]) -> None:
    """Writes all of the changes, or none."""
    for change in changes:
        change.path.parent.mkdir(exist_ok=True)
    replace_files({change.path: change.text for change in changes})


def _change(book: WorkbookTables, layout: Layout, folder: Path, faults: Faults) -> Change | None:
    path = folder / layout.file
    known = raw_rows(path, layout, faults)
    lines = book.lines(layout, faults)
    header = lines[0][1] if lines else []
    rows = [
        {name: cell.strip() for name, cell in zip(header, cells, strict=False)}
        for _, cells in lines[1:]
    ]
    for name in layout.columns:
        if name not in header and any(row.get(name) for row in known):
            message = "is filled in the table and no column of the sheet; add it back, or empty its cells on purpose"
            faults.add(book.file(layout.name), 1, name, message)
    if not rows and not path.exists():
        return None
    there = header_of(path)
    used = {name for name in header if name in there or any(row[name] for row in rows)}
    text = written(layout, rows, used)
    before = path.read_bytes() if path.exists() else b""
    if before == text:
        return None
    if book.made_from.get(layout.file, digest(path)) != digest(path):
        raise InputError(
            f"{layout.file} has changed since {book.path.name} was exported; export it anew and bring your edits over",
            f"{layout.file} 在导出 {book.path.name} 之后已有改动；请重新导出，再把修改移过去",
        )
    old, new = (Counter(map(tuple, _parsed(one)[1:])) for one in (before, text))
    return Change(path, layout.file, (new - old).total(), (old - new).total(), text)


def _parsed(text: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.decode(), newline="")))
