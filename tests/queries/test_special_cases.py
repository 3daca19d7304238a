"""Answers worked out by hand on the made-up graph: time, parallel facts, cycles, hostile names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from lichain.errors import QueryError, UnknownName
from lichain.local import Address
from lichain.model import Record
from lichain.queries import run
from lichain.result import Row
from lichain.store import Store

from ..graph import holding
from .made_up import HOSTILE, INJECTION

pytestmark = pytest.mark.neo4j


@pytest.fixture(scope="module")
def store(neo4j_server: Address, made_up: Record) -> Iterator[Store]:
    with holding(neo4j_server, made_up) as store:
        yield store


def policies(store: Store, on: str, **given: Any) -> dict[str, Row]:
    rows = run("policies_covering", store, as_of=on, **given).rows
    return {row.values["policy"].id: row for row in rows}


@pytest.mark.parametrize(
    ("on", "status"),
    [
        ("2025-10-01", "not_yet"),
        ("2025-11-06", "not_yet"),
        ("2025-11-07", "suspended"),
        ("2025-11-08", "suspended"),
        ("2025-12-01", "suspended"),
        ("2026-11-10", "suspended"),
        ("2026-11-11", "in_force"),
    ],
)
def test_announcement_58_is_suspended_and_stays_visible(store: Store, on: str, status: str) -> None:
    row = policies(store, on, product="p-lfp-dense", region="r-zone")["a-58"]
    assert row.values["status"] == status
    assert [by.id for by in row.values["suspended_by"]] == ["a-70"]
    assert row.values["suspended_from"] == ["2025-11-07"]
    assert row.values["suspended_to"] == ["2026-11-10"]
    assert row.values["extent"] == "whole"
    assert [issuer.id for issuer in row.values["issuers"]] == ["o-gov"]


@pytest.mark.parametrize(
    ("policy", "on", "status"),
    [
        ("a-plain", "2024-01-15", "not_yet"),
        ("a-plain", "2024-02-01", "in_force"),
        ("a-undated", "2025-12-01", "unknown"),
        ("a-issued", "2025-05-31", "not_yet"),
        ("a-issued", "2025-12-01", "unknown"),
        ("a-month", "2025-11-30", "not_yet"),
        ("a-month", "2025-12-01", "unclear"),
        ("a-month", "2025-12-31", "in_force"),
        ("a-year-end", "2025-12-31", "in_force"),
        ("a-year-end", "2026-06-01", "unclear"),
        ("a-year-end", "2027-01-01", "expired"),
        ("a-over", "2022-12-31", "in_force"),
        ("a-over", "2023-01-01", "expired"),
        ("a-old", "2025-06-30", "in_force"),
        ("a-old", "2025-07-01", "superseded"),
        ("a-perhaps", "2025-12-01", "unclear"),
        ("a-70", "2026-11-11", "expired"),
    ],
)
def test_in_force_only_where_that_is_known(store: Store, policy: str, on: str, status: str) -> None:
    assert policies(store, on)[policy].values["status"] == status


def test_a_month_as_the_day_means_its_last_day(store: Store) -> None:
    result = run("policies_covering", store, as_of="2025-12")
    assert result.parameters["as_of"] == "2025-12-31"


def test_a_part_is_told_from_the_whole(store: Store) -> None:
    found = policies(store, "2025-12-01", region="r-prov", segment="s-chain")
    assert {id_: row.values["extent"] for id_, row in found.items()} == {
        "a-plain": "part",  # the whole province, but by a provision about cathodes only
        "a-58": "part",  # the whole country, but one product of the chain
        "a-perhaps": "part",  # a city of the province, and a product
    }
    found = policies(store, "2025-12-01", region="r-county")
    assert found["a-plain"].values["extent"] == "whole"
    assert found["a-issued"].values["extent"] == "part"
    assert "a-year-end" not in found


def test_a_supply_is_one_row_however_many_seats_and_sites(store: Store) -> None:
    rows = run("who_supplies", store, by="e-a", to="e-b").rows
    told = [
        (
            row.values["product"] and row.values["product"].id,
            row.values["status"],
            row.values["from"],
            row.values["place_basis"],
            [place.id for place in row.values["place"]],
        )
        for row in rows
    ]
    assert told == [
        ("p-lfp", "delivering", "2023", "site", ["r-county", "r-zone"]),
        ("p-lfp", "contracted", "2024", "supply", ["r-county"]),
        ("p-lfp", "delivering", "2024", "site", ["r-county", "r-zone"]),
        ("p-ncm", "delivering", "2024", "head_office", ["r-city", "r-far"]),
        (None, "stated", None, "head_office", ["r-city", "r-far"]),
    ]


def test_a_wider_product_takes_in_its_kinds_and_their_kinds(store: Store) -> None:
    def products(what: str) -> set[str]:
        return {row.values["product"].id for row in run("who_supplies", store, what=what).rows}

    assert products("p-cathode") == {"p-lfp", "p-lfp-dense", "p-ncm"}
    assert products("p-lfp") == {"p-lfp", "p-lfp-dense"}
    assert products("p-lfp-dense") == {"p-lfp-dense"}


def test_a_region_takes_in_what_lies_inside_by_either_way_up(store: Store) -> None:
    inside = {row.values["region"].id for row in run("regions_inside", store, where="r-area").rows}
    assert inside == {"r-city", "r-county", "r-zone"}
    rows = run("regions_inside", store, where="r-country").rows
    assert [(row.values["region"].id, row.values["steps"]) for row in rows] == [
        ("r-area", 1), ("r-prov", 1), ("r-city", 2), ("r-county", 3), ("r-zone", 4),
    ]  # fmt: skip


def test_one_known_supplier_is_not_fooled_by_several_facts(store: Store) -> None:
    rows = run("one_known_supplier", store, to="e-b").rows
    found = {row.values["product"].id: [x.id for x in row.values["suppliers"]] for row in rows}
    assert found == {"p-ncm": ["e-a"], "p-lfp-dense": ["e-c"], "p-cell": ["e-tag"]}


def test_a_cycle_ends_and_the_asked_thing_is_not_its_own_upstream(store: Store) -> None:
    up = run("upstream_of", store, what="s-cell", tiers=6).rows
    assert [(row.values["thing"].id, row.values["tier"]) for row in up] == [
        ("s-cath", 1), ("s-cath-lfp", 1), ("s-mine", 2), ("s-rec", 2),
    ]  # fmt: skip
    down = run("downstream_of", store, what="p-pack", tiers=6).rows
    assert "p-pack" not in {row.values["thing"].id for row in down}
    assert [row.values["thing"].id for row in down][:3] == ["p-black", "p-salt", "p-cathode"]


@pytest.mark.parametrize("id_", HOSTILE)
def test_a_hostile_name_is_a_name(store: Store, id_: str) -> None:
    result = run("neighbours_of", store, what=HOSTILE[id_])
    assert result.named[id_].properties["name_zh"] == HOSTILE[id_]
    assert result.rows
    run("path_between", store, start=HOSTILE[id_], end="e-b")


def test_an_injection_changes_nothing(store: Store) -> None:
    before = run("overview", store).rows
    rows = run("who_supplies", store, by=INJECTION).rows
    own = [row.values["customer"].id for row in rows if row.values["supplier"].id == "e-quote"]
    assert own == ["e-tag"]
    with pytest.raises(UnknownName):
        run("who_supplies", store, what=INJECTION)
    assert run("overview", store).rows == before


def test_no_path_is_an_answer_and_one_end_twice_is_none(store: Store) -> None:
    assert not run("path_between", store, start="s-alone", end="e-a").rows
    with pytest.raises(QueryError, match="both mean e-a; name two things"):
        run("path_between", store, start="e-a", end="e-a")


@pytest.mark.parametrize(
    ("tiers", "said"),
    [(0, "out of bounds; give 1 to 6"), (-1, "out of"), (99, "out of"), ("2.5", "whole")],
)
def test_a_number_out_of_bounds_is_refused(store: Store, tiers: object, said: str) -> None:
    with pytest.raises(QueryError, match=said):
        run("upstream_of", store, what="s-alone", tiers=tiers)


def test_an_empty_name_is_not_anything(store: Store) -> None:
    with pytest.raises(UnknownName, match="not an empty name"):
        run("who_supplies", store, to="")


def test_an_unknown_parameter_or_value_is_refused(store: Store) -> None:
    with pytest.raises(QueryError, match="no parameter 'from'"):
        run("who_supplies", store, **{"from": "e-a"})  # type: ignore[arg-type]
    with pytest.raises(QueryError, match="needs --what"):
        run("upstream_of", store)
    with pytest.raises(QueryError, match="not a whole number"):
        run("upstream_of", store, what="s-cell", tiers="many")
    with pytest.raises(QueryError, match="not one of"):
        run("targets_and_actuals", store, metric="beauty")
    with pytest.raises(QueryError, match="month that does not exist"):
        run("policies_covering", store, as_of="2025-13-01")


def test_a_metric_may_be_given_in_words(store: Store) -> None:
    by_word = run("targets_and_actuals", store, metric="产值", year="2024")
    given = {"subject": None, "metric": "output_value", "year": "2024"}
    assert by_word.parameters == given | {"known_at": "9999-12-31", "min_confidence": "inferred"}
    natures = [(row.values["nature"], row.values["value"]) for row in by_word.rows]
    assert sorted(natures) == [("actual", 60.0), ("plan", 1.0), ("target", 80.0)]


def test_an_unread_source_is_listed_with_no_claims(store: Store) -> None:
    found = {row.values["source"].id: row.values["claims"] for row in run("sources", store).rows}
    assert found["unread"] == 0
    assert found["paper"] > 100
    assert not run("claims_of_source", store, source="unread").rows
