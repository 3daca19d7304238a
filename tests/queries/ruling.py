"""Policies over enterprises and over the segments of a region, in plain Python."""

from __future__ import annotations

from datetime import date

from .facts import Facts
from .oracle import _status

Rows = list[tuple[object, ...]]
WIDER = ("PART_OF", "KIND_OF", "BELONGS_TO")
SEATS = ("HEADQUARTERED_IN", "LOCATED_IN")


def _targets(facts: Facts, policy: str) -> set[str]:
    bodies = [policy, *(link.end for link in facts.out(policy, "HAS_PROVISION"))]
    return {link.end for body in bodies for link in facts.out(body, "COVERS")}


def of_enterprise(facts: Facts, enterprise: str, as_of: str) -> Rows:
    """(policy, status, extent, through) of every policy that covers an enterprise."""
    sites = {link.end for link in facts.out(enterprise, "OPERATES")}
    own = {enterprise, *sites}
    seats = facts.places(enterprise, *SEATS)
    grounds = {site: facts.places(site, "LOCATED_IN") for site in sites}
    work = {link.end for id_ in own for link in facts.out(id_, "ACTIVE_IN", "PRODUCES", "RECOVERS")}
    rows: Rows = []
    for policy in facts.of_type("Policy"):
        targets = _targets(facts, policy)
        named = own & targets
        by_seat = {x for x in seats if facts.up([x], "PART_OF") & targets}
        by_site = {x for x, places in grounds.items() if facts.up(places, "PART_OF") & targets}
        by_work = {x for x in work if facts.up([x], *WIDER) & targets}
        placed = any(facts.is_a(x, "Region") for x in targets)
        about = any(facts.is_a(x, "Segment", "Product") for x in targets)
        fits = bool(by_seat or by_site or by_work)
        fits = fits and (bool(by_seat or by_site) or not placed) and (bool(by_work) or not about)
        if not named and not fits:
            continue
        whole = enterprise in targets or bool(by_seat)
        status = _status(facts, policy, date.fromisoformat(as_of))
        through = sorted(named | by_seat | by_site | by_work)
        rows.append((policy, status, "whole" if whole else "part", through))
    return sorted(rows, key=repr)


def policy_gaps(facts: Facts, where: str, as_of: str, segment: str | None = None) -> Rows:
    """(segment, state, then the policies: aimed, chain, part, suspended, over, undated, coming)."""
    reach = facts.up([where], "PART_OF")
    policies = {
        policy: (_targets(facts, policy), _status(facts, policy, date.fromisoformat(as_of)))
        for policy in facts.of_type("Policy")
        if _targets(facts, policy) & {x for x in reach if facts.is_a(x, "Region")}
    }
    rows: Rows = []
    for one in facts.parts(segment) if segment else facts.of_type("Segment"):
        if facts.get(one, "stage") == "whole":
            continue
        wider = facts.up([one], "PART_OF")
        products = {x.start for part in facts.parts(one) for x in facts.into(part, "BELONGS_TO")}
        inside = facts.parts(one) | {kind for x in products for kind in facts.kinds(x)}
        met = {p: told for p, told in policies.items() if told[0] & (wider | inside)}

        def of(*states: str, met: dict[str, tuple[set[str], str]] = met) -> list[str]:
            return sorted(p for p, (_, status) in met.items() if status in states)

        alive = of("in_force")
        aimed = [p for p in alive if one in met[p][0]]
        chain = [p for p in alive if met[p][0] & wider and p not in aimed]
        part = [p for p in alive if not met[p][0] & wider]
        state = (
            "aimed" if aimed else "chain" if chain else "part" if part
            else "not_in_force" if met else "none"
        )  # fmt: skip
        rest = of("suspended"), of("expired", "superseded"), of("unknown", "unclear"), of("not_yet")
        rows.append((one, state, aimed, chain, part, *rest))
    return sorted(rows, key=repr)
