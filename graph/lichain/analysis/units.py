"""The unit in which a sum is shown: figures add up in base units, such as Wh a year."""

from __future__ import annotations

from lichain.schema import schema

_SHOWN = {
    "t/a": ("t_10k_per_year", "t_per_year"),
    "Wh/a": ("GWh_per_year",),
    "m2/a": ("m2_100m_per_year",),
    "vehicles/a": ("vehicles_10k_per_year",),
}


def shown(amount: float, base: str) -> tuple[float, str]:
    """The amount in the largest of the units of `base` in which it is at least 1, and that unit."""
    for unit in _SHOWN.get(base) or _plainest(base):
        factor = schema().units[unit].factor
        if amount >= factor:
            break
    return round(amount / factor, 6), unit


def _plainest(base: str) -> tuple[str]:
    """The smallest unit of a base that has none of its own to be shown in."""
    units = [unit for unit in schema().units.values() if unit.base == base]
    return (min(units, key=lambda unit: (unit.factor, unit.id)).id,)
