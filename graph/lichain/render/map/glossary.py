"""The words of the schema that a map needs, as plain data for its page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from lichain.model import KNOWN
from lichain.render.map.amounts import ABSORBED
from lichain.schema import NodeType, Property, RelationshipType, schema

SHAPES = {
    "Enterprise": "dot",
    "Organization": "dot",
    "Person": "dot",
    "Segment": "hexagon",
    "Cluster": "hexagon",
    "Product": "diamond",
    "Indicator": "diamond",
    "Region": "triangleDown",
    "Facility": "triangle",
    "Project": "triangle",
    "Policy": "square",
    "Provision": "square",
    "Event": "star",
}
"""A shape per family (bodies, chain, goods and numbers, places, sites, documents), so that
colour is never the only thing that tells two types apart."""

_NEUTRAL: Mapping[str, str | int] = {"colour": "#6B7A90", "size": 30}
_PROGRAM_ONLY = {
    "name_zh_else",
    "name_en_else",
    "name_keys",
    "key",
    "claims",
    "sources",
    "locators",
    "confidences",
    "notes",
    *KNOWN,
}


def style(node_type: str) -> Mapping[str, str | int]:
    """Colour and size of a node type; a neutral style where the schema lacks it."""
    known = schema().nodes.get(node_type)
    return _NEUTRAL if known is None else {**_NEUTRAL, **known.style}


def shape(node_type: str) -> str:
    """The vis-network shape of a node type."""
    return SHAPES.get(node_type, "dot")


def glossary(node_types: Iterable[str], relationship_types: Iterable[str]) -> dict[str, Any]:
    """Both names of types, properties and allowed values, for the types that are drawn."""
    known = schema()
    nodes = {name: known.nodes.get(name) for name in node_types}
    relationships = {name: known.relationships.get(name) for name in relationship_types}
    kinds = [kind for kind in (*nodes.values(), *relationships.values()) if kind is not None]
    vocabularies = {
        prop.values for kind in kinds for prop in kind.properties.values() if prop.values
    }
    vocabularies |= {"confidence", "stage"}
    return {
        "nodes": {name: _node_type(name, kind) for name, kind in nodes.items()},
        "relationships": {name: _words(name, kind) for name, kind in relationships.items()},
        "vocabularies": {name: _terms(name) for name in sorted(vocabularies)},
        "units": {name: {"zh": unit.zh, "en": unit.en} for name, unit in known.units.items()},
    }


def _node_type(name: str, kind: NodeType | None) -> dict[str, Any]:
    look = style(name)
    return _words(name, kind) | {"colour": look["colour"], "shape": shape(name)}


def _words(name: str, kind: NodeType | RelationshipType | None) -> dict[str, Any]:
    if kind is None:
        return {"zh": name, "en": name, "means": "", "properties": {}}
    shown = {key: prop for key, prop in kind.properties.items() if key not in _PROGRAM_ONLY}
    properties = {key: _property(prop) for key, prop in shown.items()}
    return {"zh": kind.zh, "en": kind.en, "means": kind.means, "properties": properties}


def _property(prop: Property) -> dict[str, Any]:
    words = {"zh": prop.zh, "en": prop.en, "type": prop.type, "given_by": prop.given_by}
    more = {
        "values": prop.values,
        "unit_text": prop.unit_text,
        "absorbed_by": ABSORBED.get(prop.name),
    }
    return words | {key: value for key, value in more.items() if value}


def _terms(vocabulary: str) -> dict[str, dict[str, str]]:
    return {key: {"zh": term.zh, "en": term.en} for key, term in schema().terms(vocabulary).items()}
