"""How wide the columns of a table are in a window, and whether they fit it at all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rich.cells import cell_len

WIDE = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
"""Characters that take two cells, as the inside of a class in a regular expression."""
_WIDE_RUN = re.compile(f"[{WIDE}]+")
_WORD = re.compile(f"[^\\s{WIDE}]+")
_MOST_WORD, _MOST_WIDE = 14, 8
"""Cells that a word gets at least, and Chinese, which breaks anywhere; longer ones are folded."""


def least_width(texts: Sequence[str], whole: Sequence[str] = ()) -> int:
    """The cells a column needs to be read; the strings in `whole` are never folded."""
    kept = max((cell_len(text) for text in whole), default=1)
    return max([kept, *(_least(text) for text in texts)])


def widths(columns: Sequence[Sequence[str]], least: Sequence[int], room: int) -> list[int] | None:
    """A width for each column of texts so that the table fits `room`; None where it cannot.

    The widest column gives way first, none below its `least`.
    """
    room -= 3 * len(columns) + 1
    if sum(least) > room:
        return None
    found = [
        max(low, *(cell_len(line) for text in column for line in text.split("\n")))
        for column, low in zip(columns, least, strict=True)
    ]
    for _ in range(sum(found) - room):
        spare = [index for index, low in enumerate(least) if found[index] > low]
        found[max(spare, key=found.__getitem__)] -= 1
    return found


def _least(text: str) -> int:
    words = [min(_MOST_WORD, cell_len(word)) for word in _WORD.findall(text)]
    wide = [min(_MOST_WIDE, cell_len(run)) for run in _WIDE_RUN.findall(text)]
    return max([1, *words, *wide])
