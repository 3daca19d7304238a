"""A workbook of tables, as analysts keep them in Excel: read as strictly as the CSV files."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

from lichain.errors import InputError
from lichain.schema import Property, Schema
from lichain.schema.codes import CODES
from lichain.seed.faults import Faults, shown
from lichain.seed.folders import Tables
from lichain.seed.layout import Layout, layouts
from lichain.seed.table import Line, Table, table_of

GUIDE, VALUES, STATE = "说明 Guide", "取值 Values", "lichain"
"""Sheets that explain the others, and one that tells which tables the workbook was made from."""
_LARGEST, _UNPACKED = 64 << 20, 256 << 20
_MOST_ROWS, _MOST_COLUMNS = 200_000, 200
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_ESCAPED = re.compile(r"_x(00[01][0-9A-Fa-f]|[Ff]{3}[EeFf])_")
_DATES = {"date", "period"}
_WHOLE_DAYS = {"recorded_at", "looked_on"}
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    ParseError,
    EOFError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    RuntimeError,
)
"""What openpyxl raises on files that are damaged, encrypted or no workbooks."""


@dataclass(slots=True)
class WorkbookTables:
    """The tables in the sheets of `path`, one a sheet by its name; tables without a sheet come
    from `beside`. InputError where the file is no workbook, or holds none of the tables."""

    path: Path
    beside: Tables | None = None
    made_from: Mapping[str, str] = field(default_factory=dict)
    _sheets: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        with _reading(self.path):
            book = _opened(self.path)
            known = {name.lower(): name for name in (GUIDE, VALUES, STATE)}
            known |= {one.name.lower(): one.name for one in _layouts()}
            for sheet in book.worksheets:
                name = known.get(sheet.title.strip().lower(), sheet.title)
                if name != STATE and not _is_blank(sheet):
                    self._sheets[name] = sheet
            if STATE in book.sheetnames:
                rows = book[STATE].iter_rows(max_col=2, values_only=True)
                self.made_from = {str(file): str(digest) for file, digest in rows}

    def check(self, schema: Schema, faults: Faults) -> None:
        """Adds a fault for every sheet that is no table."""
        known = {layout.name for layout in layouts(schema)}
        for title in self._sheets:
            if title not in known and title not in (GUIDE, VALUES):
                message = f"{shown(title)} is no table; a sheet is called like its table, such as Enterprise or SUPPLIES"
                faults.add(self.file(title), 0, "", message)
        if not faults.count and not known & set(self._sheets):
            raise InputError(
                f"{self.path} has no sheet that is a table; a sheet is called like its table, such as SUPPLIES",
                f"{self.path} 中没有数据表；工作表以数据表命名，如 SUPPLIES",
            )
        if self.beside is not None:
            self.beside.check(schema, faults)

    def table(self, folder: str, name: str, faults: Faults) -> Table | None:
        """The table in the sheet `name`, else the one beside the workbook."""
        if name not in self._sheets:
            return self.beside.table(folder, name, faults) if self.beside else None
        layout = next(one for one in _layouts() if one.name == name)
        before = faults.count
        lines = self.lines(layout, faults)
        return table_of(lines, self.file(name), faults, whole=faults.count == before)

    def has(self, name: str) -> bool:
        """Whether the workbook has a sheet for the table."""
        return name in self._sheets

    def lines(self, layout: Layout, faults: Faults) -> list[Line]:
        """The sheet's header and rows that are not blank, each as long as the header."""
        with _reading(self.path):
            return list(self._lines(layout, faults))

    def _lines(self, layout: Layout, faults: Faults) -> Iterator[Line]:
        header: list[str] = []
        file = self.file(layout.name)
        for number, row in enumerate(self._sheets[layout.name].iter_rows(), 1):
            if all(cell.value is None for cell in row):
                continue
            if number > _MOST_ROWS or len(row) > _MOST_COLUMNS:
                message = f"reaches beyond {_MOST_ROWS} rows or {_MOST_COLUMNS} columns; delete what stands far out"
                faults.add(file, number, "", message)
                return
            cells = [
                _text(cell, layout.columns.get(name), (file, number, name), faults)
                for cell, name in zip(row, _padded(header, len(row)), strict=True)
            ]
            if not any(cell.strip() for cell in cells):
                continue
            if not header:
                header = [cell.strip() for cell in _fitted(cells, 0)]
            yield number, _fitted(cells, len(header))

    def file(self, title: str) -> str:
        """How a sheet is called in a report."""
        return f"{self.path.name} {title}"


def _layouts() -> tuple[Layout, ...]:
    from lichain.schema import schema

    return tuple(layouts(schema()))


def _is_blank(sheet: Any) -> bool:
    sheet.reset_dimensions()
    return all(value is None for row in sheet.iter_rows(values_only=True) for value in row)


def _padded(header: list[str], length: int) -> list[str]:
    return [*header, *[""] * (length - len(header))][:length]


def _fitted(cells: list[str], length: int) -> list[str]:
    """As many cells as the header has; empty ones beyond it are no cells."""
    last = max((at for at, cell in enumerate(cells, 1) if cell.strip()), default=0)
    return [*cells[: max(last, length)], *[""] * (length - len(cells))]


def _text(cell: Any, prop: Property | None, at: tuple[str, int, str], faults: Faults) -> str:
    """What the cell holds as text; what Excel may have changed behind the writer's back is a fault."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, str) and cell.data_type not in ("f", "e"):
        return unescaped(value)
    if isinstance(value, datetime) and at[2] in _WHOLE_DAYS and value.time() == time():
        return value.date().isoformat()
    if problem := _problem(cell, prop.type if prop else ""):
        faults.add(*at, problem)
        return ""
    return _number(value)


def _problem(cell: Any, type_: str) -> str | None:
    """Why the cell cannot be taken as it is; None for a number where one belongs."""
    value = cell.value
    if cell.data_type == "f":
        return "is a formula; write its value"
    if cell.data_type == "e":
        return f"is {value}, an error of Excel's; write what is meant"
    if isinstance(value, bool):
        return f"is {value!s} as Excel's truth value; write yes or no as text"
    if isinstance(value, datetime | date | time | timedelta):
        day = value.strftime("%Y-%m-%d") if isinstance(value, date) else str(value)
        return (
            f"is a date cell; format it as text and write {day}, or less where the source says less"
        )
    if type_ in CODES:
        return f"{value} is a number cell, and leading zeros may be lost; format it as text and write the code"
    if type_ in _DATES:
        whole = isinstance(value, int) and 1000 <= value <= 2999
        return None if whole else f"{value} is a number cell; format it as text and write the date"
    if type_ not in ("number", "integer"):
        return f"{value} is a number cell in a column of text; format it as text and write it again"
    if "%" in cell.number_format:
        return f"is a percent cell, which holds {value}; format it as text and write {value * 100:.10g}"
    return None


def _number(value: float) -> str:
    """Digits as a person writes them: no exponent, no needless decimals."""
    return format(Decimal(f"{value:.15g}"), "f")


def escaped(text: str) -> str:
    """The text with what XML cannot hold written as Excel writes it, _x000D_."""
    return _CONTROL.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def unescaped(text: str) -> str:
    """The text with the characters back that XML cannot hold."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def is_like_an_escape(text: str) -> bool:
    """Whether the text holds what would be read as an escaped character, and so cannot travel."""
    return "x005F_" in text or bool(_ESCAPED.search(text))


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    """Turns what goes wrong in a file into one sentence."""
    from defusedxml import DefusedXmlException
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        yield
    except OSError as fault:
        why = fault.strerror or str(fault)
        raise InputError(f"{path} cannot be read: {why}", f"无法读取 {path}：{why}") from fault
    except (*_UNREADABLE, InvalidFileException) as fault:
        links: list[BaseException | None] = [fault, fault.__cause__, fault.__context__]
        if any(isinstance(link, DefusedXmlException) for link in links):
            raise InputError(
                f"{path} contains a DOCTYPE or an entity, which no spreadsheet needs; save it anew",
                f"{path} 含有表格文件不需要的 DOCTYPE 或实体；请重新另存",
            ) from fault
        raise InputError(
            f"{path} is not an Excel workbook (.xlsx); save it as one, without a password",
            f"{path} 不是 Excel 工作簿（.xlsx）；请另存为该格式，且不要加密",
        ) from fault


def _opened(path: Path) -> Any:
    from openpyxl import load_workbook

    if path.is_dir():
        raise InputError(
            f"{path} is a folder, not a workbook; give a folder of tables as --seed",
            f"{path} 是文件夹而非工作簿；数据表文件夹请用 --seed 指定",
        )
    if path.stat().st_size > _LARGEST:
        raise InputError(f"{path} is larger than {_LARGEST >> 20} MiB; split it")
    with zipfile.ZipFile(path) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > _UNPACKED:
            raise InputError(f"{path} unpacks to more than {_UNPACKED >> 20} MiB; split it")
    return load_workbook(path, read_only=True, data_only=False, keep_links=False)
