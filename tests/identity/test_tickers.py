from __future__ import annotations

import pytest

from lichain.identity.tickers import bare_keys, listed_key


@pytest.mark.parametrize(
    "text",
    [
        "300750.SZ",
        "SZ300750",
        "sz.300750",
        "300750 SZ",
        "300750SZ",
        "SZSE: 300750",
        "３００７５０．ＳＺ",
    ],
)
def test_all_ways_of_writing_a_listed_code_are_one(text: str) -> None:
    assert listed_key(text) == "300750sz"


@pytest.mark.parametrize("text", ["0666.HK", "00666.HK", "666 HK", "HK0666", "HKEX:666"])
def test_leading_zeros_in_hong_kong_may_be_missing(text: str) -> None:
    assert listed_key(text) == "0666hk"


def test_shanghai_has_two_spellings() -> None:
    assert listed_key("600096.SS") == listed_key("600096.SH") == "600096sh"


@pytest.mark.parametrize(
    "text", ["300750", "CATL", "", "宁德时代", "SZ300750.SZ", "6752.T", "9" * 9999]
)
def test_what_names_no_known_exchange_is_no_listed_code(text: str) -> None:
    assert listed_key(text) == ""


def test_the_exchange_may_be_left_out() -> None:
    assert bare_keys("300750.SZ") == ("300750",)
    assert bare_keys("0666.HK") == ("666", "0666", "00666")
    assert bare_keys("6752.T") == ("6752",)
    assert bare_keys("SQM-B.SN") == ("sqmb",)
    assert bare_keys("ALB") == ("alb",)
