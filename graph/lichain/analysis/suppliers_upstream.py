"""Tiers of suppliers: the nearest tier of each, one shortest path, and what is known beyond it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lichain.analysis.steps import Found
from lichain.model import Node, Relationship

Rows = list[Mapping[str, Any]]


def step(found: Found, values: Mapping[str, Any]) -> Found:
    """A row an enterprise within `tiers` of `of`, by tier and id.

    Of several shortest paths the one is told whose first link names a product, then a volume,
    then has the lowest key.
    """
    sellers: dict[str, Rows] = {}
    enterprises: dict[str, Node] = {}
    looks: dict[str, list[Relationship]] = {}
    for row in found:
        enterprises[row["customer"].id] = row["customer"]
        looks[row["customer"].id] = row["looks"]
        if row["supplier"] is not None:
            sellers.setdefault(row["customer"].id, []).append(row)
            enterprises[row["supplier"].id] = row["supplier"]
    asked = values["of"]
    tier = _tiers(asked, sellers, values["tiers"])
    paths: dict[str, list[Node | Relationship]] = {}
    rows = []
    for id_ in sorted(tier, key=lambda id_: (tier[id_], id_)):
        links = _links_down(id_, tier, sellers)
        first = links[0] if links else None
        below = [first["supplies"], *paths[first["customer"].id]] if first else []
        paths[id_] = [enterprises[id_], *below]
        known = {row["supplier"].id for row in sellers.get(id_, [])}
        rows.append(
            {
                "tier": tier[id_],
                "enterprise": enterprises[id_],
                "products": _products(links),
                "path": paths[id_] if first else None,
                **_deal(first),
                **_knowledge(known, looks.get(id_, [])),
                "evidence": [
                    *paths[id_][1::2],
                    *(row["supplies"] for row in links),
                    *_grounds(sellers.get(id_, []), looks.get(id_, []), told=bool(first)),
                ],
            }
        )
    return rows


def _tiers(asked: str, sellers: Mapping[str, Rows], most: int) -> dict[str, int]:
    tier, here = {asked: 0}, [asked]
    for n in range(1, int(most) + 1):
        reached = {row["supplier"].id for id_ in here for row in sellers.get(id_, [])}
        here = sorted(reached - tier.keys())
        tier |= dict.fromkeys(here, n)
    return tier


def _links_down(id_: str, tier: Mapping[str, int], sellers: Mapping[str, Rows]) -> Rows:
    """Its supply to enterprises one tier below, the most telling first."""
    below = [other for other, n in tier.items() if n == tier[id_] - 1]
    links = [row for other in below for row in sellers.get(other, [])]
    return sorted((row for row in links if row["supplier"].id == id_), key=_telling)


def _telling(row: Mapping[str, Any]) -> tuple[bool, bool, str]:
    link = row["supplies"]
    return row["product"] is None, "volume" not in link.properties, link.key


def _products(links: Rows) -> list[Node]:
    found = {row["product"].id: row["product"] for row in links if row["product"] is not None}
    return [found[id_] for id_ in sorted(found)]


def _deal(first: Mapping[str, Any] | None) -> dict[str, Any]:
    about = first["supplies"].properties if first else {}
    named = {"from": "valid_from", "until": "valid_to"}
    names = ("volume", "volume_unit", "volume_bound", "from", "until")
    return {name: about.get(named.get(name, name)) for name in names}


def _knowledge(known: set[str], looks: list[Relationship]) -> dict[str, Any]:
    outcome = looks[0].properties["outcome"] if looks else "not_looked_into"
    state = "known" if known else "elsewhere" if outcome == "found" else outcome
    looked = looks[0].properties["looked_on"] if looks else None
    return {"state": state, "suppliers": len(known) or None, "looked": looked}


def _grounds(sold: Rows, looks: list[Relationship], *, told: bool) -> list[Relationship]:
    """What the state rests on: its suppliers, unless the path is told instead, or the last search."""
    if sold:
        return [] if told else [row["supplies"] for row in sold]
    return looks[:1]
