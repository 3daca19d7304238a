"""Folding: what two ways of writing one name have in common.

Width, case, traditional and Japanese characters, Latin diacritics, spaces, punctuation,
brackets, middle dots and everything invisible go; letters, digits, emoji and "+" stay, and
"&" reads "and". Each character folds by itself, whatever stands beside it, so that a part
of a name folds to a part of its key. Keys serve matching only and are never shown.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import cache

from lichain.identity.suffixes import suffixes

_TRADEMARKS = str.maketrans("", "", "©®™℠")
_LETTERS = {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
_READ_AS = {"&": " and ", "ʼ": " ", "ʻ": " ", "ʹ": " "}
_EAST_ASIAN = 0x2E80


def fold(name: str) -> str:
    """The matching key; empty only for a name with nothing visible in it, never with a "|"."""
    folded = spaced(name).replace(" ", "")
    # Taking characters out can bring together what Unicode composes into one.
    while (again := spaced(folded).replace(" ", "")) != folded:
        folded = again
    return folded


def spaced(name: str) -> str:
    """The key with its words still apart: "Yíchūn City" is "yichun city"."""
    text = _compatible(name.translate(_TRADEMARKS))
    while (again := _compatible(words := " ".join(text.translate(_folds).split()))) != text:
        text = again
    return words or _visible(name)


def is_han(char: str) -> bool:
    """Whether `char` is a Chinese character (a unified ideograph)."""
    return "㐀" <= char <= "鿿" or "\U00020000" <= char <= "\U000323af"


def _compatible(text: str) -> str:
    normal = unicodedata.normalize("NFKC", text)
    return unicodedata.normalize("NFKC", normal.casefold())


def _visible(name: str) -> str:
    """The key of a name that is symbols alone: the symbols."""
    return "".join(c for c in _compatible(name) if not _is_invisible(c)).replace("|", "¦")


def _is_invisible(char: str) -> bool:
    """Whether `char` leaves no ink: spaces, controls, lone surrogates, variation selectors."""
    if "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef":
        return True
    return unicodedata.category(char) in ("Zs", "Zl", "Zp", "Cc", "Cf", "Cs")


class _Folds(dict[int, str]):
    """A table for `str.translate` that works each character out the first time it is met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _folded(chr(code))
        return folded


_folds = _Folds({ord(char): folded for char, folded in (_LETTERS | _READ_AS).items()})


def _folded(char: str) -> str:
    category = unicodedata.category(char)
    if category[0] == "L":
        return _simplified(char) if is_han(char) else _plain(char)
    if category[0] == "Z" or char in "\t\n\r\v\f":
        return " "
    if _is_invisible(char) or category == "Me" or "\u0300" <= char <= "\u036f":
        return ""
    if category[0] == "P" or category in ("Sm", "Sk"):
        return char if char == "+" else " "
    return char


def _plain(char: str) -> str:
    """A Latin letter without its marks; other scripts' marks tell letters apart and stay."""
    base = unicodedata.normalize("NFD", char)[0]
    if ord(char) >= _EAST_ASIAN or not unicodedata.name(base, "").startswith("LATIN"):
        return char
    return _LETTERS.get(base, base)


def _simplified(char: str) -> str:
    from_traditional, from_japanese = _converters()
    simple = from_traditional(char)
    if simple == char and not _in_gb2312(char):
        # Only then: 芸 and 予 are Japanese short forms, but Chinese characters of their own.
        simple = from_traditional(from_japanese(char))
    return suffixes().variants.get(simple, simple)


def _in_gb2312(char: str) -> bool:
    try:
        return bool(char.encode("gb2312"))
    except UnicodeEncodeError:
        return False


@cache
def _converters() -> tuple[Callable[[str], str], Callable[[str], str]]:
    from opencc import OpenCC  # 20 ms and 10 MB that a Latin name does not need

    return OpenCC("t2s").convert, OpenCC("jp2t").convert
