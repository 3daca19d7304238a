"""What of ours stands in Neo4j now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from lichain.model import Node, Relationship, Value
from lichain.schema import MARKER, Schema
from lichain.store.statements import statement

_Thing = TypeVar("_Thing", Node, Relationship)


class _Rows(Protocol):
    def rows(self, cypher: str, **parameters: Any) -> Iterable[tuple[Any, ...]]: ...


@dataclass(frozen=True, slots=True)
class Standing(Generic[_Thing]):
    """A node or relationship of ours, with only the properties that are ours.

    `element` is Neo4j's handle for it: an id or key that somebody changed or copied by hand
    does not lead to it. Where it is missing or no text, the id or key is empty.
    """

    element: str
    thing: _Thing


@dataclass(frozen=True, slots=True)
class State:
    """Everything of ours, also what stands twice or in the wrong place."""

    nodes: tuple[Standing[Node], ...]
    relationships: tuple[Standing[Relationship], ...]


def read_state(schema: Schema, source: _Rows) -> State:
    """Reads the state in one transaction or over one store."""
    everything = {
        name: kind for type_ in schema.nodes.values() for name, kind in type_.properties.items()
    }
    nodes = []
    for element, id_, labels, properties in source.rows(statement("state_nodes")):
        kind = _type(schema, frozenset(labels))
        known = schema.nodes[kind].properties if kind in schema.nodes else everything
        node = Node(_text(id_), kind, _ours(properties, known))
        nodes.append(Standing(element, node))
    links = []
    for element, *ends, kind, properties in source.rows(statement("state_relationships")):
        start, end = map(_text, ends)
        known = schema.relationships[kind].properties if kind in schema.relationships else {}
        link = Relationship(_text(properties["key"]), kind, start, end, _ours(properties, known))
        links.append(Standing(element, link))
    return State(tuple(nodes), tuple(links))


def _type(schema: Schema, labels: frozenset[str]) -> str:
    """The type, or our labels as they are where they do not make one."""
    kind = schema.type_of(labels)
    ours = labels & {*schema.nodes, MARKER}
    if kind and ours == frozenset(schema.nodes[kind].labels):
        return kind
    return ":".join(sorted(ours))


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _ours(properties: Mapping[str, Any], known: Mapping[str, Any]) -> dict[str, Value]:
    return {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in properties.items()
        if name in known
    }
