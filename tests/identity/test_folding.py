from __future__ import annotations

import string
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opencc import OpenCC

from lichain.identity import fold
from lichain.identity.folding import spaced

HAN = "宁德时代新能源科技赣锋锂业天齐股份有限公司江西"
PUNCTUATION = (
    " 　·・•‧.,，。()（）[]【】《》「」-—_/\\'\"“”|*:;!?\t\n\u200b\u200f\u202e\ufeff\ufe0f"
)
TRADITIONAL = OpenCC("s2t")
WIDE = {ord(c): ord(c) + 0xFEE0 for c in string.ascii_letters + string.digits}
names = st.text(st.sampled_from(HAN + string.ascii_letters + string.digits), min_size=1)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("寧德時代", "宁德时代"),
        ("贛鋒鋰業", "赣锋锂业"),
        ("臺積電", "台积电"),
        ("中衛", "中卫"),
        ("中衞", "中卫"),
        ("戸田工業", "户田工业"),
        ("住友金属鉱山", "住友金属矿山"),
        ("ＣＡＴＬ", "catl"),
        ("ｶﾞｽ", "ガス"),
        ("Yíchūn", "yichun"),
        ("Sociedad Química", "sociedad quimica"),
        ("Lǚ", "lu"),
        ("Xi'an", "xian"),
        ("Xi’an", "Xiʼan"),
        ("泰丰先行·北大先行", "泰丰先行/北大先行"),
        ("*ST嘉陵", "ST嘉陵"),
        ("L&F", "L and F"),
        ("五矿（湖南）", "五矿(湖南)"),
        ("Easpring®", "easpring"),
        ("ᄀ-ᅡ", "가"),
    ],
)
def test_ways_of_writing_one_name_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("天奇", "天齐"),
        ("ガス", "カス"),
        ("L&F", "LF"),
        ("A+", "A"),
        ("Край", "Краи"),
        ("芸", "艺"),
    ],
)
def test_different_names_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize("name", ["——", "·", "|", "￣", "…", "🔋", "<>", "´", "™"])
def test_a_name_of_symbols_keeps_them(name: str) -> None:
    assert fold(name)
    assert "|" not in fold(name)


@pytest.mark.parametrize("name", ["", " ", "\u3000\t\n", "\u200b\u202e", "\ud800", "\ufe0f"])
def test_a_name_without_anything_visible_folds_to_nothing(name: str) -> None:
    assert fold(name) == ""


def test_words_stay_apart_until_asked_together() -> None:
    assert spaced("Ganfeng Lithium Co.,Ltd.") == "ganfeng lithium co ltd"


@settings(deadline=None)
@given(st.text())
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)
    assert not set("| ") & set(fold(name))
    fold(name).encode()


@settings(deadline=None)
@given(names, st.data())
def test_width_case_and_punctuation_do_not_matter(name: str, data: st.DataObject) -> None:
    gaps = [data.draw(st.text(st.sampled_from(PUNCTUATION), max_size=2)) for _ in name]
    written = "".join(gap + char for gap, char in zip(gaps, name, strict=True))
    assert fold(written) == fold(name)
    assert fold(name.translate(WIDE)) == fold(name)
    assert fold(name.upper()) == fold(name.lower()) == fold(name)


@settings(deadline=None)
@given(names)
def test_traditional_characters_do_not_matter(name: str) -> None:
    assert fold(TRADITIONAL.convert(name)) == fold(name)


@settings(deadline=None)
@given(names, names)
def test_a_part_of_a_name_folds_to_a_part_of_its_key(one: str, other: str) -> None:
    assert fold(one + other) == fold(one) + fold(other)


def test_a_latin_name_loads_no_chinese_tables() -> None:
    code = (
        "import sys; from lichain.identity import fold; fold('Yíchūn Ｃｏ'); "
        "print('opencc' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"
