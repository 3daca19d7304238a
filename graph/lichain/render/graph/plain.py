"""Properties as other programs take them: typed, flat, and in characters that XML can hold."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from lichain.model import Node, Relationship, Value
from lichain.schema import NodeType, Property, RelationshipType, schema

HIDDEN = frozenset({"name_keys", "key"})
"""What stays out: the folded names by which names are found, and the key, which is the edge's id."""
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def properties(thing: Node | Relationship) -> dict[str, Value]:
    """The properties that are there, without the hidden ones."""
    return {
        name: value
        for name, value in thing.properties.items()
        if name not in HIDDEN and value is not None
    }


def flat(value: Any) -> str | int | float | bool:
    """A list as JSON, `["c-1", "c-2"]`; numbers and truth as they are; text that XML can hold."""
    if isinstance(value, bool | int | float):
        return value
    if isinstance(value, list | tuple):
        return xml_text(json.dumps([str(item) for item in value], ensure_ascii=False))
    return xml_text(str(value))


def written(value: Any) -> str:
    """`flat` as text: true and false in small letters, whole numbers without a point."""
    plain = flat(value)
    if isinstance(plain, bool):
        return "true" if plain else "false"
    return repr(plain) if isinstance(plain, float) else str(plain)


def xml_text(text: str) -> str:
    """The text with U+FFFD for what XML 1.0 cannot hold."""
    return _NOT_XML.sub("\ufffd", text)


def declared(things: Iterable[Node | Relationship]) -> dict[str, Property | None]:
    """Every property that any of the things has, in the order of the schema, which says its type."""
    known: dict[str, Property] = {}
    kinds: list[Mapping[str, NodeType] | Mapping[str, RelationshipType]] = [
        schema().nodes,
        schema().relationships,
    ]
    for each in kinds:
        for kind in each.values():
            known = {**kind.properties, **known}
    held = {name for thing in things for name in properties(thing)}
    ordered = [name for name in known if name in held] + sorted(held - set(known))
    return {name: known.get(name) for name in ordered}
