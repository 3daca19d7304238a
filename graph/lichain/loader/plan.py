"""What a load would add, change and remove."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from lichain.loader.state import Standing, State
from lichain.model import Node, Record, Relationship

_Thing = TypeVar("_Thing", Node, Relationship)


@dataclass(frozen=True, slots=True)
class Change(Generic[_Thing]):
    """A node or relationship that differs: what it becomes, and what it was."""

    new: _Thing
    standing: Standing[_Thing]

    @property
    def old(self) -> _Thing:
        """What it was."""
        return self.standing.thing

    def differing(self) -> tuple[str, ...]:
        """The names of the properties that differ, and `type` where that does."""
        return _differing(self.new, self.old)


@dataclass(frozen=True, slots=True)
class Plan:
    """The difference between the tables and Neo4j; a load carries out just this."""

    added_nodes: tuple[Node, ...] = ()
    changed_nodes: tuple[Change[Node], ...] = ()
    removed_nodes: tuple[Standing[Node], ...] = ()
    added_relationships: tuple[Relationship, ...] = ()
    changed_relationships: tuple[Change[Relationship], ...] = ()
    removed_relationships: tuple[Standing[Relationship], ...] = ()
    unchanged: int = 0

    @property
    def size(self) -> int:
        """How many nodes and relationships a load would touch."""
        return self.counts().total()

    def counts(self) -> Counter[tuple[str, str]]:
        """How many, by what is done (add, change, remove) and type."""
        found = Counter(("add", node.type) for node in self.added_nodes)
        found.update(("add", link.type) for link in self.added_relationships)
        found.update(("change", change.new.type) for change in self.changed_nodes)
        found.update(("change", change.new.type) for change in self.changed_relationships)
        found.update(("remove", gone.thing.type) for gone in self.removed_nodes)
        found.update(("remove", gone.thing.type) for gone in self.removed_relationships)
        return found

    def to_dict(self) -> dict[str, Any]:
        """The plan for programs: every id or key to add, change (with what differs) and remove."""
        nodes = self.added_nodes, self.changed_nodes, self.removed_nodes
        links = self.added_relationships, self.changed_relationships, self.removed_relationships
        return {
            "unchanged": self.unchanged,
            "nodes": _listed(*nodes),
            "relationships": _listed(*links),
        }


def compare(record: Record, state: State) -> Plan:
    """The plan that leads from `state` to `record`."""
    nodes = _differences(record.nodes, state.nodes)
    relationships = _differences(record.relationships, state.relationships)
    return Plan(*nodes[:3], *relationships[:3], unchanged=nodes[3] + relationships[3])


def _differences(
    wanted: Mapping[str, _Thing], there: Iterable[Standing[_Thing]]
) -> tuple[tuple[_Thing, ...], tuple[Change[_Thing], ...], tuple[Standing[_Thing], ...], int]:
    """What to add, change and remove, and how many stay; of what stands twice one stays."""
    kept: dict[str, Change[_Thing]] = {}
    removed = []
    for standing in there:
        key = _id(standing.thing)
        new = wanted.get(key)
        if new is None or key in kept or not _same_place(new, standing.thing):
            removed.append(standing)
        else:
            kept[key] = Change(new, standing)
    added = tuple(thing for key, thing in wanted.items() if key not in kept)
    changed = tuple(kept[key] for key in wanted if key in kept and kept[key].differing())
    removed.sort(key=lambda standing: (_id(standing.thing), standing.element))
    return added, changed, tuple(removed), len(kept) - len(changed)


def _same_place(new: Node | Relationship, old: Node | Relationship) -> bool:
    """Whether one can become the other: a relationship keeps its type and ends for good."""
    if isinstance(new, Relationship) and isinstance(old, Relationship):
        return (new.type, new.start, new.end) == (old.type, old.start, old.end)
    return True


def _differing(new: Node | Relationship, old: Node | Relationship) -> tuple[str, ...]:
    names = sorted({*new.properties, *old.properties})
    found = [
        name for name in names if not _same(new.properties.get(name), old.properties.get(name))
    ]
    return (*(["type"] if old.type != new.type else []), *found)


def _same(new: object, old: object) -> bool:
    """Python takes 1, 1.0 and True for one another; Neo4j does not."""
    return type(new) is type(old) and new == old


def _listed(
    added: Iterable[_Thing], changed: Iterable[Change[_Thing]], removed: Iterable[Standing[_Thing]]
) -> dict[str, list[dict[str, Any]]]:
    return {
        "add": [_named(thing) for thing in added],
        "change": [{**_named(item.new), "differing": item.differing()} for item in changed],
        "remove": [_named(standing.thing) for standing in removed],
    }


def _named(thing: Node | Relationship) -> dict[str, Any]:
    return {"id": _id(thing), "type": thing.type}


def _id(thing: Node | Relationship) -> str:
    return thing.id if isinstance(thing, Node) else thing.key
