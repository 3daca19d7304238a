"""Two things side by side: sums in units that people use, measures in their own order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lichain.analysis.steps import Found
from lichain.analysis.units import shown

ORDER = (
    "enterprises", "operating", "building", "planned", "other", "capacity", "suppliers",
    "customers", "owners", "holdings", "policies",
)  # fmt: skip


def step(found: Found, values: Mapping[str, Any]) -> Found:
    """Rows of `side_by_side`: both amounts of a row in one unit, that of the larger."""
    rows = [_in_one_unit(row) for row in found]
    return sorted(rows, key=lambda row: ORDER.index(row["measure"]))


def _in_one_unit(row: Mapping[str, Any]) -> dict[str, Any]:
    if row["measure"] != "capacity":
        return dict(row)
    amounts = {name: row[name] for name in ("first", "second") if row[name] is not None}
    largest = max(amounts.values())
    amount, unit = shown(largest, row["unit"])
    scale = largest / amount if amount else 1
    shared = {name: round(value / scale, 6) for name, value in amounts.items()}
    return {**row, **shared, "unit": unit}
