"""Constraints and indexes: made once, found missing, and never forced past other people's."""

from __future__ import annotations

import pytest

from lichain.errors import StoreError
from lichain.loader import constraints, load, verify
from lichain.loader.constraints import Index
from lichain.schema import schema
from lichain.store import Store

from .dump import dump, run
from .records import node, record

pytestmark = pytest.mark.neo4j

WANTED = record(node("catl", stock_code="300750.SZ"))
_FULL_TEXT = "n.name_zh, n.name_en, n.legal_name_zh, n.legal_name_en, n.name_keys"


def test_every_statement_is_understood() -> None:
    found = {index.name: index for index in map(constraints.read, constraints.statements(schema()))}
    assert found["lichain_id"] == Index("lichain_id", "RANGE", ("Lichain",), ("id",), True)
    assert found["lichain_Enterprise_uscc"].unique
    assert found["lichain_Region_id"].labels == ("Region",)
    assert found["lichain_names"].analyzer == "cjk"
    assert found["lichain_names"].properties[:2] == ("name_zh", "name_en")
    assert found["lichain_name_keys"].type == "TEXT"
    assert len(found) == len(constraints.statements(schema()))


def test_made_once(virgin_store: Store) -> None:
    said: list[str] = []
    load(schema(), virgin_store, WANTED, said.append)
    there = constraints.there(virgin_store)
    assert {i.name for i in there} == {
        constraints.read(text).name for text in constraints.statements(schema())
    }
    assert constraints.lacking(schema(), there) == {}
    assert "makes constraints and indexes" in said
    said.clear()
    load(schema(), virgin_store, WANTED, said.append)
    assert said == ["compares the tables with the graph"]
    rows = virgin_store.rows("SHOW INDEXES YIELD state, populationPercent")
    assert set(rows) == {("ONLINE", 100.0)}


def test_verify_finds_a_missing_one_and_load_makes_it(virgin_store: Store) -> None:
    load(schema(), virgin_store, WANTED)
    run(virgin_store, "DROP INDEX lichain_names", "DROP CONSTRAINT lichain_id")
    (finding,) = verify(schema(), virgin_store, WANTED).findings
    assert (finding.rule, finding.rows) == ("index_missing", 2)
    assert set(finding.examples) == {"lichain_id", "lichain_names"}
    load(schema(), virgin_store, WANTED)
    assert verify(schema(), virgin_store, WANTED).good


def test_verify_of_an_empty_database(virgin_store: Store) -> None:
    verdict = verify(schema(), virgin_store, WANTED)
    assert not verdict.good
    assert {count.type: (count.record, count.graph) for count in verdict.counts} == {
        "Enterprise": (1, 0),
        "Source": (1, 0),
        "EVIDENCED_BY": (1, 0),
    }
    assert [finding.rule for finding in verdict.findings] == ["index_missing"]


IN_THE_WAY = {
    "a name that is taken": (
        "CREATE INDEX lichain_names FOR (n:Other) ON (n.x)",
        r"has a range index lichain_names on :Other\(x\), which keeps our fulltext index lichain_names "
        r"on .* from being made; remove it with DROP INDEX `lichain_names`, then load again",
    ),
    "a constraint with our name": (
        "CREATE CONSTRAINT lichain_id FOR (n:Other) REQUIRE n.x IS UNIQUE",
        "remove it with DROP CONSTRAINT `lichain_id`, then load again",
    ),
    "another analyzer": (
        f"CREATE FULLTEXT INDEX lichain_names FOR (n:Lichain) ON EACH [{_FULL_TEXT}]",
        "remove it with DROP INDEX `lichain_names`, then load again",
    ),
    "our full text under another name": (
        f"CREATE FULLTEXT INDEX theirs FOR (n:Lichain) ON EACH [{_FULL_TEXT}]",
        "remove it with DROP INDEX `theirs`, then load again",
    ),
    "an index where we want a constraint": (
        "CREATE INDEX `their own` FOR (n:Enterprise) ON (n.uscc)",
        "remove it with DROP INDEX `their own`, then load again",
    ),
    "their nodes share what must be unique": (
        "CREATE (:Enterprise {stock_code: 'x'}), (:Enterprise {stock_code: 'x'})",
        "holds nodes that clash with ours .*stock_code.*; remove or relabel them, then load again",
    ),
}


@pytest.mark.parametrize("name", IN_THE_WAY)
def test_what_is_in_the_way_is_named_and_nothing_changes(virgin_store: Store, name: str) -> None:
    statement, message = IN_THE_WAY[name]
    run(virgin_store, statement)
    before = dump(virgin_store, handles=True, indexes=True)
    with pytest.raises(StoreError, match=message) as caught:
        load(schema(), virgin_store, WANTED)
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith(virgin_store.address)
    assert dump(virgin_store, handles=True, indexes=True) == before


def test_their_node_with_our_stock_code(empty_store: Store) -> None:
    load(schema(), empty_store, record(node("byd")))
    run(empty_store, "CREATE (:Enterprise {stock_code: '300750.SZ'})")
    before = dump(empty_store, handles=True)
    with pytest.raises(StoreError, match=r"holds nodes that clash with ours .*300750\.SZ"):
        load(schema(), empty_store, WANTED)
    assert dump(empty_store, handles=True) == before


def test_theirs_that_serve_are_left(virgin_store: Store) -> None:
    theirs = (
        "CREATE CONSTRAINT theirs_1 FOR (n:Lichain) REQUIRE n.id IS UNIQUE",
        "CREATE CONSTRAINT theirs_2 FOR (n:Region) REQUIRE n.id IS UNIQUE",
        "CREATE INDEX theirs_3 FOR (n:Product) ON (n.id)",
        "CREATE INDEX theirs_4 FOR ()-[r:SUPPLIES]->() ON (r.key)",
    )
    run(virgin_store, *theirs)
    load(schema(), virgin_store, WANTED)
    assert verify(schema(), virgin_store, WANTED).good
    names = {index.name for index in constraints.there(virgin_store)}
    assert {"theirs_1", "theirs_2", "theirs_3", "lichain_names"} <= names
    assert not {"lichain_id", "lichain_Region_id", "lichain_Product_id"} & names


def test_verify_finds_an_id_twice_where_the_constraint_is_gone(virgin_store: Store) -> None:
    load(schema(), virgin_store, WANTED)
    run(
        virgin_store,
        "DROP CONSTRAINT lichain_id",
        "MATCH (n:Lichain:Source) CREATE (m:Lichain:Source) SET m = properties(n)",
    )
    before = dump(virgin_store, handles=True)
    verdict = verify(schema(), virgin_store, WANTED)
    assert {"id_twice", "index_missing"} <= {finding.rule for finding in verdict.findings}
    assert verdict.left.counts() == {("remove", "Source"): 1}
    with pytest.raises(StoreError, match="holds nodes that clash with ours"):
        load(schema(), virgin_store, WANTED)
    assert dump(virgin_store, handles=True) == before


def test_a_text_too_long_for_its_index(empty_store: Store) -> None:
    load(schema(), empty_store, WANTED)
    before = dump(empty_store, handles=True)
    with pytest.raises(StoreError, match=r"cannot index a text that long .*; shorten it"):
        load(schema(), empty_store, record(node("catl", name_keys="名" * 11_000)))
    assert dump(empty_store, handles=True) == before
