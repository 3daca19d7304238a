"""The facts that a step is given, by node and type: a graph small enough to walk in Python."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lichain.model import Node, Relationship


class Ground:
    """Every node and relationship in the rows that a Cypher returned, once each."""

    def __init__(self, found: Iterable[Mapping[str, Any]]) -> None:
        self.nodes: dict[str, Node] = {}
        links: dict[str, Relationship] = {}
        for thing in _things([list(row.values()) for row in found]):
            if isinstance(thing, Node):
                self.nodes[thing.id] = thing
            else:
                links[thing.key] = thing
        self.links = [links[key] for key in sorted(links)]
        self._out: dict[tuple[str, str], list[Relationship]] = defaultdict(list)
        self._into: dict[tuple[str, str], list[Relationship]] = defaultdict(list)
        for link in self.links:
            self._out[link.start, link.type].append(link)
            self._into[link.end, link.type].append(link)

    def out(self, id_: str, *types: str) -> list[Relationship]:
        """Relationships of these types that start from a node, by key."""
        return [link for kind in types for link in self._out.get((id_, kind), ())]

    def into(self, id_: str, *types: str) -> list[Relationship]:
        """Relationships of these types that end at a node, by key."""
        return [link for kind in types for link in self._into.get((id_, kind), ())]

    def of_type(self, type_: str) -> list[str]:
        """Ids of the nodes of a type, in order."""
        return sorted(id_ for id_, node in self.nodes.items() if node.type == type_)

    def up(self, id_: str, *types: str) -> set[str]:
        """What is reached along these types, the start among it."""
        return self._walk(id_, lambda here: [link.end for link in self.out(here, *types)])

    def down(self, id_: str, *types: str) -> set[str]:
        """From where a node is reached along these types, itself among it."""
        return self._walk(id_, lambda here: [link.start for link in self.into(here, *types)])

    @staticmethod
    def _walk(start: str, steps: Any) -> set[str]:
        seen, left = {start}, [start]
        while left:
            for other in steps(left.pop()):
                if other not in seen:
                    seen.add(other)
                    left.append(other)
        return seen


def text(link: Relationship, name: str) -> str:
    """A property as text, empty where it is unknown."""
    return str(link.properties.get(name) or "")


def number(link: Relationship | Node, name: str) -> float | None:
    """A property that is a number; None where it is unknown."""
    value = link.properties.get(name)
    return None if value is None else float(str(value))


def _things(value: Any) -> Iterator[Node | Relationship]:
    if isinstance(value, Node | Relationship):
        yield value
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _things(item)
