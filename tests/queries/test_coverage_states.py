"""What coverage says of the made-up graph, written down by hand."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from lichain.local import Address
from lichain.model import Record
from lichain.queries import run
from lichain.store import Store

from ..graph import holding
from .test_oracle import ids

pytestmark = pytest.mark.neo4j


@pytest.fixture(scope="module")
def made_up_store(neo4j_server: Address, made_up: Record) -> Iterator[Store]:
    with holding(neo4j_server, made_up) as store:
        yield store


@pytest.mark.parametrize(
    ("given", "matter", "state"),
    [
        ({"enterprise": "e-c"}, "customers", "known"),
        ({"enterprise": "e-c"}, "suppliers", "withheld"),
        ({"enterprise": "e-c"}, "owners", "known"),
        ({"enterprise": "e-tag"}, "suppliers", "known"),
        ({"enterprise": "e-quote"}, "suppliers", "not_looked_into"),
        ({"enterprise": "e-emoji"}, "customers", "elsewhere"),
        ({"where": "r-prov"}, "s-rec", "known"),
        ({"where": "r-far", "level": "country"}, "s-rec", "empty"),
        ({"where": "r-far"}, "s-alone", "not_looked_into"),
    ],
)
def test_what_is_known_of_the_made_up_graph(
    made_up_store: Store, given: dict[str, str], matter: str, state: str
) -> None:
    rows = run("coverage", made_up_store, **given).rows
    found = {ids(row.values["matter"]): row.values["state"] for row in rows}
    assert found[matter] == state
