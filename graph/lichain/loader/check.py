"""Whether a record can stand in the graph: the tables are checked when they are read, but a
record can also be made in Python."""

from __future__ import annotations

from lichain.errors import InputError
from lichain.model import Node, Record, Relationship
from lichain.schema import Schema


def check(schema: Schema, record: Record) -> None:
    """Raises InputError for a type or property that the schema lacks, or an end that is no node."""
    for node in record.nodes.values():
        kind = schema.nodes.get(node.type)
        _known(node, node.id, kind.properties if kind else None)
    for link in record.relationships.values():
        type_ = schema.relationships.get(link.type)
        _known(link, link.key, type_.properties if type_ else None)
        for id_ in (link.start, link.end):
            if id_ not in record.nodes:
                raise InputError(
                    f"{link.key} joins {id_!r}, which is no node of the tables; add it, or correct the id"
                )


def _known(thing: Node | Relationship, id_: str, properties: object) -> None:
    if not isinstance(properties, dict):
        raise InputError(f"{id_!r} has the type {thing.type!r}, which the schema lacks; correct it")
    for name in thing.properties:
        if name not in properties:
            raise InputError(
                f"{id_!r} has the property {name!r}, which {thing.type} lacks in the schema; remove it"
            )
