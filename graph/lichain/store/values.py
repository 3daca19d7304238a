"""What the driver returns, as the program's own nodes, relationships and plain values."""

from __future__ import annotations

from typing import Any

from neo4j import graph, spatial, time

from lichain.model import Node, Relationship
from lichain.schema import schema


def plain(value: Any) -> Any:
    """`value` without the driver's types; paths become lists of nodes and relationships in turn."""
    if isinstance(value, graph.Node):
        return _node(value)
    if isinstance(value, graph.Relationship):
        return _relationship(value)
    if isinstance(value, graph.Path):
        steps: list[Any] = [_node(value.start_node)]
        for relationship, node in zip(value.relationships, value.nodes[1:], strict=True):
            steps += [_relationship(relationship), _node(node)]
        return steps
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, time.Date | time.DateTime | time.Time | time.Duration):
        return value.iso_format()
    if isinstance(value, spatial.Point):
        return list(value)
    return value.hex() if isinstance(value, bytes | bytearray) else value


def _node(value: graph.Node) -> Node:
    properties = {name: _property(item) for name, item in value.items()}
    id_ = str(properties.pop("id", value.element_id))
    kind = schema().type_of(value.labels) or next(iter(sorted(value.labels)), "Node")
    return Node(id_, kind, properties)


def _relationship(value: graph.Relationship) -> Relationship:
    properties = {name: _property(item) for name, item in value.items()}
    key = str(properties.get("key", value.element_id))
    start, end = ends(key, value.type) or tuple(
        str(node.get("id", node.element_id)) if node is not None else "" for node in value.nodes
    )
    return Relationship(key, value.type, start, end, properties)


def ends(key: str, kind: str) -> tuple[str, str] | None:
    """Both ids out of a key of ours: a relationship returned alone does not carry its nodes."""
    start, arrow, end = key.removeprefix(f"{kind}:").partition(";")[0].partition(">")
    return (start, end) if arrow and key.startswith(f"{kind}:") else None


def _property(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else plain(value)
