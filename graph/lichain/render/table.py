"""An answer as a table in the terminal; columns that hold nothing are named below instead."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text

from lichain.model import Lang
from lichain.queries.question import Column
from lichain.render import cells, words
from lichain.result import Result, Row

_MOST_EVIDENCE = 3
_CLAIM_WIDTH = 14


def print_result(result: Result, lang: Lang, console: Console) -> None:
    """Prints the answer with its evidence, or what an empty answer means."""
    console.print(Text(result.question.title(lang), style="bold"))
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
    console.print(_table(result, filled, numbers, lang))
    console.print(Text(words.counted(result, lang), style="dim"))
    if blank := [_header(column, lang) for column in columns if column not in filled]:
        listed = ("、" if lang == "zh" else ", ").join(blank)
        console.print(Text(f"{words.word('unknown', lang)}: {listed}", style="dim"))
    _print_sources(result, numbers, lang, console)


def _known(value: object) -> bool:
    return value is not None and value != [] and value != ""


def _table(result: Result, columns: list[Column], numbers: dict[str, int], lang: Lang) -> Table:
    table = Table(
        show_lines=any(len(row.evidence) > 1 for row in result.rows),
        header_style="bold",
        pad_edge=False,
    )
    for column in columns:
        table.add_column(_header(column, lang), overflow="fold")
    evidenced = result.question.evidenced
    if evidenced:
        table.add_column(words.word("confidence", lang), overflow="fold")
        table.add_column(
            words.word("evidence", lang), overflow="fold", style="dim", min_width=_CLAIM_WIDTH
        )
    for row in result.rows:
        shown = [Text(cells.cell(column, row.values, lang)) for column in columns]
        if evidenced:
            grade = words.confidence(row.confidence, lang)
            shown += [Text(grade), Text(_evidence(row, numbers, lang))]
        table.add_row(*shown)
    return table


def _header(column: Column, lang: Lang) -> str:
    return column.zh if lang == "zh" else column.en


def _evidence(row: Row, numbers: dict[str, int], lang: Lang) -> str:
    """A line for each place that the row rests on, with one of the claims made there."""
    places = {(one.source, one.locator): one for one in reversed(row.evidence)}
    if not places:
        return cells.UNKNOWN[lang]
    shown = list(reversed(places.values()))
    lines = [words.place(one, numbers[one.source]) for one in shown[:_MOST_EVIDENCE]]
    rest = len(shown) - _MOST_EVIDENCE
    return "\n".join([*lines, *([f"+{rest}"] if rest > 0 else [])])


def _print_sources(result: Result, numbers: dict[str, int], lang: Lang, console: Console) -> None:
    if not numbers:
        return
    console.print(Text(words.word("sources", lang), style="bold"))
    for id_, number in numbers.items():
        console.print(Text(f"[{number}] {words.source_line(result.sources.get(id_), id_, lang)}"))
