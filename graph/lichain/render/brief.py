"""An answer as a few lines of text, for the prompt of an interpreter."""

from __future__ import annotations

from shutil import get_terminal_size

from lichain.model import Lang
from lichain.render import cells, words
from lichain.render.safe import safe, short
from lichain.result import Result

_MOST_ROWS, _MOST_CHARACTERS = 10, 24


def brief(result: Result, lang: Lang) -> str:
    """The question, the first rows without their evidence, and how many rows there are."""
    lines = [safe(result.question.title(lang))]
    if not result.rows:
        return "\n".join([*lines, safe(words.nothing(result, lang))])
    if about := words.asked(result, lang):
        lines.append(about)
    return "\n".join([*lines, _table(result, lang), _counted(result, lang)])


def _table(result: Result, lang: Lang) -> str:
    """The first rows; columns that hold nothing, or for which the window is too narrow, are named."""
    from rich.cells import cell_len, set_cell_size

    known, rows = cells.known_nodes(result), result.rows[:_MOST_ROWS]
    room = get_terminal_size((120, 0)).columns
    shown: list[list[str]] = []
    left_out: list[str] = []
    for column in cells.shown_columns(result.question):
        name = safe(column.zh if lang == "zh" else column.en)
        filled = any(row.values.get(column.name) not in (None, [], "") for row in rows)
        texts = [
            name,
            *(short(cells.cell(column, row.values, lang, known), _MOST_CHARACTERS) for row in rows),
        ]
        width = max(cell_len(text) for text in texts) + 2
        if filled and (width <= room or not shown):
            room -= width
            shown.append([set_cell_size(text, width) for text in texts])
        else:
            left_out.append(name)
    lines = ["".join(parts).rstrip() for parts in zip(*shown, strict=True)]
    if left_out:
        told = "未显示的列：" if lang == "zh" else "columns not shown: "
        lines.append(told + ("、" if lang == "zh" else ", ").join(left_out))
    return "\n".join(lines)


def _counted(result: Result, lang: Lang) -> str:
    count, cut = len(result.rows), "+" if result.more else ""
    if lang == "zh":
        rest = f"（显示前 {_MOST_ROWS} 行）" if count > _MOST_ROWS else ""
        return f"{count}{cut} 行{rest}"
    rest = f" (the first {_MOST_ROWS} shown)" if count > _MOST_ROWS else ""
    return f"{count}{cut} row{'s' if count != 1 or cut else ''}{rest}"
