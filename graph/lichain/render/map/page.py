"""The whole page as one text."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import cache
from importlib.metadata import version
from typing import Any

from markupsafe import Markup

from lichain import __version__
from lichain.model import Lang, Node, Relationship
from lichain.render.map.escaping import encodable, policy, script_json
from lichain.render.map.layout import Layout, lay_out
from lichain.render.map.network import TEMPLATE, network, render, vis_script
from lichain.render.map.payload import Drawn, payload

STYLES = ("tokens", "page", "controls", "panel")
SCRIPTS = (
    "data",
    "words",
    "dom",
    "theme",
    "state",
    "canvas",
    "camera",
    "scene",
    "labels",
    "legend",
    "search",
    "facts",
    "panel",
    "table",
    "main",
)


def map_html(
    nodes: Sequence[Node],
    relationships: Sequence[Relationship],
    *,
    lang: Lang,
    title: str | Mapping[Lang, str],
    sources: Mapping[str, Node],
) -> str:
    """One page that carries everything it needs; the same graph gives the same text.

    `title` is one for both languages, or one for each.
    """
    titles: Mapping[Lang, str] = {"zh": title, "en": title} if isinstance(title, str) else title
    drawn = Drawn.of(nodes, relationships)
    layout = lay_out(drawn.nodes, drawn.relationships)
    made = network(drawn, layout, title=encodable(titles[lang]))
    data = payload(drawn, lang=lang, titles=titles, sources=sources) | {
        "ui": ui_words(),
        "layout": _background(drawn, layout),
        "versions": {"lichain": __version__, "pyvis": version("pyvis")},
        "vis": {"nodes": made.nodes, "edges": made.edges, "options": made.options},
    }
    scripts = {"vis": vis_script(), "ours": _joined("js", SCRIPTS)}
    styles = _joined("css", STYLES)
    values = {
        "lang": {"zh": "zh-CN", "en": "en"}[lang],
        "ui": ui_words()[lang],
        "policy": policy(scripts.values(), [styles]),
        "data": Markup(script_json(data)),  # noqa: S704  script_json lets no element through
        "scripts": {name: Markup(text) for name, text in scripts.items()},  # noqa: S704  our files and pyvis's
        "styles": Markup(styles),  # noqa: S704
    }
    return render(made, values)


@cache
def ui_words() -> dict[str, dict[str, str]]:
    """What the page itself says, by language."""
    words: dict[str, dict[str, str]] = json.loads(
        (TEMPLATE / "words.json").read_text(encoding="utf-8")
    )
    return words


@cache
def _joined(folder: str, names: Sequence[str]) -> str:
    texts = [(TEMPLATE / folder / f"{name}.{folder}").read_text(encoding="utf-8") for name in names]
    joined = "\n".join(texts)
    return f'(() => {{\n"use strict";\n{joined}\n}})();\n' if folder == "js" else joined


def _background(drawn: Drawn, layout: Layout) -> dict[str, Any]:
    """Cards and headings; a card knows the node it is named after by its position."""
    index = {node.id: position for position, node in enumerate(drawn.nodes)}
    cards = [
        asdict(card) | {"owner": index.get(card.key.partition(":")[2])} for card in layout.cards
    ]
    background: dict[str, Any] = _rounded(
        {"cards": cards, "bands": [asdict(band) for band in layout.bands]}
    )
    return background


def _rounded(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _rounded(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_rounded(item) for item in value]
    return round(value, 1) if isinstance(value, float) else value
