"""The shapes a schema is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lichain.model import Lang

MARKER = "Lichain"
"""The label every node of ours carries beside its types, so that other people's nodes stay theirs."""


@dataclass(frozen=True, slots=True)
class Property:
    """One property: `type` names a reader in `values`, `values` a vocabulary for an enum.

    `given_by` says who fills it: a column of the table, the lookups, or the program.
    """

    name: str
    type: str
    zh: str
    en: str
    means: str
    values: str | None = None
    to: tuple[str, ...] = ()
    required: bool = False
    unique: bool = False
    minimum: float | None = None
    maximum: float | None = None
    unit_text: str | None = None
    given_by: str = "table"


@dataclass(frozen=True, slots=True)
class NodeType:
    """A node type; `labels` runs from the most specific to the marker."""

    name: str
    zh: str
    en: str
    means: str
    labels: tuple[str, ...]
    properties: Mapping[str, Property]
    style: Mapping[str, str | int]
    derived_id: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RelationshipType:
    """A relationship type; `identity` lists the properties that tell parallel facts apart."""

    name: str
    zh: str
    en: str
    means: str
    start: tuple[str, ...]
    end: tuple[str, ...]
    identity: tuple[str, ...]
    properties: Mapping[str, Property]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit; a value times `factor` is in `base`, and times `en_scale` is in `en`."""

    id: str
    zh: str
    en: str
    base: str
    factor: float
    en_scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Term:
    """One allowed value of a vocabulary, in both languages; `bases` is for metrics only."""

    id: str
    zh: str
    en: str
    bases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Schema:
    """Everything the yaml files beside this module say.

    `columns` are those that tables have beside the properties of their type.
    """

    nodes: Mapping[str, NodeType]
    relationships: Mapping[str, RelationshipType]
    vocabularies: Mapping[str, Mapping[str, Term]]
    units: Mapping[str, Unit]
    metrics: Mapping[str, Term] = field(default_factory=dict)
    columns: Mapping[str, Property] = field(default_factory=dict)

    def label(self, vocabulary: str, value: str, lang: Lang) -> str:
        """The word for `value`; the value itself where the vocabulary lacks it."""
        term = self.terms(vocabulary).get(value)
        return value if term is None else (term.zh if lang == "zh" else term.en)

    def terms(self, vocabulary: str) -> Mapping[str, Term]:
        """The allowed values of `vocabulary`; `metrics` is one too."""
        return self.metrics if vocabulary == "metrics" else self.vocabularies[vocabulary]

    def type_of(self, labels: frozenset[str]) -> str | None:
        """The most specific node type among a node's labels, or None where it is not ours."""
        found = [name for name in self.nodes if name in labels]
        return max(found, key=lambda name: len(self.nodes[name].labels), default=None)

    def subtypes(self, name: str) -> frozenset[str]:
        """`name` and every type that is one: Organization gives Organization and Enterprise."""
        return frozenset(other for other, kind in self.nodes.items() if name in kind.labels)
