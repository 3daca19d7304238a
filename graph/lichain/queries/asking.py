"""Runs a question: resolves the names it was asked with, reads, and gathers the sources."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lichain import resources
from lichain.errors import QueryError
from lichain.identity import resolve
from lichain.model import Node
from lichain.queries.catalogue import find
from lichain.queries.names import GraphNames
from lichain.queries.question import Parameter, Question
from lichain.result import Result, row_of
from lichain.schema import dates, schema
from lichain.store import Store

SECONDS = 60.0
_MOST_ROWS = 100_000


def run(
    name: str, store: Store, *, seconds: float = SECONDS, limit: int = _MOST_ROWS, **parameters: Any
) -> Result:
    """The answer to the question `name`; parameters left out are None.

    Names are taken in any spelling. Raises UnknownName where one resolves to nothing or to
    several things, QueryError for an unknown question, parameter or value, StoreError.
    """
    question = find(name)
    values = _values(question, store, parameters)
    answer = store.read(question.cypher, values, seconds)
    rows = tuple(row_of(dict(zip(answer.columns, row, strict=True))) for row in answer.rows[:limit])
    named = _nodes(store, {value for value in values.values() if isinstance(value, str)})
    sources = _nodes(store, {evidence.source for row in rows for evidence in row.evidence})
    return Result(question, values, named, rows, sources, more=len(answer.rows) > limit)


def _values(question: Question, store: Store, given: Mapping[str, Any]) -> dict[str, Any]:
    known = {parameter.name for parameter in question.parameters}
    if unknown := sorted(set(given) - known):
        listed = ", ".join(sorted(known)) or "none"
        raise QueryError(
            f"{question.command} has no parameter {unknown[0]!r}; its parameters are {listed}"
        )
    names = GraphNames(store)
    return {
        parameter.name: _value(question, parameter, given.get(parameter.name), names)
        for parameter in question.parameters
    }


def _value(question: Question, parameter: Parameter, given: Any, names: GraphNames) -> Any:
    if given is None or given == "":
        if parameter.required:
            raise QueryError(f"{question.command} needs --{parameter.name}: {parameter.en}")
        return parameter.default
    kind = parameter.types[0]
    try:
        if kind == "integer":
            return int(given)
        if kind == "date":
            return dates.last_day(dates.check_date(str(given)))
        if kind == "year":
            return dates.check_date(str(given))[:4]
    except ValueError as fault:
        raise QueryError(
            f"--{parameter.name}: {str(fault) if kind != 'integer' else f'{given!r} is not a whole number'}"
        ) from fault
    if kind == "text":
        return _text(parameter, str(given))
    return _id(parameter, str(given), names)


def _text(parameter: Parameter, given: str) -> str:
    if parameter.values and given not in (terms := schema().terms(parameter.values)):
        by_label = {label: term.id for term in terms.values() for label in (term.zh, term.en)}
        if given not in by_label:
            raise QueryError(f"--{parameter.name}: {given!r} is not one of {', '.join(terms)}")
        return by_label[given]
    return given


def _id(parameter: Parameter, given: str, names: GraphNames) -> str:
    anything = parameter.types == ("any",)
    types = (
        None
        if anything
        else frozenset().union(*(schema().subtypes(name) for name in parameter.types))
    )
    what = "entry" if anything else " or ".join(name.lower() for name in parameter.types)
    return resolve(names, given, types, what=what).id


def _nodes(store: Store, ids: set[str]) -> dict[str, Node]:
    if not ids:
        return {}
    text = (resources.folder("cypher") / "names" / "by_id.cypher").read_text(encoding="utf-8")
    return {node.id: node for (node,) in store.rows(text, ids=sorted(ids))}
