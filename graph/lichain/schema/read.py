"""Reads the yaml files beside this module, once a process."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from lichain.parsed import read_yaml
from lichain.schema.types import MARKER, NodeType, Property, RelationshipType, Schema, Term, Unit

_HERE = Path(__file__).resolve().parent


@cache
def schema() -> Schema:
    """The schema that ships with the program."""
    paths = sorted(_HERE.rglob("*.yaml"))
    raw = dict(zip(paths, read_yaml("schema", paths), strict=True))
    common, raw_nodes = raw[_HERE / "common.yaml"], _folder(raw, "nodes")
    return Schema(
        nodes={name: _node(name, raw_nodes, common["node"]) for name in raw_nodes},
        relationships={
            name: _relationship(own, common["relationship"])
            for name, own in _folder(raw, "relationships").items()
        },
        vocabularies={name: _terms(own) for name, own in raw[_HERE / "vocabularies.yaml"].items()},
        units={name: _unit(name, own) for name, own in raw[_HERE / "units.yaml"].items()},
        metrics=_terms(raw[_HERE / "metrics.yaml"]),
        columns=_properties(common["column"]),
    )


def _folder(raw: Mapping[Path, Any], name: str) -> dict[str, Any]:
    return {path.stem: content for path, content in raw.items() if path.parent.name == name}


def _node(name: str, raw: Mapping[str, Any], common: Mapping[str, Any]) -> NodeType:
    chain = [name]
    while parent := raw[chain[-1]].get("is_a"):
        chain.append(parent)
    properties = dict(common)
    for ancestor in reversed(chain):
        properties |= raw[ancestor]["properties"]
    own = raw[name]
    return NodeType(
        name=name,
        zh=own["zh"],
        en=own["en"],
        means=own["means"],
        labels=(*chain, MARKER),
        properties=_properties(properties),
        style=own["style"],
        derived_id=tuple(own.get("derived_id", ())),
    )


def _relationship(raw: Mapping[str, Any], common: Mapping[str, Any]) -> RelationshipType:
    return RelationshipType(
        name=raw["type"],
        zh=raw["zh"],
        en=raw["en"],
        means=raw["means"],
        start=tuple(raw["from"]),
        end=tuple(raw["to"]),
        identity=tuple(raw["identity"]),
        properties=_properties(raw["properties"] | common),
    )


def _properties(raw: Mapping[str, Any]) -> dict[str, Property]:
    return {
        name: Property(name=name, **(body | {"to": tuple(body.get("to", ()))}))
        for name, body in raw.items()
    }


def _terms(raw: Mapping[str, Any]) -> dict[str, Term]:
    return {
        key: Term(key, body["zh"], body["en"], tuple(body.get("bases", ())))
        for key, body in raw.items()
    }


def _unit(name: str, raw: Mapping[str, Any]) -> Unit:
    scale = float(raw.get("en_scale", 1))
    return Unit(name, raw["zh"], raw["en"], str(raw["base"]), float(raw["factor"]), scale)
