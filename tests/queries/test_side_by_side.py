"""Two regions or enterprises side by side, against the same worked out in plain Python."""

from __future__ import annotations

import random
from itertools import pairwise
from typing import Any

import pytest

from lichain.analysis.side_by_side import ORDER
from lichain.errors import QueryError
from lichain.queries import run
from lichain.schema import schema

from .conftest import World
from .facts import Facts
from .lens import narrowed
from .siding import side_by_side
from .test_oracle import some_of

pytestmark = pytest.mark.neo4j


def base(amount: float | None, unit: str) -> float | None:
    factor = 1 if unit == "count" else schema().units[unit].factor
    return None if amount is None else pytest.approx(amount * factor, rel=1e-5)


def answers(world: World, first: str, second: str, **lens: Any) -> list[tuple[Any, ...]]:
    rows = [
        row.values
        for row in run("side_by_side", world.store, first=first, second=second, **lens).rows
    ]
    assert [ORDER.index(row["measure"]) for row in rows] == sorted(
        ORDER.index(row["measure"]) for row in rows
    )
    return [
        (
            row["measure"],
            row["matter"].id if row["matter"] else None,
            "count" if row["unit"] == "count" else schema().units[row["unit"]].base,
            base(row["first"], row["unit"]),
            base(row["second"], row["unit"]),
        )
        for row in rows
    ]


def same(found: list[tuple[Any, ...]], expected: list[tuple[Any, ...]]) -> None:
    by_key = {row[:3]: row[3:] for row in found}
    assert len(by_key) == len(found)
    assert by_key == {row[:3]: row[3:] for row in expected}


@pytest.mark.parametrize("kind", ["Region", "Enterprise"])
def test_pairs_of_a_kind(world: World, kind: str) -> None:
    things = some_of(world, kind)
    random.Random(7).shuffle(things)
    for first, second in list(pairwise(things))[:8]:
        same(answers(world, first, second), side_by_side(world.facts, first, second))


@pytest.mark.parametrize(
    "lens",
    [
        {"as_of": "2021-06-30"},
        {"min_confidence": "disclosed"},
        {"known_at": "2024-06-30", "min_confidence": "reported"},
    ],
    ids=str,
)
def test_through_a_lens(world: World, lens: dict[str, str]) -> None:
    record = narrowed(world.record, **lens)
    numbers = frozenset({"EVIDENCED_BY", "COVERS"})
    record = narrowed(
        record, None, lens.get("known_at"), lens.get("min_confidence", "inferred"), numbers
    )
    left = Facts(record)
    if day := lens.get("as_of"):
        late = {
            id_ for id_ in left.of_type("Indicator") if (left.get(id_, "period_start") or "") > day
        }
        kept = {k: x for k, x in record.relationships.items() if x.start not in late}
        left = Facts(type(record)(record.nodes, kept, record.claims))
    for kind in ("Region", "Enterprise"):
        first, second = some_of(world, kind)[:2]
        same(answers(world, first, second, **lens), side_by_side(left, first, second))


def test_a_thing_beside_itself_is_refused(world: World) -> None:
    id_ = some_of(world, "Region")[0]
    with pytest.raises(QueryError, match="name two things"):
        run("side_by_side", world.store, first=id_, second=id_)
