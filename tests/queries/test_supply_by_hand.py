"""Stops, single suppliers, substitutes and paths worked out by hand on the made-up graph."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from lichain.errors import QueryError
from lichain.local import Address
from lichain.model import Node, Record
from lichain.queries import run
from lichain.store import Store

from ..graph import holding
from .test_oracle import ids

pytestmark = pytest.mark.neo4j
NONE = "none_known"


@pytest.fixture(scope="module")
def store(neo4j_server: Address, made_up: Record) -> Iterator[Store]:
    with holding(neo4j_server, made_up) as store:
        yield store


def told(store: Store, question: str, *names: str, **given: Any) -> list[tuple[Any, ...]]:
    return [
        tuple(ids(row.values[name]) for name in names) for row in run(question, store, **given).rows
    ]


STOP = ("tier", "state", "who", "product", "lost", "remaining", "perhaps", "customers")


def test_a_stop_passes_on_where_no_known_supplier_remains(store: Store) -> None:
    found = told(store, "what_stops", *STOP, when="e-up")
    assert found[:5] == [
        (1, "cut_off", "e-mid", "p-salt", ["e-up"], NONE, NONE, 1),
        (2, "cut_off", "e-end", "p-ore-hard", ["e-mid"], NONE, ["e-alt"], 1),
        (1, "hit", "e-end", "p-pack", ["e-up"], ["e-sister"], NONE, 1),
        (1, "hit", "e-mid2", "p-salt", ["e-up"], ["e-alt"], NONE, 1),
        (2, "hit", "e-end", "p-ore", ["e-mid"], ["e-alt"], NONE, 1),
    ]
    assert {(who, product) for _, state, who, product, *_ in found[5:]} == {
        ("e-up", "p-salt"), ("e-up", "p-pack"), ("f-up", "p-salt"),
    }  # fmt: skip


def test_any_hit_passes_the_stop_on_if_asked_to(store: Store) -> None:
    few = told(store, "what_stops", "tier", "who", "product", when="e-up")
    more = told(store, "what_stops", "tier", "who", "product", when="e-up", spread="hit")
    assert set(more) - set(few) == {(2, "e-end", "p-cell")}


def test_where_supply_comes_from_is_said_or_stood_in_for(store: Store) -> None:
    names = ("state", "who", "product", "basis")
    zone = told(store, "what_stops", *names, when="r-zone", product="p-salt", tiers=1)
    assert ("cut_off", "e-mid", "p-salt", "supply") in zone
    assert ("stops", "f-up", "p-salt", "site") in zone
    assert not [row for row in zone if row[1] == "e-mid2"], (
        "its supplier sits in the city, not here"
    )
    city = told(store, "what_stops", *names, when="r-city", product="p-salt", tiers=1)
    assert ("hit", "e-mid2", "p-salt", "head_office") in city
    plant = told(store, "what_stops", *names, when="f-up", tiers=1)
    assert plant == [
        ("hit", "e-mid2", "p-salt", "only_maker"),
        ("stops", "e-up", "p-salt", "only_maker"),
        ("stops", "f-up", "p-salt", "itself"),
    ]


def test_what_was_given_up_does_not_stop(store: Store) -> None:
    assert not told(store, "what_stops", "who", when="f-alt")
    assert told(store, "what_stops", "who", when="f-alt", as_of="2021-06-30") == [("f-alt",)]


def test_upstream_of_a_cycle_ends(store: Store) -> None:
    names = ("tier", "enterprise", "products", "state", "volume")
    assert told(store, "suppliers_upstream", *names, of="e-mid2", tiers=6) == [
        (0, "e-mid2", [], "known", None),
        (1, "e-alt", ["p-salt"], "not_looked_into", None),
        (1, "e-up", ["p-salt"], "known", 7.0),
        (2, "e-end", ["p-black"], "known", None),
        (3, "e-mid", ["p-ore-hard"], "known", None),
        (3, "e-sister", ["p-pack"], "not_looked_into", None),
    ]


@pytest.mark.parametrize(
    ("of", "state", "looked"),
    [
        ("e-c", "withheld", "2026-01-05"),
        ("e-mid2", "known", None),
        ("e-quote", "not_looked_into", None),
    ],
)
def test_where_knowledge_stops(store: Store, of: str, state: str, looked: str | None) -> None:
    row = run("suppliers_upstream", store, of=of).rows[0]
    assert (row.values["state"], row.values["looked"]) == (state, looked)
    assert bool(row.evidence) == (state != "not_looked_into")


def test_one_owner_is_one_supplier_if_asked_so(store: Store) -> None:
    names = ("product", "suppliers", "owner")
    assert ("p-pack", ["e-sister", "e-up"], "e-owner") not in told(
        store, "one_known_supplier", *names, to="e-end"
    )
    assert ("p-pack", ["e-sister", "e-up"], "e-owner") in told(
        store, "one_known_supplier", *names, to="e-end", by="owner"
    )


def test_one_supplier_is_told_from_one_known_supplier(store: Store) -> None:
    names = ("product", "only", "looked", "looked_on")
    assert told(store, "one_known_supplier", *names, to="e-owner") == [
        ("p-salt", "stated", "not_looked_into", None)
    ]
    assert told(store, "one_known_supplier", *names, to="e-a", what="p-black") == [
        ("p-black", "one_known", "found", "2026-01-05")
    ]


def test_a_deal_called_off_is_no_supplier(store: Store) -> None:
    assert told(store, "one_known_supplier", "suppliers", to="e-mid", what="p-salt") == [
        (["e-up"],)
    ]


def test_substitutes_are_not_affiliated(store: Store) -> None:
    names = ("substitute", "how", "apart", "already", "unknown")
    found = told(store, "substitutes_for", *names, supplier="e-up", customer="e-mid2")
    assert found == [
        ("e-alt", "supplies", "country", "it", ["capacity", "place", "owners"]),
        ("e-minor", "supplies", None, "none_known", ["capacity", "place"]),
        ("e-quote", "supplies", "same", "none_known", ["capacity", "place"]),
    ]
    far = told(
        store, "substitutes_for", "substitute", supplier="e-up", product="p-salt", outside="r-far"
    )
    assert "e-alt" not in [id_ for (id_,) in far]
    assert ("e-minor",) in far, "nobody knows where it is"


def test_a_substitute_that_only_plans_to_make_it_comes_last(store: Store) -> None:
    found = told(store, "substitutes_for", "substitute", "how", supplier="e-up", product="p-salt")
    assert found[-1] == ("e-mid2", "not_yet")


def test_paths_through_facts_come_before_those_through_places(store: Store) -> None:
    rows = run("path_between", store, start="e-mid", end="e-mid2").rows
    routes = [
        (
            row.values["steps"],
            row.values["through"],
            ids([x for x in row.values["path"] if isinstance(x, Node)]),
        )
        for row in rows
    ]
    assert routes[:2] == [
        (2, "facts", ["e-mid", "e-end", "e-mid2"]),
        (2, "facts", ["e-mid", "e-up", "e-mid2"]),
    ]
    assert (3, "facts", ["e-mid", "e-end", "e-alt", "e-mid2"]) in routes
    only = run("path_between", store, start="e-mid", end="e-mid2", through="facts").rows
    assert {row.values["through"] for row in only} == {"facts"}


def test_a_fault_names_the_argument(store: Store) -> None:
    with pytest.raises(QueryError, match="--spread: 'all' is not one of cut_off, hit"):
        run("what_stops", store, when="e-up", spread="all")
    with pytest.raises(QueryError, match="both mean e-up; name two things"):
        run("substitutes_for", store, supplier="e-up", customer="e-up")
