"""Where a region is strong, worked out from the record in plain Python."""

from __future__ import annotations

from typing import Any

from .facts import Facts
from .holdings import Holdings, displayed, said, stands, unended

NOT_YET = {"exploration", "announced", "planned", "signed"}


def strengths_of(facts: Facts, where: str, as_of: str | None = None) -> list[tuple[Any, ...]]:
    """Segment, product, rank, of how many, share, enterprises, plants by state, capacity, country."""
    inside = facts.regions_within(where)
    level = facts.get(where, "kind")
    above = facts.up([where], "PART_OF")
    countries = [r for r in above if facts.get(r, "kind") == "country"]
    if not countries:
        return []
    field = facts.regions_within(None if level == "country" else countries[0])
    plants = {
        p
        for p in facts.of_type("Facility")
        if facts.places(p, "LOCATED_IN") & _landed(facts, field)
    }
    here = {p for p in plants if facts.places(p, "LOCATED_IN") & inside}
    seated = {
        e
        for e in facts.of_type("Enterprise")
        if {x.end for x in unended(facts.out(e, "HEADQUARTERED_IN"))} & inside
    }
    peers = {
        r: facts.regions_within(r) for r in facts.of_type("Region") if facts.get(r, "kind") == level
    }

    def row(
        segment: str, product: str | None, states: dict[str, str], working: set[str],
        firms: set[str], unit: Any, amounts: dict[str, float],
    ) -> list[tuple[Any, ...]]:  # fmt: skip
        mine = set(states) & here
        if not mine and not firms & seated:
            return []

        def total(some: set[str]) -> float:
            return sum(amounts.get(p, 0) for p in some) if unit else float(len(some & working))

        def of(region: str) -> float:
            return total({p for p in states if facts.places(p, "LOCATED_IN") & peers[region]})

        amount, whole = total(mine), total(set(states))
        rivals = [of(region) for region in peers if region != where]
        rank = 1 + sum(value > amount for value in rivals) if amount and len(peers) > 1 else None
        running = {x.start for p in mine for x in unended(facts.into(p, "OPERATES"))}
        idle = mine - working
        built = sum(states[p] in ("construction", "paused") for p in idle)
        planned = sum(states[p] in NOT_YET for p in idle)
        return [
            (
                segment, product, rank, sum(value > 0 for value in rivals) + bool(amount),
                round(100 * amount / whole, 1) if amount else None,
                len(running | (firms & seated)), len(mine & working), built, planned,
                len(idle) - built - planned,
                *(displayed(amount, unit[0]) if unit else (None, None)),
                (unit[1] or None) if unit else None,
                displayed(whole, unit[0])[0] if unit else None,
            )
        ]  # fmt: skip

    rows: list[tuple[Any, ...]] = []
    for segment in facts.of_type("Segment"):
        parts = facts.parts(segment)

        def active(id_: str, parts: set[str] = parts) -> str | None:
            links = [x for x in facts.out(id_, "ACTIVE_IN") if x.end in parts]
            return stands(links) if links else None

        states = {
            p: s
            for p in plants
            if (s := active(p)) is not None and s not in ("closed", "cancelled")
        }
        firms = {
            e for e in seated if (s := active(e)) is not None and s not in ("closed", "cancelled")
        }
        working = {p for p, s in states.items() if s in ("operating", "idle")}
        rows += row(segment, None, states, working, firms, None, {})
        for product in sorted(x.start for x in facts.into(segment, "BELONGS_TO")):
            held = Holdings(facts, product, "country", as_of=as_of)
            own = {x.start for x in facts.into(product, "PRODUCES", "RECOVERS")}
            own |= {
                x.end
                for n in facts.into(product, "OF")
                if facts.get(n.start, "metric") == "capacity"
                and facts.get(n.start, "nature") in ("actual", "estimate")
                and facts.out(n.start, "EVIDENCED_BY")
                for x in facts.out(n.start, "OF")
                if said(x, "role") == "subject"
            } & plants
            if not own & (here | seated):
                continue
            states = {p: held.states[p] for p in held.plants if p in plants}
            makers = set(held.firms) & {
                x.start for k in held.kinds for x in facts.into(k, "PRODUCES", "RECOVERS")
            }
            units = sorted({u for p in states if p in here for u in held.plants[p]})
            for unit in units or [None]:
                amounts = {
                    p: held.value(held.plants[p][unit]) for p in states if unit in held.plants[p]
                }
                rows += row(segment, product, states, held.working, makers, unit, amounts)
    return sorted(rows, key=repr)


def _landed(facts: Facts, field: set[str]) -> set[str]:
    """Regions that some country holds."""
    return {
        r for r in field
        if any(facts.get(up, "kind") == "country" for up in facts.up([r], "PART_OF"))
    }  # fmt: skip
