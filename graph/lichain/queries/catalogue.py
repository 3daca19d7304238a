"""All questions, by name; a new file in `cypher/` is in it without further ado."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from lichain import resources
from lichain.errors import QueryError
from lichain.queries.question import Question, read_question

NOT_QUESTIONS = frozenset({"write", "verify", "browser", "names"})
"""Folders of `cypher/` that hold the program's own statements and files."""


@cache
def files() -> Mapping[str, Path]:
    """The file of every question by name, in order of theme and name; nothing is read."""
    paths = resources.folder("cypher").glob("*/*.cypher")
    return {path.stem: path for path in sorted(paths) if path.parent.name not in NOT_QUESTIONS}


def catalogue() -> Mapping[str, Question]:
    """Every question by name, in order of theme and name."""
    return {name: _read(name) for name in files()}


def find(name: str) -> Question:
    """The question called `name`, with hyphens or underscores; QueryError suggests others."""
    if (plain := name.replace("-", "_")) in files():
        return _read(plain)
    from rapidfuzz import process

    near = ", ".join(
        match[0].replace("_", "-") for match in process.extract(name, list(files()), limit=3)
    )
    raise QueryError(
        f"there is no question {name!r}; did you mean {near}? `lichain queries` lists all",
        f"没有名为 {name!r} 的问题；您是否要找 {near}？用 `lichain queries` 列出全部",
    )


@cache
def _read(name: str) -> Question:
    return read_question(files()[name])
