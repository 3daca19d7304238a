"""Lets a reader search in traditional characters without carrying a whole dictionary in the page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from lichain.identity.folding import fold

_CHINESE = ((0x3400, 0x4DC0), (0x4E00, 0xA000))


def variants(names: Iterable[str]) -> dict[str, str]:
    """For each character of `names`, the other characters that fold to it: `{"宁": "寧甯"}`."""
    present = {fold(char) for name in names for char in set(name) if char >= "㐀"}
    table = _variants()
    return {char: table[char] for char in sorted(present) if char in table}


@cache
def _variants() -> Mapping[str, str]:
    found: defaultdict[str, str] = defaultdict(str)
    for first, last in _CHINESE:
        for char in map(chr, range(first, last)):
            if (plain := fold(char)) != char:
                found[plain] += char
    return found
