"""Answers out of Neo4j against the same answers worked out in plain Python, over all values."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any

import pytest

from lichain.model import Node, Relationship
from lichain.queries import find
from lichain.schema import schema

from . import oracle
from .conftest import World

pytestmark = pytest.mark.neo4j

Row = dict[str, Any]
MANY = 8
DAYS = ("2014-06-01", "2025-06-01", "2025-11-07", "2025-12-01", "2026-11-11", "2027-03-01")


def ask(world: World, name: str, **given: Any) -> list[Row]:
    question = find(name)
    values = {p.name: given.get(p.name, p.default) for p in question.parameters}
    answer = world.store.read(question.cypher, values)
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]


def ids(value: Any) -> Any:
    """Nodes as their ids, wherever they stand."""
    if isinstance(value, Node):
        return value.id
    return [ids(item) for item in value] if isinstance(value, list) else value


def key(row: Row) -> str | None:
    """The key of the fact that a row is about, which leads its evidence."""
    links = [link for link in row["evidence"] if link.type != "EVIDENCED_BY"]
    return links[0].key if links else None


def agree(
    world: World,
    name: str,
    told: Callable[[Row], tuple[Any, ...]],
    lens: Mapping[str, Any] | None = None,
    **given: Any,
) -> int:
    """Compares one answer, row for row; returns how many rows there were.

    With `lens` the question is asked through it, and `world` holds what it leaves of the facts.
    """
    expected = getattr(oracle, name)(world.facts, **given)
    found = sorted((told(row) for row in ask(world, name, **given, **(lens or {}))), key=repr)
    assert found == expected, f"{name} {given} {lens}"
    return len(found)


def any_of(world: World, *types: str) -> list[str | None]:
    """None, then some_of these types."""
    return [None, *some_of(world, *types)]


def some_of(world: World, *types: str) -> list[str]:
    """Nodes of these types: every one, or of many the busiest and some of the rest.

    LICHAIN_TEST_EVERY=1 takes every one of many, too, which takes a few minutes.
    """
    found = sorted(world.facts.of_type(*types), key=lambda id_: (-world.facts.busy[id_], id_))
    if len(found) > 2 * MANY and not os.environ.get("LICHAIN_TEST_EVERY"):
        found = found[:MANY] + random.Random(0).sample(found[MANY:], MANY)
    return found


def supply(row: Row) -> tuple[Any, ...]:
    return key(row), row["place_basis"], sorted(ids(row["place"]))


@pytest.mark.parametrize(
    ("name", "kind"),
    [("what", "Product"), ("to", "Enterprise"), ("by", "Enterprise"), ("where", "Region")],
)
def test_who_supplies(world: World, name: str, kind: str) -> None:
    assert sum(agree(world, "who_supplies", supply, **{name: x}) for x in any_of(world, kind)) >= 20


def test_who_supplies_asked_with_several_parameters(world: World) -> None:
    chance = random.Random(3)
    for link in [link for link in world.facts.links if link.type == "SUPPLIES"][:8]:
        product = link.properties.get("product")
        where = chance.choice(world.facts.of_type("Region"))
        agree(world, "who_supplies", supply, what=product, to=link.end, where=None, by=link.start)
        agree(world, "who_supplies", supply, what=product, to=None, where=where, by=link.start)


def test_active_in(world: World) -> None:
    def told(row: Row) -> tuple[Any, ...]:
        segment = row["segment"].id if row["segment"] else None
        found = key(row) if segment else None
        return row["who"].id, segment, found, sorted(ids(row["place"]))

    for segment in any_of(world, "Segment"):
        agree(world, "active_in", told, segment=segment)
        for region in random.Random(1).sample(world.facts.of_type("Region"), 2):
            agree(world, "active_in", told, segment=segment, where=region)
    for where in any_of(world, "Region"):
        agree(world, "active_in", told, where=where)
    for who in some_of(world, "Organization", "Facility", "Project", "Cluster", "Region"):
        agree(world, "active_in", told, who=who)
        agree(
            world,
            "active_in",
            told,
            who=who,
            segment="s-cath" if "s-cath" in world.facts.nodes else "cathode",
        )


def tier(row: Row) -> tuple[Any, ...]:
    return row["thing"].id, row["tier"]


@pytest.mark.parametrize("name", ["upstream_of", "downstream_of"])
def test_the_chain_to_fewer_tiers(world: World, name: str) -> None:
    things = world.facts.of_type("Segment", "Product")
    for tiers in (1, 2, 3):
        for what in random.Random(tiers).sample(things, 8):
            agree(world, name, tier, what=what, tiers=tiers)


@pytest.mark.parametrize("name", ["upstream_of", "downstream_of"])
def test_the_chain_and_its_routes(world: World, name: str) -> None:
    rows = 0
    for what in some_of(world, "Segment", "Product"):
        found = ask(world, name, what=what, tiers=6)
        assert sorted(map(tier, found)) == getattr(oracle, name)(world.facts, what, 6)
        rows += len(found)
        own = world.facts.down([what], *oracle.FAMILY)
        for row in found:
            nodes, links = row["route"][::2], row["route"][1::2]
            if name == "upstream_of":
                assert (nodes[0].id, nodes[-1].id) == (row["thing"].id, what)
            else:
                assert nodes[0].id in own
                assert nodes[-1].id == row["thing"].id
            assert sum(link.type in oracle.FLOW for link in links) == row["tier"]
            pairs = pairwise(nodes)
            assert [(x.start, x.end) for x in links] == [(a.id, b.id) for a, b in pairs]
    assert rows > 40


def test_products_of(world: World) -> None:
    rows = 0
    for what in some_of(world, "Segment", "Organization", "Facility", "Project"):
        told = lambda row: (row["product"].id, row["through"].id, row["basis"].key)  # noqa: E731
        rows += agree(world, "products_of", told, what=what)
    assert rows > 10


def test_regions_inside(world: World) -> None:
    for where in some_of(world, "Region"):
        agree(world, "regions_inside", lambda row: (row["region"].id, row["steps"]), where=where)


def test_resources_in(world: World) -> None:
    def told(row: Row) -> tuple[Any, ...]:
        amount = row["amount"]
        return key(row), row["metric"], None if amount is None else str(amount)

    for where in any_of(world, "Region"):
        agree(world, "resources_in", told, where=where)
    for what in any_of(world, "Product"):
        agree(world, "resources_in", told, what=what)


@pytest.mark.parametrize(
    ("name", "column", "parameters"),
    [
        ("clusters", "cluster", {"where": "Region", "segment": "Segment"}),
        ("projects", "project", {"where": "Region", "segment": "Segment", "by": "Organization"}),
        (
            "facilities",
            "facility",
            {"where": "Region", "operator": "Organization", "product": "Product"},
        ),
    ],
)
def test_things_in_places(world: World, name: str, column: str, parameters: dict[str, str]) -> None:
    def told(row: Row) -> tuple[Any, ...]:
        return row[column].id, ids(row["place"])

    for parameter, kind in parameters.items():
        for value in any_of(world, kind):
            agree(world, name, told, **{parameter: value})


def test_events(world: World) -> None:
    def told(row: Row) -> tuple[Any, ...]:
        part = row["participant"]
        return row["event"].id, ids(part), key(row) if part else None

    for where in any_of(world, "Region"):
        agree(world, "events", told, where=where)
    for who in any_of(world, "Person", "Organization"):
        agree(world, "events", told, who=who)


def test_people(world: World) -> None:
    for at in any_of(world, "Organization", "Region", "Segment"):
        agree(world, "people", lambda row: (key(row),), at=at)
    for who in any_of(world, "Person"):
        agree(world, "people", lambda row: (key(row),), who=who)


def covering(row: Row) -> tuple[Any, ...]:
    return row["policy"].id, row["status"], row["extent"]


def test_policies_by_what_they_cover(world: World) -> None:
    rows = 0
    for name in ("region", "segment", "product"):
        for value in any_of(world, name.capitalize()):
            rows += agree(world, "policies_covering", covering, as_of="2025-12-01", **{name: value})
    assert rows > 50


def test_policies_by_day(world: World) -> None:
    for day in DAYS:
        agree(world, "policies_covering", covering, as_of=day)


def test_policies_that_cover_several_things_at_once(world: World) -> None:
    chance = random.Random(5)
    for _ in range(8):
        given = {
            name: chance.choice([None, *world.facts.of_type(name.capitalize())])
            for name in ("region", "segment", "product")
        }
        agree(world, "policies_covering", covering, as_of=chance.choice(DAYS), **given)


def test_provisions_of(world: World) -> None:
    def told(row: Row) -> tuple[Any, ...]:
        return ids(row["provision"]), ids(row["covers"]), ids(row["sets"])

    for policy in some_of(world, "Policy"):
        agree(world, "provisions_of", told, policy=policy)


def test_targets_and_actuals(world: World) -> None:
    def told(row: Row) -> tuple[Any, ...]:
        return row["subject"].id, ids(row["scope"]), row["value"], row["period"]

    kinds = ("Region", "Segment", "Product", "Organization", "Facility", "Project")
    for subject in any_of(world, *kinds):
        agree(world, "targets_and_actuals", told, subject=subject)
    for metric in schema().metrics:
        agree(world, "targets_and_actuals", told, metric=metric)
    for year in ("2019", "2022", "2023", "2024", "2025", "2032"):
        agree(world, "targets_and_actuals", told, year=year)


def test_stakes_and_partners(world: World) -> None:
    rows = 0
    for what in some_of(world, "Organization", "Facility", "Project"):
        told = lambda row: (row["owner"].id, row["owned"].id, row["share"])  # noqa: E731
        rows += agree(world, "stakes_of", told, what=what)
    for who in some_of(world, "Organization"):
        rows += agree(
            world, "partners_of", lambda row: (row["partner"].id, ids(row["matter"])), who=who
        )
    assert rows > 10


def test_neighbours_and_evidence(world: World) -> None:
    def fact(row: Row) -> Relationship:
        start, link, end = row["fact"]
        assert (start.id, end.id) == (link.start, link.end)
        found: Relationship = link
        return found

    for what in random.Random(2).sample(sorted(world.facts.nodes), 40):
        agree(world, "neighbours_of", lambda row: (fact(row).key,), what=what)
        told = lambda row: (fact(row).key, row["claim"], row["source"].id)  # noqa: E731
        agree(world, "evidence_for", told, what=what)


def test_claims_of_source(world: World) -> None:
    for source in some_of(world, "Source"):
        told = lambda row: (row["fact"][1].key, row["claim"])  # noqa: E731
        agree(world, "claims_of_source", told, source=source)


def test_sources_and_overview(world: World) -> None:
    told = lambda row: (row["source"].id, row["claims"], row["facts"])  # noqa: E731
    agree(world, "sources", told)
    agree(world, "overview", lambda row: (row["type"], row["count"]))


def links_of(row: Row) -> list[str]:
    return sorted(link.key for link in row["relationships"])


def test_everything(world: World) -> None:
    agree(world, "everything", lambda row: (row["node"].id, links_of(row)))


def test_around(world: World) -> None:
    def told(row: Row) -> tuple[Any, ...]:
        return row["node"].id, row["away"], links_of(row)

    things = random.Random(4).sample(sorted(world.facts.nodes), 12)
    for what, hops in zip(things, (1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3), strict=True):
        agree(world, "around", told, what=what, hops=hops)
