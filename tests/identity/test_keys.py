from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lichain.identity import fold, keys, region_keys
from lichain.identity.keys import region_stem
from lichain.identity.suffixes import suffixes


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("宁德时代新能源科技股份有限公司", "宁德时代新能源科技"),
        ("寧德時代新能源科技股份有限公司", "宁德时代新能源科技"),
        ("江西赣锋锂业集团股份有限公司", "江西赣锋锂业"),
        ("江西赣锋循环科技有限公司", "江西赣锋循环科技"),
        ("五矿新能源材料（湖南）股份有限公司", "五矿新能源材料湖南"),
        ("中国嘉陵工业股份有限公司(集团)", "中国嘉陵工业"),
        ("北京某某投资中心（有限合伙）", "北京某某投资中心"),
        ("特斯拉公司", "特斯拉"),
        ("株式会社村田製作所", "村田制作所"),
        ("戸田工業株式会社", "户田工业"),
        ("주식회사 엘지화학", "엘지화학"),
        ("Contemporary Amperex Technology Co., Limited", "contemporaryamperextechnology"),
        ("JIANGSU LOPAL TECH.CO.,Ltd.", "jiangsulopaltech"),
        (
            "Sichuan Chengfei Integration Technology Corp.Ltd",
            "sichuanchengfeiintegrationtechnology",
        ),
        ("Zhejiang HangKe Technology Incorporated Company", "zhejianghangketechnology"),
        ("Jiangsu Dingsheng Joint-Stock Co.,Ltd", "jiangsudingsheng"),
        ("Lake Resources N.L.", "lakeresources"),
        ("AMG Advanced Metallurgical Group N.V.", "amgadvancedmetallurgicalgroup"),
        ("Varta GmbH & Co. KG", "varta"),
        ("Pilbara (Pty) Ltd", "pilbara"),
    ],
)
def test_the_legal_form_at_the_end_goes(name: str, bare: str) -> None:
    assert keys(name)[0] == fold(name)
    assert keys(name)[-1] == bare


@pytest.mark.parametrize(
    "name",
    [
        "杉杉集团",
        "藏格控股",
        "融捷股份",
        "某某有限公司宜春分公司",
        "有限公司",
        "沙公司",
        "ICL Group",
        "Visa",
        "GmbH",
        "Co., Ltd.",
        "Agco",
        "X Co",
    ],
)
def test_what_is_no_legal_form_stays(name: str) -> None:
    assert keys(name) == (fold(name),)


def test_a_group_is_not_the_company_named_after_it() -> None:
    assert not set(keys("杉杉集团有限公司")) & set(keys("杉杉股份有限公司"))
    assert not set(keys("Shanshan Group Co., Ltd.")) & set(keys("Shanshan Co., Ltd."))


@settings(deadline=None)
@given(st.sampled_from(sorted(suffixes().legal.zh)), st.sampled_from(["赣锋锂业", "CATL", "沙市"]))
def test_any_chinese_form_goes(form: str, name: str) -> None:
    assert keys(name + form)[-1] == fold(name)


@settings(deadline=None)
@given(st.sampled_from(sorted(suffixes().legal.en)))
def test_any_english_form_goes(form: tuple[str, ...]) -> None:
    assert keys(f"Tianqi Lithium, {'.'.join(form).upper()}.")[-1] == "tianqilithium"


@settings(deadline=None)
@given(st.text())
def test_keys_begin_with_the_full_key_and_are_never_empty(name: str) -> None:
    for found in (keys(name), region_keys(name)):
        assert found[:1] == ((fold(name),) if fold(name) else ())
        assert all(found)
        assert all(fold(key) == key for key in found)


@pytest.mark.parametrize(
    ("name", "stem", "kind"),
    [
        ("宜春市", "宜春", "city"),
        ("宜春", "宜春", ""),
        ("伊春市", "伊春", "city"),
        ("吉林省", "吉林", "province"),
        ("吉林市", "吉林", "city"),
        ("南昌县", "南昌", "county"),
        ("沙市", "沙市", ""),
        ("沙市区", "沙市", "district"),
        ("津市市", "津市", "city"),
        ("泸县", "泸县", ""),
        ("杭州", "杭州", ""),
        ("浦东新区", "浦东", "district"),
        ("内蒙古自治区", "内蒙古", "province"),
        ("新疆維吾爾自治區", "新疆", "province"),
        ("恩施土家族苗族自治州", "恩施", "state"),
        ("恩施州", "恩施", "state"),
        ("阿勒泰地区", "阿勒泰", "prefecture"),
        ("香港特别行政区", "香港", "province"),
        ("高新区", "高新区", ""),
        ("宜春经济技术开发区", "宜春经开区", ""),
        ("宜春市经开区", "宜春经开区", ""),
        ("赣州高新技术产业开发区", "赣州高新区", ""),
        ("苏州工业园区", "苏州工业园区", ""),
        ("Yichun City", "yichun", "city"),
        ("Yichun Shi", "yichun", "city"),
        ("City of Yichun", "yichun", "city"),
        ("Jiangxi Province", "jiangxi", "province"),
        ("Guangxi Zhuang Autonomous Region", "guangxi", "province"),
        ("Aba Tibetan and Qiang Autonomous Prefecture", "aba", "state"),
        ("Yichun Economic & Technological Development Zone", "yichunetdz", ""),
        ("City", "city", ""),
    ],
)
def test_the_kind_of_region_comes_apart_from_its_name(name: str, stem: str, kind: str) -> None:
    assert region_stem(name) == (stem, kind)
    assert region_keys(name)[-1] == stem
