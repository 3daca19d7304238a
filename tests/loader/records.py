"""Small records, made as the tables make them: every node evidenced, every fact with its claim."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from lichain.model import Node, Record, Relationship, Value
from lichain.seed.facts import key_of

SOURCE = Node("s-annual-report", "Source", {"name_en": "Annual report", "kind": "filing"})


def node(id_: str, type_: str = "Enterprise", /, **properties: Value) -> Node:
    return Node(id_, type_, {"name_zh": id_, "name_keys": f"|{id_}|"} | properties)


def link(
    kind: str,
    start: str,
    end: str,
    identity: dict[str, Value] | None = None,
    /,
    **properties: Value,
) -> Relationship:
    key = key_of(kind, start, end, identity or {})
    evidence: dict[str, Value] = {
        "key": key,
        "claims": (f"{key}#1",),
        "sources": (SOURCE.id,),
        "locators": ("p. 16",),
        "confidences": ("disclosed",),
        "notes": ("",),
        "known": ("2026-11-01",),
        "known_disclosed": "2026-11-01",
        "known_reported": "2026-11-01",
        "known_inferred": "2026-11-01",
        "confidence": "disclosed",
        "recorded_at": "2026-11-01",
    }
    return Relationship(key, kind, start, end, evidence | (identity or {}) | properties)


def record(*things: Node | Relationship) -> Record:
    """The nodes, the relationships, one source, and what ties each node to it."""
    nodes = [thing for thing in things if isinstance(thing, Node)]
    links = [thing for thing in things if isinstance(thing, Relationship)]
    links += [link("EVIDENCED_BY", item.id, SOURCE.id) for item in nodes if item.type != "Source"]
    return bare(SOURCE, *nodes, *links)


def bare(*things: Node | Relationship) -> Record:
    """Just these."""
    return Record(
        {thing.id: thing for thing in things if isinstance(thing, Node)},
        {thing.key: thing for thing in things if isinstance(thing, Relationship)},
        {},
    )


def chain(length: int) -> Record:
    """Enterprises that each supply the next: as many nodes, and two links for each but the last."""
    ids = [f"firm-{number:04}" for number in range(length)]
    return record(*map(node, ids), *_supplies(ids))


def _supplies(ids: list[str]) -> Iterable[Relationship]:
    return (link("SUPPLIES", a, b) for a, b in pairwise(ids))


Rows = list[tuple[Any, ...]]
