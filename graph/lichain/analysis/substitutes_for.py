"""Who could stand in for a supplier: a row a product and enterprise, out of what each makes or supplies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from lichain.analysis.steps import Found
from lichain.model import Node, Relationship

HOW = ("supplies", "makes", "not_yet")
"""From the surest down."""
NOT_YET = ("exploration", "announced", "signed", "construction", "paused", "planned")
"""Statuses of making that have no output yet."""

Row = Mapping[str, Any]
Frame = dict[str, dict[str, set[str]]]


def step(found: Found, values: Mapping[str, Any]) -> Found:
    """The substitutes by product, those that make or supply it now first, then the best known."""
    own = {row["product"].id: row["spots"] for row in found if row["who"].id == values["supplier"]}
    frame = _frame(pair for row in found for pair in row["frame"])
    rows = [
        _row(row, own.get(row["product"].id) or row["home"], frame, values["customer"])
        for row in found
        if row["who"].id not in (values["supplier"], values["customer"]) and _outside(row)
    ]
    return sorted(rows, key=_rank)


def _outside(row: Row) -> bool:
    """Whether it is not known to be only inside the region to avoid."""
    return not row["spots"] or any(spot.id not in row["inside"] for spot in row["spots"])


def _row(row: Row, own: list[Node], frame: Frame, customer: str | None) -> dict[str, Any]:
    return {
        "product": row["product"],
        "substitute": row["who"],
        "how": how(row["made"]),
        "kinds": _by_id(row["kinds"]),
        "place": _by_id(row["spots"]),
        "place_basis": row["place_basis"],
        "apart": apart(row["spots"], own, frame),
        "capacity": [number for number, _ in row["numbers"]],
        "customers": row["customers"],
        "already": _already(row, customer),
        "unknown": _unknown(row),
        "evidence": [*row["made"], *row["via"], *row["links"], *(of for _, of in row["numbers"])],
    }


def how(made: Iterable[Relationship]) -> str:
    """The surest way in which these facts say that it is to be had."""
    ways = {
        "supplies"
        if link.type == "SUPPLIES"
        else "not_yet"
        if link.properties.get("status") in NOT_YET
        else "makes"
        for link in made
    }
    return min(ways, key=HOW.index)


def _frame(pairs: Iterable[tuple[str, str, str]]) -> Frame:
    """The countries and provinces that each place lies in."""
    found: Frame = {}
    for spot, kind, wide in pairs:
        found.setdefault(spot, {"country": set(), "province": set()})[kind].add(wide)
    return found


def apart(spots: Iterable[Node], own: Iterable[Node], frame: Frame) -> str | None:
    """How far the farthest of its places is from the supplier's: None where either is unknown."""
    blank: dict[str, set[str]] = {"country": set(), "province": set()}
    theirs = [frame.get(spot.id, blank) for spot in own]
    countries = {id_ for place in theirs for id_ in place["country"]}
    provinces = {id_ for place in theirs for id_ in place["province"]}
    if not countries:
        return None
    found = set()
    for place in (frame.get(spot.id, blank) for spot in spots):
        if not place["country"]:
            continue
        if not place["country"] & countries:
            found.add("country")
        elif not place["province"] or not provinces:
            found.add("same_country")
        else:
            found.add("same" if place["province"] & provinces else "province")
    return min(found, key=("country", "province", "same_country", "same").index, default=None)


def _already(row: Row, customer: str | None) -> str:
    if customer is None:
        return "not_asked"
    if customer in {to.id for to in row["customers"]}:
        return "it"
    return "other" if customer in {to for _, to in row["sold"]} else "none_known"


def _unknown(row: Row) -> list[str]:
    lacks = {
        "capacity": not row["numbers"],
        "place": row["place_basis"] != "site",
        "owners": not row["owned"],
        "customers": not row["sold"],
    }
    return [name for name, lacking in lacks.items() if lacking] or ["nothing"]


def _by_id(nodes: Iterable[Node]) -> list[Node]:
    found = {node.id: node for node in nodes}
    return [found[id_] for id_ in sorted(found)]


def _rank(row: Mapping[str, Any]) -> tuple[Any, ...]:
    lacking = len(row["unknown"]) if row["unknown"] != ["nothing"] else 0
    already = ("it", "other", "none_known", "not_asked").index(row["already"])
    return row["product"].id, HOW.index(row["how"]), already, lacking, row["substitute"].id
