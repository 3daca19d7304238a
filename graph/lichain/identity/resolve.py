"""From what a person wrote to the one thing it names, or to a sentence that says why not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from lichain.errors import Sentence, UnknownName
from lichain.identity.folding import fold
from lichain.identity.names import Match, Names, Suggestion, Types
from lichain.schema import schema

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
    kinds = sorted(types or ()) if isinstance(types, frozenset) else types or ()
    raise UnknownName(explain(found, what or " or ".join(map(_word, kinds)) or "entry", kinds))


def explain(found: Resolution, what: str, types: Sequence[str] = ()) -> Sentence:
    """One sentence on why `found` is not a match, and what to do about it, in both languages.

    `what` is English; the Chinese names `types`, or the types that `what` is made of.
    """
    return Sentence(_english(found, what), _chinese(found, _what_zh(what, types)))


def _english(found: Resolution, what: str) -> str:
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


def _chinese(found: Resolution, what: str) -> str:
    if not fold(found.text):
        return f"此处需要{what}，名称不能为空；请给出名称、编号或股票代码"
    text = shown(found.text)
    if found.status == "ambiguous":
        several = f"{len(found.matches)} 个对象：{_list_zh(found.matches)}"
        return f"“{text}”可指 {several}；请用编号指明是哪一个"
    hint = f"；您是否要找 {_list_zh(found.suggestions)}？" if found.suggestions else ""
    if found.elsewhere:
        first = found.elsewhere[0]
        return f"“{text}”是{_word_zh(first.type)}，不是{what}：{_entry_zh(first)}{hint}"
    return f"没有名为“{text}”的{what}{hint or '；请检查写法，或将其添加为别名'}"


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


def _list_zh(found: tuple[Match, ...] | tuple[Suggestion, ...]) -> str:
    rest = len(found) - 2 * _LISTED
    listed = "、".join(_entry_zh(one) for one in found[: 2 * _LISTED])
    return f"{listed} 等 {len(found)} 个" if rest > 0 else listed


def _entry_zh(found: Match | Suggestion) -> str:
    name = "" if found.name == found.title else f"{shown(found.name)}, "
    former = "曾用名 " if found.kind == "former" else ""
    kind = _word_zh(found.type)
    return f"{shown(found.title or found.name)} ({former}{name}{kind} {found.id})"


def _a(what: str) -> str:
    return f"{'an' if what[:1].lower() in 'aeio' else 'a'} {what}"


def _word(type_: str) -> str:
    return type_.lower()


def _word_zh(type_: str) -> str:
    kind = schema().nodes.get(type_)
    return kind.zh if kind else type_


def _what_zh(what: str, types: Sequence[str]) -> str:
    by_word = {_word(name): name for name in schema().nodes}
    named = types or [by_word[word] for word in map(_word, what.split(" or ")) if word in by_word]
    return "或".join(map(_word_zh, named)) or "条目"
