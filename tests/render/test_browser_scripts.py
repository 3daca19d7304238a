"""Each saved script answers in a real Neo4j as its question does."""

from __future__ import annotations

from typing import Any

import pytest

from lichain.model import Node, Relationship
from lichain.queries import Question, catalogue
from lichain.render.browser.scripts import script
from lichain.store import Store

from ..graph import loaded as loaded

pytestmark = pytest.mark.neo4j
each = pytest.mark.parametrize("question", catalogue().values(), ids=lambda one: one.name)


@each
def test_a_script_answers_as_the_question(question: Question, loaded: Store) -> None:
    values = {one.name: question.example.get(one.name, one.default) for one in question.parameters}
    asked = loaded.read(question.cypher, values, 60)
    scripted = loaded.read(script(question, "zh"), {}, 60)
    assert question.step or tuple(scripted.columns) == tuple(asked.columns)
    assert asked.rows
    at = [scripted.columns.index(name) for name in asked.columns]
    told = [tuple(row[place] for place in at) for row in scripted.rows]
    assert [_plain(row) for row in told] == [_plain(tuple(row)) for row in asked.rows]


def _plain(value: Any) -> Any:
    """Things by what they are; the order within a list is not the answer's."""
    if isinstance(value, Node):
        return value.id
    if isinstance(value, Relationship):
        return value.key
    if isinstance(value, dict):
        return {name: _plain(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return sorted((_plain(inner) for inner in value), key=repr)
    if isinstance(value, tuple):
        return tuple(_plain(inner) for inner in value)
    return value
