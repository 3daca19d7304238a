"""Changes since a day and thin evidence: Neo4j against plain Python, row for row."""

from __future__ import annotations

from typing import Any

import pytest

from lichain.queries import run

from . import changing
from .conftest import World
from .test_oracle import Row, ask, some_of

pytestmark = pytest.mark.neo4j


def change(row: Row) -> tuple[Any, ...]:
    about = row["evidence"][0].key
    if row["type"] == "Indicator":
        about = row["matter"][0].id
    elif row["change"] in ("issued", "in_force", "expired"):
        about = row["subject"].id
    return row["change"], row["date"], row["type"], row["subject"].id, about


def weakness(row: Row) -> tuple[Any, ...]:
    return row["reason"], row["type"], row["subject"].id, row["evidence"][0].key


@pytest.mark.parametrize("since", ["2019-01-01", "2024-06-01", "2026-01-01", "2027-01-01"])
def test_changes_since(world: World, since: str) -> None:
    found = ask(world, "changes", since=since)
    assert sorted(map(change, found), key=repr) == changing.changes(
        world.facts, world.record, since
    )
    told = [row["date"] for row in found]
    assert told == sorted(told, reverse=True)
    assert bool(told) == (since < "2027")


@pytest.mark.parametrize("kind", ["Enterprise", "Product", "Region", "Policy"])
def test_changes_of_one_thing(world: World, kind: str) -> None:
    for what in some_of(world, kind)[:6]:
        found = ask(world, "changes", since="2020-01-01", what=what)
        expected = changing.changes(world.facts, world.record, "2020-01-01", what)
        assert sorted(map(change, found), key=repr) == expected, what


def test_a_partial_day_counts_from_its_first(world: World) -> None:
    by_year = run("changes", world.store, since="2024").rows
    assert len(by_year) == len(run("changes", world.store, since="2024-01-01").rows)


def test_thin_evidence(world: World) -> None:
    found = ask(world, "weakly_evidenced")
    expected = changing.weakly_evidenced(world.facts, world.record)
    assert sorted(map(weakness, found), key=repr) == expected
    assert expected


@pytest.mark.parametrize("kind", ["Enterprise", "Product", "Region"])
def test_thin_evidence_of_one_thing(world: World, kind: str) -> None:
    for what in some_of(world, kind)[:6]:
        found = ask(world, "weakly_evidenced", what=what)
        expected = changing.weakly_evidenced(world.facts, world.record, what)
        assert sorted(map(weakness, found), key=repr) == expected, what
