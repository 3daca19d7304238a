"""Two things side by side, worked out from the record in plain Python."""

from __future__ import annotations

from collections import defaultdict

from .facts import Facts
from .oracle import _group

Amounts = dict[tuple[str, str | None, str], float]
PLANNED = ("exploration", "announced", "signed", "planned")


def side_by_side(facts: Facts, first: str, second: str) -> list[tuple[object, ...]]:
    """(measure, matter, base unit, the one, the other); amounts in the base unit, blank where unknown."""
    one, other = (_amounts(facts, id_) for id_ in (first, second))
    return sorted([(*at, one.get(at), other.get(at)) for at in one.keys() | other.keys()], key=repr)


def _amounts(facts: Facts, id_: str) -> Amounts:
    region = facts.is_a(id_, "Region")
    inside = facts.regions_within(id_) if region else set()
    if region:
        seats = {link.start for place in inside for link in facts.into(place, "HEADQUARTERED_IN")}
        firms = {x for x in seats if facts.is_a(x, "Enterprise")}
        sites = {link.start for place in inside for link in facts.into(place, "LOCATED_IN")}
    else:
        firms = {x for x in _group(facts, id_, 4) if facts.is_a(x, "Enterprise")}
        sites = {link.end for firm in firms for link in facts.out(firm, "OPERATES", "OWNS")}
    sites = {x for x in sites if facts.is_a(x, "Facility")}
    found: Amounts = {}
    people = defaultdict(set)
    for firm in firms:
        for link in facts.out(firm, "ACTIVE_IN"):
            people["enterprises", link.end].add(firm)
    for site in sites:
        latest: dict[str, tuple[str, str, str | None]] = {}
        for link in facts.out(site, "ACTIVE_IN"):
            began = str(link.properties.get("valid_from", ""))
            held = latest.get(link.end)
            # the latest wins, and of two of one day the one whose key comes first
            if held is None or (began, _last_first(link.key)) > (held[0], _last_first(held[1])):
                latest[link.end] = (began, link.key, str(link.properties.get("status")))
        for segment, (_, _, status) in latest.items():
            people[_work(status), segment].add(site)
    for (measure, segment), who in people.items():
        found[measure, segment, "count"] = len(who)
    for (product, unit), amount in _capacities(facts, sites).items():
        found["capacity", product, unit] = amount
    for measure, count in _counts(facts, id_, firms, region).items():
        if count:
            found[measure, None, "count"] = count
    return found


def _last_first(key: str) -> tuple[int, ...]:
    """Orders texts backwards."""
    return (*(-ord(char) for char in key), 1)


def _work(status: str | None) -> str:
    if status in PLANNED:
        return "planned"
    return {"operating": "operating", "construction": "building"}.get(str(status), "other")


def _capacities(facts: Facts, sites: set[str]) -> dict[tuple[str, str], float]:
    sums: dict[tuple[str, str], float] = defaultdict(float)
    for site in sites:
        best: dict[tuple[str, str], tuple[str, bool, float]] = {}
        for of in facts.into(site, "OF"):
            number = of.start
            evidenced = facts.out(number, "EVIDENCED_BY")
            if of.properties["role"] != "subject" or facts.get(number, "metric") != "capacity":
                continue
            if facts.get(number, "nature") not in ("actual", "estimate") or not evidenced:
                continue
            rank = (
                facts.get(number, "period_end") or "",
                facts.get(number, "nature") == "actual",
                float(facts.get(number, "base_value") or 0),
            )
            for scope in facts.out(number, "OF"):
                at = scope.end, str(facts.get(number, "base_unit"))
                if scope.properties["role"] == "scope" and facts.is_a(scope.end, "Product"):
                    best[at] = max(best.get(at, rank), rank)
        for at, (_, _, amount) in best.items():
            sums[at] += amount
    return sums


def _counts(facts: Facts, id_: str, firms: set[str], region: bool) -> dict[str, int]:
    deals = [x for x in facts.links if x.type == "SUPPLIES"]
    deals = [x for x in deals if x.properties.get("status") not in ("ended", "cancelled")]
    counts = {
        "suppliers": len({x.start for x in deals if x.end in firms} - firms),
        "customers": len({x.end for x in deals if x.start in firms} - firms),
    }
    if region:
        wider = {x for x in facts.up([id_], "PART_OF") if facts.is_a(x, "Region")}
        bodies = {x.start for place in wider for x in facts.into(place, "COVERS")}
        policies = {x for x in bodies if facts.is_a(x, "Policy")}
        policies |= {x.start for body in bodies for x in facts.into(body, "HAS_PROVISION")}
        return counts | {"policies": len(policies)}
    held = [x for x in facts.links if x.type == "OWNS"]
    held = [x for x in held if x.properties.get("status", "held") == "held"]
    owners = {x.start for x in held if x.end == id_}
    return counts | {
        "owners": len(owners),
        "holdings": len({x.end for x in held if x.start == id_}),
    }
