"""Policies over enterprises, and segments that none covers: Neo4j against plain Python."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from lichain.local import Address
from lichain.model import Record
from lichain.queries import run
from lichain.store import Store

from ..graph import holding
from . import ruling
from .conftest import World
from .facts import Facts
from .lens import narrowed
from .test_oracle import DAYS, Row, ask, ids, some_of

pytestmark = pytest.mark.neo4j


def covered(row: Row) -> tuple[Any, ...]:
    return row["policy"].id, row["status"], row["extent"], ids(row["through"])


def lacking(row: Row) -> tuple[Any, ...]:
    names = (
        "segment", "state", "aimed", "chain", "part", "suspended", "over", "undated", "coming",
    )  # fmt: skip
    return tuple(ids(row[name]) for name in names)


@pytest.mark.parametrize("day", ["2023-06-30", "2025-12-01"])
def test_policies_that_cover_an_enterprise(world: World, day: str) -> None:
    left = Facts(narrowed(world.record, as_of=day))
    rows = 0
    for enterprise in some_of(world, "Enterprise"):
        found = ask(world, "policies_covering", enterprise=enterprise, as_of=day)
        expected = ruling.of_enterprise(left, enterprise, day)
        assert sorted(map(covered, found), key=repr) == expected, enterprise
        rows += len(found)
    assert rows


def test_the_provisions_are_those_that_cover_it(world: World) -> None:
    for row in ask(world, "policies_covering", segment=some_of(world, "Segment")[0]):
        covers = set(ids(row["covers"]))
        for provision in ids(row["provisions"]):
            assert covers & {link.end for link in world.facts.out(provision, "COVERS")}


@pytest.mark.parametrize("day", DAYS)
def test_segments_without_a_policy_in_force(world: World, day: str) -> None:
    for where in some_of(world, "Region")[:4]:
        found = ask(world, "policy_gaps", where=where, as_of=day)
        expected = ruling.policy_gaps(world.facts, where, day)
        assert sorted(map(lacking, found), key=repr) == expected, where
        assert [row["count"] for row in found] == [
            len(row["aimed"]) + len(row["chain"]) + len(row["part"]) for row in found
        ]


@pytest.fixture(scope="module")
def made_up_store(neo4j_server: Address, made_up: Record) -> Iterator[Store]:
    with holding(neo4j_server, made_up) as store:
        yield store


def test_gaps_of_the_made_up_county(made_up_store: Store) -> None:
    """The province's plan has a provision on cathodes; the plan for the whole chain names no region."""
    rows = run("policy_gaps", made_up_store, where="r-county", as_of="2025-06-01").rows
    told = {row.values["segment"].id: row.values for row in rows}
    assert told["s-alone"]["state"] == "none"
    assert told["s-cath"]["state"] == "aimed"
    assert ids(told["s-cath"]["aimed"]) == ["a-plain"]
    assert (told["s-cell"]["state"], told["s-cell"]["count"]) == ("none", 0)
