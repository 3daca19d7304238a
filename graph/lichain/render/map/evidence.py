"""The claims behind a node or a relationship, one entry a claim."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lichain.model import Node, Relationship, Value

EVIDENCE = "EVIDENCED_BY"
IN_STEP = ("claims", "sources", "locators", "notes")
"""Properties that run in step, one entry a claim."""


def of_node(node: Node, evidence: Sequence[Relationship]) -> list[dict[str, str]]:
    """What a node's own properties and its EVIDENCED_BY relationships say."""
    claims = _claims(node.properties, "")
    for each in evidence:
        claims += _claims(each.properties, each.end)
    return claims


def of_relationship(relationship: Relationship) -> list[dict[str, str]]:
    """What a relationship's own properties say."""
    return _claims(relationship.properties, "")


def _claims(properties: Mapping[str, Value], source: str) -> list[dict[str, str]]:
    columns = {name: _listed(properties.get(name)) for name in IN_STEP}
    count = max((len(column) for column in columns.values()), default=0) or (1 if source else 0)
    confidences = _listed(properties.get("confidences"))
    return [
        {
            "claim": _at(columns["claims"], index),
            "source": _at(columns["sources"], index) or source,
            "locator": _at(columns["locators"], index),
            "note": _at(columns["notes"], index),
            "confidence": _at(confidences, index) or str(properties.get("confidence", "")),
            "recorded_at": str(properties.get("recorded_at", "")),
        }
        for index in range(count)
    ]


def _listed(value: Value | None) -> tuple[str, ...]:
    if value is None or value == "":
        return ()
    return tuple(str(item) for item in value) if isinstance(value, tuple | list) else (str(value),)


def _at(column: Sequence[str], index: int) -> str:
    return column[index] if index < len(column) else ""
