"""The graph as the program holds it: nodes, relationships, and the claims behind them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

Lang = Literal["zh", "en"]
Value = str | int | float | bool | tuple[str, ...]

CONFIDENCE = ("disclosed", "reported", "inferred")
"""How sure a claim is, from the surest down: a filing or the party itself; a third party; our reading."""

KNOWN = ("known", *(f"known_{grade}" for grade in CONFIDENCE))
"""Properties that say when a fact could be known: of each claim, and first at each confidence or surer."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One row of one table: what a source says, and where in it.

    `locator` is `start-end` (characters, end exclusive, with `sha256` of that span), or a place
    in a paged or tabular source such as `p. 16` or `row 360900`.
    """

    id: str
    source: str
    locator: str
    sha256: str
    confidence: str
    recorded_at: str
    note: str
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Node:
    """A thing: `type` is its most specific label, `properties` hold everything but the id."""

    id: str
    type: str
    properties: Mapping[str, Value] = field(default_factory=dict)

    def name(self, lang: Lang = "zh") -> str:
        """The name in `lang`, else in the other language, else the id."""
        other = "en" if lang == "zh" else "zh"
        return str(
            self.properties.get(f"name_{lang}") or self.properties.get(f"name_{other}") or self.id
        )


@dataclass(frozen=True, slots=True)
class Relationship:
    """A fact with two participants; parallel facts of one type differ in `key`.

    `claims`, `sources`, `locators`, `confidences`, `notes` and `known` in `properties` run in step, one
    entry a claim.
    """

    key: str
    type: str
    start: str
    end: str
    properties: Mapping[str, Value] = field(default_factory=dict)

    def listed(self, name: str) -> tuple[str, ...]:
        """A property that is a list, such as `claims`; empty where it is missing."""
        value = self.properties.get(name, ())
        return value if isinstance(value, tuple) else ()


@dataclass(frozen=True, slots=True)
class Record:
    """The graph of record: what the tables say the graph must hold."""

    nodes: Mapping[str, Node]
    relationships: Mapping[str, Relationship]
    claims: Mapping[str, Claim]

    def counts(self) -> Counter[str]:
        """How many nodes and relationships of each type."""
        return count_types(self.nodes.values(), self.relationships.values())


def count_types(nodes: Iterable[Node], relationships: Iterable[Relationship]) -> Counter[str]:
    """How many of each type; no node type shares its name with a relationship type."""
    found = Counter(node.type for node in nodes)
    found.update(relationship.type for relationship in relationships)
    return found
