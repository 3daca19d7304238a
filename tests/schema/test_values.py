"""Cells to values: never anything but a value or a ValueError with the fix."""

from __future__ import annotations

import math
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lichain.model import Value
from lichain.schema import Property, schema, values

PROPERTIES = {
    prop.type: prop
    for kind in (*schema().nodes.values(), *schema().relationships.values())
    for prop in kind.properties.values()
    if prop.given_by == "table" and prop.type != "ref"
}


def prop(type_: str, **more: object) -> Property:
    return Property("p", type_, "", "", "", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("one", PROPERTIES.values(), ids=PROPERTIES)
@given(text=st.text(min_size=1, max_size=30).map(str.strip).filter(bool))
@settings(max_examples=60, deadline=None)
def test_any_text(one: Property, text: str) -> None:
    found = outcome(one, text)
    if isinstance(found, ValueError):
        assert "; " in str(found)
        assert len(str(found)) < 400
    elif isinstance(found, str):
        assert outcome(one, found) == found
    else:
        assert math.isfinite(found)  # type: ignore[arg-type]


def outcome(one: Property, text: str) -> Value | ValueError:
    try:
        return values.read(schema(), one, text)
    except ValueError as fault:
        return fault


@settings(deadline=None)
@given(st.decimals(-(10**12), 10**12, places=3, allow_nan=False))
def test_numbers_are_kept_to_the_digit(number: Decimal) -> None:
    text = f"{number:f}"
    if len(text.lstrip("-0").replace(".", "")) <= 15:
        assert Decimal(str(values.read(schema(), prop("number"), text))) == number


@pytest.mark.parametrize(
    "text",
    [
        "12a",
        "1,000",
        "1 000",
        "1e5",
        "1.0E+05",
        "+1",
        ".5",
        "1.",
        "007",
        "inf",
        "NaN",
        "0x10",
        "1_000",
        "−5",
        "½",
        "٣",
        "一",
    ],
)
def test_stray_characters(text: str) -> None:
    with pytest.raises(ValueError, match="is not a number; write"):
        values.read(schema(), prop("number"), text)
    with pytest.raises(ValueError, match="is not a whole number; write digits alone"):
        values.read(schema(), prop("integer"), text)


@pytest.mark.parametrize(("text", "number"), [("１２", 12), ("－５", -5), ("0", 0), ("120", 120)])
def test_full_width_numbers(text: str, number: int) -> None:
    assert values.read(schema(), prop("number"), text) == number
    assert values.read(schema(), prop("integer"), text) == number


@pytest.mark.parametrize("text", ["9" * 19, "1" + "0" * 5000])
def test_numbers_too_large_to_keep(text: str) -> None:
    for type_ in ("number", "integer"):
        with pytest.raises(ValueError, match=r"is larger than|has more than 15 digits"):
            values.read(schema(), prop(type_), text)


@pytest.mark.parametrize(
    ("text", "code"),
    [("300750.sz", "300750.SZ"), ("1772.HK", "1772.HK"), ("01772.HK", "1772.HK"), ("700.HK", "0700.HK"),
     ("80700.HK", "80700.HK"), ("920185.BJ", "920185.BJ"), ("SQM-B.SN", "SQM-B.SN"), ("BRK.B.N", "BRK.B.N"),
     ("006400.ks", "006400.KS"), ("6752.T", "6752.T"), ("5227.TWO", "5227.TWO"), ("PLS.AX", "PLS.AX")],
)  # fmt: skip
def test_stock_codes(text: str, code: str) -> None:
    assert values.read(schema(), prop("stock_code"), text) == code


@pytest.mark.parametrize(
    "text", ["300750", "SZ300750", "300750.sh", "30075.SZ", "123456.HK", "x", ".SZ", "600000.SZ",
             "ALB.XYZ", "6752.KS", "12.T", "PILBARAMINERALS.AX", "300750.SZSE"]
)  # fmt: skip
def test_no_stock_codes(text: str) -> None:
    with pytest.raises(ValueError, match=r"exchange; (write |its leading)"):
        values.read(schema(), prop("stock_code"), text)


@pytest.mark.parametrize("text", ["15365-14-8", "7439-93-3", "1-2-3", "x"])
def test_wrong_check_digit_of_a_cas_number(text: str) -> None:
    with pytest.raises(
        ValueError, match=f"'{text}' is not a valid CAS number: its length or its check"
    ):
        values.read(schema(), prop("cas"), text)


def test_codes_in_one_form() -> None:
    assert values.read(schema(), prop("cas"), "７４３９-93-2") == "7439-93-2"
    assert values.read(schema(), prop("sha256"), "A" * 64) == "a" * 64
    assert values.read(schema(), prop("hs"), "8507.60") == "850760"


@pytest.mark.parametrize(
    "text", ["javascript:alert(1)", "ftp://x", "https://a b", 'https://"x', "//x", "https://"]
)
def test_no_web_addresses(text: str) -> None:
    with pytest.raises(ValueError, match="is not a web address"):
        values.read(schema(), prop("url"), text)


def test_long_cells_are_cut_in_the_message() -> None:
    for type_ in (
        "number",
        "date",
        "period",
        "url",
        "stock_code",
        "region_code",
        "cas",
        "hs",
        "unit",
    ):
        with pytest.raises(ValueError, match="…") as caught:
            values.read(schema(), prop(type_), "x" * 100_000)
        assert len(str(caught.value)) < 300


def test_yes_and_no() -> None:
    assert values.read(schema(), prop("boolean"), "yes") is True
    assert values.read(schema(), prop("boolean"), "no") is False
    with pytest.raises(ValueError, match="'TRUE' is neither yes nor no; write one of them"):
        values.read(schema(), prop("boolean"), "TRUE")
