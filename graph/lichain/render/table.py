"""An answer in the terminal: a table, or a block a row where the window is too narrow for one.

Columns that hold nothing are named below instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lichain.model import Lang, Node
from lichain.queries.question import Column
from lichain.render import cells, words
from lichain.render.fitting import least_width, widths
from lichain.render.grid import bold, dim, fold, grid
from lichain.render.safe import safe, short
from lichain.result import Result, Row

_MOST_EVIDENCE = 3


def to_text(result: Result, lang: Lang, width: int, styled: bool = False) -> str:
    """The answer with its evidence in lines of at most `width` cells, or what an empty answer means."""
    title = safe(result.question.title(lang))
    lines = [bold(line, styled) for line in fold(title, width)]
    if not result.rows:
        return "\n".join([*lines, *fold(words.nothing(result, lang), width), ""])
    if about := words.asked(result, lang):
        lines += [dim(line, styled) for line in fold(about, width)]
    numbers = words.numbered(result)
    lines += rows_text(result, numbers, lang, width, styled)
    lines += sources_text(result.sources, numbers, lang, width, styled)
    return "\n".join([*lines, ""])


def rows_text(
    result: Result, numbers: dict[str, int], lang: Lang, width: int, styled: bool = False
) -> list[str]:
    """The rows, their sources by `numbers`; beneath them how many, what is blank, what cannot be seen."""
    columns = cells.shown_columns(result.question)
    filled = cells.filled_columns(result)
    blank = [_header(column, lang) for column in columns if column not in filled]
    below = [words.counted(result, lang), *words.spread(result, lang)]
    if blank:
        listed = ("、" if lang == "zh" else ", ").join(blank)
        below.append(f"{words.word('unknown', lang)}: {listed}")
    if limits := result.question.limits(lang):
        below.append(limits)
    lines = list(_rows(result, filled, numbers, lang, width, styled))
    return lines + [dim(line, styled) for text in below for line in fold(text, width)]


def sources_text(
    sources: Mapping[str, Node],
    numbers: dict[str, int],
    lang: Lang,
    width: int,
    styled: bool = False,
) -> list[str]:
    """Each source with its number, under a heading; nothing where there is none."""
    lines = [bold(words.word("sources", lang), styled)] if numbers else []
    for id_, number in numbers.items():
        lines += fold(f"[{number}] {words.source_line(sources.get(id_), id_, lang)}", width)
    return lines


def _rows(
    result: Result,
    columns: list[Column],
    numbers: dict[str, int],
    lang: Lang,
    width: int,
    styled: bool,
) -> Iterator[str]:
    """The rows as a table where its columns fit the window with every claim whole, else as blocks."""
    header, rows = _texts(result, columns, numbers, lang)
    if not header:
        return
    by_column = list(zip(header, *rows, strict=True))
    claims = [safe(one.claim) for row in result.rows for one in row.evidence]
    least = [least_width(texts) for texts in by_column]
    if result.question.evidenced:
        least[-1] = least_width(by_column[-1], claims)
    if fitted := widths(by_column, least, width):
        yield from grid(header, rows, fitted, styled)
        return
    for row in rows:
        yield from _block(header, row, width, styled)


def _texts(
    result: Result, columns: list[Column], numbers: dict[str, int], lang: Lang
) -> tuple[list[str], list[list[str]]]:
    """The header and the cells of every row; the evidence is last."""
    nodes = cells.known_nodes(result)
    header = [_header(column, lang) for column in columns]
    rows = [
        [short(cells.cell(column, row.values, lang, nodes)) for column in columns]
        for row in result.rows
    ]
    if result.question.evidenced:
        header += [words.word("confidence", lang), words.word("evidence", lang)]
        for row, shown in zip(result.rows, rows, strict=True):
            grade = short(words.confidence(row.confidence, lang))
            shown += [grade, _evidence(row, numbers, lang)]
    return header, rows


def _block(header: list[str], row: list[str], width: int, styled: bool) -> Iterator[str]:
    """A line for each cell, `name: value`, and an empty one."""
    for name, part in zip(header, row, strict=True):
        first, *rest = fold(f"{name}: {part}", width)
        yield first.replace(f"{name}:", bold(f"{name}:", styled), 1)
        yield from rest
    yield ""


def _header(column: Column, lang: Lang) -> str:
    return safe(column.zh if lang == "zh" else column.en)


def _evidence(row: Row, numbers: dict[str, int], lang: Lang) -> str:
    """A line for each place that the row rests on, with one of the claims made there."""
    places = {(one.source, one.locator): one for one in reversed(row.evidence)}
    if not places:
        return cells.UNKNOWN[lang]
    shown = list(reversed(places.values()))
    lines = [words.place(one, numbers[one.source]) for one in shown[:_MOST_EVIDENCE]]
    rest = len(shown) - _MOST_EVIDENCE
    return "\n".join([*lines, *([words.more_places(rest, lang)] if rest > 0 else [])])
