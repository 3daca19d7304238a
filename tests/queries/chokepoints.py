"""Chokepoints from the definition: take a node out, and see what is no longer reached."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .facts import Facts
from .holdings import unended

Edges = set[tuple[str, str]]


def reached(edges: Edges, starts: Iterable[str], without: str | None = None) -> set[str]:
    """What is reached from the starts, themselves among it."""
    seen: set[str] = set()
    left = [start for start in starts if start != without]
    while left:
        here = left.pop()
        if here not in seen:
            seen.add(here)
            left += [b for a, b in edges if a == here and b != without]
    return seen


def lost(edges: Edges, sources: set[str], targets: set[str], node: str) -> set[str]:
    """Targets other than the node that are only reached through it."""
    before = reached(edges, sources) & targets
    return before - reached(edges, sources, node) - {node}


def pieces(edges: Edges, nodes: set[str]) -> int:
    """Of how many parts the nodes consist, directions aside."""
    both = {(a, b) for a, b in edges if {a, b} <= nodes} | {
        (b, a) for a, b in edges if {a, b} <= nodes
    }
    left, number = set(nodes), 0
    while left:
        left -= reached(both, [next(iter(left))])
        number += 1
    return number


def chokepoints(facts: Facts, from_: str, to: str, level: str) -> list[tuple[Any, ...]]:
    """Node, how many targets hang on it, of how many, and whether the network falls apart without it."""
    edges = _edges(facts, level)
    nodes = {node for edge in edges for node in edge}
    sources = _side(facts, from_, level) & nodes
    targets = _side(facts, to, level) & nodes
    there = reached(edges, sources) & targets
    back = reached({(b, a) for a, b in edges}, there)
    between = reached(edges, sources) & back
    rows = []
    for node in between:
        gone = lost(edges, sources, targets, node)
        cut = pieces(edges, between - {node}) > pieces(edges, between)
        if gone or (cut and node not in sources | targets):
            rows.append((node, len(gone), len(there), cut))
    return sorted(rows)


def _edges(facts: Facts, level: str) -> Edges:
    if level == "product":
        return {(x.start, x.end) for x in facts.links if x.type in ("INPUT_TO", "KIND_OF")}
    deals = {
        (x.start, x.end)
        for x in facts.links
        if x.type == "SUPPLIES" and x.properties.get("status") not in ("ended", "cancelled")
    }
    if level == "country":
        deals = {(c, d) for a, b in deals for c in countries(facts, a) for d in countries(facts, b)}
    return {(a, b) for a, b in deals if a != b}


def countries(facts: Facts, who: str) -> set[str]:
    seats = {link.end for link in unended(facts.out(who, "HEADQUARTERED_IN"))}
    return {r for r in facts.up(seats, "PART_OF") if facts.get(r, "kind") == "country"}


def _side(facts: Facts, segment: str, level: str) -> set[str]:
    parts = facts.parts(segment)
    if level == "product":
        return {x.start for part in parts for x in facts.into(part, "BELONGS_TO")}
    who = {
        x.start
        for part in parts
        for x in facts.into(part, "ACTIVE_IN")
        if x.properties.get("status") not in ("closed", "cancelled")
        and facts.is_a(x.start, "Enterprise")
    }
    return who if level == "enterprise" else {c for one in who for c in countries(facts, one)}
