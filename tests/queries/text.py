"""The Cypher of a question, taken apart far enough to be tested."""

from __future__ import annotations

import re
from itertools import dropwhile

from lichain.queries import Question

_STRING = re.compile(r"'[^']*'")
_COMMENT = re.compile(r"\s*//.*")


def statement(question: Question) -> str:
    """The lines below the header and its `:param` line."""
    lines = dropwhile(lambda line: line.startswith("//"), question.cypher.split("\n"))
    return "\n".join(lines).strip()


def bare(question: Question) -> str:
    """The statement without its comments and without what stands between quotation marks."""
    return _COMMENT.sub("", _STRING.sub("''", statement(question)))


def param_line(question: Question) -> str | None:
    """The line that a person copies into Neo4j Browser, if there is one."""
    lines = [x for x in question.cypher.split("\n") if x.startswith("// :param ")]
    return lines[0].removeprefix("// ") if lines else None


def returned(question: Question) -> list[str]:
    """Names of the columns that the last RETURN gives."""
    text = re.split(r"^RETURN ", bare(question), flags=re.MULTILINE)[-1]
    text = re.split(r"^(?:ORDER BY|LIMIT|SKIP)\b", text, flags=re.MULTILINE)[0]
    return [re.split(r"\sAS\s|\s", item.strip())[-1] for item in _items(text)]


def _items(text: str) -> list[str]:
    """Splits at the commas that stand in no bracket."""
    found, depth = [""], 0
    for char in text:
        depth += (char in "([{") - (char in ")]}")
        if char == "," and depth == 0:
            found.append("")
        else:
            found[-1] += char
    return found


def literal(value: str | int | None) -> str:
    """A value as Neo4j Browser's `:param` takes it."""
    if value is None:
        return "null"
    return str(value) if isinstance(value, int) else f"'{value}'"
