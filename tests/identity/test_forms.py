from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given, settings
from hypothesis import strategies as st

from lichain.identity import Name, Named, NameIndex, index_text, lookup_keys


def _from_database(things: Iterable[Named], text: str) -> NameIndex:
    """What a database finds: the index text contains one of the keys between bars."""
    wanted = [f"|{key}|" for key in lookup_keys(text)]
    return NameIndex(t for t in things if any(key in index_text(t) for key in wanted))


def _asked(things: tuple[Named, ...]) -> st.SearchStrategy[str]:
    ours = [thing.id for thing in things] + [n.text for thing in things for n in thing.names]
    parts = st.sampled_from(
        [*ours, "寧德時代", "吉林", "宜春", "江西", "有限公司", "市", "Co., Ltd.", ".SZ"]
    )
    return st.lists(parts | st.text(max_size=3), max_size=3).map("".join)


@settings(deadline=None)
@given(st.data())
def test_a_database_with_the_keys_finds_what_memory_finds(
    things: tuple[Named, ...], index: NameIndex, data: st.DataObject
) -> None:
    text = data.draw(_asked(things))
    assert _from_database(things, text).exact(text) == index.exact(text)


def test_every_name_finds_its_thing_by_the_keys(things: tuple[Named, ...]) -> None:
    for thing in things:
        for text in (thing.id, *(name.text for name in thing.names)):
            assert thing.id in {m.id for m in _from_database(things, text).exact(text)}


def test_the_keys_stand_between_bars(things: tuple[Named, ...]) -> None:
    assert index_text(things[0]) == (
        "|catl|宁德时代|宁德时代新能源科技股份有限公司|宁德时代新能源科技"
        "|contemporaryamperextechnologycolimited|contemporaryamperextechnology"
        "|300750sz|300750|91350900587527783p|"
    )
    assert lookup_keys(" ") == ()


@settings(deadline=None)
@given(st.text())
def test_no_key_breaks_out_of_its_bars(text: str) -> None:
    assert not any("|" in key or not key for key in lookup_keys(text))


@given(st.text(min_size=150, max_size=400), st.sampled_from(["Enterprise", "Region"]))
def test_a_very_long_name_keeps_short_keys_that_still_find_it(text: str, type_: str) -> None:
    stored = index_text(
        Named("x", type_, (Name(text, "primary_zh"),), region_like=type_ == "Region")
    )
    assert all(len(key) <= 200 for key in stored.split("|"))
    assert not lookup_keys(text) or any(f"|{key}|" in stored for key in lookup_keys(text))
