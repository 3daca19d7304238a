"""Counts that the tables must reach."""

from __future__ import annotations

from pathlib import Path

import pytest

from lichain.errors import InputError, TableFaults
from lichain.seed.expectations import check_expectations, find_gaps

from .conftest import Seed


def check(seed: Seed, text: str) -> list[str]:
    seed.write("expectations.yaml", text)
    return check_expectations(seed.folder / "expectations.yaml", seed.read())


@pytest.mark.parametrize(
    "text",
    ["", "# nothing\n", "Region: {min: 2, max: 2}\nclaims: {min: 9}\n", "\ufeffRegion: {min: 1}"],
)
def test_what_is_reached(seed: Seed, text: str) -> None:
    assert check(seed, text) == []


def test_without_a_file_nothing_is_expected(seed: Seed) -> None:
    assert check_expectations(seed.folder / "expectations.yaml", seed.read()) == []


def test_a_minimum_that_is_missed_fails(seed: Seed) -> None:
    with pytest.raises(TableFaults) as caught:
        check(seed, "# counts\nRegion: {min: 3}\nclaims:\n  min: 10\n")
    assert [str(fault) for fault in caught.value.faults] == [
        "expectations.yaml:2: Region: expects at least 3, the tables give 2; restore the rows, or lower the expectation",
        "expectations.yaml:4: claims: expects at least 10, the tables give 9; restore the rows, or lower the expectation",
    ]


def test_a_maximum_that_is_passed_warns(seed: Seed) -> None:
    assert check(seed, "SUPPLIES: {max: 0}\nRegion: {max: 2}") == [
        "expectations.yaml:1: SUPPLIES: expects at most 0, the tables give 1; look for doubles"
    ]


def test_rates_that_are_reached(seed: Seed) -> None:
    rates = "Region: {filled: {name_zh: 100, code: 0}, linked: {PART_OF: 0}}\n"
    assert (
        check(seed, rates + "SUPPLIES: {filled: {key: 100}}\nPerson: {filled: {name_zh: 99}}") == []
    )


def test_a_rate_that_is_missed_fails(seed: Seed) -> None:
    with pytest.raises(TableFaults) as caught:
        check(seed, "Region:\n  filled:\n    latitude: 50\n  linked: {HAS_RESOURCE: 1}\n")
    assert [str(fault) for fault in caught.value.faults] == [
        "expectations.yaml:3: Region: expects latitude in at least 50 % of 2, the tables give 0; fill it in, or lower the expectation",
        "expectations.yaml:4: Region: expects HAS_RESOURCE in at least 1 % of 2, the tables give 0; fill it in, or lower the expectation",
    ]


def test_what_is_missing_is_listed(seed: Seed) -> None:
    text = "Region: {filled: {code: 0, latitude: 0}, linked: {PART_OF: 0, HAS_RESOURCE: 0}}\n"
    seed.write("expectations.yaml", text + "SUPPLIES: {filled: {volume: 0}}\n")
    found = find_gaps(seed.folder / "expectations.yaml", seed.read())
    assert [(gap.name, gap.part, gap.lacking, gap.count) for gap in found] == [
        ("Region", "latitude", ("cn", "cn-360000"), 2),
        ("Region", "HAS_RESOURCE", ("cn", "cn-360000"), 2),
        (
            "SUPPLIES",
            "volume",
            ("SUPPLIES:byd>catl;product=lfp;status=delivering;valid_from=2023",),
            1,
        ),
    ]
    assert find_gaps(seed.folder / "none.yaml", seed.read()) == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Region: {filled: 3}", "1: Region: 'filled: 3' is no bound; write min: or max:"),
        ("Region: {filled: {beauty: 3}}", "1: Region: 'beauty' cannot be filled in Region; what"),
        ("Region: {linked: {OWNS: 3}}", "1: Region: 'OWNS' cannot be linked in Region; what can"),
        ("claims: {filled: {x: 3}}", "1: claims: 'x' cannot be filled in claims; what can be: not"),
        ("Region: {filled: {code: 101}}", "1: Region: 'code: 101' is no percentage; write a whole"),
        (
            "Regio: {min: 1}",
            "1: 'Regio' is no node or relationship type, nor claims; correct the name",
        ),
        (
            "Region: 3",
            "1: Region: is not a mapping; write entries like Region: {min: 90, max: 200}",
        ),
        ("\n- Region", "2: is not a mapping; write entries like"),
        (
            "Region: {minimum: 3}",
            "1: Region: 'minimum: 3' is no bound; write min: or max: with a whole",
        ),
        ("Region: {min: many}", "1: Region: 'min: many' is no bound"),
        ("Region: {min: -1}", "1: Region: 'min: -1' is no bound"),
        ("Region: {min: [1]}", "1: Region: 'min: a list' is no bound"),
        ("Region: {min: 1, min: 2}", "1: Region: 'min' stands twice; keep one"),
        ("Region: {min: 1}\nRegion: {min: 2}", "2: 'Region' stands twice; keep one"),
        (
            "Region: {min: 1",
            "1: is not YAML: expected ',' or '}', but got '<stream end>'; correct it",
        ),
        ("a: b: c", "1: is not YAML: mapping values are not allowed here; correct it"),
    ],
)
def test_a_malformed_file(seed: Seed, text: str, fault: str) -> None:
    with pytest.raises(TableFaults) as caught:
        check(seed, text)
    assert str(caught.value.faults[0]).startswith(f"expectations.yaml:{fault}")


def test_a_file_that_cannot_be_read(seed: Seed, tmp_path: Path) -> None:
    seed.write("expectations.yaml", b"\xff\xfe\xff")
    with pytest.raises(InputError, match=r"expectations\.yaml cannot be read as YAML in UTF-8: "):
        check_expectations(seed.folder / "expectations.yaml", seed.read())
    with pytest.raises(InputError, match="cannot be read as YAML"):
        check_expectations(tmp_path, seed.read())
