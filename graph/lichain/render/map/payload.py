"""The graph as plain data for the page: nodes, relationships, their evidence, and the words for them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lichain.model import KNOWN, Lang, Node, Relationship, Value
from lichain.render.map.amounts import readings
from lichain.render.map.evidence import EVIDENCE, IN_STEP, of_node, of_relationship
from lichain.render.map.glossary import glossary
from lichain.render.map.naming import names
from lichain.render.map.spellings import variants

_NAMES = ("name_keys", "name_zh_else", "name_en_else")
_HIDDEN = frozenset((*IN_STEP, *KNOWN, *_NAMES, "key", "confidence", "recorded_at"))

_EXACT = 2**53
"""Beyond it a browser's numbers skip some whole numbers."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is drawn of a graph: sources are not, they are what the rest rests on."""

    nodes: tuple[Node, ...]
    relationships: tuple[Relationship, ...]
    evidence: Mapping[str, tuple[Relationship, ...]]

    @classmethod
    def of(cls, nodes: Iterable[Node], relationships: Iterable[Relationship]) -> Drawn:
        """Leaves out sources and every relationship with an end that is not drawn."""
        shown = {node.id: node for node in nodes if node.type != "Source"}
        drawn, evidence = [], dict[str, list[Relationship]]()
        for relationship in sorted(relationships, key=lambda each: (each.type, each.key)):
            if relationship.type == EVIDENCE:
                evidence.setdefault(relationship.start, []).append(relationship)
            elif relationship.start in shown and relationship.end in shown:
                drawn.append(relationship)
        ordered = tuple(shown[key] for key in sorted(shown))
        return cls(ordered, tuple(drawn), {key: tuple(found) for key, found in evidence.items()})


def payload(
    drawn: Drawn, *, lang: Lang, titles: Mapping[Lang, str], sources: Mapping[str, Node]
) -> dict[str, Any]:
    """Everything the page's script reads; ids of nodes and relationships are their positions."""
    place = {node.id: index for index, node in enumerate(drawn.nodes)}
    nodes = [_node(node, drawn.evidence.get(node.id, ())) for node in drawn.nodes]
    relationships = [_relationship(each, place) for each in drawn.relationships]
    claims = [claim for item in (*nodes, *relationships) for claim in item["evidence"]]
    words = glossary(
        sorted({node.type for node in drawn.nodes}),
        sorted({each.type for each in drawn.relationships}),
    )
    spelled = [name for node in nodes for name in (*node["names"].values(), *node["keys"])]
    return {
        "titles": dict(titles),
        "lang": lang,
        "as_of": max(
            (str(claim["recorded_at"]) for claim in claims if claim["recorded_at"]), default=""
        ),
        "glossary": words,
        "variants": variants(spelled),
        "nodes": nodes,
        "relationships": relationships,
        "sources": _sources(sorted({str(claim["source"]) for claim in claims}), sources),
    }


def _node(node: Node, evidence: Sequence[Relationship]) -> dict[str, Any]:
    return {
        "id": node.id,
        "type": node.type,
        "names": names(node),
        "keys": [key for key in str(node.properties.get("name_keys", "")).split("|") if key],
        "properties": _shown(node.properties),
        "readings": readings(node.properties),
        "evidence": of_node(node, evidence),
    }


def _relationship(relationship: Relationship, place: Mapping[str, int]) -> dict[str, Any]:
    properties = relationship.properties
    return {
        "type": relationship.type,
        "from": place[relationship.start],
        "to": place[relationship.end],
        "confidence": str(properties.get("confidence", "")),
        "properties": _shown(properties),
        "readings": readings(properties),
        "evidence": of_relationship(relationship),
    }


def _shown(properties: Mapping[str, Value]) -> dict[str, Any]:
    return {
        key: _plain(value)
        for key, value in properties.items()
        if key not in _HIDDEN and value not in ("", ())
    }


def _plain(value: Value) -> Any:
    """A finite number, a truth value, a text or a list of texts; JSON has no word for the rest."""
    if isinstance(value, tuple | list):
        return [str(item) for item in value]
    if isinstance(value, float) and (not math.isfinite(value)):
        return str(value)
    if isinstance(value, int) and abs(value) > _EXACT:
        return str(value)
    return value if isinstance(value, bool | int | float) else str(value)


def _sources(ids: Iterable[str], sources: Mapping[str, Node]) -> dict[str, Any]:
    found = ((key, sources[key]) for key in ids if key in sources)
    return {
        key: {"names": names(node), "properties": _shown(node.properties)} for key, node in found
    }
