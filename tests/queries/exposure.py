"""An enterprise's exposure to a region, worked out from the record in plain Python."""

from __future__ import annotations

from typing import Any

from lichain.model import Relationship

from .facts import Facts
from .holdings import said, unended

DEAD = ("ended", "cancelled")


def exposure(facts: Facts, of: str, to: str, tiers: int) -> list[tuple[Any, ...]]:
    """Kind, tier, who is there (None where nobody is known to be), here, known, unplaced, share."""
    inside = facts.regions_within(to)
    around = facts.up([to], "PART_OF") - {to}

    def judge(regions: set[str]) -> bool | None:
        if not regions or (regions & around and not regions & inside):
            return None
        return bool(regions & inside)

    def seat(who: str) -> bool | None:
        for kind in ("HEADQUARTERED_IN", "LOCATED_IN"):
            if links := unended(facts.out(who, kind)):
                return judge({x.end for x in links})
        return None

    def origin(deal: Relationship) -> bool | None:
        if said(deal, "region"):
            return judge({said(deal, "region")})
        stands = facts.places(said(deal, "site"), "LOCATED_IN")
        return judge(stands) if stands else seat(deal.start)

    ties: dict[tuple[str, int], list[tuple[str, bool | None, float | None]]] = {}
    own = [x for x in facts.out(of, "OPERATES", "OWNS") if said(x, "status") in ("", "held")]
    for x in sorted({x.end for x in own if facts.is_a(x.end, "Facility")}):
        ties.setdefault(("site", 1), []).append((x, seat(x), None))
    seen, edge = {of}, {of}
    for tier in range(1, tiers + 1):
        deals: dict[str, list[bool | None]] = {}
        for id_ in edge:
            for deal in facts.into(id_, "SUPPLIES"):
                if deal.start not in seen and said(deal, "status") not in DEAD:
                    deals.setdefault(deal.start, []).append(origin(deal))
        for who, found in sorted(deals.items()):
            there = True if True in found else None if None in found else False
            ties.setdefault(("supplier", tier), []).append((who, there, None))
        edge = set(deals)
        seen |= edge
    customers = {x.end for x in facts.out(of, "SUPPLIES") if said(x, "status") not in DEAD}
    for who in sorted(customers):
        ties.setdefault(("customer", 1), []).append((who, seat(who), None))
    for kind, up in (("owner", True), ("stake", False)):
        for way in _ways(facts, of, up=up):
            share: float | None = 1.0
            for link in way:
                known = link.properties.get("share")
                share = None if known is None or share is None else share * float(str(known)) / 100
            who = way[-1].start if up else way[-1].end
            whole = None if share is None else round(100 * share, 2)
            ties.setdefault((kind, len(way)), []).append((who, seat(who), whole))
    rows: list[tuple[Any, ...]] = []
    for (kind, tier), few in ties.items():
        here = {who for who, there, _ in few if there}
        unplaced = {who for who, there, _ in few if there is None} - here
        counts = len(here), len({who for who, *_ in few}), len(unplaced)
        told = [(kind, tier, who, *counts, share) for who, there, share in few if there]
        rows += told or [(kind, tier, None, *counts, None)]
    return sorted(rows, key=repr)


def _ways(facts: Facts, of: str, *, up: bool) -> list[list[Relationship]]:
    """Ways of up to four stakes that meet nobody twice; of the stakes of a pair the latest."""
    found: list[list[Relationship]] = []

    def go(here: str, way: list[Relationship], met: set[str]) -> None:
        if len(way) == 4:
            return
        pairs: dict[str, list[Relationship]] = {}
        for link in facts.into(here, "OWNS") if up else facts.out(here, "OWNS"):
            if said(link, "status") in ("", "held"):
                pairs.setdefault(link.start if up else link.end, []).append(link)
        for other, stakes in pairs.items():
            if other not in met:
                last = max(
                    stakes,
                    key=lambda x: (
                        not said(x, "valid_to"), said(x, "valid_from"),
                        float(str(x.properties.get("share", -1))), x.key,
                    ),
                )  # fmt: skip
                found.append([*way, last])
                go(other, [*way, last], met | {other})

    go(of, [], {of})
    return found
