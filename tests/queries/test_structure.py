"""Concentration and shares in Neo4j against plain Python, and against sums worked out by hand."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from lichain.local import Address
from lichain.model import Record
from lichain.queries import run
from lichain.store import Store

from ..graph import holding
from . import holdings
from .conftest import World
from .facts import Facts
from .holdings_made_up import holdings_record
from .lens import FINDINGS, narrowed
from .test_oracle import ids, some_of

pytestmark = pytest.mark.neo4j
WAYS = ("enterprise", "owner", "region", "country")
LENSES: list[dict[str, Any]] = [
    {"as_of": "2021-06-30"},
    {"known_at": "2025-06-30"},
    {"min_confidence": "reported"},
    {"as_of": "2024-01-01", "known_at": "2025-12-31", "min_confidence": "reported"},
]


@pytest.fixture(scope="module")
def held(neo4j_server: Address, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    record = holdings_record(tmp_path_factory.mktemp("holdings"))
    with holding(neo4j_server, record) as store:
        yield World(store, Facts(record), record)


def concentration(store: Store, **given: Any) -> list[tuple[Any, ...]]:
    return [
        tuple(ids(value) for value in row.values.values())
        for row in run("concentration", store, **given).rows
    ]


def shares(store: Store, **given: Any) -> list[tuple[Any, ...]]:
    found = [row.values for row in run("shares_of", store, **given).rows]
    return [
        (v["rank"], tuple(ids(v["holder"])), v["share"], v["amount"], v["unit"], v["basis"])
        for v in found
    ]


def through(world: World, lens: dict[str, Any]) -> Facts:
    """What a lens leaves, numbers by their sources."""
    return Facts(narrowed(world.record, **lens, types=FINDINGS | {"EVIDENCED_BY"}))


def agree(world: World, product: str, lens: dict[str, Any], **given: Any) -> int:
    facts = through(world, lens) if lens else world.facts
    asked = {**given, "as_of": lens.get("as_of")}
    found = concentration(world.store, product=product, **given, **lens)
    expected = [
        row
        for kind in sorted(facts.kinds(product))
        for row in holdings.concentration(facts, kind, **asked)
    ]
    assert found == expected, (product, given, lens)
    assert shares(world.store, product=product, **given, **lens) == holdings.shares_of(
        facts, product, **asked
    ), (product, given, lens)
    return len(found)


@pytest.mark.parametrize("by", WAYS)
def test_against_plain_python(world: World, by: str) -> None:
    assert sum(agree(world, product, {}, by=by) for product in some_of(world, "Product")) > 0


@pytest.mark.parametrize("by", WAYS)
def test_against_plain_python_where_things_could_count_twice(held: World, by: str) -> None:
    for product in held.facts.of_type("Product"):
        for where in (None, "land", "land-east", "isle"):
            agree(held, product, {}, by=by, where=where)
        for lens in LENSES:
            agree(held, product, lens, by=by)


@pytest.mark.parametrize("lens", LENSES, ids=lambda lens: " ".join(map("=".join, lens.items())))
def test_of_the_facts_left_over(world: World, lens: dict[str, Any]) -> None:
    chance = random.Random(str(lens))
    for product in chance.sample(found := some_of(world, "Product"), min(4, len(found))):
        agree(world, product, lens, by=chance.choice(WAYS))


def test_within_a_region(world: World) -> None:
    for where in some_of(world, "Region")[:6]:
        for product in some_of(world, "Product")[:3]:
            agree(world, product, {}, by="enterprise", where=where)


def test_a_segment_is_its_products(world: World) -> None:
    for segment in some_of(world, "Segment")[:5]:
        products = {
            link.start
            for part in world.facts.parts(segment)
            for link in world.facts.into(part, "BELONGS_TO")
        }
        rows = run("concentration", world.store, segment=segment).rows
        assert {row.values["product"].id for row in rows} <= products


def amounts(held: World, by: str, product: str = "p-wide") -> dict[str, Any]:
    return {
        "+".join(holder): (amount, way)
        for _, holder, _, amount, _, way in shares(held.store, product=product, by=by)
    }


def test_by_enterprise_by_hand(held: World) -> None:
    """The mother's total covers child, grandchild and what it runs with a partner; 50% is no majority."""
    assert amounts(held, "enterprise") == {
        "mother": (500, "total"),
        "both": (300, "total"),
        "venture": (200, "plants"),
        "partner": (80, "plants"),
        "round-a": (80, "plants"),
        "quiet": (None, "unknown"),
    }
    (row,) = (r for r in concentration(held.store, product="p-wide") if r[0] == "p-wide")
    assert row == (
        "p-wide", "capacity", 2919, 86.2, ["mother", "both", "venture"], 5, 1160, "t_per_year", None,
        2, 1, "2022", "2024", 0, 1, 0, 1, 1,
    )  # fmt: skip


def test_by_owner_by_hand(held: World) -> None:
    """A person at the end of it; of a circle the first; a stake only announced is none."""
    assert amounts(held, "owner") == {
        "mother": (500, "total"),
        "both": (300, "total"),
        "venture": (200, "plants"),
        "boss": (80, "plants"),
        "round-a": (80, "plants"),
        "quiet": (None, "unknown"),
    }


def test_by_place_by_hand(held: World) -> None:
    """Only plants have a place; a province is not made up where only the country is known."""
    assert amounts(held, "region") == {"land-west": (220, "plants"), "land-east": (160, "plants")}
    assert amounts(held, "country") == {"land": (380, "plants"), "isle": (200, "plants")}
    (row,) = (
        r for r in concentration(held.store, product="p-wide", by="region") if r[0] == "p-wide"
    )
    assert row[-5:] == (1, 0, 0, 1, 3)


def test_a_figure_for_two_products_is_given_to_neither(held: World) -> None:
    assert amounts(held, "enterprise", "p-b")["both"] == (300, "joint")


def test_as_of_a_day_the_latest_figure_until_then_and_the_operator_then(held: World) -> None:
    rows = shares(held.store, product="p-wide", by="region", as_of="2023-06-30")
    assert [(row[1], row[3]) for row in rows] == [(("land-west",), 140), (("land-east",), 100)]
    rows = shares(held.store, product="p-b", by="enterprise", as_of="2018-01-01")
    assert "old" in {row[1][0] for row in rows}


def test_a_maker_of_parts_does_not_count_the_film_twice(held: World) -> None:
    rows = run("shares_of", held.store, product="p-film").rows
    assert [(row.values["basis"], row.values["amount"]) for row in rows] == [("sites", 1.0)]


def test_evidence_is_of_the_figures_and_of_whose_they_are(held: World) -> None:
    rows = run("shares_of", held.store, product="p-wide", by="owner").rows
    boss = next(row for row in rows if row.values["holder"][0].id == "boss")
    links = {claim.claim for claim in boss.evidence}
    record: Record = replace(held.record)
    keys = {k for k, link in record.relationships.items() if links & set(link.listed("claims"))}
    assert {key.partition(":")[0] for key in keys} >= {"OF", "OPERATES", "OWNS"}
