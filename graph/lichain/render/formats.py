"""An answer as JSON, CSV or Markdown."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from lichain.model import Lang, Node, Relationship
from lichain.render import cells, words
from lichain.render.safe import safe
from lichain.result import Result, Row

_FOR_NEO4J = frozenset(("name_keys", "name_zh_else", "name_en_else"))
"""Properties that only serve indexes and captions there."""


def to_json(result: Result, lang: Lang) -> str:
    """One object: what was asked, the rows with values as they are and their evidence, the sources."""
    document = {
        "question": result.question.name,
        "title": result.question.title(lang),
        "parameters": {name: _asked(result, value) for name, value in result.parameters.items()},
        "rows": [plain_row(row) for row in result.rows],
        "sources": {id_: _plain(node) for id_, node in result.sources.items()},
        "complete": not result.more,
        "limits": result.question.limits(lang),
        "nothing_means": None if result.rows else result.question.nothing(lang),
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def to_csv(result: Result, lang: Lang) -> str:
    """A header and a line a row: a node gives its name and its id, evidence source@place."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    columns = [column for column in result.question.columns if column.name != "evidence"]
    known = cells.known_nodes(result)
    nodes = {
        c.name
        for c in columns
        if any(isinstance(row.values.get(c.name), Node) for row in result.rows)
    }
    writer.writerow(
        [
            name
            for c in columns
            for name in ([c.name, f"{c.name}_id"] if c.name in nodes else [c.name])
        ]
        + ["confidence", "evidence", "claims"]
    )
    for row in result.rows:
        line = [
            part
            for c in columns
            for part in _csv_cell(row.values.get(c.name), c.name in nodes, lang, known)
        ]
        places = "; ".join(f"{one.source}@{one.locator}" for one in row.evidence)
        writer.writerow(
            [*line, row.confidence or "", places, "; ".join(one.claim for one in row.evidence)]
        )
    return out.getvalue()


def to_markdown(result: Result, lang: Lang) -> str:
    """A title, a table, and the sources as a list."""
    lines = [f"## {markdown(result.question.title(lang))}", ""]
    if about := words.asked(result, lang):
        lines += [markdown(about), ""]
    numbers = words.numbered(result)
    lines += markdown_rows(result, numbers, lang)
    if result.rows:
        lines += markdown_sources(result.sources, numbers, lang)
    return "\n".join(lines) + "\n"


def markdown_rows(result: Result, numbers: Mapping[str, int], lang: Lang) -> list[str]:
    """The rows as a table, their sources by `numbers`; what an empty answer means where there are none."""
    if not result.rows:
        return [markdown(result.question.nothing(lang))]
    columns, known = cells.shown_columns(result.question), cells.known_nodes(result)
    header = [c.zh if lang == "zh" else c.en for c in columns]
    evidenced = result.question.evidenced
    header += [words.word("confidence", lang), words.word("evidence", lang)] if evidenced else []
    lines = [_md_row(header), _md_row(["---"] * len(header))]
    for row in result.rows:
        shown = [cells.cell(c, row.values, lang, known) for c in columns]
        if evidenced:
            places = "; ".join(words.place(one, numbers[one.source]) for one in row.evidence)
            shown += [words.confidence(row.confidence, lang), places]
        lines.append(_md_row([markdown(part) for part in shown]))
    lines += ["", words.counted(result, lang)]
    return lines + (["", markdown(limits)] if (limits := result.question.limits(lang)) else [])


def markdown_sources(
    sources: Mapping[str, Node], numbers: Mapping[str, int], lang: Lang
) -> list[str]:
    """The sources as a list under a heading; nothing where there are none."""
    lines = ["", f"### {words.word('sources', lang)}", ""] if numbers else []
    return lines + [
        f"- [{n}] {markdown(words.source_line(sources.get(id_), id_, lang))}"
        for id_, n in numbers.items()
    ]


def _asked(result: Result, value: Any) -> Any:
    node = result.named.get(value) if isinstance(value, str) else None
    return _plain(node) if node else value


def plain_row(row: Row) -> dict[str, Any]:
    """A row of what JSON can hold: a thing with its properties, a fact with its ends, the evidence."""
    values = {name: _plain(value) for name, value in row.values.items()}
    return values | {
        "confidence": row.confidence,
        "evidence": [asdict(one) for one in row.evidence],
    }


def _plain(value: Any) -> Any:
    if isinstance(value, Node):
        shown = {name: item for name, item in value.properties.items() if name not in _FOR_NEO4J}
        return {"id": value.id, "type": value.type, **shown}
    if isinstance(value, Relationship):
        return {"type": value.type, "from": value.start, "to": value.end, **value.properties}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value


def _csv_cell(value: Any, is_node: bool, lang: Lang, known: Mapping[str, Node]) -> list[str]:
    if isinstance(value, Node):
        return [value.name(lang), value.id]
    plain = (
        ""
        if value is None
        else repr(value)
        if isinstance(value, float)
        else cells.text(value, lang, known)
    )
    return [plain, ""] if is_node else [plain]


def _md_row(parts: list[str]) -> str:
    return f"| {' | '.join(parts)} |"


def markdown(text: str) -> str:
    """Text that Markdown and the HTML in it leave alone, in one line."""
    text = safe(text)
    for char in "\\`*_[]|~":
        text = text.replace(char, f"\\{char}")
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
