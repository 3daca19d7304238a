"""A graph of record as plain dictionaries, for answers worked out without a database."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterable
from functools import cache, cached_property

from lichain.model import Record, Relationship
from lichain.schema import schema

TO_SOURCES = ("EVIDENCED_BY", "LOOKED_INTO")


@cache
def _subtypes(kind: str) -> frozenset[str]:
    return schema().subtypes(kind)


class Facts:
    """Look-ups and walks over the relationships of a record."""

    def __init__(self, record: Record) -> None:
        self.nodes = record.nodes
        self.links = list(record.relationships.values())
        self._typed: dict[tuple[str, ...], list[str]] = {}
        self._walked: dict[tuple[object, ...], set[str]] = {}

    @cached_property
    def _out(self) -> dict[tuple[str, str], list[Relationship]]:
        found = defaultdict(list)
        for link in self.links:
            found[link.start, link.type].append(link)
        return found

    @cached_property
    def _into(self) -> dict[tuple[str, str], list[Relationship]]:
        found = defaultdict(list)
        for link in self.links:
            found[link.end, link.type].append(link)
        return found

    def out(self, id_: str | None, *types: str) -> list[Relationship]:
        """Relationships of these types that start from a node."""
        return [link for kind in types for link in self._out.get((id_ or "", kind), [])]

    def into(self, id_: str | None, *types: str) -> list[Relationship]:
        """Relationships of these types that end at a node."""
        return [link for kind in types for link in self._into.get((id_ or "", kind), [])]

    def of_type(self, *types: str) -> list[str]:
        """Ids of the nodes of these types and their subtypes."""
        if types not in self._typed:
            self._typed[types] = [id_ for id_ in self.nodes if self.is_a(id_, *types)]
        return self._typed[types]

    def is_a(self, id_: str, *types: str) -> bool:
        """Whether a node is of one of these types or of a subtype."""
        return any(self.nodes[id_].type in _subtypes(kind) for kind in types)

    def get(self, id_: str, name: str) -> str | None:
        """A property of a node as text, or None."""
        value = self.nodes[id_].properties.get(name)
        return None if value is None else str(value)

    def up(self, starts: Iterable[str], *types: str) -> set[str]:
        """Every node reached along these types, the starts among them."""
        return self._walk(tuple(starts), types, forward=True)

    def down(self, starts: Iterable[str], *types: str) -> set[str]:
        """Every node from which the starts are reached along these types, the starts among them."""
        return self._walk(tuple(starts), types, forward=False)

    def _walk(self, starts: tuple[str, ...], types: tuple[str, ...], *, forward: bool) -> set[str]:
        asked = (starts, types, forward)
        if asked not in self._walked:
            seen, queue = set(starts), deque(starts)
            while queue:
                here = queue.popleft()
                links = self.out(here, *types) if forward else self.into(here, *types)
                for other in [link.end if forward else link.start for link in links]:
                    if other not in seen:
                        seen.add(other)
                        queue.append(other)
            self._walked[asked] = seen
        return self._walked[asked]

    def regions_within(self, region: str | None) -> set[str]:
        """The region and every region inside it; all regions where none is asked for."""
        found = self.nodes if region is None else self.down([region], "PART_OF")
        asked = ("regions", region)
        if asked not in self._walked:
            self._walked[asked] = {id_ for id_ in found if self.is_a(id_, "Region")}
        return self._walked[asked]

    def kinds(self, product: str) -> set[str]:
        """The product and its kinds."""
        return self.down([product], "KIND_OF")

    def parts(self, segment: str) -> set[str]:
        """The segment and its parts."""
        return self.down([segment], "PART_OF")

    def places(self, id_: str | None, *types: str) -> set[str]:
        """Regions at the other end of these types."""
        return {link.end for link in self.out(id_, *types) if self.is_a(link.end, "Region")}

    @cached_property
    def busy(self) -> Counter[str]:
        """How many relationships each node has."""
        return Counter(end for link in self.links for end in (link.start, link.end))

    @cached_property
    def beside(self) -> dict[str, list[Relationship]]:
        """Every relationship at either end of a node, but evidence."""
        found = defaultdict(list)
        for link in self.links:
            if link.type not in TO_SOURCES:
                found[link.start].append(link)
                found[link.end].append(link)
        return found

    def distances(self, start: str, most: int) -> dict[str, int]:
        """Steps to every node within `most` steps, in either direction, not through sources."""
        steps, queue = {start: 0}, deque([start])
        while queue:
            here = queue.popleft()
            if steps[here] == most:
                continue
            for link in self.beside[here]:
                other = link.end if link.start == here else link.start
                if other not in steps:
                    steps[other] = steps[here] + 1
                    queue.append(other)
        return steps
