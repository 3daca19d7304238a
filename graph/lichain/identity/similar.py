"""Names that look alike, to suggest to a person; never a reason to take one for the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from rapidfuzz import fuzz, process

from lichain.identity.folding import is_han
from lichain.identity.keys import keys
from lichain.identity.names import Name, Named, Suggestion, Types

_LEAST = 50.0
_LEAST_LATIN = 60.0
_BEHIND_BEST = 30.0
_SHORTLIST = 50
_LONGEST = 60
_CONTAINED = 80.0


class Lookalikes:
    """The keys of all names, ready to be compared with one."""

    def __init__(self, things: Iterable[Named]) -> None:
        self._owners: list[tuple[Named, Name]] = []
        self._keys: list[str] = []
        for thing in things:
            for name in thing.names:
                if name.kind not in ("id", "ticker"):
                    own = _telling(name.text)
                    self._keys += own
                    self._owners += [(thing, name)] * len(own)

    def find(self, text: str, types: Types, limit: int) -> tuple[Suggestion, ...]:
        """The likest `limit` things of `types`; a long text is judged by how it begins."""
        asked = "".join(_telling(text[: 4 * _LONGEST])[-1:])[:_LONGEST]
        least = _LEAST if any(map(is_han, asked)) else _LEAST_LATIN
        best: dict[str, Suggestion] = {}
        for at in self._shortlist(asked, types):
            thing, name = self._owners[at]
            score = round(likeness(asked, self._keys[at]), 1)
            known = best.get(thing.id)
            if score >= least and (known is None or score > known.score):
                best[thing.id] = Suggestion(
                    thing.id, thing.type, name.text, name.kind, score, thing.title
                )
        ranked = sorted(best.values(), key=lambda found: (-found.score, found.id))
        return tuple(s for s in ranked[:limit] if s.score >= ranked[0].score - _BEHIND_BEST)

    def _shortlist(self, asked: str, types: Types) -> set[int]:
        if not asked:
            return set()
        choices = self._keys if types is None else self._of_types(types)
        pairs = choices.items() if isinstance(choices, dict) else enumerate(choices)
        inside = [at for at, key in pairs if asked in key or key in asked]
        inside.sort(key=lambda at: abs(len(self._keys[at]) - len(asked)))
        alike = process.extract(
            asked, choices, scorer=fuzz.ratio, limit=_SHORTLIST, score_cutoff=_LEAST - 10
        )
        return {at for _, _, at in alike} | set(inside[:_SHORTLIST])

    def _of_types(self, types: tuple[str, ...] | frozenset[str]) -> dict[int, str]:
        return {
            at: key
            for at, (key, (thing, _)) in enumerate(zip(self._keys, self._owners, strict=True))
            if thing.type in types
        }


def _telling(name: str) -> tuple[str, ...]:
    """The keys that tell one name from another: 有限公司 is shared by too many."""
    found = keys(name)
    return found[1:] or found


def likeness(asked: str, key: str) -> float:
    """0–100: whole in the other first, then shared characters, in order or (Chinese) in any."""
    short, long = sorted((asked, key), key=len)
    if len(short) >= (2 if is_han(short[:1]) else 3) and short in long:
        return _CONTAINED + (100 - _CONTAINED) * len(short) / len(long)
    in_order = fuzz.ratio(asked, key)
    if not is_han(short[:1]):
        return in_order
    shared = (Counter(asked) & Counter(key)).total()
    return max(in_order, 95 * 2 * shared / (len(asked) + len(key)))
