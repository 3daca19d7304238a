"""The names of numbers, made from what they are of, what they measure and when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lichain.model import Lang, Value
from lichain.schema import Schema
from lichain.schema.quantity import quantity
from lichain.seed.nodes import NodeRow


def titles(
    schema: Schema, number: Mapping[str, Value], of: Iterable[str], nodes: Mapping[str, NodeRow]
) -> dict[str, Value]:
    """`name_zh` and `name_en` of an Indicator: 宜春 · 产值 · 2025 · 目标 · 800 亿元."""
    ids = tuple(of)
    return {
        "name_zh": _title(schema, number, [_name(nodes[id_], "zh") for id_ in ids], "zh"),
        "name_en": _title(schema, number, [_name(nodes[id_], "en") for id_ in ids], "en"),
    }


def _title(schema: Schema, number: Mapping[str, Value], names: list[str], lang: Lang) -> str:
    what = schema.label("metrics", str(number["metric"]), lang)
    nature = schema.label("nature", str(number["nature"]), lang)
    parts = [*names, what, str(number.get("period", "")), nature, _amount(number, lang)]
    return " · ".join(part for part in parts if part)


def _amount(number: Mapping[str, Value], lang: Lang) -> str:
    high = number.get("value_high")
    return quantity(
        float(str(number["value"])),
        str(number["unit"]),
        lang,
        str(number["bound"]),
        None if high is None else float(str(high)),
    )


def _name(row: NodeRow, lang: Lang) -> str:
    properties = row.properties
    other = "en" if lang == "zh" else "zh"
    return str(properties.get(f"name_{lang}") or properties.get(f"name_{other}") or row.id)
