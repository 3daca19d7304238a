"""Answers as people read them: whole claim ids, true arrows, nothing that steers a terminal."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from lichain.model import Lang, Node
from lichain.render import cells, formats, words
from lichain.render.fitting import least_width, widths
from lichain.render.safe import safe, short
from lichain.render.table import to_text
from lichain.result import Result

from .answers import answer, link

WIDTHS = (40, 60, 80, 100, 160)
HOSTILE = "red\x1b[31mESC\x1b]0;pwn\x07 \u202eturned\u2066\x9b"
STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
A = Node(
    "a", "Enterprise", {"name_zh": "甲新能源材料科技股份有限公司", "name_en": "Alpha Materials"}
)
B = Node("b", "Enterprise", {"name_zh": "乙动力", "name_en": "Beta Power"})
C = Node("c", "Enterprise", {"name_zh": "丙", "name_en": "Gamma"})


def claim(number: int) -> str:
    return f"c-{number:012d}"


def printed(result: Result, width: int = 100, lang: Lang = "en") -> str:
    return to_text(result, lang, width)


def supplies(columns: int) -> Result:
    """Five rows of `columns` columns, Chinese, Latin and dates by turns."""
    names = tuple(f"column{number}" for number in range(columns))
    values = (A, "Dynanonic contracted", "2024-06-18", "宜春市 Yichun", 12_500, None)
    rows = [
        {name: values[place % len(values)] for place, name in enumerate(names)}
        | {"evidence": [link("a", "b", claim(row), claim(row + 100))]}
        for row in range(5)
    ]
    return answer(*rows, columns=names)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("columns", [1, 3, 5, 7, 10, 12])
@pytest.mark.parametrize("width", WIDTHS)
def test_claims_stand_whole_at_every_width(width: int, columns: int, lang: Lang) -> None:
    out = printed(supplies(columns), width, lang)
    assert all(claim(row) in out and claim(row + 100) in out for row in range(5))
    assert all(cell_len(line) <= width for line in out.splitlines())


def test_narrow_windows_get_blocks_and_wide_ones_a_table() -> None:
    narrow, wide = printed(supplies(6), 40), printed(supplies(6), 160)
    assert "column1 column: Dynanonic" in narrow
    assert "┃" not in narrow
    assert "┃" in wide
    assert "column5 column" in narrow.split("unknown: ")[-1]


@given(st.lists(st.lists(st.text("ab 锂电\n", max_size=40), min_size=2, max_size=4), min_size=1))
def test_columns_fit_the_room_or_are_refused(columns: list[list[str]]) -> None:
    least = [least_width(column) for column in columns]
    found = widths(columns, least, 80)
    if found is None:
        assert sum(least) + 3 * len(columns) + 1 > 80
    else:
        assert sum(found) + 3 * len(columns) + 1 <= 80
        assert all(width >= low for width, low in zip(found, least, strict=True))


def test_more_places_than_shown_say_how_to_see_them() -> None:
    result = answer({"thing": A, "evidence": [link("a", "b", *map(claim, range(6)))]})
    assert "(+3: --format json)" in printed(result)
    assert "（另 3 处：--format json）" in printed(result, lang="zh")


def test_relationships_of_a_thing_point_to_their_other_end() -> None:
    facts = [link("a", "b", claim(1)), link("a", "elsewhere", claim(2)), link("c", "a", claim(3))]
    rows = [{"thing": A, "facts": facts}, {"thing": B, "facts": []}]
    result = answer(*rows, columns=("thing", "facts"))
    expected = "—supplies→ Beta Power; —supplies→ elsewhere; —supplies→ Alpha Materials"
    assert expected in printed(result, 160)
    assert expected in formats.to_markdown(result, "en")
    assert expected in formats.to_csv(result, "en")


def test_a_path_keeps_the_direction_of_each_fact() -> None:
    path = [A, link("a", "b"), B, link("c", "b"), C]
    assert cells.text(path, "en") == "Alpha Materials —supplies→ Beta Power ←supplies— Gamma"


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([A, link("b", "c"), B], "Alpha Materials; —supplies→ c; Beta Power"),
        ([link("a", "b"), B], "—supplies→ b; Beta Power"),
        ([A, link("a", "b")], "Alpha Materials; —supplies→ b"),
        ([link("a", "b")], "—supplies→ b"),
        ([A], "Alpha Materials"),
    ],
)
def test_what_is_not_a_path_is_a_list(steps: list[Any], expected: str) -> None:
    assert cells.text(steps, "en") == expected


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_in_a_name_steers_the_terminal(width: int) -> None:
    bad = Node("bad", "Enterprise", {"name_en": HOSTILE})
    made = answer({"thing": bad, "evidence": [link("a", "b", claim(1))]})
    result = Result(
        made.question, {}, {}, made.rows, {"doc-1": Node("doc-1", "Source", {"name_en": HOSTILE})}
    )
    assert not STEERING.search(printed(result, width))
    assert not STEERING.search(formats.to_markdown(result, "en"))


def test_json_and_csv_keep_the_text_as_it_is() -> None:
    long = HOSTILE + "x" * 5000
    result = answer({"thing": long})
    assert json.loads(formats.to_json(result, "en"))["rows"][0]["thing"] == long
    assert next(csv.DictReader(io.StringIO(formats.to_csv(result, "en"))))["thing"] == long


def test_a_name_cannot_pass_for_a_line_of_its_own() -> None:
    assert safe("a\nevidence: c-1\r\tb") == "a evidence: c-1 b"


def test_long_cells_are_cut_in_tables_only() -> None:
    result = answer({"thing": "x" * 10_000})
    out = printed(result, 80)
    assert out.count("x") < 300
    assert "…" in out
    assert "x" * 10_000 in formats.to_markdown(result, "en")


@given(st.text())
def test_short_is_safe_and_bounded(text: str) -> None:
    found = short(text, 10)
    assert len(found) <= 10
    assert not STEERING.search(found)
    assert "\n" not in found


def test_an_empty_answer_is_paragraphs_in_markdown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "asked", lambda result, lang: "to: Alpha (a)")
    result = answer()
    assert formats.to_markdown(result, "en").endswith("\n\nto: Alpha (a)\n\nnothing en\n")
    assert words.nothing(result, "en") == "to: Alpha (a)\nnothing en"
