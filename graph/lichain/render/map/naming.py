"""What a node is called on the map, in both languages, when it has no name of its own too."""

from __future__ import annotations

from lichain.model import Lang, Node
from lichain.render.map.amounts import readings
from lichain.schema import schema

LANGS: tuple[Lang, Lang] = ("zh", "en")


def names(node: Node) -> dict[Lang, str]:
    """One name a language: the node's own, else the number or summary it stands for, else its id."""
    return {lang: _name(node, lang) for lang in LANGS}


def _name(node: Node, lang: Lang) -> str:
    own = node.name(lang)
    if own != node.id:
        return own
    if node.type == "Indicator":
        return _number(node, lang) or own
    return str(node.properties.get(f"summary_{lang}") or own)


def _number(node: Node, lang: Lang) -> str:
    """`产值 约 800 亿元 (2027)`: an indicator read out; empty where it has no number."""
    amount = readings(node.properties).get("value")
    if amount is None:
        return ""
    period = node.properties.get("period")
    metric = schema().label("metrics", str(node.properties.get("metric", "")), lang)
    return " ".join(
        word for word in (metric, amount[lang], f"({period})" if period else "") if word
    )
