"""The page of a thing as text, Markdown, or one HTML file; its sources are numbered once for all of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import TYPE_CHECKING

from lichain.model import Lang, Node
from lichain.render import cells, formats, html, words
from lichain.render.grid import bold, fold
from lichain.render.safe import safe
from lichain.render.table import rows_text, sources_text
from lichain.schema import schema

if TYPE_CHECKING:
    from lichain.analysis.profile import Profile, Section

_WORDS: Mapping[str, tuple[str, str]] = {
    "as_of": ("截至", "as of"),
    "known_at": ("当时已公开", "as known on"),
    "min_confidence": ("最低可信度", "at least"),
    "made": ("生成于", "made on"),
    "contents": ("目录", "Contents"),
    "unknown_is_not_none": (
        "没有记录不等于没有：每一部分都说明它看不到什么。",
        "Not recorded is not none: each part says what it cannot see.",
    ),
}


def to_text(page: Profile, lang: Lang, width: int, styled: bool = False) -> str:
    """The page in lines of at most `width` cells."""
    numbers = words.numbered(*(section.result for section in page.sections))
    lines = [bold(line, styled) for line in fold(_title(page.node, lang), width)]
    for fact in (*_facts(page, lang), _word("unknown_is_not_none", lang)):
        lines += fold(fact, width)
    for section in page.sections:
        lines += ["", *(bold(line, styled) for line in fold(_heading(section, lang), width))]
        if section.result.rows:
            lines += rows_text(section.result, numbers, lang, width, styled)
        else:
            lines += fold(section.result.question.nothing(lang), width)
    sources = _sources(page)
    return "\n".join([*lines, "", *sources_text(sources, numbers, lang, width, styled), ""])


def to_markdown(page: Profile, lang: Lang) -> str:
    """The page with a heading for each part."""
    numbers = words.numbered(*(section.result for section in page.sections))
    lines = [f"# {formats.markdown(_title(page.node, lang))}", ""]
    for fact in (*_facts(page, lang), _word("unknown_is_not_none", lang)):
        lines += [formats.markdown(fact), ""]
    for section in page.sections:
        lines += [f"## {formats.markdown(_heading(section, lang))}", ""]
        lines += [*formats.markdown_rows(section.result, numbers, lang), ""]
    return "\n".join([*lines, *formats.markdown_sources(_sources(page), numbers, lang)]) + "\n"


def to_html(page: Profile, lang: Lang, made: str) -> str:
    """The page as one file that asks for nothing else; `made` is the day, said in it."""
    numbers = words.numbered(*(section.result for section in page.sections))
    template = files("lichain.render").joinpath("profile.html").read_text(encoding="utf-8")
    facts = [*_facts(page, lang), f"{_word('made', lang)} {made}"]
    parts = {
        "lang": "zh-Hans" if lang == "zh" else "en",
        "title": html.text(_title(page.node, lang)),
        "facts": "".join(f"<li>{html.text(fact)}</li>" for fact in facts),
        "note": html.text(_word("unknown_is_not_none", lang)),
        "contents": html.text(_word("contents", lang)),
        "links": "".join(_links(page, lang)),
        "sections": "".join(_sections(page, numbers, lang)),
        "sources": html.text(words.word("sources", lang)),
        "listed": "".join(
            f'<li id="s{number}">[{number}] {html.source_item(_sources(page).get(id_), id_, lang)}</li>'
            for id_, number in numbers.items()
        ),
    }
    for name, value in parts.items():
        template = template.replace(f"<!--{name}-->", value)
    return template


def _links(page: Profile, lang: Lang) -> Iterator[str]:
    for at, section in enumerate(page.sections):
        yield f'<li><a href="#p{at}">{html.text(_heading(section, lang))}</a></li>'


def _sections(page: Profile, numbers: dict[str, int], lang: Lang) -> Iterator[str]:
    for at, section in enumerate(page.sections):
        result = section.result
        below = [words.counted(result, lang)] if result.rows else []
        if result.rows and (blank := _blank(section, lang)):
            below.append(f"{words.word('unknown', lang)}: {blank}.")
        if result.rows and (limits := result.question.limits(lang)):
            below.append(limits)
        yield (
            f'<section id="p{at}"><h2>{html.text(_heading(section, lang))}</h2>'
            f'<div class="wide">{html.rows_to_html(result, numbers, lang)}</div>'
            f'<p class="below">{html.text(" ".join(below))}</p></section>'
        )


def _blank(section: Section, lang: Lang) -> str:
    """The columns that hold nothing in any row, by name."""
    filled = cells.filled_columns(section.result)
    shown = cells.shown_columns(section.result.question)
    names = [c.zh if lang == "zh" else c.en for c in shown if c not in filled]
    return ("、" if lang == "zh" else ", ").join(names)


def _title(node: Node, lang: Lang) -> str:
    other: Lang = "en" if lang == "zh" else "zh"
    names = dict.fromkeys((node.name(lang), str(node.properties.get(f"name_{other}", ""))))
    return " · ".join(safe(name) for name in names if name)


def _facts(page: Profile, lang: Lang) -> Iterator[str]:
    """What the thing is, its own properties, and what the page was asked with."""
    kind = schema().nodes[page.node.type]
    yield f"{kind.zh if lang == 'zh' else kind.en} · {page.node.id}"
    for name, prop in kind.properties.items():
        value = page.node.properties.get(name)
        if value is not None and prop.given_by == "table" and name not in ("name_zh", "name_en"):
            shown = schema().label(prop.values, str(value), lang) if prop.values else str(value)
            yield safe(f"{prop.zh if lang == 'zh' else prop.en}: {shown}")
    if aliases := page.node.properties.get("aliases"):
        listed = aliases if isinstance(aliases, tuple) else (str(aliases),)
        yield safe(f"{'别名' if lang == 'zh' else 'also'}: {'、'.join(listed)}")
    for name, value in page.asked.items():
        said = schema().label("confidence", value, lang) if name == "min_confidence" else value
        yield f"{_word(name, lang)} {said}"


def _heading(section: Section, lang: Lang) -> str:
    return f"{section.heading(lang)} ({section.total})"


def _sources(page: Profile) -> dict[str, Node]:
    return {id_: node for section in page.sections for id_, node in section.result.sources.items()}


def _word(name: str, lang: Lang) -> str:
    return _WORDS[name][0 if lang == "zh" else 1]
