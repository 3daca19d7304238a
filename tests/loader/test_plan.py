"""Plan: what a load would do, without touching anything."""

from __future__ import annotations

import json

import pytest

from lichain.loader import State, compare, load, read_state
from lichain.loader.state import Standing
from lichain.model import Node
from lichain.schema import schema
from lichain.store import Store

from .dump import dump, run
from .records import bare, link, node, record

NOTHING = State((), ())
TOKENS = """CALL db.labels() YIELD label RETURN label AS token
UNION ALL CALL db.propertyKeys() YIELD propertyKey RETURN propertyKey AS token
UNION ALL CALL db.relationshipTypes() YIELD relationshipType RETURN relationshipType AS token"""


def _standing(*nodes: Node) -> State:
    return State(tuple(Standing(f"e{n}", item) for n, item in enumerate(nodes)), ())


def test_counts_and_lists() -> None:
    state = _standing(node("gone"), node("same"), node("other", form="group"))
    plan = compare(bare(node("same"), node("other"), node("new", "Organization")), state)
    assert plan.counts() == {
        ("add", "Organization"): 1,
        ("change", "Enterprise"): 1,
        ("remove", "Enterprise"): 1,
    }
    assert plan.size == 3
    assert plan.to_dict() == {
        "unchanged": 1,
        "nodes": {
            "add": [{"id": "new", "type": "Organization"}],
            "change": [{"id": "other", "type": "Enterprise", "differing": ("form",)}],
            "remove": [{"id": "gone", "type": "Enterprise"}],
        },
        "relationships": {"add": [], "change": [], "remove": []},
    }
    assert json.dumps(plan.to_dict())


@pytest.mark.parametrize(
    ("was", "becomes"), [(1, 1.0), (1, True), (0.0, False), ("1", 1), ((), ""), (("a",), "a")]
)
def test_values_that_python_takes_for_equal_differ(was: object, becomes: object) -> None:
    old, new = Node("a", "Indicator", {"value": was}), Node("a", "Indicator", {"value": becomes})  # type: ignore[dict-item]
    (change,) = compare(bare(new), _standing(old)).changed_nodes
    assert change.differing() == ("value",)


def test_of_two_with_one_id_one_is_removed() -> None:
    plan = compare(bare(node("a")), _standing(node("a"), node("a")))
    assert [gone.element for gone in plan.removed_nodes] == ["e1"]
    assert plan.unchanged == 1


@pytest.mark.neo4j
def test_plan_writes_nothing_where_nothing_ever_was(virgin_store: Store) -> None:
    run(virgin_store, "CREATE (:Other {name: 'theirs'})")
    before = dump(virgin_store, handles=True, indexes=True), virgin_store.rows(TOKENS)
    wanted = record(node("catl"), node("byd"), link("SUPPLIES", "catl", "byd"))
    plan = compare(wanted, read_state(schema(), virgin_store))
    assert plan == compare(wanted, NOTHING)
    after = dump(virgin_store, handles=True, indexes=True), virgin_store.rows(TOKENS)
    assert after == before
    assert load(schema(), virgin_store, wanted) == plan
