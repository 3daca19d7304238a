"""From what a person wrote to the one thing it names, or to a sentence that says why not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lichain.errors import UnknownName
from lichain.identity.folding import fold
from lichain.identity.names import Match, Names, Suggestion, Types

_SHOWN = 80
_LISTED = 5


@dataclass(frozen=True, slots=True)
class Resolution:
    """What became of a text.

    `matched` has one match, `ambiguous` several. `unknown` has none, but suggestions, and in
    `elsewhere` what the text names outside the types asked for.
    """

    text: str
    status: Literal["matched", "ambiguous", "unknown"]
    matches: tuple[Match, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    elsewhere: tuple[Match, ...] = ()


def describe(names: Names, text: str, types: Types = None, limit: int = _LISTED) -> Resolution:
    """What `text` names among `types`; suggestions only where it names nothing."""
    if matches := names.exact(text, types):
        return Resolution(text, "matched" if len(matches) == 1 else "ambiguous", matches)
    elsewhere = () if types is None else names.exact(text)
    suggestions = names.similar(text, types, limit)
    return Resolution(text, "unknown", suggestions=suggestions, elsewhere=elsewhere)


def resolve(names: Names, text: str, types: Types = None, what: str = "") -> Match:
    """The one thing that `text` names; `what` is the word for it in messages ("supplier").

    Raises UnknownName where it names nothing, several things, or a thing not among `types`.
    """
    found = describe(names, text, types)
    if found.status == "matched":
        return found.matches[0]
    raise UnknownName(explain(found, what or " or ".join(map(_word, types or ())) or "entry"))


def explain(found: Resolution, what: str) -> str:
    """One sentence on why `found` is not a match, and what to do about it."""
    if not fold(found.text):
        return f"{_a(what)} is needed here, not an empty name; give a name, an id or a stock code"
    text = shown(found.text)
    if found.status == "ambiguous":
        several = f"{len(found.matches)} things: {_list(found.matches)}"
        return f"'{text}' names {several}; give the id of the one you mean"
    if found.elsewhere:
        first = found.elsewhere[0]
        also = _hint(found.suggestions)
        return f"'{text}' is {_a(_word(first.type))}, not {_a(what)}: {_entry(first)}{also}"
    hint = _hint(found.suggestions) or "; check the spelling, or add it as an alias"
    return f"no {what} is called '{text}'{hint}"


def shown(text: str, width: int = _SHOWN) -> str:
    """`text` safe to print: one line of `width`, nothing invisible or turning the writing."""
    line = " ".join(text[: 4 * width].split())
    safe = "".join(char for char in line if char.isprintable())
    cut = len(safe) > width or len(text) > 4 * width
    return f"{safe[: width - 1]}…" if cut else safe


def _hint(suggestions: tuple[Suggestion, ...]) -> str:
    return f"; did you mean {_list(suggestions)}?" if suggestions else ""


def _list(found: tuple[Match, ...] | tuple[Suggestion, ...]) -> str:
    rest = len(found) - 2 * _LISTED
    listed = ", ".join(_entry(one) for one in found[: 2 * _LISTED])
    return f"{listed} and {rest} more" if rest > 0 else listed


def _entry(found: Match | Suggestion) -> str:
    name = "" if found.name == found.title else f"{shown(found.name)}, "
    former = "formerly " if found.kind == "former" else ""
    return f"{shown(found.title or found.name)} ({former}{name}{_word(found.type)} {found.id})"


def _a(what: str) -> str:
    return f"{'an' if what[:1].lower() in 'aeio' else 'a'} {what}"


def _word(type_: str) -> str:
    return type_.lower()
