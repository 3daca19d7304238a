"""Gaps, extensions and the loop of regions: Neo4j against plain Python, row for row."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from lichain.local import Address
from lichain.model import Record
from lichain.queries import run
from lichain.store import Store

from ..graph import holding
from . import loop, making
from .conftest import World
from .facts import Facts
from .lens import FINDINGS, narrowed
from .test_lens import LENSES
from .test_oracle import Row, ask, ids, some_of

pytestmark = pytest.mark.neo4j


def gap(row: Row) -> tuple[Any, ...]:
    names = (
        "product", "segment", "essential", "goes_into", "instead", "needed_by", "seated",
        "looked", "active", "wider", "planned", "suppliers", "supplied",
    )  # fmt: skip
    return tuple(ids(row[name]) for name in names)


def extension(row: Row) -> tuple[Any, ...]:
    names = (
        "product", "way", "score", "from", "tied", "buyers_here", "buyers_home", "makers_home",
        "makers", "planned",
    )  # fmt: skip
    return tuple(ids(row[name]) for name in names)


def step(row: Row) -> tuple[Any, ...]:
    names = ("step", "state", "sites", "seated", "recovering", "planned", "without")
    sums = [
        (round(value, 3), unit) for value, unit in zip(row["capacity"], row["unit"], strict=True)
    ]
    need = [round(value, 3) for value in row["need"]]
    return (*(ids(row[name]) for name in names), sums, ids(row["used_for"]), need)


QUESTIONS: dict[str, tuple[Callable[..., Any], Callable[[Row], tuple[Any, ...]]]] = {
    "gaps_in": (making.gaps_in, gap),
    "extensions_of": (making.extensions_of, extension),
    "loop_in": (loop.loop_in, step),
}


def compare(world: World, name: str, lens: dict[str, str], **given: Any) -> int:
    oracle, told = QUESTIONS[name]
    expected = oracle(world.facts, **given)
    found = sorted((told(row) for row in ask(world, name, **given, **lens)), key=repr)
    assert found == expected, f"{name} {given} {lens}"
    return len(found)


@pytest.mark.parametrize("name", QUESTIONS)
def test_of_regions(world: World, name: str) -> None:
    found = some_of(world, "Region")
    assert sum(compare(world, name, {}, where=where) for where in found) >= 6


@pytest.mark.parametrize("lens", LENSES, ids=lambda lens: " ".join(map("=".join, lens.items())))
@pytest.mark.parametrize("name", QUESTIONS)
def test_of_the_facts_left_over(world: World, name: str, lens: dict[str, str]) -> None:
    types = FINDINGS | {"EVIDENCED_BY"}
    left = World(world.store, Facts(narrowed(world.record, **lens, types=types)), world.record)
    for where in random.Random(name).sample(some_of(world, "Region")[:8], 2):
        compare(left, name, lens, where=where)


def test_gaps_in_one_segment(world: World) -> None:
    region = some_of(world, "Region")[0]
    for segment in some_of(world, "Segment"):
        compare(world, "gaps_in", {}, where=region, segment=segment)


def test_the_nearest_makers(world: World) -> None:
    told = 0
    for where in some_of(world, "Region")[:3]:
        for row in ask(world, "gaps_in", where=where):
            found = list(zip(ids(row["nearest"]), row["km"], strict=True))
            expected = making.nearest(world.facts, where, row["product"].id)
            near = [(maker, km and pytest.approx(km, abs=1)) for maker, km in expected]
            assert found == near, (where, row["product"].id)
            told += len(found)
    assert told


@pytest.fixture(scope="module")
def town(neo4j_server: Address, made_up: Record) -> Iterator[Store]:
    with holding(neo4j_server, made_up) as store:
        yield store


def test_the_gaps_of_the_made_up_town(town: Store) -> None:
    """Nickel is made by a firm seated there, but at a site elsewhere; ore is an input that may be replaced."""
    rows = {
        row.values["product"].id: row.values for row in run("gaps_in", town, where="q-town").rows
    }
    assert list(rows) == ["nickel-sulphate", "black-mass", "p-ore"]
    nickel = rows["nickel-sulphate"]
    assert (nickel["essential"], nickel["looked"]) == ("yes", "withheld")
    assert ids(nickel["needed_by"]) == ["q-precursor"]
    assert (ids(nickel["suppliers"]), ids(nickel["supplied"])) == (["q-seller"], ["q-firm"])
    assert ids(nickel["nearest"]) == ["q-near", "q-away"]
    assert nickel["km"] == [pytest.approx(110, abs=1), pytest.approx(1096, abs=2)]
    assert nickel["precision"] == ["site", "country"]
    assert [number.properties["value"] for number in nickel["capacity"]] == [30000]
    waste = rows["black-mass"]
    assert (waste["essential"], ids(waste["seated"]), ids(waste["active"])) == (
        "no",
        ["q-seat"],
        ["q-recycler"],
    )


def test_the_loop_of_the_made_up_town(town: Store) -> None:
    rows = {row.values["step"]: row.values for row in run("loop_in", town, where="q-town").rows}
    assert {name: row["state"] for name, row in rows.items()} == {
        "retired": "volumes", "recycler": "known", "black_mass": "not_looked_into",
        "lithium_salt": "known", "nickel_salt": "withheld", "cobalt_salt": "withheld",
        "precursor": "known", "cathode": "known", "cell": "planned",
    }  # fmt: skip
    assert (rows["recycler"]["capacity"], rows["recycler"]["unit"]) == ([5000], ["t_per_year"])
    assert ids(rows["lithium_salt"]["seated"]) == ["q-seat"]
    assert (rows["nickel_salt"]["need"], rows["nickel_salt"]["need_high"]) == ([5000], [12000])
    assert (rows["cathode"]["capacity"], rows["cathode"]["without"]) == ([], 1)
    assert ids(rows["cell"]["planned"]) == ["q-cells"]


def test_the_extensions_of_the_made_up_town(town: Store) -> None:
    rows = run("extensions_of", town, where="q-town").rows
    told = {(row.values["product"].id, row.values["way"]): row.values for row in rows}
    cell, nickel = told["ncm-cell", "down"], told["nickel-sulphate", "up"]
    assert (cell["score"], ids(cell["planned_here"]), cell["planned"]) == (0, ["q-cells"], 1)
    assert (ids(nickel["buyers_here"]), nickel["buyers_home"], nickel["score"]) == (
        ["q-firm"],
        1,
        4,
    )
    assert [row.values["score"] for row in rows] == sorted(
        (row.values["score"] for row in rows), reverse=True
    )
