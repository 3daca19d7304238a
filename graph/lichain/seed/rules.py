"""What no single row can show: circles, and codes that two regions hold at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from lichain.schema import dates
from lichain.seed.facts import Fact, Facts
from lichain.seed.faults import Faults, shown
from lichain.seed.nodes import NodeRow

_NEVER_ROUND = ("PART_OF", "KIND_OF", "SUPERSEDES")
"""Types that must not lead back to where they began; FEEDS and INPUT_TO do, by recycling."""


def check_circles(facts: Facts) -> None:
    """Each circle of parts, kinds or successors is a fault at its last row, with all rows named."""
    for kind in _NEVER_ROUND:
        found = [fact for fact in facts.by_key.values() if fact.type == kind]
        by_ends = {(fact.start, fact.end): fact for fact in found}
        starts: dict[str, set[str]] = defaultdict(set)
        for start, end in by_ends:
            starts[end].add(start)
        while circle := _circle(starts):
            last = _report([by_ends[step] for step in pairwise(circle)], facts.faults)
            starts[last.end].discard(last.start)


def _circle(starts: Mapping[str, Iterable[str]]) -> list[str] | None:
    """The nodes of one circle, the first again at the end, or None."""
    try:
        TopologicalSorter(starts).prepare()
    except CycleError as fault:
        return list(fault.args[1])
    return None


def _report(circle: list[Fact], faults: Faults) -> Fact:
    """Adds the fault, and gives the fact that closes the circle: the one furthest down."""
    rows = sorted({(fact.claims[0].file, fact.claims[0].line) for fact in circle})
    file, line = rows[-1]
    way = " → ".join([*(fact.start for fact in circle), circle[0].start])
    others = ", ".join(f"{file}:{line}" for file, line in rows[:-1])
    kind = circle[0].type
    message = f"closes a circle, {way}, with {others}; {kind} never leads back: remove or turn one of these rows"
    faults.add(file, line, "", message)
    return max(circle, key=lambda fact: fact.claims[0].line)


def check_looks(facts: Facts, types: Mapping[str, str]) -> None:
    """A search says what was looked for: a segment in a region, a direction of an enterprise."""
    for fact in facts.by_key.values():
        if fact.type != "LOOKED_INTO":
            continue
        column = "segment" if types.get(fact.start) == "Region" else "direction"
        if column not in fact.properties:
            claim = fact.claims[0]
            message = f"is empty; what was looked for in {fact.start!r} is told by its {column}"
            facts.faults.add(claim.file, claim.line, column, message)
        if column == "segment" and "direction" in fact.properties:
            claim = fact.claims[0]
            message = f"{shown(str(fact.properties['direction']))} is of enterprises; clear it for the region {fact.start!r}"
            facts.faults.add(claim.file, claim.line, "direction", message)


def check_region_codes(rows: Iterable[NodeRow], faults: Faults) -> None:
    """One code for two regions at one time is a fault at the second; codes are reused later."""
    holders: dict[str, list[NodeRow]] = defaultdict(list)
    for row in rows:
        code = str(row.properties.get("code", ""))
        if row.type != "Region" or not code:
            continue
        for other in holders[code]:
            if _overlap(row, other):
                where = f"{other.id} ({other.row.file}:{other.row.line})"
                fix = "correct it, or give both their code_from and code_to"
                message = f"{shown(code)} is the code of {where} at the same time; {fix}"
                faults.add(row.row.file, row.row.line, "code", message)
        holders[code].append(row)


def _overlap(one: NodeRow, other: NodeRow) -> bool:
    (start, end), (from_, to) = _held(one), _held(other)
    return start <= to and from_ <= end


def _held(row: NodeRow) -> tuple[str, str]:
    """The first and last day on which the region held its code; open where not given."""
    first, last = row.properties.get("code_from"), row.properties.get("code_to")
    return (
        dates.first_day(str(first)) if first else "",
        dates.last_day(str(last)) if last else "9999",
    )
