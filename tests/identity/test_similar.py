from __future__ import annotations

import pytest

from lichain.identity import NameIndex
from lichain.identity.similar import likeness


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("宁得时代", "catl"),
        ("宁德时代电池", "catl"),
        ("时代宁德", "catl"),
        ("赣峰锂业", "ganfeng"),
        ("贛峰鋰業股份有限公司", "ganfeng"),
        ("赣锋循环", "ganfeng-recycling"),
        ("Contemporary Amprex Technology", "catl"),
        ("天齐", "tianqi"),
        ("天奇", "miracle"),
        ("宜春开发区", "yichun-etdz"),
    ],
)
def test_the_likest_name_comes_first(index: NameIndex, text: str, first: str) -> None:
    assert index.similar(text)[0].id == first


def test_a_short_name_is_nearer_its_full_name_than_edit_distance_says() -> None:
    assert likeness("宁德时代", "宁德时代新能源科技股份有限公司") > likeness("宁德时代", "宁德永佳")


@pytest.mark.parametrize(
    "text", ["", " ", "\u202e", "🔋", "xyzzy", "'; MATCH (n) DETACH DELETE n //"]
)
def test_what_is_like_nothing_suggests_nothing(index: NameIndex, text: str) -> None:
    assert index.similar(text) == ()


def test_one_suggestion_each_of_the_types_asked_for(index: NameIndex) -> None:
    found = index.similar("宁德时代新能源", limit=3)
    assert [one.id for one in found].count("catl") == 1
    assert len(index.similar("锂", limit=2)) <= 2
    assert all(one.type == "Product" for one in index.similar("碳酸锂电池", ("Product",)))
    assert all(0 <= one.score <= 100 for one in index.similar("赣锋"))
