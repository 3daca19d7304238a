"""py2neo models answer what the catalogue answers, and change nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from lichain import ogm
from lichain.errors import QueryError, StoreError
from lichain.local import Address
from lichain.queries import run
from lichain.result import Row
from lichain.store import Store

from .graph import loaded as loaded
from .graph import seed_record

pytestmark = pytest.mark.neo4j


@pytest.fixture
def graph(
    loaded: Store, neo4j_server: Address, monkeypatch: pytest.MonkeyPatch
) -> Iterator[ogm.Graph]:
    monkeypatch.setenv("NEO4J_URI", neo4j_server.uri)
    monkeypatch.setenv("NEO4J_USERNAME", neo4j_server.user)
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_server.password)
    return ogm.connect()


def ids(things: Any) -> set[str]:
    return {thing.id for thing in things}


@pytest.mark.parametrize(
    "model",
    [ogm.Enterprise, ogm.Region, ogm.Segment, ogm.Product, ogm.Facility, ogm.Policy, ogm.Source],
)
def test_every_thing_of_a_type_comes_with_its_properties(graph: ogm.Graph, model: Any) -> None:
    things = {thing.id: thing for thing in model.match(graph)}
    nodes = {n.id: n for n in seed_record().nodes.values() if n.type == model.__name__}
    assert set(things) == set(nodes)
    for id_, node in nodes.items():
        for name, value in node.properties.items():
            if name != "name_keys":
                told = getattr(things[id_], name)
                assert (tuple(told) if isinstance(told, list) else told) == value, (id_, name)


def own(column: str, rows: tuple[Row, ...]) -> list[Row]:
    """Rows of CATL itself: the question takes in the firms that it controls, a model does not."""
    return [row for row in rows if row.values[column].id == "catl"]


def test_suppliers_are_those_of_the_catalogue(graph: ogm.Graph, loaded: Store) -> None:
    catl = ogm.Enterprise.match(graph, "catl").first()
    rows = own("customer", run("who_supplies", loaded, to="catl").rows)
    assert ids(catl.suppliers) == {row.values["supplier"].id for row in rows}
    assert {s.name_zh for s in catl.suppliers} == {
        row.values["supplier"].properties.get("name_zh") for row in rows
    }
    supplied = own("supplier", run("who_supplies", loaded, by="catl").rows)
    assert ids(catl.supplies) == {row.values["customer"].id for row in supplied}
    assert len(catl.facts("SUPPLIES")) == len(rows) + len(supplied)


def test_stakes_facilities_and_seats_are_those_of_the_catalogue(
    graph: ogm.Graph, loaded: Store
) -> None:
    ganfeng = ogm.Enterprise.match(graph, "ganfeng").first()
    record = seed_record().relationships.values()
    for name, kind in [
        ("owns", "OWNS"),
        ("operates", "OPERATES"),
        ("produces", "PRODUCES"),
        ("active_in", "ACTIVE_IN"),
        ("head_office", "HEADQUARTERED_IN"),
        ("evidenced_by", "EVIDENCED_BY"),
    ]:
        told = {x.end for x in record if x.type == kind and x.start == "ganfeng"}
        assert ids(getattr(ganfeng, name)) == told, name
    run_by = run("facilities", loaded, operator="ganfeng").rows
    assert ids(ganfeng.operates) <= {row.values["facility"].id for row in run_by}  # and by its own


def test_policies_cover_things_of_their_own_types(graph: ogm.Graph) -> None:
    covers = [x for x in seed_record().relationships.values() if x.type == "COVERS"]
    policy = next(x.start for x in covers if seed_record().nodes[x.start].type == "Policy")
    found = list(ogm.Policy.match(graph, policy).first().covers)
    assert ids(found) == {x.end for x in covers if x.start == policy}
    for thing in found:
        kind = seed_record().nodes[thing.id].type
        assert type(thing).__name__ == (kind if hasattr(ogm, kind) else "Thing")


def test_what_flows_into_a_product_is_that_of_the_catalogue(
    graph: ogm.Graph, loaded: Store
) -> None:
    record = seed_record().relationships.values()
    product = next(x.end for x in record if x.type == "INPUT_TO")
    found = ogm.Product.match(graph, product).first()
    assert ids(found.made_from) == {
        x.start for x in record if x.type == "INPUT_TO" and x.end == product
    }
    assert ids(found.made_from) <= {
        row.values["thing"].id for row in run("upstream_of", loaded, what=product).rows
    }


def test_an_unknown_id_is_none(graph: ogm.Graph) -> None:
    assert ogm.Enterprise.match(graph, "no-such-thing").first() is None


@pytest.mark.parametrize("way", ["push", "merge", "create", "delete"])
def test_writing_is_refused_and_changes_nothing(graph: ogm.Graph, loaded: Store, way: str) -> None:
    before = run("overview", loaded).rows
    catl = ogm.Enterprise.match(graph, "catl").first()
    catl.name_en = "Changed"
    list(catl.suppliers)
    with pytest.raises(QueryError, match="is for reading; change the tables"):
        getattr(graph, way)(catl)
    assert run("overview", loaded).rows == before
    assert ogm.Enterprise.match(ogm.connect(), "catl").first().name_en == "CATL"


def test_no_password_and_no_server_are_one_sentence(
    graph: ogm.Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(StoreError, match=r"py2neo cannot connect to bolt://127\.0\.0\.1:1 "):
        ogm.connect("bolt://127.0.0.1:1")
    monkeypatch.delenv("NEO4J_PASSWORD")
    with pytest.raises(StoreError, match="no password is set"):
        ogm.connect()


def test_the_end_of_its_life_is_said() -> None:
    assert "end of life in 2023" in (ogm.__doc__ or "")
