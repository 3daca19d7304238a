"""Numbers, dates, points and codes in tables: what is read, and in which form; what is refused."""

from __future__ import annotations

import pytest

from .conftest import CLAIM, SPAN, Seed

NODE, LINK = "nodes/Enterprise.csv", "relationships/SUPPLIES.csv"
NUMBER, REGION = "nodes/Indicator.csv", "nodes/Region.csv"


@pytest.mark.parametrize(
    ("value", "expected"),
    [("12", 12), ("１２", 12), ("１２．５", 12.5), ("-3", -3), ("0.0", 0), (" 7 ", 7)],
)
def test_numbers_that_are_read(seed: Seed, value: str, expected: float) -> None:
    seed.put(NUMBER, "value", value)
    (node,) = (node for node in seed.read().nodes.values() if node.type == "Indicator")
    assert node.properties["value"] == expected
    assert node.properties["base_value"] == expected * 1e8


def test_full_width_codes_dates_spans_and_upper_case_hashes_are_read(seed: Seed) -> None:
    plain = seed.read()
    seed.put(NODE, "stock_code", "００２５９４．ｓｚ").put(LINK, "valid_from", "２０２３")
    seed.put(NODE, "locator", "０-４").put(NODE, "sha256", SPAN.upper())
    seed.put(LINK, "recorded_at", "２０２６-１１-２２")
    assert seed.read() == plain


@pytest.mark.parametrize(
    ("start", "end"), [("2023", "2023-01"), ("2023-12", "2023"), ("2024-02-29", "2024-02")]
)
def test_partial_dates_that_may_be_in_order(seed: Seed, start: str, end: str) -> None:
    seed.put(LINK, "valid_from", start).put(LINK, "valid_to", end)
    assert seed.read().relationships


@pytest.mark.parametrize(
    ("start", "end"),
    [("2023-12-14", "2023-11"), ("2024", "2023-12-31"), ("2024-03", "2024-02-29")],
)
def test_partial_dates_that_are_reversed(seed: Seed, start: str, end: str) -> None:
    seed.put(LINK, "valid_from", start).put(LINK, "valid_to", end)
    assert seed.fault() == (
        f"{LINK}:2: valid_to: '{end}' comes before valid_from '{start}'; swap or correct them"
    )


@pytest.mark.parametrize(
    ("point", "lacking"),
    [
        ({"latitude": "27"}, {"longitude", "point_precision"}),
        ({"longitude": "115"}, {"latitude", "point_precision"}),
        ({"latitude": "27", "longitude": "115"}, {"point_precision"}),
        ({"point_precision": "exact"}, {"latitude", "longitude"}),
    ],
)
def test_half_a_point_is_no_point(seed: Seed, point: dict[str, str], lacking: set[str]) -> None:
    seed.add(REGION, {"id": "x", "name_zh": "某地", "kind": "area", **point, **CLAIM})
    faults = seed.faults()
    assert {fault.split(": ")[1] for fault in faults} == lacking
    assert all(fault.startswith(f"{REGION}:4: ") for fault in faults)
    assert all("is empty, though " in fault for fault in faults)


def test_a_point_out_of_bounds(seed: Seed) -> None:
    point = {"latitude": "127.5", "longitude": "-181", "point_precision": "exact"}
    seed.add(REGION, {"id": "x", "name_zh": "某地", "kind": "area", **point, **CLAIM})
    degrees = "(degrees WGS84)"
    assert seed.faults() == [
        f"{REGION}:4: latitude: '127.5' is out of bounds; latitude runs from -90 to 90 {degrees}",
        f"{REGION}:4: longitude: '-181' is out of bounds; longitude runs from -180 to 180 {degrees}",
    ]


@pytest.mark.parametrize(
    ("column", "value", "what"),
    [
        ("uscc", "91350900587527783Q", "unified social credit code"),
        ("lei", "213800KUD8LAJWSQ9D16", "LEI"),
    ],
)
def test_wrong_check_characters(seed: Seed, column: str, value: str, what: str) -> None:
    seed.put(NODE, column, value)
    assert seed.fault().startswith(
        f"{NODE}:2: {column}: '{value}' is not a valid {what}: its length"
    )


def test_codes_with_right_check_characters_are_kept_in_one_form(seed: Seed) -> None:
    seed.put(NODE, "uscc", "9135 0900 5875 2778 3P").put(NODE, "lei", "213800kud8lajwsq9d15")
    seed.put("nodes/Product.csv", "cas", "15365-14-7").put(
        "nodes/Product.csv", "hs_code", "8507.60"
    )
    record = seed.read()
    assert record.nodes["byd"].properties["uscc"] == "91350900587527783P"
    assert record.nodes["byd"].properties["lei"] == "213800KUD8LAJWSQ9D15"
    assert record.nodes["lfp"].properties["hs_code"] == "850760"


def test_policies_end_after_they_begin(seed: Seed) -> None:
    seed.add(
        "nodes/Policy.csv",
        {"id": "p", "name_zh": "政策", "kind": "plan", "in_force_from": "2024-06-01",
         "in_force_to": "2024-05", **CLAIM},
    )  # fmt: skip
    assert seed.fault() == (
        "nodes/Policy.csv:2: in_force_to: '2024-05' comes before in_force_from '2024-06-01'; swap or correct them"
    )


def test_ranges_run_upwards(seed: Seed) -> None:
    seed.put(NUMBER, "bound", "range").put(NUMBER, "value_high", "8")
    assert seed.fault() == (
        f"{NUMBER}:2: value_high: '8' is less than value '80'; swap or correct them"
    )


def test_an_enterprise_has_a_table_of_its_own(seed: Seed) -> None:
    seed.add(
        "nodes/Organization.csv", {"id": "x", "name_zh": "某公司", "kind": "enterprise", **CLAIM}
    )
    assert seed.fault() == (
        "nodes/Organization.csv:2: kind: 'enterprise' is a type of its own; move the row to nodes/Enterprise.csv"
    )


def test_the_kind_of_an_enterprise_comes_from_the_vocabulary(seed: Seed) -> None:
    seed.put(NODE, "kind", "bank")
    assert seed.read().nodes["byd"].properties["kind"] == "bank"
    seed.put(NODE, "kind", "公司")
    assert seed.fault().startswith(f"{NODE}:2: kind: '公司' is not a known kind; use for example ")
