"""What the shell offers when Tab is pressed: things by any of their names, words, questions.

Nothing is asked of Neo4j, which would have to be started: names come from the tables.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from typing import Any

from typer._click.shell_completion import CompletionItem

from lichain import resources
from lichain.cli.language import detect
from lichain.listing import matching
from lichain.schema import schema

VARIABLE = "_LICHAIN_COMPLETE"
"""Set by the scripts of `lichain --install-completion` to the shell that asks."""
QUESTION = "question"
_SPECIAL_IN_BASH = re.compile(r"([^\w\-./+,:@%\u0080-\U0010ffff])")


def completer(kinds: Sequence[str]) -> Callable[..., list[CompletionItem]]:
    """Offers values of these kinds: types of nodes, `any`, `question`, or the name of a vocabulary."""

    def complete(ctx: Any, parameter: Any, typed: str) -> list[CompletionItem]:
        found = [
            *_words(kinds, typed),
            *matching(resources.folder("seed"), kinds, typed, detect().value),
        ]
        return [CompletionItem(_for_shell(value)) for value in found]

    return complete


def _words(kinds: Sequence[str], typed: str) -> list[str]:
    if QUESTION in kinds:
        from lichain.queries.catalogue import files

        return [name for name in files() if name.startswith(typed.replace("-", "_"))]
    known = schema()
    vocabularies = [
        known.terms(kind) for kind in kinds if kind in known.vocabularies or kind == "metrics"
    ]
    lang = detect()
    labels = [
        (term.id, lang.pick(term.en, term.zh)) for terms in vocabularies for term in terms.values()
    ]
    return [
        next(word for word in words if word.casefold().startswith(typed.casefold()))
        for words in labels
        if any(word.casefold().startswith(typed.casefold()) for word in words)
    ]


def _for_shell(value: str) -> str:
    """`value` as the shell needs it: bash alone puts in just what it is given."""
    if os.environ.get(VARIABLE) != "complete_bash" or _is_quoted():
        return value
    return _SPECIAL_IN_BASH.sub(r"\\\1", value)


def _is_quoted() -> bool:
    """Whether the word before the cursor begins with a quotation mark."""
    words = os.environ.get("COMP_WORDS", "").split("\n")
    at = os.environ.get("COMP_CWORD", "")
    return at.isdigit() and int(at) < len(words) and words[int(at)][:1] in ("'", '"')
