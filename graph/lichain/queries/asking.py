"""Runs a question: resolves the names it was asked with, reads, and gathers the sources."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from lichain import resources
from lichain.analysis.steps import step
from lichain.errors import QueryError
from lichain.identity import resolve
from lichain.model import Node
from lichain.queries.catalogue import find
from lichain.queries.names import GraphNames
from lichain.queries.question import Parameter, Question
from lichain.result import Lens, Result, row_of
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
    lens = Lens(**{name: values[name] for name in ("known_at", "min_confidence") if name in values})
    found: Sequence[Mapping[str, Any]] = [
        dict(zip(answer.columns, row, strict=True)) for row in answer.rows
    ]
    if question.step:
        found = step(question.step)(found, values)
    rows = tuple(row_of(row, lens) for row in found[:limit])
    named = nodes_of(store, {value for value in values.values() if isinstance(value, str)})
    sources = nodes_of(store, {evidence.source for row in rows for evidence in row.evidence})
    return Result(question, values, named, rows, sources, more=len(found) > limit)


def _values(question: Question, store: Store, given: Mapping[str, Any]) -> dict[str, Any]:
    known = {parameter.name for parameter in question.parameters}
    if unknown := sorted(set(given) - known):
        listed = ", ".join(sorted(known)) or "none"
        raise QueryError(
            f"{question.command} has no parameter {unknown[0]!r}; its parameters are {listed}",
            f"{question.command} 没有参数 {unknown[0]!r}；可用参数：{listed}",
        )
    names = GraphNames(store)
    values = {
        parameter.name: _value(question, parameter, given.get(parameter.name), names)
        for parameter in question.parameters
    }
    if question.distinct and len({values[name] for name in question.distinct}) == 1:
        listed = " and ".join(f"--{name}" for name in question.distinct)
        same = values[question.distinct[0]]
        raise QueryError(
            f"{listed} both mean {same}; name two things",
            f"{listed} 都是 {same}；请给出两个不同的事物",
        )
    return values


def _value(question: Question, parameter: Parameter, given: Any, names: GraphNames) -> Any:
    if given is None:
        if parameter.required:
            raise QueryError(
                f"{question.command} needs {parameter.option}: {parameter.en}",
                f"{question.command} 需要 {parameter.option}：{parameter.zh}",
            )
        return parameter.default
    if given == parameter.default:  # as an answer says that it was asked
        return given
    kind = parameter.types[0]
    try:
        if kind == "integer":
            return _integer(parameter, given)
        if kind == "date":
            return dates.last_day(dates.check_date(str(given)))
        if kind == "since":
            return dates.first_day(dates.check_date(str(given)))
        if kind == "year":
            return dates.check_date(str(given))[:4]
    except ValueError as fault:
        raise QueryError(
            f"{parameter.option}: {fault}", f"{parameter.option} 的值 {given!r} 不合要求：{fault}"
        ) from fault
    if kind == "text":
        return _text(parameter, str(given))
    return _id(parameter, str(given), names)


def _integer(parameter: Parameter, given: Any) -> int:
    if not re.fullmatch(r"-?\d{1,9}", str(given)):
        raise ValueError(f"{given!r} is not a whole number")
    value, least, most = int(given), parameter.min, parameter.max
    if (least is not None and value < least) or (most is not None and value > most):
        raise ValueError(f"{value} is out of bounds; give {least} to {most}")
    return value


def _text(parameter: Parameter, given: str) -> str:
    if parameter.values and given not in (terms := schema().terms(parameter.values)):
        by_label = {label: term.id for term in terms.values() for label in (term.zh, term.en)}
        if given not in by_label:
            listed = ", ".join(terms)
            raise QueryError(
                f"{parameter.option}: {given!r} is not one of {listed}",
                f"{parameter.option}：{given!r} 不在可选值之中：{listed}",
            )
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


def nodes_of(store: Store, ids: set[str]) -> dict[str, Node]:
    """The nodes with these ids, by id; ids that nothing has are left out."""
    if not ids:
        return {}
    text = (resources.folder("cypher") / "names" / "by_id.cypher").read_text(encoding="utf-8")
    return {node.id: node for (node,) in store.rows(text, ids=sorted(ids))}
