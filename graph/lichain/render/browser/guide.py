"""The guide for Neo4j Browser: pages to click through, out of the catalogue and the schema."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from html import escape
from typing import Any

import yaml

from lichain import resources
from lichain.model import Lang
from lichain.queries import Question, catalogue, find
from lichain.render.browser.scripts import script
from lichain.schema import NodeType, RelationshipType, schema

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def words() -> Mapping[str, Any]:
    """What `cypher/browser/guide.yaml` says: titles, texts, themes, and the tour."""
    text = (resources.folder("cypher") / "browser" / "guide.yaml").read_text("utf-8")
    read: Mapping[str, Any] = yaml.load(text, Loader=_LOADER)  # noqa: S506
    return read


def theme_title(theme: str, lang: Lang) -> str:
    """A theme's name; the folder's name where the guide has none."""
    return str(words()["themes"].get(theme, {}).get(lang, theme))


def by_theme() -> Mapping[str, list[Question]]:
    """The catalogue by theme, in the guide's order; themes it does not name come last."""
    found: dict[str, list[Question]] = {theme: [] for theme in words()["themes"]}
    for question in catalogue().values():
        found.setdefault(question.theme, []).append(question)
    return {theme: questions for theme, questions in found.items() if questions}


def guide(lang: Lang) -> str:
    """One HTML file with a `slide` a page, as `:guide` in Neo4j Browser 5.24 takes it."""
    slides = [
        *(_page(name, lang) for name in words()["pages"]),
        _tour(lang),
        *(_theme(theme, questions, lang) for theme, questions in by_theme().items()),
    ]
    title = escape(words()["title"][lang])
    return (
        f'<meta charset="utf-8">\n<title>{title}</title>\n<article class="guide">\n'
        f"{''.join(slides)}</article>\n"
    )


def runnable(text: str) -> str:
    """A query to click. Browser strips what looks like ` on…=` from a guide, so `=` is written as a reference."""
    code = escape(text.strip(), quote=False).replace("=", "&#61;")
    style = 'style="max-height:9em;overflow:auto"'
    return f'<figure><pre class="pre-scrollable code runnable" {style}>{code}</pre></figure>\n'


def _slide(title: str, body: Iterable[str]) -> str:
    inner = f"<h3>{escape(title)}</h3>\n{''.join(body)}"
    return f'<slide>\n<div style="padding:0 16px">\n{inner}</div>\n</slide>\n'


def _page(name: str, lang: Lang) -> str:
    page = words()["pages"][name]
    texts = [f"<p>{escape(text[lang])}</p>\n" for text in page["text"]]
    return _slide(page["title"][lang], _ILLUSTRATED[name](texts, lang))


def _how(texts: list[str], lang: Lang) -> list[str]:
    find_by_name = (resources.folder("cypher") / "browser" / "find.cypher").read_text("utf-8")
    return [*texts[:3], runnable(find_by_name), *texts[3:]]


def _graph(texts: list[str], lang: Lang) -> list[str]:
    found = schema()
    return [
        *texts,
        _list(_node_type(kind, lang) for kind in found.nodes.values()),
        _list(_relationship_type(kind, lang) for kind in found.relationships.values()),
    ]


def _evidence(texts: list[str], lang: Lang) -> list[str]:
    some = next(iter(schema().relationships.values())).properties
    shown = [some[name] for name in words()["evidence_properties"]]
    properties = _list(f"<code>{one.name}</code> {escape(_in(one, lang))}" for one in shown)
    terms = schema().terms("confidence").values()
    confidence = _list(f"<code>{one.id}</code> {escape(_in(one, lang))}" for one in terms)
    return [
        texts[0],
        properties,
        texts[1],
        confidence,
        *texts[2:],
        runnable(script(find("evidence_for"), lang)),
    ]


_ILLUSTRATED = {"how": _how, "graph": _graph, "evidence": _evidence}


def _tour(lang: Lang) -> str:
    tour = words()["tour"]
    steps = (
        f"<p>{at}. {escape(step[lang])}</p>\n"
        + runnable(script(find(step["question"]), lang, **step["with"]))
        for at, step in enumerate(tour["steps"], 1)
    )
    return _slide(tour["title"][lang], steps)


def _theme(theme: str, questions: Iterable[Question], lang: Lang) -> str:
    return _slide(theme_title(theme, lang), (_question(question, lang) for question in questions))


def _question(question: Question, lang: Lang) -> str:
    said = (question.about(lang), question.limits(lang))
    paragraphs = "".join(f"<p>{escape(text)}</p>\n" for text in said if text)
    title = escape(question.title(lang))
    return f"<h4>{title}</h4>\n{paragraphs}{runnable(script(question, lang))}"


def _list(items: Iterable[str]) -> str:
    return "<ul>\n" + "".join(f"<li>{item}</li>\n" for item in items) + "</ul>\n"


def _node_type(kind: NodeType, lang: Lang) -> str:
    dot = f'<span style="color:{kind.style["colour"]}">●</span>'
    return f"{dot} {escape(_in(kind, lang))} <code>{kind.name}</code>"


def _relationship_type(kind: RelationshipType, lang: Lang) -> str:
    ends = [
        ", ".join(
            _in(schema().nodes[name], lang) if name in schema().nodes else name for name in names
        )
        for names in (kind.start, kind.end)
    ]
    arrow = escape(f"{ends[0]} → {ends[1]}")
    return f"{escape(_in(kind, lang))} <code>{kind.name}</code>: {arrow}"


def _in(named: Any, lang: Lang) -> str:
    return str(named.zh if lang == "zh" else named.en)
