from __future__ import annotations

import random
import time
from collections.abc import Callable

import pytest

from lichain.identity import Name, Named, NameIndex, Rule


@pytest.mark.parametrize(
    ("text", "id_", "rule"),
    [
        ("catl", "catl", Rule.ID),
        ("宁德时代", "catl", Rule.TEXT),
        ("寧德時代", "catl", Rule.FOLDED),
        ("CATL", "catl", Rule.TEXT),
        ("ＣＡＴＬ", "catl", Rule.FOLDED),
        ("Contemporary Amperex Technology", "catl", Rule.STRIPPED),
        ("Contemporary Amperex Technology Co., Limited", "catl", Rule.TEXT),
        ("宁德时代新能源科技股份有限公司", "catl", Rule.TEXT),
        ("寧德時代新能源科技有限公司", "catl", Rule.STRIPPED),
        ("91350900587527783p", "catl", Rule.FOLDED),
        ("300750", "catl", Rule.STRIPPED),
        ("300750.SZ", "catl", Rule.TEXT),
        ("SZ300750", "catl", Rule.FOLDED),
        ("sz.300750", "catl", Rule.FOLDED),
        ("贛鋒鋰業", "ganfeng", Rule.FOLDED),
        ("赣锋锂业", "ganfeng", Rule.TEXT),
        ("江西赣锋锂业集团股份有限公司", "ganfeng", Rule.TEXT),
        ("江西赣锋锂业股份有限公司", "ganfeng", Rule.STRIPPED),
        ("Ganfeng", "ganfeng", Rule.TEXT),
        ("Ganfeng Lithium Group Co., Ltd.", "ganfeng", Rule.TEXT),
        ("江西赣锋循环科技有限公司", "ganfeng-recycling", Rule.TEXT),
        ("天奇自动化工程", "miracle", Rule.STRIPPED),
        ("威華股份", "chengxin", Rule.FOLDED),
        ("00666.HK", "reptbattero", Rule.FOLDED),
        ("666", "reptbattero", Rule.STRIPPED),
        ("吉林市", "cn-2202", Rule.TEXT),
        ("吉林省", "cn-22", Rule.TEXT),
        ("宜春", "cn-3609", Rule.STRIPPED),
        ("360900", "cn-3609", Rule.TEXT),
        ("Jiangxi Ganfeng Lithium", "", None),
        ("甘孜州", "cn-5133", Rule.STRIPPED),
        ("宜春经开区", "yichun-etdz", Rule.STRIPPED),
    ],
)
def test_a_name_finds_its_thing(index: NameIndex, text: str, id_: str, rule: Rule | None) -> None:
    assert [(match.id, match.rule) for match in index.exact(text)] == ([(id_, rule)] if id_ else [])


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("吉林", {"cn-22", "cn-2202"}),
        ("Yichun", {"cn-3609", "cn-2307"}),
        ("Yichun City", {"cn-3609", "cn-2307"}),
        ("南昌", {"cn-3601", "cn-360121"}),
        ("甘孜", {"cn-5133", "cn-513328"}),
    ],
)
def test_a_name_of_several_finds_them_all(index: NameIndex, text: str, ids: set[str]) -> None:
    assert {match.id for match in index.exact(text)} == ids


@pytest.mark.parametrize(
    "text",
    [
        "天奇",
        "天齐",
        "天奇锂业",
        "赣锋",
        "杉杉集团",
        "300750.SH",
        "Ni",
        "南昌省",
        "",
        " ",
        "\u200b",
        "🔋",
        "|",
    ],
)
def test_what_is_only_alike_finds_nothing(index: NameIndex, text: str) -> None:
    assert index.exact(text) == ()


def test_only_the_types_asked_for_count(index: NameIndex) -> None:
    assert index.exact("正极材料", ("Product",)) == ()
    assert [match.id for match in index.exact("正极材料", frozenset({"Segment"}))] == ["cathode"]


def test_a_match_tells_the_name_that_matched_and_the_one_to_show(index: NameIndex) -> None:
    (match,) = index.exact("威华股份")
    assert (match.name, match.kind, match.title) == ("威华股份", "former", "盛新锂能")


def test_a_region_that_says_its_kind_is_no_other_kind() -> None:
    county = Named("c", "Region", (Name("南昌县", "primary_zh"), Name("南昌", "alias")), True)
    assert [match.id for match in NameIndex([county]).exact("南昌")] == ["c"]
    assert NameIndex([county]).exact("南昌市") == ()


def test_a_thing_without_names_is_found_by_its_id() -> None:
    assert NameIndex([Named("x-1", "Facility", ())]).exact("x-1")[0].title == "x-1"


@pytest.fixture(scope="module")
def large() -> NameIndex:
    chosen = random.Random(1)
    han = "赣锋锂业天齐华友钴德方纳米格林美容百当升科技新能源材料江西四川湖南广东电池时代"
    return NameIndex(
        Named(f"n{n}", "Enterprise", (Name("".join(chosen.choices(han, k=8)) + form, "legal_zh"),))
        for n in range(20_000)
        for form in ["股份有限公司"]
    )


def _fastest(call: Callable[[], object]) -> float:
    times = []
    for _ in range(5):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return min(times)


def test_twenty_thousand_names_answer_at_once(large: NameIndex) -> None:
    assert len(large) == 20_000
    assert _fastest(lambda: large.exact("贛鋒鋰業股份有限公司")) < 0.001
    large.similar("宁德时代")
    for text in ("宁德时代新能源", "x", "科技", "赣锋锂业" * 2_500):
        assert _fastest(lambda text=text: large.similar(text)) < 0.05
        assert _fastest(lambda text=text: large.similar(text, ("Enterprise",))) < 0.05
