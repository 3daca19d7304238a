"""Saved scripts for Neo4j Browser, out of the catalogue.

Browser draws no graph for a script that sets parameters first, so a script carries its own: a map
on one line, to be edited there, that the question reads instead of its parameters.
"""

from __future__ import annotations

import re
from string import Template

from lichain import resources
from lichain.model import Lang
from lichain.queries import Parameter, Question

_HEADER = re.compile(r"\A// ---\n.*?\n// ---\n", re.DOTALL)
_COMMENTS = re.compile(r"^\s*//.*\n", re.MULTILINE)
_PARAMETER = re.compile(r"\$(\w+)")
_SUBQUERY = re.compile(r"\bCALL \(([^)*]*)\) \{")
_SIGNS = {"zh": ("，", "：", "。"), "en": (", ", ": ", ".")}


def script(question: Question, lang: Lang, **values: str | int | None) -> str:
    """The question with its example's values, or others, as a script that runs by itself.

    Where the answer is made by a step in Python, the script has the rows that the step starts from.
    """
    query = _COMMENTS.sub("", _HEADER.sub("", question.cypher)).strip()
    if not question.parameters:
        return f"// {question.title(lang)}\n{query}\n"
    known = question.example | values
    told = [
        f"{one.name}: {literal(known.get(one.name, one.default))}" for one in question.parameters
    ]
    template = (resources.folder("cypher") / "browser" / "script.cypher").read_text("utf-8")
    return Template(template).substitute(
        title=question.title(lang),
        hint=_hint(question.parameters, lang),
        values=", ".join(told),
        query=_indented(_asking(query)),
        columns="*" if question.step else ", ".join(column.name for column in question.columns),
    )


def literal(value: str | int | None) -> str:
    """A value as Cypher writes it."""
    if value is None:
        return "null"
    if isinstance(value, int):
        return str(value)
    escaped = value.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


def _asking(query: str) -> str:
    """The query with its parameters taken from `ask`, which subqueries must be handed as well."""
    handed = _SUBQUERY.sub(
        lambda found: f"CALL ({', '.join(filter(None, (found[1].strip(), 'ask')))}) {{", query
    )
    return _PARAMETER.sub(r"ask.\1", handed)


def _hint(parameters: tuple[Parameter, ...], lang: Lang) -> str:
    comma, colon, _ = _SIGNS[lang]
    return comma.join(
        f"{one.name}{colon}{one.zh if lang == 'zh' else one.en}" for one in parameters
    )


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" if line else "" for line in text.split("\n"))
