"""Folds an answer of many small rows into one row a subject, for people to read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from lichain.model import CONFIDENCE, Lang, Node
from lichain.queries.question import Column, Fold, Question
from lichain.render import cells
from lichain.result import Evidence, Result, Row


def folded(result: Result, lang: Lang, most: int = 100_000) -> Result:
    """The answer as its question's `fold` says, `most` rows of it; the answer itself where it says
    nothing.

    A list says `采矿 12 (2026-11-24)`: the item, how many facts, the latest date.
    """
    fold = result.question.fold
    if fold is None or not result.rows:
        return result
    columns = {column.name: column for column in result.question.columns}
    groups: dict[str, list[Row]] = {}
    for row in result.rows:
        subject = row.values[fold.by]
        groups.setdefault(subject.id if isinstance(subject, Node) else subject, []).append(row)
    rows = tuple(_row(group, fold, columns, lang) for group in list(groups.values())[:most])
    question = _question(result.question, fold, columns)
    more = result.more or len(groups) > most
    return replace(result, question=question, rows=rows, more=more, total=len(groups), firsts=())


def _question(question: Question, fold: Fold, columns: Mapping[str, Column]) -> Question:
    states = [Column(term.id, term.zh, term.en) for term in columns[fold.into].terms.values()]
    return replace(question, columns=(columns[fold.by], *states, columns["evidence"]))


def _row(group: list[Row], fold: Fold, columns: Mapping[str, Column], lang: Lang) -> Row:
    values = {fold.by: group[0].values[fold.by]}
    for state in columns[fold.into].terms:
        values[state] = [
            _item(row, fold, columns[fold.item], lang)
            for row in group
            if row.values[fold.into] == state
        ] or ["—"]
    evidence = tuple(dict.fromkeys(_evidence(group)))
    grades = [row.confidence for row in group if row.confidence]
    return Row(values, evidence, max(grades, key=CONFIDENCE.index, default=None))


def _item(row: Row, fold: Fold, item: Column, lang: Lang) -> str:
    count = row.values[fold.count]
    day = max((str(row.values[name]) for name in fold.dates if row.values[name]), default="")
    dated = f"（{day}）" if lang == "zh" else f" ({day})"
    text = cells.cell(item, row.values, lang)
    return text + (f" {count}" if count else "") + (dated if day else "")


def _evidence(group: list[Row]) -> Iterator[Evidence]:
    for row in group:
        yield from row.evidence
