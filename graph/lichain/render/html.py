"""An answer as an HTML table for a notebook: with its evidence, and nothing that a name could run."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from urllib.parse import urlsplit

from lichain.model import Lang, Node, Relationship, count_types
from lichain.queries.question import Column
from lichain.render import cells, words
from lichain.render.safe import safe, short
from lichain.result import Result, Row
from lichain.schema import Schema

_MOST_ROWS, _MOST_PLACES = 60, 3


def to_html(result: Result, lang: Lang) -> str:
    """A table with a caption and headed columns, the sources below it; what an empty answer means."""
    title = f"<strong>{text(result.question.title(lang))}</strong>"
    about = text(words.asked(result, lang))
    if not result.rows:
        nothing = text(result.question.nothing(lang))
        return _whole(
            lang, [f"<p>{title}</p>", f"<p>{about}</p>" if about else "", f"<p>{nothing}</p>"]
        )
    caption = f"<caption>{title}{'<br>' if about else ''}{about}</caption>"
    numbers = words.numbered(result)
    columns = cells.shown_columns(result.question)
    body = _body(result, numbers, lang, columns)
    table = [f"<table>{caption}", _head(result, lang, columns), "<tbody>", *body]
    return _whole(
        lang,
        [
            *table,
            "</tbody></table>",
            f"<p>{text(_told(result, lang))}</p>",
            *_sources(result, lang),
        ],
    )


def rows_to_html(result: Result, numbers: dict[str, int], lang: Lang) -> str:
    """The rows alone as a table of the columns that hold something, their sources by `numbers`; what
    an empty answer means."""
    if not result.rows:
        return f"<p>{text(result.question.nothing(lang))}</p>"
    columns = cells.filled_columns(result)
    body = "".join(_body(result, numbers, lang, columns))
    return f"<table>{_head(result, lang, columns)}<tbody>{body}</tbody></table>"


def counts_to_html(
    nodes: Iterable[Node], relationships: Iterable[Relationship], schema: Schema, lang: Lang
) -> str:
    """How many nodes and relationships of each type, as a table."""
    chinese = {name: kind.zh for name, kind in schema.nodes.items()}
    chinese |= {name: kind.zh for name, kind in schema.relationships.items()}
    found = count_types(nodes, relationships)
    head = ("类型", "数量") if lang == "zh" else ("type", "count")
    headers = "".join(f'<th scope="col">{text(name)}</th>' for name in head)
    rows = "".join(
        f"<tr><td>{text(f'{chinese.get(kind, kind)} {kind}' if lang == 'zh' else kind)}</td><td>{count}</td></tr>"
        for kind, count in sorted(found.items())
    )
    return _whole(lang, [f"<table><thead><tr>{headers}</tr></thead><tbody>{rows}</tbody></table>"])


def _whole(lang: Lang, parts: Iterable[str]) -> str:
    language = "zh-Hans" if lang == "zh" else "en"
    return f'<div lang="{language}">{"".join(parts)}</div>'


def _head(result: Result, lang: Lang, columns: Sequence[Column]) -> str:
    names = [column.zh if lang == "zh" else column.en for column in columns]
    if result.question.evidenced:
        names += [words.word("confidence", lang), words.word("evidence", lang)]
    headers = "".join(f'<th scope="col">{text(name)}</th>' for name in names)
    return f"<thead><tr>{headers}</tr></thead>"


def _body(
    result: Result, numbers: dict[str, int], lang: Lang, columns: Sequence[Column]
) -> Iterable[str]:
    known = cells.known_nodes(result)
    for row in result.rows[:_MOST_ROWS]:
        parts = [text(short(cells.cell(column, row.values, lang, known))) for column in columns]
        if result.question.evidenced:
            parts += [text(words.confidence(row.confidence, lang)), _places(row, numbers, lang)]
        yield "<tr>" + "".join(f"<td>{part}</td>" for part in parts) + "</tr>"


def _places(row: Row, numbers: dict[str, int], lang: Lang) -> str:
    lines = [text(words.place(one, numbers[one.source])) for one in row.evidence[:_MOST_PLACES]]
    rest = len(row.evidence) - _MOST_PLACES
    more = [f"（另 {rest} 处）" if lang == "zh" else f"(+{rest})"] if rest > 0 else []
    return "<br>".join([*lines, *more])


def _told(result: Result, lang: Lang) -> str:
    """How many rows there are, and what the answer cannot see."""
    return " ".join([_counted(result, lang), *filter(None, [result.question.limits(lang)])])


def _counted(result: Result, lang: Lang) -> str:
    """How many rows there are, how many of them are shown, and whether a limit cut more off."""
    count = len(result.rows)
    shown = min(count, _MOST_ROWS)
    if lang == "zh":
        cut = "（另有更多，已按 limit 截断）" if result.more else ""
        return f"{count} 行{cut}" if shown == count else f"{count} 行{cut}，显示前 {shown} 行"
    cut = " (there are more; raise limit)" if result.more else ""
    rows = f"{count} row{'s' if count != 1 else ''}{cut}"
    return rows if shown == count else f"{rows}, the first {shown} shown"


def _sources(result: Result, lang: Lang) -> list[str]:
    shown = {one.source for row in result.rows[:_MOST_ROWS] for one in row.evidence[:_MOST_PLACES]}
    lines = [
        f"<li>[{number}] {source_item(result.sources.get(id_), id_, lang)}</li>"
        for id_, number in words.numbered(result).items()
        if id_ in shown
    ]
    if not lines:
        return []
    heading = f"<summary>{text(words.word('sources', lang))} ({len(lines)})</summary>"
    return [f'<details>{heading}<ul style="list-style:none">{"".join(lines)}</ul></details>']


def source_item(source: Node | None, id_: str, lang: Lang) -> str:
    """The source's line, as a link where it has an address of the web."""
    line = text(words.source_line(source, id_, lang))
    address = str(source.properties.get("address", "")) if source else ""
    if not _is_web(address):
        return line
    return f'<a href="{escape(address)}" rel="noopener noreferrer">{line}</a>'


def _is_web(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def text(said: str) -> str:
    """What was said, for a page: nothing in it is markup."""
    return escape(safe(said))
