"""What a load would add, change and remove."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from lichain.loader.state import State
from lichain.model import Node, Record, Relationship

_Thing = TypeVar("_Thing", Node, Relationship)


@dataclass(frozen=True, slots=True)
class Change:
    """A node or relationship that differs: what it becomes, and what it was."""

    new: Node | Relationship
    old: Node | Relationship

    def differing(self) -> tuple[str, ...]:
        """The names of the properties that differ, and `type` where that does."""
        old, new = self.old.properties, self.new.properties
        names = [name for name in sorted({*old, *new}) if old.get(name) != new.get(name)]
        return (*(["type"] if self.old.type != self.new.type else []), *names)


@dataclass(frozen=True, slots=True)
class Plan:
    """The difference between the tables and Neo4j; a load carries out just this."""

    added_nodes: tuple[Node, ...] = ()
    changed_nodes: tuple[Change, ...] = ()
    removed_nodes: tuple[Node, ...] = ()
    added_relationships: tuple[Relationship, ...] = ()
    changed_relationships: tuple[Change, ...] = ()
    removed_relationships: tuple[Relationship, ...] = ()
    unchanged: int = 0

    @property
    def size(self) -> int:
        """How many nodes and relationships a load would touch."""
        return self.counts().total()

    def counts(self) -> Counter[tuple[str, str]]:
        """How many, by what is done (add, change, remove) and type."""
        found: Counter[tuple[str, str]] = Counter()
        for done, things in self._by_action():
            found.update((done, thing.type) for thing in things)
        return found

    def to_dict(self) -> dict[str, Any]:
        """The plan for programs: every id or key to add, change (with what differs) and remove."""

        def changes(found: Iterable[Change]) -> list[dict[str, Any]]:
            return [
                {"id": _id(change.new), "type": change.new.type, "differing": change.differing()}
                for change in found
            ]

        def things(found: Iterable[Node | Relationship]) -> list[dict[str, str]]:
            return [{"id": _id(thing), "type": thing.type} for thing in found]

        return {
            "unchanged": self.unchanged,
            "nodes": {
                "add": things(self.added_nodes),
                "change": changes(self.changed_nodes),
                "remove": things(self.removed_nodes),
            },
            "relationships": {
                "add": things(self.added_relationships),
                "change": changes(self.changed_relationships),
                "remove": things(self.removed_relationships),
            },
        }

    def _by_action(self) -> Iterable[tuple[str, Iterable[Node | Relationship]]]:
        yield "add", (*self.added_nodes, *self.added_relationships)
        yield (
            "change",
            [change.new for change in (*self.changed_nodes, *self.changed_relationships)],
        )
        yield "remove", (*self.removed_nodes, *self.removed_relationships)


def compare(record: Record, state: State) -> Plan:
    """The plan that leads from `state` to `record`."""
    nodes = _differences(record.nodes, state.nodes)
    relationships = _differences(record.relationships, state.relationships)
    return Plan(*nodes[:3], *relationships[:3], unchanged=nodes[3] + relationships[3])


def _differences(
    wanted: Mapping[str, _Thing], there: Mapping[str, _Thing]
) -> tuple[tuple[_Thing, ...], tuple[Change, ...], tuple[_Thing, ...], int]:
    added = tuple(thing for key, thing in wanted.items() if key not in there)
    shared = [(thing, there[key]) for key, thing in wanted.items() if key in there]
    changed = tuple(Change(new, old) for new, old in shared if new != old)
    removed = tuple(thing for key, thing in there.items() if key not in wanted)
    return added, changed, removed, len(shared) - len(changed)


def _id(thing: Node | Relationship) -> str:
    return thing.id if isinstance(thing, Node) else thing.key
