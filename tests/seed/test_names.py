"""Names that resolve to nothing or to two, other names, retired ids, circles, codes used twice."""

from __future__ import annotations

import pytest

from .conftest import CLAIM, Seed

ALIASES, RETIRED = "lookups/aliases.csv", "lookups/retired.csv"
LINK, REGION = "relationships/SUPPLIES.csv", "nodes/Region.csv"
PART = "relationships/PART_OF.csv"


@pytest.mark.parametrize(
    "name", ["宁德时代", "寧德時代", "CATL", "ＣＡＴＬ", "300750.SZ", "300750"]
)
def test_names_are_read_as_ids(seed: Seed, name: str) -> None:
    plain = seed.read()
    seed.put(LINK, "to", name)
    assert seed.read() == plain


def test_a_name_of_nothing_has_ranked_suggestions(seed: Seed) -> None:
    seed.put(LINK, "to", "宁德时待")
    assert seed.fault() == (
        f"{LINK}:2: to: no Enterprise is called '宁德时待'; did you mean 宁德时代 (enterprise catl)?"
    )


def test_a_name_of_two_things_lists_both_and_picks_none(seed: Seed) -> None:
    alias = {"name": "电池王", "kind": "short", "reason": "test"}
    seed.add(ALIASES, {**alias, "id": "byd"}, {**alias, "id": "catl"}).put(LINK, "to", "电池王")
    fault = seed.fault()
    assert fault.startswith(f"{LINK}:2: to: '电池王' names 2 things: ")
    assert "enterprise byd" in fault
    assert "enterprise catl" in fault
    assert fault.endswith("give the id of the one you mean")


def test_every_row_with_an_unknown_name_is_reported(seed: Seed) -> None:
    rows = [{"from": "nobody", "to": "catl", **CLAIM, "locator": f"p. {page}"} for page in (2, 3)]
    seed.add(LINK, *rows)
    assert [fault.split(": ")[0] for fault in seed.faults()] == [f"{LINK}:3", f"{LINK}:4"]


def test_an_alias_is_a_name(seed: Seed) -> None:
    seed.add(ALIASES, {"name": "宁王", "id": "catl", "kind": "short", "reason": "usual"})
    plain = seed.read()
    assert plain.nodes["catl"].properties["aliases"] == ("宁王",)
    assert seed.put(LINK, "to", "宁王").read() == plain


def test_a_node_with_one_name_has_it_for_captions_in_the_other_language(seed: Seed) -> None:
    nodes = seed.read().nodes
    assert nodes["paper"].properties["name_zh_else"] == "A paper"
    assert nodes["doc"].properties["name_en_else"] == "文"
    both = nodes["catl"].properties
    assert not {"name_zh_else", "name_en_else"} & set(both)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"id": "nobody"}, "id: 'nobody' is no node's id; correct it or add the node"),
        ({"kind": "nick"}, "kind: 'nick' is not a kind of alias; use one of short, former, "),
        ({"reason": ""}, "reason: is empty; every row here needs name, id, kind, reason"),
        ({"name": ""}, "name: is empty; every row here needs name, id, kind, reason"),
        ({"name": "\u200b"}, "name: '\\u200b' has nothing to be seen in it; write the name"),
    ],
)
def test_bad_aliases(seed: Seed, row: dict[str, str], expected: str) -> None:
    seed.add(ALIASES, {"name": "宁王", "id": "catl", "kind": "short", "reason": "usual"} | row)
    assert seed.fault().startswith(f"{ALIASES}:2: {expected}")


def test_an_alias_twice(seed: Seed) -> None:
    row = {"name": "宁王", "id": "catl", "kind": "short", "reason": "usual"}
    seed.add(ALIASES, row, row)
    assert (
        seed.fault() == f"{ALIASES}:3: name: '宁王' stands for 'catl' in line 2 already; remove one"
    )


def test_retired_ids_redirect_wherever_they_stand(seed: Seed) -> None:
    seed.add(ALIASES, {"name": "宁王", "id": "catl", "kind": "short", "reason": "usual"})
    row = {"reason": "renamed"}
    seed.add(RETIRED, {"id": "atl", "now": "amp", **row}, {"id": "amp", "now": "catl", **row})
    seed.add(RETIRED, {"id": "old-paper", "now": "paper", **row})
    plain = seed.read()
    seed.put(LINK, "to", "atl").put(LINK, "source", "old-paper").put(ALIASES, "id", "amp")
    seed.put("nodes/Product.csv", "source", "old-paper")
    assert seed.read() == plain


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("a", "b"), ("b", "a")], [
            "2: now: 'b' leads round in a circle; name the id in use today",
            "3: now: 'a' leads round in a circle; name the id in use today",
        ]),
        ([("a", "a")], ["2: now: 'a' leads round in a circle; name the id in use today"]),
        ([("a", "nobody")], ["2: now: 'nobody' leads to no node; name the id in use today"]),
        ([("byd", "catl")], ["2: id: 'byd' is retired but still a node; remove one of the two"]),
        ([("a", "byd"), ("a", "catl")], ["3: id: 'a' is retired twice; remove one row"]),
        ([("A b", "byd")], ["2: id: 'A b' is not an id; write it as it was"]),
        ([("a", "")], ["2: now: is empty; every row here needs id, now, reason"]),
    ],
)  # fmt: skip
def test_bad_retired_ids(seed: Seed, rows: list[tuple[str, str]], expected: list[str]) -> None:
    seed.add(RETIRED, *({"id": old, "now": now, "reason": "x"} for old, now in rows))
    assert seed.faults() == [f"{RETIRED}:{one}" for one in expected]


def test_a_part_of_itself(seed: Seed) -> None:
    seed.put(PART, "to", "江西")
    assert seed.fault() == (
        f"{PART}:2: to: '江西' is 'cn-360000', the same node as `from`; PART_OF needs two nodes"
    )


def test_a_circle_of_parts_names_its_rows(seed: Seed) -> None:
    seed.add(REGION, {"id": "yichun", "name_zh": "宜春", "kind": "prefecture", **CLAIM})
    seed.add(
        PART,
        {"from": "yichun", "to": "cn-360000", **CLAIM},
        {"from": "cn", "to": "yichun", **CLAIM},
    )
    fault = seed.fault()
    assert fault.startswith(f"{PART}:4: closes a circle, ")
    assert fault.endswith(
        f", with {PART}:2, {PART}:3; PART_OF never leads back: remove or turn one of these rows"
    )
    way = fault.split("circle, ")[1].split(", with")[0].split(" → ")
    assert way[0] == way[-1]
    assert set(way) == {"cn", "cn-360000", "yichun"}


def test_every_circle_is_reported(seed: Seed) -> None:
    names = ("a", "b", "c", "d")
    seed.add(REGION, *({"id": id_, "name_zh": id_, "kind": "area", **CLAIM} for id_ in names))
    ends = [("a", "b"), ("b", "a"), ("c", "d"), ("d", "c"), ("b", "c")]
    seed.add(PART, *({"from": start, "to": end, **CLAIM} for start, end in ends))
    assert [fault.split(": ")[0] for fault in seed.faults()] == [f"{PART}:4", f"{PART}:6"]


def test_a_code_may_be_used_again_later(seed: Seed) -> None:
    row = {"name_zh": "旧区", "kind": "county", "code": "360902", **CLAIM}
    seed.add(
        REGION, {"id": "old", **row, "code_to": "1999"}, {"id": "new", **row, "code_from": "2000"}
    )
    assert seed.read().nodes["new"].properties["code"] == "360902"
    seed.put(REGION, "code_from", "1999-06", row=3)
    assert seed.fault().startswith(
        f"{REGION}:5: code: '360902' is the code of old ({REGION}:4) at the"
    )


HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "'; MATCH (n) DETACH DELETE n //",
    "`}) DETACH DELETE n //",
    "长" * 10_000,
    "🔋 电池 👩‍🔬",
    "شركة البطاريات \u202e abc",
    "=HYPERLINK(\"http://x\")",
    "two\nlines, and \"quotes\"",
    "\\u0027 $param {{x}} %s",
    "NO",
]  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_the_text_they_are(seed: Seed, name: str) -> None:
    seed.add("nodes/Enterprise.csv", {"id": "x", "name_zh": name, **CLAIM, "note": name})
    seed.add(ALIASES, {"name": f"{name}2", "id": "byd", "kind": "short", "reason": name})
    seed.put(LINK, "from", name)
    record = seed.read()
    assert record.nodes["x"].properties["name_zh"] == name
    assert record.nodes["byd"].properties["aliases"] == (f"{name}2",)
    assert {link.start for link in record.relationships.values() if link.type == "SUPPLIES"} == {
        "x"
    }
    assert name in {claim.note for claim in record.claims.values()}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_cells_do_not_spoil_the_report(seed: Seed, name: str) -> None:
    bad = {"id": name, "name_zh": "x", "kind": name, "code": name, "latitude": name, **CLAIM,
           "source": name, "locator": name, "confidence": name, "recorded_at": name}  # fmt: skip
    seed.add(REGION, bad)
    for fault in seed.faults():
        assert len(fault) < 1500
        assert fault.isprintable()
