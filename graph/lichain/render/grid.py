"""Rows of text as a table of fixed widths, with Chinese in its place.

Rich draws the same table, in four times the time and after an import of its own; an answer of fifty
rows would take a third longer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from lichain.render.fitting import WIDE

_OPENING, _CLOSING = "（《「『【〈", "，。、；：！？）》」』】〉"
_PIECE = re.compile(rf"\s+|[{_OPENING}]*[{WIDE}][{_CLOSING}]*|[^\s{WIDE}]+")
"""Blanks, a Chinese character with the marks that cling to it, or a word."""
_TOP, _UNDER_HEADER, _BETWEEN, _BOTTOM = "┏━┳┓", "┡━╇┩", "├─┼┤", "└─┴┘"


def bold(text: str, styled: bool) -> str:
    """`text` in bold where a terminal shows it."""
    return f"\x1b[1m{text}\x1b[0m" if styled and text else text


def dim(text: str, styled: bool) -> str:
    """`text` dimmed where a terminal shows it."""
    return f"\x1b[2m{text}\x1b[0m" if styled and text else text


def grid(
    header: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int], styled: bool
) -> Iterator[str]:
    """The lines of a table; there are rules between rows where a cell has several lines of its own."""
    ruled = any("\n" in cell for row in rows for cell in row)
    yield _rule(_TOP, widths)
    yield from _lines(header, widths, "┃", styled)
    yield _rule(_UNDER_HEADER, widths)
    for number, row in enumerate(rows):
        if ruled and number:
            yield _rule(_BETWEEN, widths)
        yield from _lines(row, widths, "│", styled=False)
    yield _rule(_BOTTOM, widths)


def fold(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` cells, broken between words and Chinese characters."""
    return [line for part in text.split("\n") for line in _fold_line(part, width)]


def _fold_line(text: str, width: int) -> list[str]:
    lines, line, used = [], "", 0
    for piece in _PIECE.findall(text):
        size = cell_len(piece)
        if used + size > width:
            if used:
                lines.append(line.rstrip())
                line, used = "", 0
            if piece.isspace():
                continue
            while size > width:
                head = _cut(piece, width)
                lines.append(head)
                piece = piece[len(head) :]
                size = cell_len(piece)
        line, used = line + piece, used + size
    return [*lines, line.rstrip()] if line or not lines else lines


def _cut(text: str, width: int) -> str:
    """The longest beginning that fits, one character at least."""
    used = 0
    for at, char in enumerate(text):
        used += cell_len(char)
        if used > width:
            return text[: max(at, 1)]
    return text


def _lines(cells: Sequence[str], widths: Sequence[int], bar: str, styled: bool) -> Iterator[str]:
    folded = [fold(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for number in range(max(map(len, folded))):
        parts = [lines[number] if number < len(lines) else "" for lines in folded]
        padded = [
            bold(part, styled) + " " * (width - cell_len(part))
            for part, width in zip(parts, widths, strict=True)
        ]
        yield f"{bar} {f' {bar} '.join(padded)} {bar}"


def _rule(marks: str, widths: Sequence[int]) -> str:
    return marks[0] + marks[2].join(marks[1] * (width + 2) for width in widths) + marks[3]
