"""Where a region is strong, in Neo4j against plain Python, and by hand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from lichain.local import Address
from lichain.queries import run

from ..graph import holding
from . import strengths
from .conftest import World
from .facts import Facts
from .holdings_made_up import holdings_record
from .lens import FINDINGS, narrowed
from .test_oracle import some_of

pytestmark = pytest.mark.neo4j
TOLD = (
    "segment", "product", "rank", "among", "share", "enterprises", "at_work", "building", "planned",
    "unsure", "capacity", "unit", "counts", "country",
)  # fmt: skip


@pytest.fixture(scope="module")
def held(neo4j_server: Address, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    record = holdings_record(tmp_path_factory.mktemp("holdings"))
    with holding(neo4j_server, record) as store:
        yield World(store, Facts(record), record)


def rows(world: World, **given: Any) -> list[tuple[Any, ...]]:
    found = [row.values for row in run("strengths_of", world.store, **given).rows]
    return [tuple(getattr(v[name], "id", v[name]) for name in TOLD) for v in found]


def agree(world: World, facts: Facts, where: str, **lens: Any) -> int:
    found = sorted(rows(world, where=where, **lens), key=repr)
    assert found == strengths.strengths_of(facts, where, lens.get("as_of")), (where, lens)
    return len(found)


def test_against_plain_python(world: World) -> None:
    assert sum(agree(world, world.facts, where) for where in some_of(world, "Region")[:9]) > 0


@pytest.mark.parametrize(
    "lens",
    [{"as_of": "2021-06-30"}, {"known_at": "2025-06-30"}, {"min_confidence": "reported"}],
    ids=str,
)
def test_of_the_facts_left_over(world: World, lens: dict[str, Any]) -> None:
    facts = Facts(narrowed(world.record, **lens, types=FINDINGS | {"EVIDENCED_BY"}))
    for where in some_of(world, "Region")[:3]:
        agree(world, facts, where, **lens)


def test_of_the_graph_where_things_could_count_twice(held: World) -> None:
    for where in held.facts.of_type("Region"):
        agree(held, held.facts, where)


def test_by_hand(held: World) -> None:
    """East has 160 of the 380 t/a known of the country, West 220; the film plant has no province."""
    east = {row[:2]: row[2:] for row in rows(held, where="land-east")}
    assert east["s-mid", "p-a"] == (1, 2, 66.7, 2, 1, 0, 0, 0, 120, "t_per_year", None, 180)
    assert east["s-mid", "p-b"] == (2, 2, 20.0, 3, 2, 0, 1, 0, 40, "t_per_year", None, 200)
    assert ("s-mine", "p-ore") not in east
    west = {row[:2]: row[2:] for row in rows(held, where="land-west")}
    assert west["s-mine", "p-ore"][:3] == (1, 1, 100.0)


def test_who_leads_and_which_targets_are_set(held: World) -> None:
    found = run("strengths_of", held.store, where="land-city").rows
    row = next(r for r in found if r.values["product"] and r.values["product"].id == "p-a")
    assert [one.id for one in row.values["largest"]] == ["child", "mother"]
    assert [one.id for one in row.values["listed"]] == ["mother"]
    east = run("strengths_of", held.store, where="land-east").rows
    row = next(r for r in east if r.values["product"] and r.values["product"].id == "p-a")
    assert [one.properties["value"] for one in row.values["targets"]] == [2.0]
    assert row.values["measure"] == "capacity"
