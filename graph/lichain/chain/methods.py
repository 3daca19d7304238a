"""A method for each question of the catalogue, with its parameters as its signature."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from datetime import date
from textwrap import fill, wrap
from typing import Any

from lichain.chain.answer import Answer
from lichain.errors import QueryError
from lichain.model import Node
from lichain.queries.catalogue import catalogue
from lichain.queries.question import Parameter, Question

_TAKEN: Mapping[str, Any] = {
    "integer": int,
    "text": str,
    "year": str | int,
    "date": str | date,
    "since": str | date,
}


def methods() -> dict[str, Callable[..., Any]]:
    """The methods by name, in the order of the catalogue."""
    return {name: _method(question) for name, question in catalogue().items()}


def annotation(parameter: Parameter) -> Any:
    """What a parameter takes: a value of its sort, or the name of a thing or a thing itself."""
    taken = _TAKEN.get(parameter.types[0], str | Node)
    return taken if parameter.required or parameter.default is not None else taken | None


def documentation(question: Question) -> str:
    """Both titles, what it answers, its parameters and columns, and an example."""
    title = f"{question.title('en')}.\n{question.title('zh')}。"
    parts = [title, _both(question.about("en"), question.about("zh"))]
    if question.parameters:
        lines = [_line(p.name, f"{p.en}. {p.zh}。{_bounds(p)}") for p in question.parameters]
        parts.append("\n".join(["Parameters 参数:", *lines]))
    lines = [_line(c.name, f"{c.en}. {c.zh}。{_things(c.types)}") for c in question.columns]
    parts.append("\n".join(["Columns 列:", *lines]))
    if (english := question.limits("en")) and (chinese := question.limits("zh")):
        parts.append(f"Limits 局限:\n{_both(english, chinese)}")
    parts.append(f"Empty 空结果:\n{_both(question.nothing('en'), question.nothing('zh'))}")
    return "\n\n".join([*parts, f"Example 例: {example(question)}"])


def _both(english: str, chinese: str) -> str:
    """Both in lines of about 90 columns, of which a Chinese character takes two."""
    return "\n".join([*wrap(english, 90), *wrap(chinese, 45)])


def _line(name: str, text: str) -> str:
    return fill(f"{name}: {text}", 80, initial_indent="    ", subsequent_indent="        ")


def example(question: Question) -> str:
    """A call that answers something."""
    given = ", ".join(f"{name}={value!r}" for name, value in question.example.items())
    return f"chain.{question.name}({given})"


def _bounds(parameter: Parameter) -> str:
    """The values that a parameter is bound to, as a person would list them."""
    if parameter.values:
        from lichain.schema import schema

        terms = schema().terms(parameter.values)
        return f" One of: {', '.join(terms)}." if len(terms) <= 12 else f" Of {parameter.values}."
    if parameter.min is not None and parameter.max is not None:
        return f" {parameter.min} to {parameter.max}."
    return ""


def _things(types: tuple[str, ...]) -> str:
    return f" ({', '.join(types)})" if types and types != ("any",) else ""


def _method(question: Question) -> Callable[..., Any]:
    def ask(self: Any, /, *unnamed: Any, **given: Any) -> Any:
        if unnamed:
            raise QueryError(
                f"{question.name} takes its arguments by name, not {unnamed[0]!r} alone; "
                f"write it like {example(question)}",
                f"{question.name} 的参数需写明名称，不能只写 {unnamed[0]!r}；例如 {example(question)}",
            )
        return self.ask(question.name, **given)

    ask.__name__ = question.name
    ask.__qualname__ = f"Chain.{question.name}"
    ask.__doc__ = documentation(question)
    ask.__signature__ = _signature(question)  # type: ignore[attr-defined]
    ask.__annotations__ = {p.name: annotation(p) for p in question.parameters}
    return ask


def _signature(question: Question) -> inspect.Signature:
    """`self`, then each parameter by name alone; one that must be given has no default."""
    own = inspect.Parameter("self", inspect.Parameter.POSITIONAL_ONLY)
    given = [
        inspect.Parameter(
            p.name,
            inspect.Parameter.KEYWORD_ONLY,
            default=inspect.Parameter.empty if p.required else p.default,
            annotation=annotation(p),
        )
        for p in question.parameters
    ]
    return inspect.Signature([own, *given], return_annotation=Answer)
