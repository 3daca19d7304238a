"""Constraints and indexes, all out of the schema."""

from __future__ import annotations

from lichain.schema import MARKER, Schema
from lichain.store.statements import statement


def statements(schema: Schema) -> list[str]:
    """Statements that make what is lacking and leave the rest."""
    found = [statement("constraint_marker", marker=MARKER)]
    for kind in schema.nodes.values():
        found.append(statement("index_id", label=kind.name))
        found += [
            statement("constraint_unique", label=kind.name, property=prop.name)
            for prop in kind.properties.values()
            if prop.unique
        ]
    return [
        *found,
        statement("index_name_keys", marker=MARKER),
        statement("index_names", marker=MARKER),
    ]
