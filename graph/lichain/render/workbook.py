"""An answer as a workbook: a sheet of its rows, one of its sources, one of what was asked.

Numbers stay numbers; everything else is text, so that codes keep their zeros, dates their precision,
and what looks like a formula stays what it says.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO
from typing import Any

from lichain.errors import InputError
from lichain.model import Lang, Node
from lichain.render import cells, words
from lichain.result import Result, Row
from lichain.seed.export import put
from lichain.seed.workbook import escaped

Line = Sequence[Any]
_LONGEST = 32_767
_TITLES = {"zh": ("回答", "来源", "提问"), "en": ("answer", "sources", "asked")}


def to_workbook(result: Result, lang: Lang, today: date, version: str) -> bytes:
    """The bytes of the .xlsx; InputError for a text that is too long for a cell of Excel.

    A column with nodes, or lists of them, is followed by one of their ids; lists are joined by "; ".
    """
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    sheets = (_answer(result, lang), _sources(result), _asked(result, lang, today, version))
    for title, lines in zip(_TITLES[lang], sheets, strict=True):
        _fill(book.create_sheet(title), lines)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _answer(result: Result, lang: Lang) -> list[Line]:
    columns = [c.name for c in result.question.columns if c.name != "evidence"]
    known = cells.known_nodes(result)
    with_ids = {name for name in columns if any(_ids(row.values.get(name)) for row in result.rows)}
    header = [part for name in columns for part in (name, f"{name}_id")[: 1 + (name in with_ids)]]
    evidenced = ["confidence", "evidence", "claims"] if result.question.evidenced else []
    lines: list[Line] = [[*header, *evidenced]]
    for row in result.rows:
        line: list[Any] = []
        for name in columns:
            value = row.values.get(name)
            line.append(_value(value, lang, known))
            if name in with_ids:
                line.append("; ".join(_ids(value)))
        lines.append([*line, *(_evidence(row) if evidenced else [])])
    return lines


def _ids(value: Any) -> list[str]:
    """The ids of the nodes in a cell."""
    if isinstance(value, list | tuple):
        return [id_ for item in value for id_ in _ids(item)]
    return [value.id] if isinstance(value, Node) else []


def _value(value: Any, lang: Lang, known: Mapping[str, Node]) -> Any:
    """A number, true or false as it is; a list joined by "; " in either language."""
    if value is None or isinstance(value, int | float):
        return value
    if isinstance(value, list | tuple) and not any(
        isinstance(item, list | tuple) for item in value
    ):
        text = cells.text(value, lang, known)
        return text if "→" in text else "; ".join(cells.text(item, lang, known) for item in value)
    return cells.text(value, lang, known)


def _evidence(row: Row) -> list[str]:
    places = "; ".join(f"{one.source}@{one.locator}" for one in row.evidence)
    return [row.confidence or "", places, "; ".join(one.claim for one in row.evidence)]


def _sources(result: Result) -> list[Line]:
    names = ["name_zh", "name_en", "publisher", "published", "address", "licence"]
    lines: list[Line] = [["id", *names]]
    for id_ in words.numbered(result):
        found = result.sources.get(id_)
        lines.append([id_, *((found.properties.get(name, "") if found else "") for name in names)])
    return lines


def _asked(result: Result, lang: Lang, today: date, version: str) -> list[Line]:
    """What was asked: the question, each parameter with what it was taken to mean, when and by what."""
    lines: list[Line] = [
        ["question", result.question.name, result.question.title(lang)],
        ["about", result.question.about(lang)],
    ]
    for parameter in result.question.parameters:
        value = result.parameters.get(parameter.name)
        node = result.named.get(str(value))
        lines.append([f"--{parameter.name}", value, node.name(lang) if node else ""])
    lines += [
        ["rows", len(result.rows), words.counted(result, lang)],
        ["asked on", today.isoformat()],
        ["program", f"lichain {version}"],
    ]
    if not result.rows:
        lines.append(["nothing", result.question.nothing(lang)])
    return lines


def _fill(sheet: Any, lines: Sequence[Line]) -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    for number, line in enumerate(lines, 1):
        for at, value in enumerate(line, 1):
            if isinstance(value, int | float):
                sheet.cell(number, at).value = value
            elif value is not None and value != "":
                put(sheet, number, at, _bounded(str(value), f"{sheet.title}:{number}"))
    for at in range(1, max(map(len, lines)) + 1):
        longest = max((len(str(line[at - 1])) for line in lines if len(line) >= at), default=0)
        sheet.column_dimensions[get_column_letter(at)].width = min(max(10, longest + 2), 50)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"


def _bounded(text: str, where: str) -> str:
    if len(escaped(text).encode("utf-16-le")) // 2 > _LONGEST:
        raise InputError(
            f"{where}: a text of {len(text)} characters does not fit a cell of Excel; write .csv or .json",
            f"{where}：有一段 {len(text)} 个字符的文本超出 Excel 单元格上限；请改用 .csv 或 .json",
        )
    return text
