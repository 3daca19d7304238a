"""Every enterprise of the seed, written in every way people write it, is found and never mistaken."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from opencc import OpenCC

from lichain.identity import NameIndex, describe
from lichain.seed.record import read_names

SEED = Path(__file__).resolve().parents[2] / "seed"
ENTERPRISE = frozenset({"Enterprise"})


@cache
def names() -> NameIndex:
    return read_names(SEED).references.names


@cache
def known() -> dict[str, list[tuple[str, str]]]:
    """Id to its names, each with what sort of name it is."""
    found: dict[str, list[tuple[str, str]]] = {}
    columns = ("name_zh", "name_en", "legal_name_zh", "legal_name_en", "stock_code")
    for row in rows("nodes/Enterprise.csv"):
        found[row["id"]] = [(column, row[column]) for column in columns if row[column]]
    for row in rows("lookups/aliases.csv"):
        if row["id"] in found:
            found[row["id"]].append((row["kind"], row["name"]))
    return found


@cache
def converter(way: str) -> OpenCC:
    return OpenCC(way)


def rows(file: str) -> list[dict[str, str]]:
    with (SEED / file).open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def as_they_are(kind: str, name: str) -> Iterator[str]:
    yield name


def traditional(kind: str, name: str) -> Iterator[str]:
    for way in ("s2t", "s2hk"):
        if (text := converter(way).convert(name)) != name:
            yield text


def wide(kind: str, name: str) -> Iterator[str]:
    yield "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in name)


def cased(kind: str, name: str) -> Iterator[str]:
    yield from {name.upper(), name.lower(), f"  {name} "} - {name}


def codes(kind: str, name: str) -> Iterator[str]:
    """300750.SZ also as SZ300750, sz.300750 and with the exchange in small letters."""
    code, dot, market = name.rpartition(".")
    if kind in ("stock_code", "code") and dot and market in ("SZ", "SH", "BJ", "HK"):
        yield from (f"{market}{code}", f"{market.lower()}.{code}", f"{code}.{market.lower()}")


def suffixed(kind: str, name: str) -> Iterator[str]:
    """The registered name without its legal form, and with brackets of the other width."""
    if kind in ("legal_name_zh", "legal"):
        for form in ("股份有限公司", "有限公司"):
            if name.endswith(form):
                yield name.removesuffix(form)
                break
    if "（" in name:
        yield name.replace("（", "(").replace("）", ")")


@pytest.mark.parametrize("way", [as_they_are, traditional, wide, cased, codes, suffixed])
def test_no_name_finds_another_company(way: Callable[[str, str], Iterator[str]]) -> None:
    asked, found, wrong, lost = 0, 0, [], []
    for id_, own in known().items():
        for kind, name in own:
            for text in way(kind, name):
                asked += 1
                answer = describe(names(), text, ENTERPRISE)
                if answer.status == "matched" and answer.matches[0].id == id_:
                    found += 1
                elif answer.status == "matched":
                    wrong.append(f"{text!r} of {id_} found {answer.matches[0].id}")
                else:
                    lost.append(f"{text!r} of {id_}: {answer.status}")
    assert not wrong, "\n".join(wrong)
    assert asked > 40
    assert found >= 0.97 * asked, "\n".join(lost)
    if way is as_they_are:
        assert not lost, "\n".join(lost)


FORMER = [
    ("威华股份", "chengxin-lithium"),
    ("长远锂科", "minmetals-new-energy"),
    ("天华超净", "canmax"),
    ("澳洋顺昌", "azure"),
    ("Pilbara Minerals", "pls"),
    ("科达洁能", "keda"),
]


@pytest.mark.parametrize(("name", "id_"), FORMER)
def test_a_former_name_finds_the_company_of_today(name: str, id_: str) -> None:
    answer = describe(names(), name, ENTERPRISE)
    assert [match.id for match in answer.matches] == [id_]


@pytest.mark.parametrize("name", ["天奇", "万润", "中科", "赣锋", "Tianqi", "宁德", "时代", "盛新"])
def test_a_name_too_short_to_tell_is_not_guessed(name: str) -> None:
    answer = describe(names(), name, ENTERPRISE)
    assert answer.status != "matched" or answer.matches[0].rule.name in ("TEXT", "FOLDED")
