"""Asked as of a day, as known on a day, or as surely as can be, an answer is that of the facts left over."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest

from lichain.queries import catalogue, run
from lichain.queries.question import LENS
from lichain.result import Result

from .conftest import World
from .facts import Facts
from .lens import narrowed
from .test_oracle import Row, agree, ids, key, some_of, supply

pytestmark = pytest.mark.neo4j

WITHOUT = {
    "upstream_of": "the frame of the chain", "downstream_of": "the frame of the chain",
    "regions_inside": "the frame of places", "everything": "the whole record",
    "overview": "counts of the record", "sources": "the sources themselves",
    "claims_of_source": "the claims themselves", "evidence_for": "the claims themselves",
    "coverage": "the record itself", "conflicts": "the record itself", "stale": "the record itself",
    "changes": "the record itself", "weakly_evidenced": "the record itself",
    "provisions_of": "what one document says",
}  # fmt: skip
"""Questions that no day and no confidence narrows, and why."""

DAYS = ("2018-06-30", "2021-01-01", "2023-06-30", "2024-06-30", "2025-12-31", "2026-11-24")
LENSES = [
    {"as_of": "2021-06-30"},
    {"as_of": "2024-02-01"},
    {"known_at": "2023-12-31"},
    {"known_at": "2025-06-30"},
    {"min_confidence": "reported"},
    {"min_confidence": "disclosed"},
    {"as_of": "2024-01-01", "known_at": "2024-12-31", "min_confidence": "reported"},
    {"as_of": "2026-01-01", "known_at": "2025-01-31", "min_confidence": "disclosed"},
]


def test_every_question_about_facts_takes_all_three() -> None:
    names = [parameter.name for parameter in LENS]
    for question in catalogue().values():
        own = [p.name for p in question.parameters if p.name in names]
        if question.name in WITHOUT:
            assert own == [], question.name
        elif question.theme in ("people", "number"):
            assert own == names[1:], question.name
        else:
            assert own == names, question.name


ASKED: dict[str, tuple[dict[str, str], Callable[[Row], tuple[Any, ...]]]] = {
    "who_supplies": (
        {"to": "Enterprise", "by": "Enterprise", "where": "Region", "what": "Product"},
        supply,
    ),
    "active_in": (
        {"segment": "Segment", "where": "Region", "who": "Organization"},
        lambda row: (
            row["who"].id,
            row["segment"].id if row["segment"] else None,
            key(row) if row["segment"] else None,
            sorted(ids(row["place"])),
        ),
    ),
    "facilities": (
        {"where": "Region", "operator": "Organization", "product": "Product"},
        lambda row: (row["facility"].id, ids(row["place"])),
    ),
    "projects": (
        {"where": "Region", "segment": "Segment", "by": "Organization"},
        lambda row: (row["project"].id, ids(row["place"])),
    ),
}


@pytest.mark.parametrize("lens", LENSES, ids=lambda lens: " ".join(map("=".join, lens.items())))
@pytest.mark.parametrize("name", ASKED)
def test_answers_of_the_facts_left_over(world: World, name: str, lens: dict[str, str]) -> None:
    left = World(world.store, Facts(narrowed(world.record, **lens)), world.record)
    parameters, told = ASKED[name]
    chance = random.Random(name)
    for parameter, kind in parameters.items():
        for value in chance.sample(found := some_of(world, kind), min(4, len(found))):
            agree(left, name, told, lens, **{parameter: value})


@pytest.mark.parametrize("seed", range(6))
def test_any_lens(world: World, seed: int) -> None:
    chance = random.Random(seed)
    lens = {
        "as_of": chance.choice([None, *DAYS]),
        "known_at": chance.choice(["9999-12-31", *DAYS]),
        "min_confidence": chance.choice(["disclosed", "reported", "inferred"]),
    }
    left = World(world.store, Facts(narrowed(world.record, **lens)), world.record)
    for name, (parameters, told) in ASKED.items():
        parameter, kind = chance.choice(list(parameters.items()))
        agree(left, name, told, lens, **{parameter: chance.choice(some_of(world, kind))})


def everything_admitted(result: Result, world: World) -> list[str]:
    return [
        world.record.claims[one.claim].confidence for row in result.rows for one in row.evidence
    ]


def test_evidence_that_the_lens_leaves_out_is_not_shown(world: World) -> None:
    for name, given in (("who_supplies", {}), ("active_in", {}), ("facilities", {})):
        result = run(name, world.store, min_confidence="disclosed", **given)
        assert set(everything_admitted(result, world)) <= {"disclosed"}
        assert {row.confidence for row in result.rows} <= {"disclosed", None}
        known = run(name, world.store, known_at="2024-06-30", **given)
        assert all(one.known <= "2024-06-30" for row in known.rows for one in row.evidence)
