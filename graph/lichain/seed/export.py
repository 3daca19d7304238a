"""Writes the tables as one workbook that Excel leaves alone: every cell is text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from lichain.errors import InputError
from lichain.model import Lang
from lichain.schema import Property, Schema, schema
from lichain.seed.faults import Faults
from lichain.seed.folders import FolderTables
from lichain.seed.format import raw_rows, replace_files
from lichain.seed.layout import Layout, layouts
from lichain.seed.workbook import GUIDE, STATE, VALUES, escaped, is_like_an_escape

_LONGEST, _WIDEST, _SPARE = 32_767, 60, 500
_WIDTHS = {"note": 50, "name_zh": 28, "name_en": 34, "from": 26, "to": 26, "id": 28, "source": 30}
_GUIDE_HEADER = {
    "zh": ("表", "列", "名称", "含义", "要求"),
    "en": ("table", "column", "name", "holds", "allowed"),
}


def export_workbook(folder: Path, path: Path, lang: Lang) -> dict[str, int]:
    """Writes every table of `folder` as a sheet of `path`, and gives how many rows each has.

    Cells are text, so that codes keep their zeros and dates their precision; a formula stays the
    text it is. Columns with fixed values offer them as a list. Raises TableFaults for a table
    that cannot be read as it should, InputError where the file cannot be written.
    """
    from openpyxl import Workbook

    if path.suffix.lower() != ".xlsx":
        raise InputError(
            f"{path} does not end in .xlsx; name the workbook so",
            f"{path} 的扩展名不是 .xlsx；请改用该扩展名",
        )
    known, faults, book = schema(), Faults(), Workbook()
    FolderTables(folder).check(known, faults)
    tables = [(one, raw_rows(folder / one.file, one, faults)) for one in layouts(known)]
    for layout, rows in tables:
        _check_cells(layout, rows, faults)
    faults.stop_if_any()
    book.remove(book.active)
    guide, values, state = (book.create_sheet(title) for title in (GUIDE, VALUES, STATE))
    state.sheet_state = "hidden"
    lists = _write_values(values, known, lang)
    _write_guide(guide, known, lang)
    for line, (layout, rows) in enumerate(tables, 1):
        put(state, line, 1, layout.file)
        put(state, line, 2, digest(folder / layout.file))
        _write_sheet(book.create_sheet(layout.name), layout, rows, lists)
    written = BytesIO()
    book.save(written)
    try:
        replace_files({path: written.getvalue()})
    except OSError as fault:
        why = fault.strerror or str(fault)
        raise InputError(f"{path} cannot be written: {why}", f"无法写入 {path}：{why}") from fault
    return {layout.name: len(rows) for layout, rows in tables}


def digest(path: Path) -> str:
    """The SHA-256 of a table's file, or a dash where there is none."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else "-"


def _check_cells(layout: Layout, rows: list[Mapping[str, str]], faults: Faults) -> None:
    """What a cell of Excel cannot hold, or would not give back as it was."""
    for line, row in enumerate(rows, 2):
        for name, cell in row.items():
            length = len(escaped(cell).encode("utf-16-le")) // 2
            if length > _LONGEST:
                message = f"has {length} characters, and Excel holds {_LONGEST}; shorten it"
                faults.add(layout.file, line, name, message)
            if is_like_an_escape(cell):
                message = "holds a text like _x000D_, which Excel reads as another character; write it otherwise"
                faults.add(layout.file, line, name, message)


def _write_sheet(
    sheet: Any, layout: Layout, rows: list[Mapping[str, str]], lists: Mapping[str, str]
) -> None:
    from openpyxl.styles import Font

    for at, name in enumerate(layout.columns, 1):
        put(sheet, 1, at, name).font = Font(bold=True)
        column = sheet.column_dimensions[_letter(at)]
        column.number_format = "@"
        column.width = _WIDTHS.get(name, 14)
    for line, row in enumerate(rows, 2):
        for at, name in enumerate(layout.columns, 1):
            if text := row.get(name, ""):
                put(sheet, line, at, text)
    last = len(rows) + 1 + _SPARE
    for at, prop in enumerate(layout.columns.values(), 1):
        if chosen := lists.get(prop.values or prop.type):
            _offer(sheet, chosen, f"{_letter(at)}2:{_letter(at)}{last}")
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{_letter(len(layout.columns))}{len(rows) + 1}"


def put(sheet: Any, line: int, at: int, text: str) -> Any:
    """A cell that holds the text and nothing else, whatever it looks like."""
    cell = sheet.cell(line, at)
    cell.value = escaped(text)
    cell.data_type = "s"
    cell.number_format = "@"
    if text[:1] in ("=", "+", "-", "@"):
        cell.quotePrefix = True
    return cell


def _offer(sheet: Any, chosen: str, cells: str) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    rule = DataValidation(type="list", formula1=chosen, allow_blank=True, showErrorMessage=False)
    rule.add(cells)
    sheet.add_data_validation(rule)


def _write_values(sheet: Any, known: Schema, lang: Lang) -> dict[str, str]:
    """Two columns for each vocabulary, ids and words; gives where each one stands."""
    found = {}
    for at, (name, terms) in enumerate(_vocabularies(known, lang)):
        left = 2 * at + 1
        put(sheet, 1, left, name)
        for line, texts in enumerate(terms, 2):
            for column, text in enumerate(texts, left):
                if text:
                    put(sheet, line, column, text)
        letter = _letter(left)
        found[name] = f"'{VALUES}'!${letter}$2:${letter}${len(terms) + 1}"
    return found


def _vocabularies(known: Schema, lang: Lang) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    for name, terms in {**known.vocabularies, "metrics": known.metrics}.items():
        yield name, [(term.id, term.zh if lang == "zh" else term.en) for term in terms.values()]
    yield "unit", [(u.id, u.zh if lang == "zh" else u.en) for u in known.units.values()]


def _write_guide(sheet: Any, known: Schema, lang: Lang) -> None:
    lines = [_GUIDE_HEADER[lang]]
    for layout in layouts(known):
        for name, prop in layout.columns.items():
            word = prop.zh if lang == "zh" else prop.en
            lines.append((layout.name, name, word, prop.means, _allowed(prop)))
    for line, texts in enumerate(lines, 1):
        for at, text in enumerate(texts, 1):
            if text:
                put(sheet, line, at, text)
    for letter, width in zip("ABCDE", (20, 20, 20, _WIDEST, 40), strict=True):
        sheet.column_dimensions[letter].width = width


def _allowed(prop: Property) -> str:
    marks = ["required" if prop.required else "", prop.values or "", ", ".join(prop.to)]
    return "; ".join(mark for mark in marks if mark)


def _letter(at: int) -> str:
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(at))
