"""The few sentences around an answer, in both languages."""

from __future__ import annotations

from lichain.model import Lang, Node
from lichain.queries.question import LENS, Parameter
from lichain.render.cells import cell
from lichain.render.safe import safe
from lichain.result import Evidence, Result
from lichain.schema import schema

_MOST_FIRSTS = 12
_WORDS = {
    "confidence": ("可信度", "confidence"),
    "evidence": ("证据", "evidence"),
    "sources": ("来源", "Sources"),
    "unknown": ("未知", "unknown"),
    "date_unknown": ("日期未知", "date unknown"),
}


def word(name: str, lang: Lang) -> str:
    """One of the words that stand around answers."""
    return _WORDS[name][0 if lang == "zh" else 1]


def asked(result: Result, lang: Lang) -> str:
    """What was asked, with the things that names were taken to mean."""
    parts = []
    for parameter in result.question.parameters:
        value = result.parameters.get(parameter.name)
        if value is None or (parameter in LENS and value == parameter.default):
            continue
        node = result.named.get(str(value))
        shown = f"{node.name(lang)} ({node.id})" if node else _plain(parameter, value, lang)
        label = parameter.zh if lang == "zh" else parameter.en
        parts.append(f"{label}: {shown}")
    return safe(("；" if lang == "zh" else "; ").join(parts))


def _plain(parameter: Parameter, value: object, lang: Lang) -> str:
    return schema().label(parameter.values, str(value), lang) if parameter.values else str(value)


def counted(result: Result, lang: Lang) -> str:
    """How many rows there are, and whether more were left out."""
    count = len(result.rows)
    if not result.more:
        return f"{count} 行" if lang == "zh" else f"{count} row{'s' if count != 1 else ''}"
    total = max(result.total, count + 1)
    if lang == "zh":
        return f"共 {total} 行，此处为前 {count} 行；其余用 --limit {total} 或 --out FILE.csv 查看"
    return f"the first {count} of {total} rows; for the rest: --limit {total}, or --out FILE.csv"


def spread(result: Result, lang: Lang) -> list[str]:
    """Where rows were left out: how many rows of the whole answer have each value of the first column."""
    column = result.question.columns[0]
    if not result.firsts or len(result.firsts) == result.total:
        return []
    shown = [
        f"{safe(cell(column, {column.name: value}, lang))} {count}"
        for value, count in result.firsts[:_MOST_FIRSTS]
    ]
    rest = len(result.firsts) - _MOST_FIRSTS
    if rest > 0:
        shown.append(f"另 {rest} 种" if lang == "zh" else f"and {rest} more")
    label = column.zh if lang == "zh" else column.en
    return [f"{label}: {('；' if lang == 'zh' else '; ').join(shown)}"]


def nothing(result: Result, lang: Lang) -> str:
    """What an empty answer means, what was asked in a line before it; safe for a terminal."""
    about = asked(result, lang)
    return f"{about}\n{result.question.nothing(lang)}" if about else result.question.nothing(lang)


def confidence(grade: str | None, lang: Lang) -> str:
    """The word for a confidence; unknown where nothing was graded."""
    return schema().label("confidence", grade, lang) if grade else word("unknown", lang)


def numbered(*results: Result) -> dict[str, int]:
    """A number for each source, in the order in which the rows name them."""
    rows = (row for result in results for row in result.rows)
    order = dict.fromkeys(evidence.source for row in rows for evidence in row.evidence)
    return {source: number for number, source in enumerate(order, 1)}


def place(evidence: Evidence, number: int) -> str:
    """[1] p. 16 c-abc: the source's number, the place in it and the claim."""
    return safe(f"[{number}] {evidence.locator} {evidence.claim}")


def more_places(count: int, lang: Lang) -> str:
    """That `count` places are not shown, and how to see them."""
    return f"（另 {count} 处：--format json）" if lang == "zh" else f"(+{count}: --format json)"


def source_line(source: Node | None, id_: str, lang: Lang) -> str:
    """A source in one line: title, publisher, date, id."""
    if source is None:
        return safe(id_)
    publisher = source.properties.get("publisher")
    published = source.properties.get("published") or word("date_unknown", lang)
    parts = (source.name(lang), publisher, published, id_)
    return safe(" · ".join(str(part) for part in parts if part))
