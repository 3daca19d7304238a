"""Writes the tables in one order and one hand, so that a diff shows what changed and no more."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Container, Mapping, Sequence
from pathlib import Path

from lichain.schema import schema
from lichain.seed import cells
from lichain.seed.faults import Faults
from lichain.seed.folders import FolderTables
from lichain.seed.layout import Layout, Order, layouts
from lichain.seed.table import read_lines, read_table

_QUOTED = re.compile(r'[",\r\n]')


def format_tables(folder: Path) -> list[str]:
    """The tables of `folder` that were written anew; TableFaults, and nothing written, where one
    cannot be read.

    Rows go by id, or by both ends, what tells facts apart, source and place; columns as in the
    schema, evidence last; UTF-8, LF, quotation marks only where needed. Cells stay as they are.
    """
    faults = Faults()
    FolderTables(folder).check(schema(), faults)
    texts = {
        table.file: _formatted(folder / table.file, table, faults)
        for table in layouts(schema())
        if (folder / table.file).exists()
    }
    faults.stop_if_any()
    changed = {file: text for file, text in texts.items() if (folder / file).read_bytes() != text}
    replace_files({folder / file: text for file, text in changed.items()})
    return list(changed)


def raw_rows(path: Path, table: Layout, faults: Faults) -> list[Mapping[str, str]]:
    """The rows with their cells just as they are written, none where there is no file; a table
    that is not as it should be is a fault."""
    if not path.exists():
        return []
    before = faults.count
    cells.check_columns(read_table(path, table.file, faults), table.columns, (), faults)
    if faults.count > before:
        return []
    lines, _ = read_lines(path, table.file, faults)
    header = [cell.strip() for cell in lines[0][1]]
    return [dict(zip(header, row, strict=True)) for _, row in lines[1:]]


def header_of(path: Path) -> tuple[str, ...]:
    """The columns that a table has now, none where there is no file."""
    lines, _ = read_lines(path, path.name, Faults()) if path.exists() else ([], True)
    return tuple(cell.strip() for cell in lines[0][1]) if lines else ()


def _formatted(path: Path, table: Layout, faults: Faults) -> bytes:
    """The table as it should be written."""
    return written(table, raw_rows(path, table, faults), header_of(path))


def written(table: Layout, rows: Sequence[Mapping[str, str]], columns: Container[str]) -> bytes:
    """The file of `table` with these rows, sorted, and those of its columns that are among `columns`."""
    names = [name for name in table.columns if name in columns]
    ordered = sorted(rows, key=lambda row: _rank(row, table.keys, names))
    texts = [names, *([row.get(name, "") for name in names] for row in ordered)]
    return "".join(",".join(map(_cell, text)) + "\n" for text in texts).encode()


def _rank(row: Mapping[str, str], keys: Order, names: list[str]) -> list[object]:
    """What a row is sorted by: its key columns, and all of its cells where those are alike."""
    found: list[object] = []
    for name in keys:
        text = row.get(name, "").strip()
        found.append(_natural(text) if name == "locator" else text)
    return [*found, *(row.get(name, "") for name in names)]


def _natural(place: str) -> list[str | int]:
    """`p. 16` as ["p. ", 16, ""], so that it comes before `p. 130`."""
    parts = re.split(r"([0-9]{1,18})", place)
    return [int(part) if at % 2 else part for at, part in enumerate(parts)]


def _cell(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if _QUOTED.search(text) else text


def replace_files(texts: Mapping[Path, bytes]) -> None:
    """Writes the files whole or not at all: each is written beside its place before any is put there."""
    ready: dict[Path, Path] = {}
    try:
        for path, text in texts.items():
            handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
            ready[path] = Path(name)
            with os.fdopen(handle, "wb") as file:
                file.write(text)
            ready[path].chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        for path, temporary in ready.items():
            temporary.replace(path)
    finally:
        for temporary in ready.values():
            temporary.unlink(missing_ok=True)
