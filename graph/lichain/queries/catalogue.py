"""All questions, by name; a new file in `cypher/` is in it without further ado."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from lichain import resources
from lichain.errors import QueryError
from lichain.queries.question import Question, read_question

NOT_QUESTIONS = frozenset({"write", "verify", "browser", "names"})
"""Folders of `cypher/` that hold the program's own statements and files."""


@cache
def catalogue() -> Mapping[str, Question]:
    """Every question by name, in order of theme and name."""
    paths = (
        path
        for path in resources.folder("cypher").glob("*/*.cypher")
        if path.parent.name not in NOT_QUESTIONS
    )
    questions = [read_question(path) for path in sorted(paths)]
    return {question.name: question for question in questions}


def find(name: str) -> Question:
    """The question called `name`, with hyphens or underscores; QueryError suggests others."""
    questions = catalogue()
    if question := questions.get(name.replace("-", "_")):
        return question
    from rapidfuzz import process

    near = ", ".join(
        questions[match[0]].command for match in process.extract(name, list(questions), limit=3)
    )
    raise QueryError(
        f"there is no question {name!r}; did you mean {near}? `lichain queries` lists all",
        f"没有名为 {name!r} 的问题；您是否要找 {near}？用 `lichain queries` 列出全部",
    )
