"""Takes the tables of a workbook back into the folder of tables."""

from __future__ import annotations

import csv
import io
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from lichain.schema import schema
from lichain.seed.faults import Faults
from lichain.seed.format import replace_file, written
from lichain.seed.layout import layouts
from lichain.seed.table import read_lines
from lichain.seed.workbook import WorkbookTables


@dataclass(frozen=True, slots=True)
class Taken:
    """What a workbook changes in one table: rows that are new, and rows that are gone."""

    file: str
    added: int
    removed: int


def take_workbook(book: WorkbookTables, folder: Path) -> list[Taken]:
    """Writes the sheets of `book` over the tables in `folder`, sorted and formatted; tables
    without a sheet stay. Check the workbook first: what is at fault is not looked for here."""
    faults = Faults()
    texts = {}
    for layout in layouts(schema()):
        if not book.has(layout.name):
            continue
        lines = book.lines(layout, faults)
        header = lines[0][1] if lines else []
        rows = [dict(zip(header, cells, strict=True)) for _, cells in lines[1:]]
        if rows or (folder / layout.file).exists():
            known = _header(folder / layout.file, layout.file, faults)
            used = {name for name in header if name in known or any(row[name] for row in rows)}
            texts[layout.file] = written(layout, rows, used)
    faults.stop_if_any()
    changed = []
    for file, text in texts.items():
        before = (folder / file).read_bytes() if (folder / file).exists() else b""
        if before != text:
            changed.append(_taken(file, before, text))
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            replace_file(folder / file, text)
    return changed


def _header(path: Path, file: str, faults: Faults) -> list[str]:
    """The columns that the table has now, so that one that is empty everywhere stays."""
    if not path.exists():
        return []
    lines, _ = read_lines(path, file, faults)
    return [cell.strip() for cell in lines[0][1]] if lines else []


def _taken(file: str, before: bytes, after: bytes) -> Taken:
    old, new = (Counter(map(tuple, _parsed(text)[1:])) for text in (before, after))
    return Taken(file, (new - old).total(), (old - new).total())


def _parsed(text: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.decode(), newline="")))
