"""The cells of an answer as text in one language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lichain.model import Lang, Node, Relationship
from lichain.queries.question import Column, Question
from lichain.result import Result
from lichain.schema import schema
from lichain.schema.quantity import number, quantity

_NO_NODES: Mapping[str, Node] = {}
UNKNOWN: Mapping[Lang, str] = {"zh": "未知", "en": "unknown"}
"""What stands where a source says nothing: an empty cell would read as none."""


def shown_columns(question: Question) -> list[Column]:
    """The columns to show: not the evidence, nor those shown with their number."""
    beside = {
        name for column in question.columns for name in (column.unit, column.bound, column.high)
    }
    return [
        column
        for column in question.columns
        if column.name != "evidence" and column.name not in beside
    ]


def filled_columns(result: Result) -> list[Column]:
    """The columns to show that hold something in some row."""
    return [
        column
        for column in shown_columns(result.question)
        if any(_holds(row.values.get(column.name)) for row in result.rows)
    ]


def _holds(value: object) -> bool:
    return value is not None and value != [] and value != ""


def known_nodes(result: Result) -> dict[str, Node]:
    """Every node that the answer holds, by id, to name the ends of relationships with."""
    found = [node for row in result.rows for node in _nodes(list(row.values.values()))]
    return {node.id: node for node in (*result.sources.values(), *result.named.values(), *found)}


def cell(
    column: Column, values: Mapping[str, Any], lang: Lang, nodes: Mapping[str, Node] = _NO_NODES
) -> str:
    """The text of one cell, its ends named out of `nodes`; UNKNOWN where the value is missing."""
    value = values.get(column.name)
    if value is None or value == [] or value == "":
        return UNKNOWN[lang]
    if isinstance(value, list | tuple) and (column.unit or column.terms):
        return _and(lang).join(
            cell(column, _at(column, values, place), lang, nodes) for place in range(len(value))
        )
    if column.unit and isinstance(value, int | float):
        unit, bound = values.get(column.unit) or "", values.get(column.bound or "") or "exact"
        return quantity(value, unit, lang, bound, values.get(column.high or ""))
    if column.terms and isinstance(value, str):
        return column.label(value, lang)
    if column.terms and isinstance(value, list) and all(isinstance(item, str) for item in value):
        return ("、" if lang == "zh" else "; ").join(column.label(item, lang) for item in value)
    return text(value, lang, nodes)


def _at(column: Column, values: Mapping[str, Any], place: int) -> dict[str, Any]:
    """The values at one place of columns that run in step: a list of numbers with one of units."""
    names = [name for name in (column.name, column.unit, column.bound, column.high) if name]
    told = {name: values.get(name) for name in names}
    return {
        name: value[place] if isinstance(value, list | tuple) else value
        for name, value in told.items()
    }


def _and(lang: Lang) -> str:
    return "、" if lang == "zh" else "; "


def text(value: Any, lang: Lang, nodes: Mapping[str, Node] = _NO_NODES) -> str:
    """Any value in words: a node by its name, a path as its steps, other facts by their ends."""
    if value is None:
        return UNKNOWN[lang]
    if isinstance(value, Node):
        return value.name(lang)
    if isinstance(value, Relationship):
        return _type_word(value.type, lang)
    if isinstance(value, bool):
        return {"zh": ("否", "是"), "en": ("no", "yes")}[lang][value]
    if isinstance(value, int | float):
        return number(value) if abs(value) >= 10_000 or isinstance(value, float) else str(value)
    if isinstance(value, list | tuple):
        if is_path(value):
            return _path(value, lang)
        return _and(lang).join(item(one, lang, nodes) for one in value)
    return str(value)


def _nodes(value: Any) -> list[Node]:
    """Every node inside `value`, however nested."""
    if isinstance(value, list | tuple):
        return [node for item in value for node in _nodes(item)]
    return [value] if isinstance(value, Node) else []


def is_path(steps: Sequence[Any]) -> bool:
    """Whether nodes and relationships take turns and each relationship joins its neighbours."""
    nodes, links = steps[::2], steps[1::2]
    return (
        len(nodes) == len(links) + 1 > 1
        and all(isinstance(node, Node) for node in nodes)
        and all(
            isinstance(link, Relationship)
            and (link.start, link.end) in ((a.id, b.id), (b.id, a.id))
            for a, link, b in zip(nodes, links, nodes[1:], strict=False)
        )
    )


def _path(steps: Sequence[Any], lang: Lang) -> str:
    """宁德时代 —供应→ 比亚迪, with the arrow in the direction of the fact."""
    found = [text(steps[0], lang)]
    for before, link, after in zip(steps[::2], steps[1::2], steps[2::2], strict=False):
        word = _type_word(link.type, lang)
        arrow = f"—{word}→" if before.id == link.start else f"←{word}—"
        found += [arrow, text(after, lang)]
    return " ".join(found)


def item(value: Any, lang: Lang, nodes: Mapping[str, Node]) -> str:
    """One of a list; a fact as —供应→ and the thing it leads to."""
    if not isinstance(value, Relationship):
        return text(value, lang, nodes)
    end = nodes.get(value.end)
    return f"—{_type_word(value.type, lang)}→ {end.name(lang) if end else value.end}"


def _type_word(name: str, lang: Lang) -> str:
    kind = schema().relationships.get(name) or schema().nodes.get(name)
    return name if kind is None else (kind.zh if lang == "zh" else kind.en)
