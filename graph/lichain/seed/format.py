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
from lichain.seed.folders import check_files
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
    check_files(folder, schema(), faults)
    texts = {
        table.file: _formatted(folder / table.file, table, faults)
        for table in layouts(schema())
        if (folder / table.file).exists()
    }
    faults.stop_if_any()
    changed = [file for file, text in texts.items() if (folder / file).read_bytes() != text]
    for file in changed:
        replace_file(folder / file, texts[file])
    return changed


def _formatted(path: Path, table: Layout, faults: Faults) -> bytes:
    """The table as it should be written; empty, with a fault, where it cannot be read."""
    before = faults.count
    cells.check_columns(read_table(path, table.file, faults), table.columns, (), faults)
    if faults.count > before:
        return b""
    lines, _ = read_lines(path, table.file, faults)
    header = [cell.strip() for cell in lines[0][1]]
    return written(table, [dict(zip(header, row, strict=True)) for _, row in lines[1:]], header)


def written(table: Layout, rows: Sequence[Mapping[str, str]], columns: Container[str]) -> bytes:
    """The file of `table` with these rows, sorted, and those of its columns that are among `columns`."""
    names = [name for name in table.columns if name in columns]
    ordered = sorted(rows, key=lambda row: _rank(row, table.keys, names))
    texts = [names, *([row[name] for name in names] for row in ordered)]
    return "".join(",".join(map(_cell, text)) + "\n" for text in texts).encode()


def _rank(row: Mapping[str, str], keys: Order, written: list[str]) -> list[object]:
    """What a row is sorted by: its key columns, and all of its cells where those are alike."""
    found: list[object] = []
    for name in keys:
        text = row.get(name, "").strip()
        found.append(_natural(text) if name == "locator" else text)
    return [*found, *(row[name] for name in written)]


def _natural(place: str) -> list[str | int]:
    """`p. 16` as ["p. ", 16, ""], so that it comes before `p. 130`."""
    parts = re.split(r"([0-9]{1,18})", place)
    return [int(part) if at % 2 else part for at, part in enumerate(parts)]


def _cell(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if _QUOTED.search(text) else text


def replace_file(path: Path, text: bytes) -> None:
    """Writes the file whole or not at all."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text)
        Path(name).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
