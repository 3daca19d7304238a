"""questions.pyi: the questions as type checkers and editors read them, out of the catalogue."""

from __future__ import annotations

import json
import keyword
import re
from collections.abc import Iterable
from textwrap import indent

from lichain.chain.methods import annotation, documentation
from lichain.queries.question import Parameter, Question

_HEAD = '''# Written by scripts/generate from the catalogue in cypher/; edit the questions, not this file.
from datetime import date

from lichain.chain.answer import Answer
from lichain.model import Node

class Questions:
    """A method for each question of the catalogue."""
'''
_MODULE = re.compile(r"\b(\w+\.)+")


def stub(questions: Iterable[Question]) -> str:
    """The text of the stub."""
    return "".join([_HEAD, *(f"\n{_method(question)}" for question in questions)])


def _method(question: Question) -> str:
    inside = ["self", "*", *(_parameter(p) for p in question.parameters)]
    if len(inside) == 2:
        header = f"    def {question.name}(self) -> Answer:"
    else:
        listed = "".join(f"        {part},\n" for part in inside)
        header = f"    def {question.name}(\n{listed}    ) -> Answer:"
    text = documentation(question).replace("\\", "\\\\").replace('"""', r"\"\"\"")
    body = indent(text, " " * 8).strip()
    return f'{header}\n        """{body}\n        """\n'


def _parameter(parameter: Parameter) -> str:
    if keyword.iskeyword(parameter.name):
        raise ValueError(f"{parameter.name} is a word of Python's and cannot be a parameter")
    kind = annotation(parameter)
    shown = kind.__name__ if isinstance(kind, type) else _MODULE.sub("", str(kind))
    default = "None" if parameter.default is None else json.dumps(parameter.default)
    return f"{parameter.name}: {shown}" + ("" if parameter.required else f" = {default}")
