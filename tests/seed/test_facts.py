"""Rows that repeat, agree or disagree, and what holds whatever their order."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lichain.model import Claim, Record
from lichain.seed import read_record
from lichain.seed.evidence import claim_id
from lichain.seed.facts import key_of

from .conftest import CLAIM, Seed, as_csv

LINK = "relationships/SUPPLIES.csv"
SUPPLY = {
    "from": "byd",
    "to": "catl",
    "product": "lfp",
    "status": "delivering",
    "valid_from": "2023",
}
REPO_SEED = Path(__file__).resolve().parents[2] / "seed"


def supplies(record: Record) -> list[str]:
    return [key for key, link in record.relationships.items() if link.type == "SUPPLIES"]


def test_two_sources_of_one_fact_make_one_relationship(seed: Seed) -> None:
    other = CLAIM | {"locator": "p. 9", "confidence": "disclosed", "recorded_at": "2026-01-02"}
    seed.add(LINK, {**SUPPLY, "volume": "3", "volume_unit": "t_10k", **other})
    record = seed.read()
    (key,) = supplies(record)
    link = record.relationships[key].properties
    assert link["locators"] == ("p. 1", "p. 9")
    assert (link["confidence"], link["recorded_at"], link["volume"]) == (
        "disclosed",
        "2026-01-02",
        3,
    )
    assert set(link["claims"]) <= set(record.claims)  # type: ignore[arg-type]


def test_facts_that_differ_stay_two(seed: Seed) -> None:
    seed.add(LINK, {**SUPPLY, "valid_from": "2024", **CLAIM}, {**SUPPLY, "product": "", **CLAIM})
    assert len(supplies(seed.read())) == 3


@pytest.mark.parametrize("first", ["3", ""])
def test_rows_of_one_fact_that_disagree_name_the_row_that_said_so(seed: Seed, first: str) -> None:
    unit = {"volume_unit": "t_10k"}
    seed.add(
        LINK,
        {**SUPPLY, "volume": "3", **unit, **CLAIM, "locator": "p. 2"},
        {**SUPPLY, "volume": "4", **unit, **CLAIM, "locator": "p. 3"},
    )
    if first:
        seed.put(LINK, "volume", first).put(LINK, "volume_unit", "t_10k")
    assert seed.fault() == (
        f"{LINK}:4: volume: '4.0' differs from '3.0' in {LINK}:{2 if first else 3}, "
        "which states the same fact; correct one, or tell them apart by their dates"
    )


@pytest.mark.parametrize("file", [LINK, "nodes/Indicator.csv", "relationships/PART_OF.csv"])
def test_exact_duplicates(seed: Seed, file: str) -> None:
    seed.add(file, seed.rows[file][0])
    assert set(seed.faults()) == {
        f"{file}:3: repeats {file}:2: the same fact from the same place; remove one"
    }


def test_a_node_evidenced_twice_from_one_place(seed: Seed) -> None:
    seed.add("relationships/EVIDENCED_BY.csv", {"from": "lfp", **CLAIM})
    assert seed.fault() == (
        "relationships/EVIDENCED_BY.csv:2: repeats nodes/Product.csv:2: the same fact from the same place; remove one"
    )


def test_no_text_can_pass_for_another_property() -> None:
    one = key_of("HOLDS_ROLE", "a", "b", {"title_zh": "x;title_en=y"})
    two = key_of("HOLDS_ROLE", "a", "b", {"title_zh": "x", "title_en": "y"})
    three = key_of("HOLDS_ROLE", "a", "b", {"title_zh": "x\\", "title_en": "y"})
    assert len({one, two, three}) == 3
    assert two == "HOLDS_ROLE:a>b;title_zh=x;title_en=y"


@settings(deadline=None)
@given(*[st.text()] * 3, *[st.text()] * 3)
def test_claims_ids_are_alike_only_for_one_claim(
    a: str, b: str, c: str, d: str, e: str, f: str
) -> None:
    one, two = (
        (a, b.replace("\n", ""), c.replace("\n", "")),
        (d, e.replace("\n", ""), f.replace("\n", "")),
    )
    assert (claim_id(*one) == claim_id(*two)) == (one == two)


def placed(record: Record) -> tuple[object, object, dict[str, Claim]]:
    """The record without the lines that its rows stand in."""
    claims = {id_: replace(claim, line=0) for id_, claim in record.claims.items()}
    return dict(record.nodes), dict(record.relationships), claims


@pytest.mark.parametrize("number", range(3))
def test_the_order_of_rows_and_columns_makes_no_difference(tmp_path: Path, number: int) -> None:
    chance = random.Random(number)
    for path in REPO_SEED.glob("*/*.csv"):
        target = tmp_path / path.parent.name / path.name
        target.parent.mkdir(exist_ok=True)
        target.write_text(shuffled(path.read_text(encoding="utf-8"), chance), encoding="utf-8")
    assert placed(read_record(tmp_path)) == placed(read_record(REPO_SEED))


def shuffled(text: str, chance: random.Random) -> str:
    import csv

    rows = list(csv.DictReader(text.splitlines(keepends=True)))
    if not rows:
        return text
    chance.shuffle(rows)
    columns = list(rows[0])
    chance.shuffle(columns)
    return as_csv([{name: row[name] for name in columns} for row in rows])
