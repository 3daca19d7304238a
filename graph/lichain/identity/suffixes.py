"""The table of legal forms, region words and exchanges, as read from `suffixes.yaml`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from lichain.parsed import read_yaml

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Legal:
    """Legal forms; `zh` longest first, `en` as tuples of words."""

    types: frozenset[str]
    zh: Words
    group_before: frozenset[str]
    group: str
    not_after: Words
    front: Words
    en: frozenset[Words]


@dataclass(frozen=True, slots=True)
class Region:
    """Region words with the kind each stands for; `zh` and `zones` longest first."""

    zh: Mapping[str, str]
    en: Mapping[Words, str]
    front: Mapping[Words, str]
    kept: Words
    zones: Mapping[str, str]
    zones_en: Mapping[Words, Words]
    peoples_zh: Words
    peoples_en: frozenset[str]


@dataclass(frozen=True, slots=True)
class Suffixes:
    """The whole table; `exchanges` maps every spelling to the code we write."""

    legal: Legal
    region: Region
    exchanges: Mapping[str, str]
    variants: Mapping[str, str]


@cache
def suffixes() -> Suffixes:
    """The table, read once."""
    path = Path(__file__).with_name("suffixes.yaml")
    table: dict[str, Any] = read_yaml("suffixes", [path])[0]
    return Suffixes(
        _legal(table["legal"]),
        _region(table["region"]),
        {name: code for code, names in table["exchanges"].items() for name in names},
        table["variants"],
    )


def _legal(table: dict[str, Any]) -> Legal:
    return Legal(
        types=frozenset(table["types"]),
        zh=_longest_first(table["zh"]),
        group_before=frozenset(table["group_before"]),
        group=table["group"],
        not_after=tuple(table["not_after"]),
        front=tuple(table["front"]),
        en=frozenset(tuple(form.split()) for form in table["en"]),
    )


def _region(table: dict[str, Any]) -> Region:
    kinds: dict[str, dict[str, list[str]]] = table["suffixes"]
    zh = {word: kind for kind, words in kinds.items() for word in words["zh"]}
    return Region(
        zh={word: zh[word] for word in _longest_first(zh)},
        en={tuple(w.split()): kind for kind, words in kinds.items() for w in words["en"]},
        front={tuple(words.split()): kind for words, kind in table["front"].items()},
        kept=tuple(table["kept"]),
        zones={word: table["zones"][word] for word in _longest_first(table["zones"])},
        zones_en={tuple(a.split()): tuple(b.split()) for a, b in table["zones_en"].items()},
        peoples_zh=_longest_first(table["peoples"]["zh"]),
        peoples_en=frozenset(table["peoples"]["en"]),
    )


def _longest_first(words: Iterable[str]) -> Words:
    return tuple(sorted(words, key=lambda word: (-len(word), word)))
