"""Which card each node stands in: its segment's, its region's, or the policies'."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from lichain.model import Node
from lichain.render.map.layout.ties import HOMES, Neighbour, Neighbours

POLICIES, ELSEWHERE = "policies", "elsewhere"
SEGMENT, REGION = "segment:", "region:"
_ROUNDS = 4
_LOOSE = ("whole", "beside")


def homes(neighbours: Neighbours, satellites: Collection[str]) -> dict[str, str]:
    """A card key for every node that is not a satellite."""
    waiting = [node for key, node in sorted(neighbours.nodes.items()) if key not in satellites]
    found = {node.id: home for node in waiting if (home := _fixed(node, neighbours))}
    for _ in range(_ROUNDS):
        waiting = [node for node in waiting if node.id not in found]
        # Decided from the round before, so that the order of the nodes does not matter.
        found |= {node.id: home for node in waiting if (home := _led(node, neighbours, found))}
    for node in waiting:
        if node.id not in found:
            found[node.id] = _nearest(node, neighbours, found)
    return found


def stage(node: Node) -> str:
    """The stage of a segment; "whole" where it does not say."""
    return str(node.properties.get("stage", "whole"))


def _fixed(node: Node, neighbours: Neighbours) -> str | None:
    if node.type == "Segment":
        return SEGMENT + node.id
    if node.type == "Region":
        return REGION + _top_region(node, neighbours)
    return POLICIES if node.type in ("Policy", "Provision") else None


def _top_region(region: Node, neighbours: Neighbours) -> str:
    """The highest region above this one that is not a country; itself where there is none."""
    seen = [region.id]
    while True:
        parents = [
            each.id
            for each in sorted(neighbours.by(seen[-1], ("PART_OF>",)), key=_administrative)
            if _is_inner(neighbours.nodes[each.id]) and each.id not in seen
        ]
        if not parents:
            return seen[-1]
        seen.append(parents[0])


def _administrative(neighbour: Neighbour) -> tuple[int, str]:
    kinds = ("administrative", "run_by", "component")
    kind = neighbour.relationship.properties.get("kind")
    return (kinds.index(str(kind)) if kind in kinds else len(kinds), neighbour.id)


def _is_inner(node: Node) -> bool:
    return node.type == "Region" and node.properties.get("kind") not in ("country", "area")


def _led(node: Node, neighbours: Neighbours, found: dict[str, str]) -> str | None:
    for tier in HOMES.get(node.type, ()):
        reached = [each for each in neighbours.by(node.id, tier) if each.id in found]
        if home := _elected(reached, neighbours, found):
            return home
    return None


def _elected(
    reached: Sequence[Neighbour], neighbours: Neighbours, found: dict[str, str]
) -> str | None:
    votes: Counter[str] = Counter()
    for each in reached:
        votes[found[each.id]] += _weight(each, neighbours.nodes[each.id])
    votes.pop(POLICIES, None)
    return min(votes, key=lambda home: (-votes[home], home), default=None)


def _weight(neighbour: Neighbour, node: Node) -> int:
    """A main business counts most; "the whole chain" says least about where to stand."""
    if node.type != "Segment":
        return 4
    if stage(node) in _LOOSE:
        return 1
    return {"main": 9, "side": 3}.get(str(neighbour.relationship.properties.get("role")), 5)


def _nearest(node: Node, neighbours: Neighbours, found: dict[str, str]) -> str:
    reached = [each for each in neighbours.of(node.id) if each.id in found]
    return _elected(reached, neighbours, found) or ELSEWHERE
