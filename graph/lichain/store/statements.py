"""The program's own statements: files of `cypher/write`, with names of the schema filled in.

Neo4j takes values as parameters but labels, types and property names only in the text. What
is filled in comes from the schema alone and is checked to be a plain name.
"""

from __future__ import annotations

import re
from functools import cache

from lichain import resources
from lichain.errors import QueryError

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(:[A-Za-z_][A-Za-z0-9_]*)*")
_BLANK = re.compile(r"@(\w+)@")


def statement(name: str, **names: str) -> str:
    """The text of `cypher/write/NAME.cypher` with `@blank@`s filled in; QueryError if one is no name."""
    for blank, value in names.items():
        if not _NAME.fullmatch(value):
            raise QueryError(
                f"{value!r} is not a plain name and cannot stand for @{blank}@ in {name}.cypher"
            )
    return _BLANK.sub(lambda match: names[match[1]], _text(name))


@cache
def _text(name: str) -> str:
    return (resources.folder("cypher") / "write" / f"{name}.cypher").read_text(encoding="utf-8")
