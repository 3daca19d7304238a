"""Names for the tests: true ones, but for the ids."""

from __future__ import annotations

import pytest

from lichain.identity import Name, Named, NameIndex


def _named(id_: str, type_: str, **texts: str) -> Named:
    names = tuple(Name(text, kind) for kind, text in texts.items())
    return Named(id_, type_, names, region_like=type_ == "Region")


THINGS = (
    _named(
        "catl",
        "Enterprise",
        primary_zh="宁德时代",
        primary_en="CATL",
        legal_zh="宁德时代新能源科技股份有限公司",
        legal_en="Contemporary Amperex Technology Co., Limited",
        ticker="300750.SZ",
        id="91350900587527783P",
    ),
    _named(
        "ganfeng",
        "Enterprise",
        primary_zh="赣锋锂业",
        primary_en="Ganfeng",
        legal_zh="江西赣锋锂业集团股份有限公司",
        legal_en="Ganfeng Lithium Group Co., Ltd.",
        ticker="002460.SZ",
    ),
    _named("ganfeng-recycling", "Enterprise", legal_zh="江西赣锋循环科技有限公司"),
    _named("ganfeng-lienergy", "Enterprise", primary_zh="赣锋锂电"),
    _named("tianqi", "Enterprise", primary_zh="天齐锂业", ticker="002466.SZ"),
    _named(
        "miracle",
        "Enterprise",
        primary_zh="天奇股份",
        legal_zh="天奇自动化工程股份有限公司",
        ticker="002009.SZ",
    ),
    _named("chengxin", "Enterprise", primary_zh="盛新锂能", former="威华股份"),
    _named("reptbattero", "Enterprise", primary_zh="瑞浦兰钧", ticker="0666.HK"),
    _named("cn-22", "Region", primary_zh="吉林省", primary_en="Jilin"),
    _named("cn-2202", "Region", primary_zh="吉林市", primary_en="Jilin City"),
    _named("cn-3609", "Region", primary_zh="宜春市", primary_en="Yichun", id="360900"),
    _named("cn-2307", "Region", primary_zh="伊春市", primary_en="Yichun"),
    _named("cn-3601", "Region", primary_zh="南昌市"),
    _named("cn-360121", "Region", primary_zh="南昌县"),
    _named("cn-5133", "Region", primary_zh="甘孜藏族自治州"),
    _named("cn-513328", "Region", primary_zh="甘孜县"),
    _named("yichun-etdz", "Region", primary_zh="宜春经济技术开发区"),
    _named("cathode", "Segment", primary_zh="正极材料", primary_en="Cathode material"),
    _named("nico", "Product", primary_en="Ni-Co"),
    _named("lce", "Product", primary_zh="碳酸锂", primary_en="Lithium carbonate"),
)


@pytest.fixture(scope="session")
def things() -> tuple[Named, ...]:
    return THINGS


@pytest.fixture(scope="session")
def index() -> NameIndex:
    return NameIndex(THINGS)
