"""What decides where a node lives on the map: whose satellite it is, or which card it stands in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lichain.model import Node, Relationship

OUT, IN = ">", "<"

SATELLITES: Mapping[str, tuple[str, ...]] = {
    "Indicator": ("OF>", "SETS<"),
    "Provision": ("HAS_PROVISION<",),
    "Person": ("HOLDS_ROLE>", "TOOK_PART_IN>"),
}
"""Types that ring another node, and the relationships that say which, surest first."""

_PARTIES = (
    "PARTNERS_WITH>",
    "PARTNERS_WITH<",
    "INVESTS_IN>",
    "SUPPLIES>",
    "SUPPLIES<",
    "OWNS>",
    "OWNS<",
)
_MAKES = ("BELONGS_TO>", "ACTIVE_IN>", "PRODUCES>", "RECOVERS>")
_STANDS = ("LOCATED_IN>", "HEADQUARTERED_IN>")

HOMES: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "Product": (
        _MAKES,
        ("KIND_OF>", "INPUT_TO>", "INPUT_TO<"),
        ("PRODUCES<", "RECOVERS<", "HAS_RESOURCE<"),
    ),
    "Enterprise": (_MAKES, ("OPERATES>",), _STANDS, ("PART_OF>",), _PARTIES),
    "Facility": (_MAKES, ("OPERATES<", "OWNS<"), _STANDS, ("PART_OF>",)),
    "Project": (_MAKES, ("INVESTS_IN<", "OWNS<"), _STANDS, ("PART_OF>",)),
    "Cluster": (_STANDS, ("PART_OF>",), _MAKES),
    "Organization": (_STANDS, ("PART_OF>",), _MAKES, _PARTIES),
    "Event": (_STANDS, ("TOOK_PART_IN<",)),
}
"""The tiers of relationships that lead a node home; the first tier with an answer decides."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A node one step away: `by` is the relationship type with the direction it was followed in."""

    id: str
    by: str
    relationship: Relationship


class Neighbours:
    """Who is next to whom, in a fixed order."""

    def __init__(self, nodes: Iterable[Node], relationships: Iterable[Relationship]) -> None:
        self.nodes = {node.id: node for node in nodes}
        self._of: defaultdict[str, list[Neighbour]] = defaultdict(list)
        for each in sorted(
            relationships, key=lambda each: (each.type, each.start, each.end, each.key)
        ):
            if each.start != each.end:
                self._of[each.start].append(Neighbour(each.end, each.type + OUT, each))
                self._of[each.end].append(Neighbour(each.start, each.type + IN, each))

    def of(self, node: str) -> list[Neighbour]:
        """All neighbours of `node`."""
        return self._of.get(node, [])

    def by(self, node: str, ways: Sequence[str]) -> list[Neighbour]:
        """The neighbours of `node` that are reached by one of `ways`, in the order of `ways`."""
        return [each for way in ways for each in self.of(node) if each.by == way]

    def degree(self, node: str) -> int:
        """How many relationships end at `node`."""
        return len(self._of.get(node, ()))


def hubs(neighbours: Neighbours) -> dict[str, str]:
    """Each satellite's hub; a satellite that leads to no hub is left out and stands by itself."""
    found: dict[str, str] = {}
    for node in neighbours.nodes.values():
        ways = SATELLITES.get(node.type, ())
        reached = sorted(
            (_rank(each), ways.index(each.by), each.id)
            for each in neighbours.by(node.id, ways)
            if neighbours.nodes[each.id].type not in SATELLITES
        )
        if reached:
            found[node.id] = reached[0][2]
    return found


def _rank(neighbour: Neighbour) -> int:
    """A number belongs to its subject before the segment or product that narrows it."""
    return 1 if neighbour.relationship.properties.get("role") == "scope" else 0
