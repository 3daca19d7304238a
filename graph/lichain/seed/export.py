"""Writes the tables as one workbook that Excel leaves alone: every cell is text."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lichain.errors import InputError
from lichain.model import Lang
from lichain.schema import Property, Schema, schema
from lichain.seed.faults import Faults
from lichain.seed.layout import Layout, layouts
from lichain.seed.table import read_lines
from lichain.seed.workbook import GUIDE

_LONGEST, _WIDEST, _SPARE = 32_767, 60, 500
_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]|_x[0-9A-Fa-f]{4}_")
_WIDTHS = {"note": 50, "name_zh": 28, "name_en": 34, "from": 26, "to": 26, "id": 28, "source": 30}


def export_workbook(folder: Path, path: Path, lang: Lang) -> dict[str, int]:
    """Writes every table of `folder` as a sheet of `path`, and gives how many rows each has.

    Cells are text, so that codes keep their zeros and dates their precision; a formula stays the
    text it is. Columns with fixed values offer them as a list. Raises TableFaults for a table
    that cannot be read, InputError where the file cannot be written.
    """
    from openpyxl import Workbook

    known, faults, book = schema(), Faults(), Workbook()
    book.remove(book.active)
    guide, values = (book.create_sheet(title) for title in GUIDE)
    lists = _write_values(values, known, lang)
    counts = {}
    for layout in layouts(known):
        rows = _rows(folder, layout, faults)
        faults.stop_if_any()
        _write_sheet(book.create_sheet(layout.name), layout, rows, lists)
        counts[layout.name] = len(rows)
    _write_guide(guide, known, lang)
    _save(book, path)
    return counts


def _rows(folder: Path, layout: Layout, faults: Faults) -> list[Mapping[str, str]]:
    if not (folder / layout.file).exists():
        return []
    lines, _ = read_lines(folder / layout.file, layout.file, faults)
    header = [cell.strip() for cell in lines[0][1]] if lines else []
    for line, cells in lines[1:]:
        if len(cells) != len(header):
            message = f"has {len(cells)} cells where the header has {len(header)}; mend it first"
            faults.add(layout.file, line, "", message)
        for name, cell in zip(header, cells, strict=False):
            if len(cell) > _LONGEST:
                message = f"has {len(cell)} characters, and Excel holds {_LONGEST}; shorten it"
                faults.add(layout.file, line, name, message)
    return [dict(zip(header, cells, strict=False)) for _, cells in lines[1:]]


def _write_sheet(
    sheet: Any, layout: Layout, rows: list[Mapping[str, str]], lists: Mapping[str, str]
) -> None:
    from openpyxl.styles import Font

    for at, name in enumerate(layout.columns, 1):
        _put(sheet, 1, at, name).font = Font(bold=True)
        column = sheet.column_dimensions[_letter(at)]
        column.number_format = "@"
        column.width = _WIDTHS.get(name, 14)
    for line, row in enumerate(rows, 2):
        for at, name in enumerate(layout.columns, 1):
            if text := row.get(name, ""):
                _put(sheet, line, at, text)
    last = len(rows) + 1 + _SPARE
    for at, prop in enumerate(layout.columns.values(), 1):
        if chosen := lists.get(prop.values or prop.type):
            _offer(sheet, chosen, f"{_letter(at)}2:{_letter(at)}{last}")
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{_letter(len(layout.columns))}{len(rows) + 1}"


def _put(sheet: Any, line: int, at: int, text: str) -> Any:
    """A cell that holds the text and nothing else, whatever it looks like."""
    cell = sheet.cell(line, at)
    cell.value = escaped(text)
    cell.data_type = "s"
    cell.number_format = "@"
    if text[0] in "=+-@":
        cell.quotePrefix = True
    return cell


def escaped(text: str) -> str:
    """The text with what XML cannot hold written as _x000D_ and the like."""
    return _UNSAFE.sub(lambda found: f"_x{ord(found[0][0]):04X}_" + found[0][1:], text)


def _offer(sheet: Any, chosen: str, cells: str) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    rule = DataValidation(type="list", formula1=chosen, allow_blank=True, showErrorMessage=False)
    rule.add(cells)
    sheet.add_data_validation(rule)


def _write_values(sheet: Any, known: Schema, lang: Lang) -> dict[str, str]:
    """A column for each vocabulary; gives where each one stands."""
    found = {}
    tables: dict[str, list[tuple[str, str]]] = {
        name: [(term.id, term.zh if lang == "zh" else term.en) for term in terms.values()]
        for name, terms in {**known.vocabularies, "metrics": known.metrics}.items()
    }
    tables["unit"] = [(u.id, u.zh if lang == "zh" else u.en) for u in known.units.values()]
    for at, (name, terms) in enumerate(tables.items()):
        left = 2 * at + 1
        _put(sheet, 1, left, name)
        for line, (id_, word) in enumerate(terms, 2):
            _put(sheet, line, left, id_)
            if word:
                _put(sheet, line, left + 1, word)
        letter = _letter(left)
        found[name] = f"'{GUIDE[1]}'!${letter}$2:${letter}${len(terms) + 1}"
    return found


def _write_guide(sheet: Any, known: Schema, lang: Lang) -> None:
    line = 1
    for layout in layouts(known):
        for name, prop in layout.columns.items():
            word = prop.zh if lang == "zh" else prop.en
            texts = (layout.name, name, word, prop.means, _allowed(prop))
            for at, text in enumerate(texts, 1):
                if text:
                    _put(sheet, line, at, text)
            line += 1
    for letter, width in zip("ABCDE", (20, 20, 20, _WIDEST, 40), strict=True):
        sheet.column_dimensions[letter].width = width


def _allowed(prop: Property) -> str:
    marks = ["required" if prop.required else "", prop.values or "", ", ".join(prop.to)]
    return "; ".join(mark for mark in marks if mark)


def _letter(at: int) -> str:
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(at))


def _save(book: Any, path: Path) -> None:
    """Writes the file whole or not at all."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".xlsx")
        os.close(handle)
    except OSError as fault:
        raise InputError(f"{path} cannot be written: {fault.strerror or fault}") from fault
    try:
        book.save(name)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except OSError as fault:
        Path(name).unlink(missing_ok=True)
        raise InputError(f"{path} cannot be written: {fault.strerror or fault}") from fault
