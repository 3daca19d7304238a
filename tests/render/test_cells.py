"""Cells that hold lists: numbers with their units in step, words of a vocabulary, blanks."""

from __future__ import annotations

import pytest

from lichain.model import Lang
from lichain.queries.question import Column
from lichain.render.cells import cell
from lichain.schema import schema

SUMS = Column("sum", "合计", "sum", unit="unit", high="most")


@pytest.mark.parametrize(
    ("lang", "told"),
    [("zh", "5,000 吨/年、2–3 GWh/年"), ("en", "5,000 t/a; 2–3 GWh/a")],
)
def test_numbers_take_the_unit_at_their_place(lang: Lang, told: str) -> None:
    units = ["t_per_year", "GWh_per_year"]
    assert cell(SUMS, {"sum": [5000, 2], "unit": units, "most": [None, 3]}, lang) == told


def test_a_blank_in_a_list_is_unknown_not_none() -> None:
    column = Column("km", "距离", "distance")
    assert cell(column, {"km": [12, None]}, "zh") == "12、未知"
    assert cell(column, {"km": [12, None]}, "en") == "12; unknown"
    assert cell(column, {"km": []}, "en") == "unknown"


def test_words_in_a_list_are_those_of_the_vocabulary() -> None:
    terms = schema().terms("point_precision")
    column = Column("at", "精度", "precision", values="point_precision", terms=terms)
    assert cell(column, {"at": ["site", None]}, "zh") == "场址附近、未知"
