"""Exposure in Neo4j against plain Python, and by hand."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pytest

from lichain.errors import QueryError
from lichain.local import Address
from lichain.queries import run

from ..graph import holding
from . import exposure as oracle
from .conftest import World
from .facts import Facts
from .holdings_made_up import holdings_record
from .lens import narrowed
from .test_oracle import some_of

pytestmark = pytest.mark.neo4j


@pytest.fixture(scope="module")
def held(neo4j_server: Address, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    record = holdings_record(tmp_path_factory.mktemp("holdings"))
    with holding(neo4j_server, record) as store:
        yield World(store, Facts(record), record)


def rows(world: World, **given: Any) -> list[tuple[Any, ...]]:
    found = [row.values for row in run("exposure", world.store, **given).rows]
    told = [
        (
            v["kind"],
            v["tier"],
            v["who"].id if v["who"] else None,
            v["here"],
            v["known"],
            v["unplaced"],
            v["share"],
        )
        for v in found
    ]
    return sorted(told, key=repr)


def agree(world: World, facts: Facts, of: str, to: str, tiers: int, **lens: Any) -> int:
    found = rows(world, of=of, to=to, tiers=tiers, **lens)
    assert found == oracle.exposure(facts, of, to, tiers), (of, to, tiers, lens)
    return len(found)


def test_against_plain_python(world: World) -> None:
    chance = random.Random(7)
    regions = some_of(world, "Region")
    number = 0
    for of in some_of(world, "Enterprise"):
        for to in chance.sample(regions, min(4, len(regions))):
            number += agree(world, world.facts, of, to, chance.randint(1, 4))
    assert number > 20


@pytest.mark.parametrize(
    "lens",
    [
        {"as_of": "2021-06-30"},
        {"known_at": "2025-06-30"},
        {"as_of": "2024-06-30", "min_confidence": "reported"},
    ],
    ids=str,
)
def test_of_the_facts_left_over(world: World, lens: dict[str, Any]) -> None:
    facts = Facts(narrowed(world.record, **lens))
    for of in some_of(world, "Enterprise")[:5]:
        for to in some_of(world, "Region")[:3]:
            agree(world, facts, of, to, 2, **lens)


def test_by_hand(held: World) -> None:
    """Child: run plant in the city; a grandchild that also supplies it; the mother above."""
    assert rows(held, of="child", to="land-east") == [
        ("customer", 1, None, 0, 1, 1, None),
        ("owner", 1, "mother", 1, 1, 0, 100.0),
        ("site", 1, "f-child", 1, 1, 0, None),
        ("stake", 1, None, 0, 1, 1, None),
        ("supplier", 1, None, 0, 3, 3, None),
        ("supplier", 2, None, 0, 1, 1, None),
    ]


def test_shares_are_multiplied_along_the_path_and_stakes_only_announced_are_none(
    held: World,
) -> None:
    found = [row for row in rows(held, of="mother", to="land-west") if row[0] == "stake"]
    assert found == [("stake", 1, None, 0, 2, 2, None), ("stake", 2, None, 0, 1, 1, None)]
    ends = run("exposure", held.store, of="grand", to="land-east").rows
    (top,) = (row for row in ends if row.values["kind"] == "owner" and row.values["tier"] == 2)
    assert (top.values["who"].id, top.values["share"]) == ("mother", 51.0)
    assert [step.id for step in top.values["path"][::2]] == ["mother", "child", "grand"]


def test_a_wider_place_says_neither_yes_nor_no(held: World) -> None:
    """The film plant is somewhere in the country: of a province nobody can say, of the country yes."""
    sites = {row[2:6] for row in rows(held, of="partner", to="land-east") if row[0] == "site"}
    assert sites == {("f-plan", 1, 5, 2)}
    found = {row[2] for row in rows(held, of="partner", to="land") if row[0] == "site"}
    assert found == {"f-film", "f-joint", "f-plan", "f-sold"}


def test_tiers_have_bounds(held: World) -> None:
    with pytest.raises(QueryError, match="give 1 to 6"):
        run("exposure", held.store, of="child", to="land", tiers=9)
