"""Numbers with units, as readers of each language write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lichain.schema.quantity import number, quantity


@pytest.mark.parametrize(
    ("value", "unit", "bound", "high", "zh", "en"),
    [
        (800, "CNY_100m", "exact", None, "800 亿元", "80 bn CNY"),
        (229.8, "CNY_100m", "exact", None, "229.8 亿元", "22.98 bn CNY"),
        (500, "t_10k", "more_than", None, "超过 500 万吨", "more than 5 Mt"),
        (1.2, "CNY_trillion", "exact", None, "1.2 万亿元", "1.2 trillion CNY"),
        (6.5, "percent", "about", None, "约 6.5%", "about 6.5%"),
        (24, "GWh_per_year", "exact", None, "24 GWh/年", "24 GWh/a"),
        (1, "count", "range", 2, "1–2 个", "1–2"),
        (52, "rank", "exact", None, "52 位", "52 (rank)"),
    ],
)
def test_quantity(
    value: float, unit: str, bound: str, high: float | None, zh: str, en: str
) -> None:
    assert quantity(value, unit, "zh", bound, high) == zh
    assert quantity(value, unit, "en", bound, high) == en


@given(st.integers(min_value=-(10**9), max_value=10**9))
def test_a_whole_number_reads_back(value: int) -> None:
    assert int(number(float(value)).replace(",", "")) == value


@given(st.floats(min_value=1e-4, max_value=1e12))
def test_a_number_keeps_its_size(value: float) -> None:
    assert float(number(value).replace(",", "")) == pytest.approx(value, rel=1e-3, abs=1e-4)
