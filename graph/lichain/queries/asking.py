"""Runs a question: resolves the names it was asked with, reads, and gathers the sources."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from lichain import resources
from lichain.analysis.steps import step
from lichain.errors import QueryError
from lichain.identity import fold, resolve, shown
from lichain.model import Node
from lichain.queries.catalogue import find
from lichain.queries.names import GraphNames
from lichain.queries.question import Parameter, Question
from lichain.result import Lens, Result, firsts_of, row_of
from lichain.schema import Term, dates, schema
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
    asked = {value for value in values.values() if isinstance(value, str)}
    cited = {evidence.source for row in rows for evidence in row.evidence}
    nodes = nodes_of(store, asked | cited)
    named = {id_: node for id_, node in nodes.items() if id_ in asked}
    sources = {id_: node for id_, node in nodes.items() if id_ in cited}
    total, more = len(found), len(found) > limit
    firsts = firsts_of(row.get(question.columns[0].name) for row in found) if more else ()
    return Result(question, values, named, rows, sources, more, total, firsts)


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
    if not parameter.values or given in (terms := schema().terms(parameter.values)):
        return given
    found = _terms(given, terms)
    if len(found) == 1:
        return found[0]
    listed = ", ".join(found or terms)
    raise QueryError(
        f"{parameter.option}: {shown(given)!r} is not one of {listed}",
        f"{parameter.option}：{shown(given)!r} 不在可选值之中：{listed}",
    )


def _terms(given: str, terms: Mapping[str, Term]) -> list[str]:
    """The words of a vocabulary that `given` is, in any case and either language; else those that it
    begins: 省 is 省级, enterprise is enterprises."""
    asked = fold(given)
    words = {id_: [fold(word) for word in (id_, term.zh, term.en)] for id_, term in terms.items()}
    same = [id_ for id_, own in words.items() if asked in own]
    begun = [id_ for id_, own in words.items() if asked and any(w.startswith(asked) for w in own)]
    return same or begun


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
