"""An answer in the terminal: a table, or a block a row where the window is too narrow for one.

Columns that hold nothing are named below instead.
"""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text

from lichain.model import Lang
from lichain.queries.question import Column
from lichain.render import cells, words
from lichain.render.fitting import least_width, widths
from lichain.render.safe import safe, short
from lichain.result import Result, Row

_MOST_EVIDENCE = 3


def print_result(result: Result, lang: Lang, console: Console) -> None:
    """Prints the answer with its evidence, or what an empty answer means."""
    console.print(Text(safe(result.question.title(lang)), style="bold"))
    if not result.rows:
        console.print(Text(words.nothing(result, lang)))
        return
    if about := words.asked(result, lang):
        console.print(Text(about, style="dim"))
    numbers = words.numbered(result)
    columns = cells.shown_columns(result.question)
    filled = [
        column
        for column in columns
        if any(_known(row.values.get(column.name)) for row in result.rows)
    ]
    _print_rows(result, filled, numbers, lang, console)
    console.print(Text(words.counted(result, lang), style="dim"))
    if blank := [_header(column, lang) for column in columns if column not in filled]:
        listed = ("、" if lang == "zh" else ", ").join(blank)
        console.print(Text(f"{words.word('unknown', lang)}: {listed}", style="dim"))
    if limits := result.question.limits(lang):
        console.print(Text(limits, style="dim"))
    _print_sources(result, numbers, lang, console)


def _known(value: object) -> bool:
    return value is not None and value != [] and value != ""


def _print_rows(
    result: Result, columns: list[Column], numbers: dict[str, int], lang: Lang, console: Console
) -> None:
    """The rows as a table where its columns fit the window with every claim whole, else as blocks."""
    header, rows = _texts(result, columns, numbers, lang)
    if not header:
        return
    by_column = list(zip(header, *rows, strict=True))
    claims = [safe(one.claim) for row in result.rows for one in row.evidence]
    least = [least_width(texts) for texts in by_column]
    if result.question.evidenced:
        least[-1] = least_width(by_column[-1], claims)
    if fitted := widths(by_column, least, console.width):
        lines = any(len(row.evidence) > 1 for row in result.rows)
        console.print(_table(header, rows, fitted, lines, result.question.evidenced))
    else:
        for row in rows:
            console.print(_block(header, row))


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


def _table(
    header: list[str], rows: list[list[str]], fitted: list[int], lines: bool, evidenced: bool
) -> Table:
    table = Table(show_lines=lines, header_style="bold", pad_edge=False)
    for name, width in zip(header, fitted, strict=True):
        table.add_column(Text(name), overflow="fold", width=width)
    if evidenced:
        table.columns[-1].style = "dim"
    for row in rows:
        table.add_row(*(Text(part) for part in row))
    return table


def _block(header: list[str], row: list[str]) -> Text:
    """A line for each cell, `name: value`, and an empty one."""
    block = Text(overflow="fold")
    for name, part in zip(header, row, strict=True):
        block.append(f"{name}: ", style="bold").append(f"{part}\n")
    return block


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


def _print_sources(result: Result, numbers: dict[str, int], lang: Lang, console: Console) -> None:
    if not numbers:
        return
    console.print(Text(words.word("sources", lang), style="bold"))
    for id_, number in numbers.items():
        console.print(Text(f"[{number}] {words.source_line(result.sources.get(id_), id_, lang)}"))
