"""A row made ready by `lichain new`."""

from __future__ import annotations

from datetime import date

import pytest

from lichain.errors import InputError, TableFaults
from lichain.schema import schema
from lichain.seed.draft import draft
from lichain.seed.layout import layouts

from .conftest import Seed

TODAY = date(2026, 11, 24)


def test_names_become_ids_and_the_day_is_today(seed: Seed) -> None:
    given = {"from": "比亚迪", "to": "宁德时代", "product": "LFP"}
    found = draft("supplies", given, seed.folder, TODAY)
    assert found.cells["from"] == "byd"
    assert found.cells["to"] == "catl"
    assert found.cells["product"] == "lfp"
    assert found.cells["recorded_at"] == "2026-11-24"
    assert [prop.name for prop in found.missing] == ["source", "locator", "confidence"]


def test_a_ready_row_passes_the_check_as_it_is(seed: Seed) -> None:
    given = {
        "from": "宁德时代", "to": "比亚迪", "product": "磷酸铁锂", "status": "announced",
        "source": "paper", "locator": "p. 9", "confidence": "reported",
    }  # fmt: skip
    found = draft("SUPPLIES", given, seed.folder, TODAY)
    assert not found.missing
    seed.add("relationships/SUPPLIES.csv", {k: v for k, v in found.cells.items() if v})
    assert seed.read().counts()["SUPPLIES"] == 2


@pytest.mark.parametrize("name", [one.name for one in layouts(schema())])
def test_every_table_has_a_row(seed: Seed, name: str) -> None:
    found = draft(name.lower(), {}, seed.folder, TODAY)
    header, row = found.text().splitlines()
    assert set(header.split(",")) <= set(found.layout.columns)
    assert row.count(",") == header.count(",")
    assert found.missing


@pytest.mark.parametrize(
    ("table", "given", "said"),
    [
        ("supply", {}, "'supply' is no table; the tables are Cluster, Enterprise"),
        ("supplies", {"form": "x"}, "'form' is not a column of SUPPLIES; its columns are from, to"),
        ("supplies", {"from": "宁得时代"}, "from: no Enterprise is called '宁得时代'"),
        ("supplies", {"status": "sold"}, "status: 'sold' is not a known status; use one of"),
        ("supplies", {"valid_from": "2023-13"}, "valid_from: '2023-13'"),
        ("enterprise", {"stock_code": "2594.SZ"}, "its leading zeros may be lost: write 002594.SZ"),
        ("Indicator", {"scope": "LFP; 钠电"}, "scope: no"),
        ("enterprise", {"id": "BYD Auto!"}, "id: 'BYD Auto!' is not an id; write lower-case"),
        ("enterprise", {"id": "byd"}, "'byd' is there already; ids are unique"),
        (
            "enterprise",
            {"id": "x", "name_zh": "寧德時代"},
            "'寧德時代' is a name of catl already; use",
        ),
        ("supplies", {"source": "nonsense"}, "source: 'nonsense' is not in nodes/Source.csv"),
        ("supplies", {"locator": "somewhere"}, "locator: 'somewhere' is not a place"),
        ("supplies", {"from": "catl; byd"}, "from: no Enterprise is called 'catl; byd'"),
        ("supplies", {"from": "catl", "to": "catl"}, "to: 'catl' is 'catl', the same node as"),
        ("supplies", {"valid_from": "2024", "valid_to": "2023"}, "valid_to: '2023' comes before"),
    ],
)
def test_what_does_not_fit_is_one_sentence(
    seed: Seed, table: str, given: dict[str, str], said: str
) -> None:
    with pytest.raises((InputError, TableFaults)) as caught:
        draft(table, given, seed.folder, TODAY)
    assert said in str(caught.value)
