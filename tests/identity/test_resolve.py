from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lichain.errors import UnknownName
from lichain.identity import Name, Named, NameIndex, describe, resolve, shown

STRANGE = [
    "",
    "  \u200b",
    "🔋" * 3,
    "宁" * 10_000,
    "co " * 3_333,
    "عربي \u202eabc",
    "'; MATCH (n) DETACH DELETE n //",
    "\x00\x1b[31m",
    "\ud800",
    "|" * 50,
]


def _refusal(index: NameIndex, text: str, types: tuple[str, ...] | None = None) -> str:
    with pytest.raises(UnknownName) as caught:
        resolve(index, text, types, "supplier")
    return str(caught.value)


def test_a_name_of_one_thing_is_that_thing(index: NameIndex) -> None:
    assert resolve(index, "寧德時代", ("Enterprise",)).id == "catl"


def test_an_unknown_name_comes_back_with_suggestions(index: NameIndex) -> None:
    assert _refusal(index, "宁得时代") == (
        "no supplier is called '宁得时代'; did you mean 宁德时代 (enterprise catl)?"
    )
    assert _refusal(index, "xyzzy") == (
        "no supplier is called 'xyzzy'; check the spelling, or add it as an alias"
    )


def test_a_name_of_several_things_lists_them_and_picks_none(index: NameIndex) -> None:
    assert _refusal(index, "Yichun") == (
        "'Yichun' names 2 things: 伊春市 (Yichun, region cn-2307), 宜春市 (Yichun, region cn-3609);"
        " give the id of the one you mean"
    )


def test_a_long_list_is_cut() -> None:
    many = NameIndex(Named(f"r{n}", "Region", (Name("朝阳区", "primary_zh"),)) for n in range(30))
    assert "names 30 things" in _refusal(many, "朝阳区")
    assert "and 20 more" in _refusal(many, "朝阳区")


def test_a_thing_of_another_type_is_said_to_be_one(index: NameIndex) -> None:
    message = _refusal(index, "正极材料", ("Enterprise",))
    assert message.startswith("'正极材料' is a segment, not a supplier: 正极材料 (segment cathode)")
    with pytest.raises(UnknownName, match="is an enterprise, not a product or segment"):
        resolve(index, "CATL", ("Product", "Segment"))


def test_an_empty_name_is_asked_for(index: NameIndex) -> None:
    assert _refusal(index, " \u3000") == (
        "a supplier is needed here, not an empty name; give a name, an id or a stock code"
    )


@pytest.mark.parametrize("text", STRANGE)
def test_strange_names_are_refused_at_once_in_one_short_line(index: NameIndex, text: str) -> None:
    start = time.perf_counter()
    message = _refusal(index, text)
    assert time.perf_counter() - start < 0.5
    assert len(message) < 400
    assert message.isprintable()
    message.encode()


@settings(deadline=None)
@given(st.text())
def test_what_is_shown_fits_on_one_printable_line(text: str) -> None:
    assert len(shown(text)) <= 80
    assert shown(text).isprintable()


@pytest.mark.parametrize(
    ("text", "types", "status", "counts"),
    [
        ("宁德时代", None, "matched", (1, 0, 0)),
        ("吉林", None, "ambiguous", (2, 0, 0)),
        ("宁得时代", None, "unknown", (0, 1, 0)),
        ("正极材料", ("Product",), "unknown", (0, 0, 1)),
        ("", ("Product",), "unknown", (0, 0, 0)),
    ],
)
def test_what_became_of_a_text(
    index: NameIndex,
    text: str,
    types: tuple[str, ...] | None,
    status: str,
    counts: tuple[int, int, int],
) -> None:
    found = describe(index, text, types)
    assert found.status == status
    assert (len(found.matches), len(found.suggestions), len(found.elsewhere)) == counts


@pytest.mark.parametrize(
    ("text", "types", "what", "said"),
    [
        (
            "宁得时代",
            ("Enterprise",),
            "",
            "没有名为“宁得时代”的企业；您是否要找 宁德时代 (企业 catl)？",
        ),
        ("xyzzy", None, "supplier", "没有名为“xyzzy”的条目；请检查写法，或将其添加为别名"),
        ("xyzzy", None, "product or segment", "没有名为“xyzzy”的产品或环节；请检查写法"),
        (
            "Yichun",
            None,
            "",
            "“Yichun”可指 2 个对象：伊春市 (Yichun, 地区 cn-2307)、宜春市 (Yichun, 地区 cn-3609)；"
            "请用编号指明是哪一个",
        ),
        ("正极材料", ("Enterprise",), "", "“正极材料”是环节，不是企业：正极材料 (环节 cathode)"),
        ("威华", ("Region",), "", "没有名为“威华”的地区"),
        (
            " \u3000",
            frozenset({"Segment", "Product"}),
            "",
            "此处需要产品或环节，名称不能为空；请给出名称、编号或股票代码",
        ),
    ],
)
def test_every_refusal_is_said_in_chinese(
    index: NameIndex,
    text: str,
    types: tuple[str, ...] | frozenset[str] | None,
    what: str,
    said: str,
) -> None:
    with pytest.raises(UnknownName) as caught:
        resolve(index, text, types, what)
    assert caught.value.said("zh").startswith(said)
    assert caught.value.said("zh").isprintable()


def test_a_long_list_is_cut_in_chinese() -> None:
    many = NameIndex(Named(f"r{n}", "Region", (Name("朝阳区", "primary_zh"),)) for n in range(30))
    with pytest.raises(UnknownName) as caught:
        resolve(many, "朝阳区")
    assert "等 30 个；请用编号指明" in caught.value.said("zh")
