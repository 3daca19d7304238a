"""Rows of numbers: one row, several claims, and units that compare."""

from __future__ import annotations

import pytest

from lichain.model import Node, Record

from .conftest import SPANNED, Seed

NUMBER = "nodes/Indicator.csv"


def number_of(record: Record) -> Node:
    (node,) = (node for node in record.nodes.values() if node.type == "Indicator")
    return node


def with_policy(seed: Seed) -> Seed:
    seed.add("nodes/Policy.csv", {"id": "plan", "name_zh": "规划", "kind": "plan", **SPANNED})
    return seed.put(NUMBER, "set_by", "plan").put(NUMBER, "scope", "磷酸铁锂; catl;catl")


def test_a_row_is_a_node_and_what_it_is_of_and_what_sets_it(seed: Seed) -> None:
    record = with_policy(seed).read()
    node = number_of(record)
    links = [link for link in record.relationships.values() if node.id in (link.start, link.end)]
    assert {(link.type, link.start, link.end, link.properties.get("role")) for link in links} == {
        ("EVIDENCED_BY", node.id, "doc", None),
        ("OF", node.id, "cn-360000", "subject"),
        ("OF", node.id, "lfp", "scope"),
        ("OF", node.id, "catl", "scope"),
        ("SETS", "plan", node.id, None),
    }
    ids = [link.listed("claims") for link in links]
    assert len(set(ids)) == 5
    assert {record.claims[id_].sha256 for (id_,) in ids} == {SPANNED["sha256"]}


def test_its_names_say_what_it_is(seed: Seed) -> None:
    node = number_of(with_policy(seed).read())
    assert node.name("zh") == "江西省 · 宁德时代 · 磷酸铁锂 · 产值 · 2025 · 目标 · 80 亿元"
    assert node.name("en") == "Jiangxi · CATL · LFP · output value · 2025 · target · 8 bn CNY"


@pytest.mark.parametrize(
    ("value", "unit", "metric", "base"),
    [
        ("229.8", "CNY_100m", "investment", 22_980_000_000),
        ("1.1", "CNY_million", "investment", 1_100_000),
        ("0.07", "Mt", "production", 70_000),
        ("24", "GWh_per_year", "capacity", 24_000_000_000),
        ("1000", "mu", "site_area", 666_666.7),
    ],
)
def test_values_in_base_units_are_exact(
    seed: Seed, value: str, unit: str, metric: str, base: float
) -> None:
    seed.put(NUMBER, "value", value).put(NUMBER, "unit", unit).put(NUMBER, "metric", metric)
    assert number_of(seed.read()).properties["base_value"] == base


def test_the_same_number_from_two_places_is_one_node(seed: Seed) -> None:
    seed.add(NUMBER, {**seed.rows[NUMBER][0], "locator": "0-3"})
    record = seed.read()
    assert (
        len(
            record.relationships[f"OF:{number_of(record).id}>cn-360000;role=subject"].listed(
                "claims"
            )
        )
        == 2
    )


@pytest.mark.parametrize(
    ("column", "value"),
    [("value", "81"), ("period", "2026"), ("nature", "actual"), ("scope", "lfp")],
)
def test_numbers_that_differ_are_two_nodes(seed: Seed, column: str, value: str) -> None:
    seed.add(NUMBER, {**seed.rows[NUMBER][0], column: value})
    assert seed.read().counts()["Indicator"] == 2


def test_what_a_policy_sets_may_stand_in_a_table_of_its_own(seed: Seed) -> None:
    id_ = number_of(with_policy(seed).read()).id
    seed.add("relationships/SETS.csv", {"from": "plan", "to": id_, **SPANNED, "locator": "0-5"})
    record = seed.read()
    assert len(record.relationships[f"SETS:plan>{id_}"].listed("claims")) == 2
