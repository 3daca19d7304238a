"""Numbers that other properties complete: a value with its bound, range and unit reads as one."""

from __future__ import annotations

from collections.abc import Mapping

from lichain.model import Lang, Value
from lichain.schema.quantity import quantity

ABSORBED = {"unit": "value", "bound": "value", "value_high": "value", "volume_unit": "volume"}
"""Properties that are read as part of another one."""

_UNITS = {"value": "unit", "volume": "volume_unit"}


def readings(properties: Mapping[str, Value]) -> dict[str, dict[Lang, str]]:
    """The numbers among `properties` that have a unit, read out in both languages."""
    found: dict[str, dict[Lang, str]] = {}
    for number, unit in _UNITS.items():
        if isinstance(properties.get(number), int | float) and unit in properties:
            found[number] = {
                "zh": _read(properties, number, "zh"),
                "en": _read(properties, number, "en"),
            }
    return found


def _read(properties: Mapping[str, Value], number: str, lang: Lang) -> str:
    value, high = properties[number], properties.get(f"{number}_high")
    return quantity(
        float(value) if isinstance(value, int | float) else 0.0,
        str(properties[_UNITS[number]]),
        lang,
        str(properties.get("bound", "exact")),
        float(high) if isinstance(high, int | float) else None,
    )
