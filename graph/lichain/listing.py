"""What there is to name, for completion: read out of the tables as they are, without checking them."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from lichain.identity import fold
from lichain.model import Lang
from lichain.schema import schema

ANY = "any"
_NEVER_TYPED = frozenset({"Indicator", "Source", "Provision"})
_NOT_IN_KEYS = re.compile(r"[\W_]+")


def matching(folder: Path, types: Iterable[str], typed: str, lang: Lang) -> list[str]:
    """A name or id of each thing of `types` that begins as `typed` does; else those that contain it.

    `any` stands for every type that people name. A thing is offered by its name in `lang`, else by
    whichever of its names, ids and aliases matches.
    """
    key, begun = fold(typed), typed.casefold()
    beginning, inside = set(), set()
    for names in _things(folder, _subtypes(types), lang):
        if name := next((name for name in names if name.casefold().startswith(begun)), ""):
            beginning.add(name)
            continue
        keys = {name: _NOT_IN_KEYS.sub("", name.casefold()) for name in names}
        if name := next((name for name in names if keys[name].startswith(key)), ""):
            beginning.add(name)
        elif name := next((name for name in names if key in keys[name]), ""):
            inside.add(name)
    return sorted(beginning or inside)


def _subtypes(types: Iterable[str]) -> set[str]:
    known = schema()
    wanted = set(types)
    if ANY in wanted:
        return set(known.nodes) - _NEVER_TYPED
    return {sub for name in wanted & set(known.nodes) for sub in known.subtypes(name)}


def _things(folder: Path, types: set[str], lang: Lang) -> Iterator[list[str]]:
    """The names of each thing, the one to offer first; the id is behind the names."""
    aliases: dict[str, list[str]] = {}
    for row in _rows(folder / "lookups" / "aliases.csv"):
        aliases.setdefault(row.get("id") or "", []).append(row.get("name") or "")
    first, second = ("name_zh", "name_en") if lang == "zh" else ("name_en", "name_zh")
    for type_ in sorted(types):
        for row in _rows(folder / "nodes" / f"{type_}.csv"):
            id_ = row.get("id") or ""
            names = [row.get(first), row.get(second), id_, *aliases.get(id_, ())]
            yield [name for name in names if name]


def _rows(path: Path) -> Iterator[dict[str, str | None]]:
    with (
        suppress(OSError, UnicodeDecodeError, csv.Error),
        path.open(encoding="utf-8", newline="") as file,
    ):
        yield from csv.DictReader(file)
