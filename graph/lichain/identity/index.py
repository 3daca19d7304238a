"""Names held in memory, with everything that can be worked out beforehand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from lichain.identity.forms import Form, forms_asked, forms_of
from lichain.identity.keys import region_stem
from lichain.identity.names import Match, Name, Named, Rule, Suggestion, Types

if TYPE_CHECKING:
    from lichain.identity.similar import Lookalikes

_Entry = tuple[Named, Name]


class NameIndex:
    """Things by their names; a `Names`."""

    def __init__(self, things: Iterable[Named]) -> None:
        self._things = {thing.id: thing for thing in things}
        self._entries: dict[Form, list[_Entry]] = defaultdict(list)
        self._region_kinds: dict[str, set[str]] = {}
        for thing in self._things.values():
            self._add(thing)

    def __len__(self) -> int:
        return len(self._things)

    def exact(self, name: str, types: Types = None) -> tuple[Match, ...]:
        """One match for each thing that `name` names, by the strongest rule that finds any."""
        for rule, forms in groupby(forms_asked(name), key=lambda form: form.rule):
            found: dict[str, Match] = {}
            for form in forms:
                for thing, its in self._found(form, name):
                    if types is None or thing.type in types:
                        match = Match(thing.id, thing.type, its.text, its.kind, rule, thing.title)
                        found.setdefault(thing.id, match)
            if found:
                return tuple(found[id_] for id_ in sorted(found))
        return ()

    def similar(self, name: str, types: Types = None, limit: int = 5) -> tuple[Suggestion, ...]:
        """Things with names that look like `name`, the likest first; one entry each."""
        return self._lookalikes.find(name, types, limit)

    @cached_property
    def _lookalikes(self) -> Lookalikes:
        from lichain.identity.similar import (
            Lookalikes,
        )  # 10 ms that a name that is known does not need

        return Lookalikes(self._things.values())

    def _add(self, thing: Named) -> None:
        self._entries[Form(Rule.ID, "id", thing.id)].append((thing, Name(thing.title, "id")))
        for name in thing.names:
            for form in forms_of(thing, name):
                self._entries[form].append((thing, name))
        if thing.region_like:
            kinds = {region_stem(name.text)[1] for name in thing.names}
            self._region_kinds[thing.id] = kinds - {""}

    def _found(self, form: Form, text: str) -> Iterator[_Entry]:
        entries = self._entries.get(form, ())
        if form.way != "region" or not entries:
            yield from entries
            return
        kind = region_stem(text)[1]
        for thing, name in entries:
            kinds = self._region_kinds[thing.id]
            if not kind or not kinds or kind in kinds:
                yield thing, name
