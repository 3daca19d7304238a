"""What of ours stands in Neo4j now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from lichain.model import Node, Relationship, Value
from lichain.schema import MARKER, Schema
from lichain.store.statements import statement


class _Rows(Protocol):
    def rows(self, cypher: str, **parameters: Any) -> Iterable[tuple[Any, ...]]: ...


@dataclass(frozen=True, slots=True)
class State:
    """Our nodes by id and relationships by key, with only the properties that are ours."""

    nodes: Mapping[str, Node]
    relationships: Mapping[str, Relationship]


def read_state(schema: Schema, source: _Rows) -> State:
    """Reads the state in one transaction or over one store."""
    nodes = {}
    for id_, labels, properties in source.rows(statement("state_nodes", marker=MARKER)):
        kind = schema.type_of(frozenset(labels)) or ""
        known = schema.nodes[kind].properties if kind else {}
        nodes[id_] = Node(id_, kind, _ours(properties, known))
    relationships = {}
    for start, end, kind, properties in source.rows(
        statement("state_relationships", marker=MARKER)
    ):
        known = schema.relationships[kind].properties if kind in schema.relationships else {}
        key = properties["key"]
        relationships[key] = Relationship(key, kind, start, end, _ours(properties, known))
    return State(nodes, relationships)


def _ours(properties: Mapping[str, Any], known: Mapping[str, Any]) -> dict[str, Value]:
    return {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in properties.items()
        if name in known
    }
