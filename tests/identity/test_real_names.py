"""True names: companies that are easily confused, and all those of the shared tables."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from lichain.identity import Name, Named, NameIndex, keys
from lichain.identity.forms import forms_asked, forms_of

DATA = Path(__file__).parents[3] / "shared" / "data"
ENTERPRISES = DATA / "enterprises" / "enterprises.csv"
COLUMNS = {
    "name_zh": "primary_zh",
    "name_zh_full": "legal_zh",
    "name_en": "legal_en",
    "stock_code": "ticker",
}
DIFFERENT = [
    ("天奇股份", "天齐锂业"),
    ("天奇", "天齐"),
    ("天奇自动化工程股份有限公司", "天齐锂业股份有限公司"),
    ("赣锋锂业", "赣锋锂电"),
    ("江西赣锋锂业集团股份有限公司", "江西赣锋循环科技有限公司"),
    ("万润股份", "万润新能"),
    ("万润新能", "万润科技"),
    ("天赐材料", "天际股份"),
    ("天华新能", "天铁股份"),
    ("天能股份", "天能重工"),
    ("科达利", "科达制造"),
    ("科恒股份", "川恒股份"),
    ("华友钴业", "寒锐钴业"),
    ("厦钨新能", "厦门钨业"),
    ("中科电气", "中材科技"),
    ("五矿新能", "五矿资本"),
    ("盛新锂能", "盛屯矿业"),
    ("融捷股份", "融捷健康"),
    ("格林美", "格力电器"),
    ("光华科技", "光华股份"),
    ("德方纳米", "德赛电池"),
    ("国轩高科", "国光电器"),
    ("鹏辉能源", "鹏欣资源"),
    ("江特电机", "大洋电机"),
    ("西藏矿业", "西藏珠峰"),
    ("北方华创", "北方稀土"),
    ("恩捷股份", "恩华药业"),
    ("星源材质", "星云股份"),
    ("杉杉股份", "杉杉集团"),
    ("比亚迪", "比亚迪电子"),
]


def _enterprise(id_: str, *texts: str) -> Named:
    return Named(id_, "Enterprise", tuple(Name(text, "primary_zh") for text in texts))


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_companies_never_become_one(one: str, other: str) -> None:
    for asked, ours in ((one, other), (other, one)):
        for form in ("", "股份有限公司", "有限公司", "集团股份有限公司"):
            thing = _enterprise("x", ours, ours + form)
            assert NameIndex([thing]).exact(asked) == ()
            assert NameIndex([thing]).exact(asked + form) == ()
            assert not {f for n in thing.names for f in forms_of(thing, n)} & {*forms_asked(asked)}


def _enterprises() -> list[dict[str, str]]:
    with ENTERPRISES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _named(row: dict[str, str]) -> Named:
    names = tuple(Name(row[column], kind) for column, kind in COLUMNS.items() if row[column])
    return Named(row["id"], "Enterprise", names)


@pytest.mark.skipif(not ENTERPRISES.exists(), reason="shared/ is not here")
def test_every_name_of_every_enterprise_finds_it_and_no_other() -> None:
    rows = _enterprises()
    index = NameIndex(map(_named, rows))
    for row in rows:
        for column in COLUMNS:
            if row[column]:
                assert [match.id for match in index.exact(row[column])] == [row["id"]], row[column]


@pytest.mark.skipif(not ENTERPRISES.exists(), reason="shared/ is not here")
def test_no_two_enterprises_share_a_key() -> None:
    owners: dict[str, str] = {}
    for row in _enterprises():
        for column in ("name_zh", "name_zh_full", "name_en"):
            for key in keys(row[column]):
                assert owners.setdefault(key, row["id"]) == row["id"], key


@pytest.mark.skipif(not (DATA / "cn_admin").exists(), reason="shared/ is not here")
def test_every_prefecture_is_found_by_its_full_name_and_among_those_of_its_short_one() -> None:
    with (DATA / "cn_admin" / "prefectures.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["name_zh"].endswith("市")]
    index = NameIndex(
        Named(row["code"], "Region", (Name(row["name_zh"], "primary_zh"),), region_like=True)
        for row in rows
    )
    for row in rows:
        assert [match.id for match in index.exact(row["name_zh"])] == [row["code"]]
        assert row["code"] in {match.id for match in index.exact(row["name_zh"][:-1])}
