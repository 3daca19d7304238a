"""What stands in each card, in reading order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from lichain.model import Node
from lichain.render.map.layout.blocks import block
from lichain.render.map.layout.columns import STAGES, Column, columns_of
from lichain.render.map.layout.homes import ELSEWHERE, POLICIES, REGION, SEGMENT, homes, stage
from lichain.render.map.layout.shapes import Block
from lichain.render.map.layout.ties import Neighbours, hubs

Cards = Mapping[str, tuple[Block, ...]]

_ORDER = (
    "Segment",
    "Region",
    "Policy",
    "Cluster",
    "Product",
    "Enterprise",
    "Organization",
    "Facility",
    "Project",
)
_LEVELS = ("country", "province", "area", "prefecture", "zone", "county")
_SMALL = 3


@dataclass(frozen=True, slots=True)
class Contents:
    """The columns of the chain, and below them the strata with their cards, from the top down."""

    columns: list[Column]
    strata: tuple[tuple[str, Cards], ...]


def contents(neighbours: Neighbours) -> Contents:
    """Sorts every node into its card."""
    cards = _cards(neighbours)
    columns, loose = _chain_cards(neighbours, cards)
    places = {
        key: blocks
        for key, blocks in cards.items()
        if not key.startswith(SEGMENT) and key != POLICIES
    }
    policies = {POLICIES: cards[POLICIES]} if POLICIES in cards else {}
    strata = (("beside", loose), ("places", _merged(places)), ("policies", policies))
    return Contents(columns, tuple((key, inside) for key, inside in strata if inside))


def _cards(neighbours: Neighbours) -> dict[str, tuple[Block, ...]]:
    hub_of = hubs(neighbours)
    ring: defaultdict[str, list[Node]] = defaultdict(list)
    for satellite, hub in hub_of.items():
        ring[hub].append(neighbours.nodes[satellite])
    members: defaultdict[str, list[Node]] = defaultdict(list)
    for key, home in homes(neighbours, hub_of).items():
        members[home].append(neighbours.nodes[key])
    return {home: _blocks(inside, ring, neighbours) for home, inside in sorted(members.items())}


def _blocks(
    members: list[Node], ring: Mapping[str, list[Node]], neighbours: Neighbours
) -> tuple[Block, ...]:
    return tuple(
        block(
            node,
            neighbours.degree(node.id),
            sorted(ring.get(node.id, ()), key=lambda each: (each.type, each.id)),
        )
        for node in sorted(members, key=lambda node: _reading_order(node, neighbours))
    )


def _reading_order(node: Node, neighbours: Neighbours) -> tuple[int, int, int, str]:
    kind = str(node.properties.get("kind", ""))
    level = _LEVELS.index(kind) if node.type == "Region" and kind in _LEVELS else 0
    order = _ORDER.index(node.type) if node.type in _ORDER else len(_ORDER)
    return (order, level, -neighbours.degree(node.id), node.id)


def _chain_cards(
    neighbours: Neighbours, cards: Cards
) -> tuple[list[Column], dict[str, tuple[Block, ...]]]:
    """The columns of the chain, and the cards of segments that stand beside it or mean all of it."""
    steps: dict[str, tuple[str, int]] = {}
    loose: dict[str, tuple[Block, ...]] = {}
    for key in (key for key in cards if key.startswith(SEGMENT)):
        segment = neighbours.nodes[key.removeprefix(SEGMENT)]
        position = segment.properties.get("position")
        if stage(segment) in STAGES:
            steps[key] = (stage(segment), position if isinstance(position, int) else 0)
        else:
            loose[key] = cards[key]
    return columns_of(steps, cards), loose


def _merged(places: Cards) -> dict[str, tuple[Block, ...]]:
    """Regions with next to nothing in them share one card."""
    small = [key for key, blocks in places.items() if key == ELSEWHERE or len(blocks) < _SMALL]
    merged = {key: blocks for key, blocks in places.items() if key not in small}
    together = tuple(each for key in small for each in places[key])
    return {**merged, f"{REGION}*": together} if together else merged
