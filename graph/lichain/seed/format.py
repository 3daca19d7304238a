"""Writes the tables in one order and one hand, so that a diff shows what changed and no more."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from lichain.schema import Schema, schema
from lichain.seed import cells, evidence, ids, lookups
from lichain.seed.faults import Faults
from lichain.seed.folders import check_files
from lichain.seed.table import read_lines, read_table

_ENDS = ("subject", "metric", "scope")
_QUOTED = re.compile(r'[",\r\n]')

Order = tuple[str, ...]
"""Column names, in the order in which they are written or sorted by."""


def format_tables(folder: Path) -> list[str]:
    """The tables of `folder` that were written anew; TableFaults, and nothing written, where one
    cannot be read.

    Rows go by id, or by both ends, what tells facts apart, source and place; columns as in the
    schema, evidence last; UTF-8, LF, quotation marks only where needed. Cells stay as they are.
    """
    faults = Faults()
    check_files(folder, schema(), faults)
    texts = {
        file: _formatted(folder / file, file, columns, keys, faults)
        for file, columns, keys in _tables(schema())
        if (folder / file).exists()
    }
    faults.stop_if_any()
    changed = [file for file, text in texts.items() if (folder / file).read_bytes() != text]
    for file in changed:
        _replace(folder / file, texts[file])
    return changed


def _tables(known: Schema) -> Iterable[tuple[str, Order, Order]]:
    """Every table there can be: its file, its columns in order, and the columns that sort it."""
    place = ("source", "locator")
    for node in known.nodes.values():
        own = cells.tabled(node.properties)
        columns = (*own,) if node.name == "Source" else (*own, *evidence.COLUMNS)
        if node.derived_id:
            rest = tuple(name for name in own if name not in (*_ENDS, "name_zh", "name_en"))
            numbers = (*_ENDS, *rest, "set_by", *evidence.COLUMNS)
            yield f"nodes/{node.name}.csv", numbers, (*node.derived_id, *place)
        else:
            yield f"nodes/{node.name}.csv", ("id", *columns), ("id", *place)
    for link in known.relationships.values():
        columns = ("from", "to", *cells.tabled(link.properties), *evidence.COLUMNS)
        yield f"relationships/{link.name}.csv", columns, ("from", "to", *link.identity, *place)
    yield "lookups/aliases.csv", ("id", "name", *lookups.ALIASES[2:]), ("id", "name")
    yield "lookups/retired.csv", ids.RETIRED, ("id",)


def _formatted(path: Path, file: str, columns: Order, keys: Order, faults: Faults) -> bytes:
    """The table as it should be written; empty, with a fault, where it cannot be read."""
    before = faults.count
    cells.check_columns(read_table(path, file, faults), columns, (), faults)
    if faults.count > before:
        return b""
    lines, _ = read_lines(path, file, faults)
    header = [cell.strip() for cell in lines[0][1]]
    written = [name for name in columns if name in header]
    rows = [dict(zip(header, row, strict=True)) for _, row in lines[1:]]
    rows.sort(key=lambda row: _rank(row, keys, written))
    texts = [written, *([row[name] for name in written] for row in rows)]
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


def _replace(path: Path, text: bytes) -> None:
    """Writes the file whole or not at all."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text)
        Path(name).chmod(path.stat().st_mode & 0o777)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
