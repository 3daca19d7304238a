"""The page of a thing: the answers to the questions that matter to it, one after another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from lichain.identity import resolve
from lichain.model import Lang, Node
from lichain.queries.asking import run
from lichain.queries.catalogue import find
from lichain.queries.names import GraphNames
from lichain.result import Result
from lichain.schema import schema
from lichain.store import Store

_MOST = 5000


@dataclass(frozen=True, slots=True)
class Part:
    """A question of a page: `takes` is the parameter that the thing is given to."""

    ask: str
    takes: str
    given: Mapping[str, Any]
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Section:
    """An answer under its heading; `total` rows, of which the result holds the first."""

    zh: str
    en: str
    result: Result
    total: int

    def heading(self, lang: Lang) -> str:
        """What stands above it."""
        return self.zh if lang == "zh" else self.en


@dataclass(frozen=True, slots=True)
class Profile:
    """A thing, and what is known of it; `asked` are the days and the confidence it was asked with."""

    node: Node
    sections: tuple[Section, ...]
    asked: Mapping[str, Any]


def profile(
    store: Store, name: str, *, kind: str | None = None, rows: int = 20, **asked: Any
) -> Profile:
    """The page of the thing called `name`, with at most `rows` rows a section.

    `kind` is a node type, where a product and a segment share a name.
    `asked` takes as_of, known_at and min_confidence, handed to every question that has them.
    Raises UnknownName where the name is not that of one thing with a page, QueryError, StoreError.
    """
    parts = _parts()
    types = frozenset().union(*(schema().subtypes(each) for each in ([kind] if kind else parts)))
    match = resolve(GraphNames(store), name, types, what="thing that has a profile")
    lens = {key: value for key, value in asked.items() if value is not None}
    sections = [_section(store, part, match.id, rows, lens) for part in _page(match.type)]
    node = next(
        n for section in sections for n in section.result.named.values() if n.id == match.id
    )
    return Profile(node, tuple(sections), lens)


def _section(store: Store, part: Part, id_: str, rows: int, lens: Mapping[str, Any]) -> Section:
    own = {p.name for p in find(part.ask).parameters}
    given: dict[str, Any] = {part.takes: id_, **part.given}
    given |= {name: value for name, value in lens.items() if name in own}
    result = run(part.ask, store, limit=_MOST, **given)
    shown = result.rows[:rows]
    kept = {one.source for row in shown for one in row.evidence}
    sources = {key: node for key, node in result.sources.items() if key in kept}
    cut = replace(result, rows=shown, sources=sources, more=len(result.rows) > rows)
    return Section(part.zh, part.en, cut, len(result.rows))


def _page(kind: str) -> tuple[Part, ...]:
    """The page of a type, or of the type it is a kind of."""
    parts = _parts()
    return next(parts[label] for label in (kind, *schema().nodes[kind].labels) if label in parts)


@cache
def _parts() -> Mapping[str, tuple[Part, ...]]:
    """The pages of `profiles.yaml`, by type."""
    text = Path(__file__).with_name("profiles.yaml").read_text(encoding="utf-8")
    return {kind: tuple(map(_part, parts)) for kind, parts in yaml.safe_load(text).items()}


def _part(body: Mapping[str, Any]) -> Part:
    return Part(body["ask"], body["as"], body.get("with", {}), body["zh"], body["en"])


def kinds() -> tuple[str, ...]:
    """The node types that have a page of their own."""
    return tuple(_parts())
