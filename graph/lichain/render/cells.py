"""The cells of an answer as text in one language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lichain.model import Lang, Node, Relationship
from lichain.queries.question import Column, Question
from lichain.schema import schema
from lichain.schema.quantity import number, quantity

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


def cell(column: Column, values: Mapping[str, Any], lang: Lang) -> str:
    """The text of one cell; UNKNOWN where the value is missing."""
    value = values.get(column.name)
    if value is None or value == [] or value == "":
        return UNKNOWN[lang]
    if column.unit and isinstance(value, int | float):
        unit, bound = values.get(column.unit) or "", values.get(column.bound or "") or "exact"
        return quantity(value, unit, lang, bound, values.get(column.high or ""))
    if column.terms and isinstance(value, str):
        return column.label(value, lang)
    return text(value, lang)


def text(value: Any, lang: Lang) -> str:
    """Any value in words: a node by its name, a path as its steps."""
    if isinstance(value, Node):
        return value.name(lang)
    if isinstance(value, Relationship):
        return _type_word(value.type, lang)
    if isinstance(value, bool):
        return {"zh": ("否", "是"), "en": ("no", "yes")}[lang][value]
    if isinstance(value, int | float):
        return number(value) if abs(value) >= 10_000 or isinstance(value, float) else str(value)
    if isinstance(value, list | tuple):
        if any(isinstance(item, Relationship) for item in value):
            return _path(list(value), lang)
        return ("、" if lang == "zh" else "; ").join(text(item, lang) for item in value)
    return str(value)


def _path(steps: list[Any], lang: Lang) -> str:
    """宁德时代 →供应→ 比亚迪, with the arrow in the direction of the fact."""
    found = []
    for before, step in zip([None, *steps], steps, strict=False):
        if isinstance(step, Relationship):
            word = _type_word(step.type, lang)
            forward = isinstance(before, Node) and before.id == step.start
            found.append(f"—{word}→" if forward else f"←{word}—")
        else:
            found.append(text(step, lang))
    return " ".join(found)


def _type_word(name: str, lang: Lang) -> str:
    kind = schema().relationships.get(name) or schema().nodes.get(name)
    return name if kind is None else (kind.zh if lang == "zh" else kind.en)
