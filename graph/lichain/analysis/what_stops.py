"""How a stop spreads downstream along supply: who is hit, who is cut off, tier by tier."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from lichain.analysis.steps import Found
from lichain.model import Node, Relationship

BASES = ("itself", "operated", "supply", "site", "only_maker", "head_office", "located")
"""What a stop at tier 0 rests on, from the surest down; from `only_maker` on it is a stand-in."""
STATES = ("cut_off", "hit", "unnamed", "stops")
"""The order of the answer."""
DEAD = ("cancelled", "closed", "idle")
"""Statuses of what a facility makes that leave nothing to stop."""

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Loss:
    """What a customer loses in one product (None: not named), and what remains of it.

    `perhaps` is supply to it of a wider product, or of one that the source does not name.
    """

    customer: Node
    product: Node | None
    lost: tuple[Row, ...]
    remaining: tuple[Row, ...]
    perhaps: tuple[Row, ...]

    @property
    def state(self) -> str:
        """One of STATES; where no product is named, nothing tells whether another remains."""
        if self.product is None:
            return "unnamed"
        return "hit" if self.remaining else "cut_off"


def step(found: Found, values: Mapping[str, Any]) -> Found:
    """The losses within `tiers`, then what itself stops."""
    supply = [row for row in found if row["supplies"] is not None]
    stopped: dict[str, str] = {row["supplies"].key: row["basis"] for row in supply if row["basis"]}
    rows = [*_facilities(found), *_supply(supply, stopped)]
    passing = ("cut_off",) if values["spread"] == "cut_off" else ("cut_off", "hit", "unnamed")
    through = {values["when"]}
    told: dict[tuple[str, str], dict[str, Any]] = {}
    for tier in range(1, int(values["tiers"]) + 1):
        losses = [loss for loss in losses_of(supply, stopped) if loss.customer.id != values["when"]]
        for loss in losses:
            key = (loss.customer.id, loss.product.id if loss.product else "")
            before = told.get(key)
            first = before["tier"] if before and before["state"] == loss.state else tier
            told[key] = _loss(loss, first, stopped)
        spread: dict[str, list[str]] = {}
        for loss in losses:
            if loss.state in passing and loss.customer.id not in through:
                spread.setdefault(loss.customer.id, []).append(_basis(loss, stopped))
        through |= spread.keys()
        stopped = {
            row["supplies"].key: min(spread[row["supplier"].id], key=BASES.index)
            for row in supply
            if row["supplier"].id in spread
        } | stopped
    count = _customers(supply)
    rows += [{**row, "customers": count.get(row["who"].id)} for row in told.values()]
    return sorted(rows, key=_rank)


def losses_of(supply: Iterable[Row], stopped: Mapping[str, str]) -> list[Loss]:
    """For each product that a customer is known to buy: the supply of it or its kinds, if any stopped."""
    bought: dict[tuple[str, str], Row] = {}
    of: dict[str, list[Row]] = {}
    for row in supply:
        product = row["product"]
        bought[row["customer"].id, product.id if product else ""] = row
        of.setdefault(row["customer"].id, []).append(row)
    found = []
    for (id_, name), one in sorted(bought.items(), key=lambda item: item[0]):
        kinds = [row for row in of[id_] if (name in row["wider"] if name else not row["product"])]
        lost = tuple(row for row in kinds if row["supplies"].key in stopped)
        rest = tuple(row for row in kinds if row["supplies"].key not in stopped)
        if lost:
            perhaps = tuple(
                row
                for row in of[id_]
                if row not in kinds
                and row["supplies"].key not in stopped
                and (row["product"] is None or row["product"].id in one["wider"])
            )
            found.append(Loss(one["customer"], one["product"], lost, rest, perhaps))
    return found


def _basis(loss: Loss, stopped: Mapping[str, str]) -> str:
    """Of a cut-off its weakest, since all that is lost is needed for it; else the surest of any."""
    choose = max if loss.state == "cut_off" else min
    return choose((stopped[row["supplies"].key] for row in loss.lost), key=BASES.index)


def _loss(loss: Loss, tier: int, stopped: Mapping[str, str]) -> dict[str, Any]:
    return {
        "tier": tier,
        "state": loss.state,
        "who": loss.customer,
        "product": loss.product,
        "lost": _suppliers(loss.lost),
        "remaining": _suppliers(loss.remaining) or "none_known",
        "perhaps": _suppliers(loss.perhaps) or "none_known",
        "customers": None,
        "basis": _basis(loss, stopped),
        "status": None,
        "evidence": [
            *(link for row in loss.lost for link in (row["supplies"], *row["place"])),
            *(row["supplies"] for row in loss.remaining),
        ],
    }


def _suppliers(rows: Iterable[Row]) -> list[Node]:
    found = {row["supplier"].id: row["supplier"] for row in rows}
    return [found[id_] for id_ in sorted(found)]


def _customers(supply: Iterable[Row]) -> dict[str, int]:
    found: dict[str, set[str]] = {}
    for row in supply:
        found.setdefault(row["supplier"].id, set()).add(row["customer"].id)
    return {id_: len(customers) for id_, customers in found.items()}


def _stops(who: Node, product: Node | None, basis: str) -> dict[str, Any]:
    blank = dict.fromkeys(("lost", "remaining", "perhaps"), "does_not_apply")
    row = {"tier": 0, "state": "stops", "who": who, "product": product, **blank}
    return {**row, "customers": None, "basis": basis, "status": None}


def _facilities(found: Found) -> list[dict[str, Any]]:
    """A row a facility and product, with the latest status of its making."""
    latest: dict[tuple[str, str], Row] = {}
    links: dict[tuple[str, str], list[Relationship]] = {}
    for row in (row for row in found if row["facility"] is not None):
        key = row["facility"].id, row["product"].id if row["product"] else ""
        links.setdefault(key, []).extend([row["makes"], *row["place"]])
        if key not in latest or _since(row) > _since(latest[key]):
            latest[key] = row
    return [
        {
            **_stops(row["facility"], row["product"], row["basis"]),
            "status": _status(row["makes"]),
            "evidence": [link for link in links[key] if link is not None],
        }
        for key, row in latest.items()
        if _status(row["makes"]) not in DEAD and any(links[key])
    ]


def _since(row: Row) -> tuple[str, str]:
    makes = row["makes"]
    return (str(makes.properties.get("valid_from", "")), makes.key) if makes else ("", "")


def _status(makes: Relationship | None) -> Any:
    return makes.properties.get("status") if makes else None


def _supply(supply: list[Row], stopped: Mapping[str, str]) -> list[dict[str, Any]]:
    """A row a supplier and product whose supply stops at once."""
    found: dict[tuple[str, str], list[Row]] = {}
    for row in supply:
        if row["supplies"].key in stopped:
            key = row["supplier"].id, row["product"].id if row["product"] else ""
            found.setdefault(key, []).append(row)
    return [
        {
            **_stops(
                rows[0]["supplier"],
                rows[0]["product"],
                min((stopped[row["supplies"].key] for row in rows), key=BASES.index),
            ),
            "customers": len({row["customer"].id for row in rows}),
            "evidence": [link for row in rows for link in (row["supplies"], *row["place"])],
        }
        for rows in found.values()
    ]


def _rank(row: Mapping[str, Any]) -> tuple[Any, ...]:
    product = row["product"].id if row["product"] else ""
    return STATES.index(row["state"]), row["tier"], -(row["customers"] or 0), row["who"].id, product
