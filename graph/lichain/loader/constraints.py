"""Constraints and indexes, all out of the schema: which are wanted, there, and in the way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from lichain.schema import Schema
from lichain.store import Store
from lichain.store.statements import statement

_NAME = re.compile(r"CREATE (?:(?P<type>TEXT|FULLTEXT) )?(?P<what>INDEX|CONSTRAINT) (?P<name>\w+) ")
_LABEL, _PROPERTY = re.compile(r"\(n:(\w+)\)"), re.compile(r"\bn\.(\w+)")
_ANALYZER = re.compile(r"analyzer`: '(\w+)'")


@dataclass(frozen=True, slots=True)
class Index:
    """An index; `unique` where it belongs to a constraint, which then has its name."""

    name: str
    type: str
    labels: tuple[str, ...]
    properties: tuple[str, ...]
    unique: bool = False
    analyzer: str | None = None

    def __str__(self) -> str:
        what = "constraint" if self.unique else f"{self.type.lower()} index"
        return f"{what} {self.name} on :{'|'.join(self.labels)}({', '.join(self.properties)})"

    @property
    def drop(self) -> str:
        """The statement that removes it."""
        return f"DROP {'CONSTRAINT' if self.unique else 'INDEX'} `{self.name}`"

    def covers(self, other: Index) -> bool:
        """Whether the same is indexed in the same way, under whatever name."""
        return (self.type, self.labels, self.properties) == (
            other.type,
            other.labels,
            other.properties,
        )

    def serves_as(self, wanted: Index) -> bool:
        """Whether `wanted` need not be made; a full-text index is asked by its name."""
        named = self.name == wanted.name or wanted.type != "FULLTEXT"
        unique = self.unique or not wanted.unique
        return self.covers(wanted) and named and unique and self.analyzer == wanted.analyzer


def statements(schema: Schema) -> list[str]:
    """The statements that make them."""
    found = [statement("constraint_id"), statement("constraint_load")]
    for kind in schema.nodes.values():
        found.append(statement("index_id", label=kind.name))
        found += [
            statement("constraint_unique", label=kind.name, property=prop.name)
            for prop in kind.properties.values()
            if prop.unique
        ]
    return [*found, statement("index_name_keys"), statement("index_names")]


def there(store: Store) -> list[Index]:
    """The indexes of nodes in the database, whoever made them."""
    rows = store.rows(statement("state_indexes"))
    return [_index(*row) for row in rows if row[2] == "NODE" and row[3]]


def _index(
    name: str,
    kind: str,
    _: str,
    labels: list[str],
    properties: list[str],
    constraint: str | None,
    options: dict[str, Any],
) -> Index:
    analyzer = options.get("indexConfig", {}).get("fulltext.analyzer")
    return Index(name, kind, tuple(labels), tuple(properties), constraint is not None, analyzer)


def lacking(schema: Schema, found: Sequence[Index]) -> dict[Index, str]:
    """What is wanted and not there, with the statement that makes it."""
    wanted = {read(text): text for text in statements(schema)}
    return {
        index: text
        for index, text in wanted.items()
        if not any(other.serves_as(index) for other in found)
    }


def in_the_way(wanted: Iterable[Index], found: Sequence[Index]) -> list[tuple[Index, Index]]:
    """What other people's indexes keep from being made: the wanted one, and theirs.

    An index that differs from ours in nothing but its constraint is not in the way: it is that
    of a constraint which another load is making right now, or was making when the server died.
    """
    return [
        (index, other)
        for index in wanted
        for other in found
        if (other.name == index.name) != other.covers(index)
        or (other.name == index.name and other.analyzer != index.analyzer)
    ]


def read(text: str) -> Index:
    """What one of our own statements makes."""
    code = text.partition("\n")[2]
    match = _NAME.match(code)
    if match is None:
        raise ValueError(f"no CREATE statement after its comment: {text!r}")
    analyzer = _ANALYZER.search(code)
    return Index(
        match["name"],
        match["type"] or "RANGE",
        tuple(_LABEL.findall(code)),
        tuple(_PROPERTY.findall(code)),
        match["what"] == "CONSTRAINT",
        analyzer[1] if analyzer else None,
    )
