"""A workbook of tables, as analysts keep them in Excel: read as strictly as the CSV files."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

from lichain.errors import InputError
from lichain.schema import Property, Schema
from lichain.seed.faults import Faults, shown
from lichain.seed.folders import Tables
from lichain.seed.layout import Layout, layouts
from lichain.seed.table import Line, Table, table_of

GUIDE = ("说明 Guide", "Values")
"""Sheets that explain the others; they are passed over."""
_LARGEST, _UNPACKED = 64 << 20, 512 << 20
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_CODES = {"stock_code", "region_code", "hs", "cas", "uscc", "lei", "sha256"}
_DATES = {"date", "period"}


@dataclass(slots=True)
class WorkbookTables:
    """The tables in the sheets of `path`, one a sheet by its name; tables without a sheet come
    from `beside`. InputError where the file is no workbook."""

    path: Path
    beside: Tables | None = None
    _sheets: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._sheets = {sheet.title: sheet for sheet in _opened(self.path).worksheets}

    def check(self, schema: Schema, faults: Faults) -> None:
        """Adds a fault for every sheet that is no table."""
        known = {layout.name for layout in layouts(schema)}
        for title in self._sheets:
            if title not in known and title not in GUIDE:
                message = f"{shown(title)} is no table; a sheet is called like its table, such as Enterprise or SUPPLIES"
                faults.add(self._file(title), 0, "", message)
        if self.beside is not None:
            self.beside.check(schema, faults)

    def table(self, folder: str, name: str, faults: Faults) -> Table | None:
        """The table in the sheet `name`, else the one beside the workbook."""
        if name not in self._sheets:
            return self.beside.table(folder, name, faults) if self.beside else None
        from lichain.schema import schema

        layout = next(one for one in layouts(schema()) if one.name == name)
        before = faults.count
        lines = self.lines(layout, faults)
        return table_of(lines, self._file(name), faults, whole=faults.count == before)

    def has(self, name: str) -> bool:
        """Whether the workbook has a sheet for the table."""
        return name in self._sheets

    def lines(self, layout: Layout, faults: Faults) -> list[Line]:
        """The sheet's header and rows that are not blank, each as long as the header."""
        found: list[Line] = []
        header: list[str] = []
        for number, row in enumerate(self._sheets[layout.name].iter_rows(), 1):
            cells = [
                _text(
                    cell, layout.columns.get(name), (self._file(layout.name), number, name), faults
                )
                for cell, name in zip(row, _padded(header, len(row)), strict=True)
            ]
            if not any(cell.strip() for cell in cells):
                continue
            if not header:
                while cells and not cells[-1].strip():
                    cells.pop()
                header = [cell.strip() for cell in cells]
            found.append((number, _fitted(cells, len(header))))
        return found

    def _file(self, title: str) -> str:
        return f"{self.path.name} {title}"


def _padded(header: list[str], length: int) -> list[str]:
    return [*header, *[""] * (length - len(header))][:length]


def _fitted(cells: list[str], length: int) -> list[str]:
    """As many cells as the header has; empty ones beyond it are no cells."""
    while len(cells) > length and not cells[-1].strip():
        cells.pop()
    return [*cells, *[""] * (length - len(cells))]


def _text(cell: Any, prop: Property | None, at: tuple[str, int, str], faults: Faults) -> str:
    """What the cell holds as text; what Excel may have changed behind the writer's back is a fault."""
    value, type_ = cell.value, prop.type if prop else ""
    if value is None:
        return ""
    problem = None
    if cell.data_type == "f":
        problem = "is a formula; write its value"
    elif isinstance(value, str):
        return unescaped(value)
    elif isinstance(value, bool):
        problem = f"is {value!s} as Excel's truth value; write yes or no as text"
    elif isinstance(value, datetime | date | time):
        day = value.strftime("%Y-%m-%d") if isinstance(value, date) else str(value)
        problem = (
            f"is a date cell; format it as text and write {day}, or less where the source says less"
        )
    elif type_ in _CODES:
        problem = f"{value} is a number cell, and leading zeros may be lost; format it as text and write the code"
    elif type_ in _DATES and not (isinstance(value, int) and 1000 <= value <= 2999):
        problem = f"{value} is a number cell; format it as text and write the date"
    else:
        return _number(value)
    faults.add(*at, problem)
    return ""


def _number(value: float) -> str:
    """Digits as a person writes them: no exponent, no needless decimals."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return f"{value:.15g}" if isinstance(value, float) else str(value)


def unescaped(text: str) -> str:
    """Characters that XML cannot hold come as _x000D_ and the like."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def _opened(path: Path) -> Any:
    from defusedxml import DefusedXmlException
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    if path.is_dir():
        raise InputError(f"{path} is a folder, not a workbook; give a folder of tables as --seed")
    try:
        _check_size(path)
        return load_workbook(path, data_only=False, keep_links=False)
    except OSError as fault:
        raise InputError(f"{path} cannot be read: {fault.strerror or fault}") from fault
    except DefusedXmlException as fault:
        raise InputError(f"{path} holds XML that no spreadsheet needs; save it anew") from fault
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, ParseError) as fault:
        raise InputError(
            f"{path} is not an Excel workbook (.xlsx); save it as one, without a password"
        ) from fault


def _check_size(path: Path) -> None:
    """InputError for a file that would fill the memory when unpacked."""
    if path.stat().st_size > _LARGEST:
        raise InputError(f"{path} is larger than {_LARGEST >> 20} MiB; split it")
    with zipfile.ZipFile(path) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > _UNPACKED:
            raise InputError(f"{path} unpacks to more than {_UNPACKED >> 20} MiB; split it")
