"""Suppliers upstream, stops, single and substitute suppliers, paths: Neo4j against plain Python."""

from __future__ import annotations

import random
from itertools import pairwise
from typing import Any

import pytest

from lichain.model import Node
from lichain.queries import run

from . import supply_risk
from .conftest import World
from .facts import Facts
from .lens import narrowed
from .test_lens import LENSES
from .test_oracle import Row, any_of, ids, some_of

pytestmark = pytest.mark.neo4j
Told = tuple[Any, ...]


def asked(world: World, name: str, **given: Any) -> list[Row]:
    """The rows with their evidence left out, after the step."""
    return [dict(row.values) for row in run(name, world.store, **given).rows]


def agree(world: World, name: str, lens: dict[str, str] | None = None, **given: Any) -> list[Row]:
    """Compares one answer row for row; with `lens` to that of the facts which it leaves."""
    facts = _left(world, lens) if lens else world.facts
    expected = getattr(supply_risk, name)(facts, **given)
    rows = asked(world, name, **given, **(lens or {}))
    assert sorted(map(TOLD[name], rows), key=repr) == expected, f"{name} {given} {lens}"
    return rows


def _left(world: World, lens: dict[str, str]) -> Facts:
    """What a lens leaves: findings, and the numbers that are known and sure enough."""
    timeless = {name: value for name, value in lens.items() if name != "as_of"}
    numbers = frozenset({"EVIDENCED_BY"})
    return Facts(narrowed(narrowed(world.record, **lens), **timeless, types=numbers))


def upstream(row: Row) -> Told:
    names = ("tier", "enterprise", "products", "state", "suppliers", "looked")
    return tuple(ids(row[name]) for name in names)


def stop(row: Row) -> Told:
    names = (
        "tier",
        "state",
        "who",
        "product",
        "lost",
        "remaining",
        "perhaps",
        "customers",
        "basis",
    )
    return tuple(
        [] if isinstance(row[name], str) and name in names[4:7] else ids(row[name])
        for name in names
    )


def single(row: Row) -> Told:
    names = ("customer", "product", "suppliers", "owner", "only", "looked", "looked_on", "facts")
    return tuple(ids(row[name]) for name in names)


def substitute(row: Row) -> Told:
    names = ("product", "substitute", "how", "kinds", "place", "place_basis", "apart", "capacity",
             "customers", "already", "unknown")  # fmt: skip
    told = [ids(row[name]) for name in names]
    told[7] = sorted(told[7])
    return tuple(told)


def connection(row: Row) -> Told:
    route = tuple(ids([x for x in row["path"] if isinstance(x, Node)]))
    weakest = row["weakest"][1]
    grade = ("disclosed", "reported", "inferred").index(weakest.properties["confidence"])
    return row["steps"], row["through"], route, grade, row["known"]


TOLD = {
    "suppliers_upstream": upstream, "what_stops": stop, "one_known_supplier": single,
    "substitutes_for": substitute, "path_between": connection,
}  # fmt: skip


def few(world: World, kind: str) -> list[str]:
    """The two busiest, and some of the rest: these answers are big."""
    first, second, *rest = some_of(world, kind)
    return [first, second, *random.Random(kind).sample(rest, min(4, len(rest)))]


def test_suppliers_upstream(world: World) -> None:
    for of in few(world, "Enterprise"):
        for tiers in (1, 3, 6):
            rows = agree(world, "suppliers_upstream", of=of, tiers=tiers)
            assert [row["tier"] for row in rows] == sorted(row["tier"] for row in rows)
            for row in rows[1:]:
                nodes, links = row["path"][::2], row["path"][1::2]
                assert (nodes[0].id, nodes[-1].id) == (row["enterprise"].id, of)
                assert len(links) == row["tier"]
                assert [(x.start, x.end) for x in links] == [
                    (a.id, b.id) for a, b in pairwise(nodes)
                ]
                assert row["volume"] == links[0].properties.get("volume")


@pytest.mark.parametrize("kind", ["Enterprise", "Facility", "Region"])
def test_what_stops(world: World, kind: str) -> None:
    for when in few(world, kind):
        for spread in ("cut_off", "hit"):
            agree(world, "what_stops", when=when, tiers=4, spread=spread)
        rows = agree(world, "what_stops", when=when, tiers=1)
        states = [row["state"] for row in rows]
        assert states == sorted(states, key=["cut_off", "hit", "unnamed", "stops"].index)


def test_what_stops_of_one_product(world: World) -> None:
    chance = random.Random(7)
    for when in chance.sample(some_of(world, "Enterprise", "Region"), 8):
        for product in chance.sample(some_of(world, "Product"), 3):
            agree(world, "what_stops", when=when, product=product)


def test_one_known_supplier_by_enterprise_and_by_owner(world: World) -> None:
    for by in ("enterprise", "owner"):
        for to in any_of(world, "Enterprise"):
            agree(world, "one_known_supplier", to=to, by=by)
        for what in any_of(world, "Product"):
            agree(world, "one_known_supplier", what=what, by=by)


def test_substitutes(world: World) -> None:
    chance, found = random.Random(8), 0
    regions, products = some_of(world, "Region"), some_of(world, "Product")
    for supplier in few(world, "Enterprise"):
        found += len(agree(world, "substitutes_for", supplier=supplier))
        agree(world, "substitutes_for", supplier=supplier, outside=chance.choice(regions))
        agree(world, "substitutes_for", supplier=supplier, product=chance.choice(products))
        customers = sorted(
            {link.end for link in world.facts.out(supplier, "SUPPLIES")} - {supplier}
        )
        for customer in customers[:2]:
            agree(world, "substitutes_for", supplier=supplier, customer=customer)
    assert found > 5


def test_paths(world: World) -> None:
    chance = random.Random(6)
    nodes = sorted(world.facts.nodes)
    parties = some_of(world, "Enterprise", "Facility")
    pairs = [chance.sample(nodes, 2) for _ in range(20)] + [
        chance.sample(parties, 2) for _ in range(8)
    ]
    lengths = set()
    for start, end in pairs:
        for through in ("both", "facts", "anything"):
            rows = agree(world, "path_between", start=start, end=end, through=through)
            lengths |= {row["steps"] for row in rows}
            for row in rows:
                assert row["weakest"][1] in row["path"]
    assert len(lengths) > 2


@pytest.mark.parametrize("lens", LENSES, ids=lambda lens: " ".join(map("=".join, lens.items())))
def test_through_a_lens(world: World, lens: dict[str, str]) -> None:
    chance = random.Random(str(lens))
    for enterprise in chance.sample(some_of(world, "Enterprise"), 2):
        agree(world, "suppliers_upstream", lens, of=enterprise)
        agree(world, "what_stops", lens, when=enterprise)
        agree(world, "one_known_supplier", lens, to=enterprise, by="owner")
        agree(world, "substitutes_for", lens, supplier=enterprise)
    for region in chance.sample(some_of(world, "Region"), 2):
        agree(world, "what_stops", lens, when=region)
