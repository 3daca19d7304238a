"""How concentrated the making of each product is: one row a product and unit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lichain.analysis.figures import Group
from lichain.analysis.ground import Ground
from lichain.analysis.shares import Share, Spread, Spreading
from lichain.analysis.steps import Found
from lichain.analysis.units import shown

LEADERS = 3


def step(found: Found, values: Mapping[str, Any]) -> Found:
    """Rows of `concentration`: by product, those on capacity before those on plants."""
    ground = Ground(found)
    spreading = Spreading(ground, values["by"], values["as_of"])
    spreads = [
        spreading.over(product) for product in ground.of_type("Product") if asked(found, product)
    ]
    return [
        _row(spreading, spread, group, shares)
        for spread in spreads
        for group, shares in spread.bases()
    ]


def asked(found: Found, product: str) -> bool:
    """Whether the product was asked for; others are only there as what a figure also counts."""
    return any(row["thing"].id == product for row in found)


def herfindahl(amounts: list[float]) -> int:
    """The Herfindahl–Hirschman index, 10,000 where one holds all."""
    whole = sum(amounts)
    return round(sum((100 * amount / whole) ** 2 for amount in amounts)) if whole else 0


def _row(
    spreading: Spreading, spread: Spread, group: Group | None, shares: list[Share]
) -> dict[str, Any]:
    nodes = spreading.ground.nodes
    amounts = [share.amount for share in shares]
    whole = sum(amounts)
    leaders = shares[:LEADERS]
    used = [figure for share in shares for figure in share.figures]
    periods = [figure.said("period") for figure in used]
    amount, unit = shown(whole, group[0]) if group else (whole, "count")
    return {
        "product": nodes[spread.product],
        "basis": "capacity" if group else "sites",
        "hhi": herfindahl(amounts),
        "top3": round(100 * sum(share.amount for share in leaders) / whole, 1) if whole else 0.0,
        "leaders": [nodes[id_] for share in leaders for id_ in share.holder],
        "holders": len(shares),
        "total": amount,
        "unit": unit,
        "counts": (group[1] or None) if group else None,
        "by_total": sum(share.counted == "total" for share in shares),
        "estimates": sum(figure.estimated for figure in used),
        "earliest": min((year for year in periods if year), default=None),
        "latest": max((year for year in periods if year), default=None),
        "undated": sum(not year for year in periods),
        "without": len(spread.without),
        "joint": len(spread.joint),
        "plants_without": spread.plants_without,
        "nobody": spread.nobody,
        "evidence": [link for share in shares for link in spreading.evidence(share)],
    }
