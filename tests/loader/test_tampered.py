"""A graph that somebody changed by hand: verify finds it, load mends it."""

from __future__ import annotations

from collections import Counter

import pytest

from lichain import resources
from lichain.loader import compare, load, read_state, verify
from lichain.schema import schema
from lichain.store import Store

from .dump import dump, run
from .records import link, node, record

pytestmark = pytest.mark.neo4j

WANTED = record(
    node("catl", stock_code="300750.SZ"),
    node("byd", aliases=("BYD",)),
    node("cn", "Region", kind="country"),
    node("jx", "Region", kind="province"),
    link("PART_OF", "jx", "cn"),
    node("lfp", "Product"),
    node("cathode", "Segment"),
    link("BELONGS_TO", "lfp", "cathode"),
    link("SUPPLIES", "catl", "byd", {"product": "lfp"}, valid_from="2023", valid_to="2024"),
    node("output", "Indicator", value=24.0),
    link("OF", "output", "catl", {"role": "subject"}),
)

_A = "MATCH (n:Lichain {id: 'catl'})"
_R = "MATCH (a)-[r:SUPPLIES]->(b)"
_INDICATOR = "MATCH (:Indicator)-[r:OF]->()"
_COPY = f"{_R} CREATE (b)-[copy:SUPPLIES]->(a) SET copy = properties(r)"

TAMPERED: dict[str, tuple[str, set[str]]] = {
    "a relationship deleted": (f"{_R} DELETE r", set()),
    "a node deleted": (f"{_A} DETACH DELETE n", set()),
    "a property changed": (f"{_A} SET n.name_zh = 'x'", set()),
    "a property removed": (f"{_A} REMOVE n.stock_code", set()),
    "a property of another kind": ("MATCH (n:Indicator) SET n.value = 24", set()),
    "a property added": (f"{_A} SET n.form = 'group'", set()),
    "a list changed": ("MATCH (n {id: 'byd'}) SET n.aliases = ['BYD', 'x']", set()),
    "a list made a text": ("MATCH (n {id: 'byd'}) SET n.aliases = 'BYD'", set()),
    "a type label removed": (f"{_A} REMOVE n:Organization", set()),
    "a type label of another": (f"{_A} SET n:Source", set()),
    "all type labels removed": (f"{_A} REMOVE n:Organization:Enterprise", set()),
    "the id changed": (f"{_A} SET n.id = 'x'", {"key_with_other_ends"}),
    "the id removed": (f"{_A} REMOVE n.id", {"id_missing", "key_with_other_ends"}),
    "the id a number": (f"{_A} SET n.id = 5", {"id_missing"}),
    "the id of the target changed": (
        "MATCH (n {id: 'byd'}) SET n.id = 'x'",
        {"key_with_other_ends"},
    ),
    "a key changed": (f"{_R} SET r.key = 'x'", {"key_with_other_ends"}),
    "a key made a number": (f"{_R} SET r.key = 7", {"key_with_other_ends"}),
    "a key removed": (f"{_R} REMOVE r.key", set()),
    "claims emptied": (f"{_R} SET r.claims = []", {"relationship_without_source"}),
    "sources removed": (f"{_R} REMOVE r.sources", {"relationship_without_source"}),
    "a note too many": (f"{_R} SET r.notes = ['', '']", {"relationship_without_source"}),
    "no confidence": (f"{_R} REMOVE r.confidence", {"relationship_without_source"}),
    "a fact copied": (
        f"{_R} CREATE (a)-[copy:SUPPLIES]->(b) SET copy = properties(r)",
        {"key_twice"},
    ),
    "a fact copied elsewhere": (_COPY, {"key_twice", "key_with_other_ends"}),
    "a fact of a type we do not have": (
        f"{_R} CREATE (a)-[x:`sells to` {{key: 'sells to:catl>byd', claims: ['c'], sources: ['s-annual-report'],"
        " locators: [''], notes: [''], confidence: 'inferred'}]->(b)",
        set(),
    ),
    "dates reversed": (f"{_R} SET r.valid_to = '2022-12'", {"dates_reversed"}),
    "an unknown product": (f"{_R} SET r.product = 'x'", {"supplied_product_unknown"}),
    "an unknown source": (f"{_R} SET r.sources = ['x']", {"source_unknown"}),
    "evidence removed": (f"{_A}-[r:EVIDENCED_BY]->() DELETE r", {"node_without_evidence"}),
    "a node of ours added": (
        "CREATE (:Lichain:Organization {id: 'x', name_zh: 'x'})",
        {"node_without_evidence"},
    ),
    "a number of nobody": (f"{_INDICATOR} DELETE r", {"indicator_without_subject"}),
    "a number's subject made a scope": (
        f"{_INDICATOR} SET r.role = 'scope'",
        {"indicator_without_subject"},
    ),
    "a product without segment": (
        "MATCH ()-[r:BELONGS_TO]->() DELETE r",
        {"product_without_segment"},
    ),
    "a region without parent": ("MATCH ()-[r:PART_OF]->() DELETE r", {"region_without_parent"}),
    "a region in itself": (
        "MATCH (a)-[r:PART_OF]->(b) CREATE (b)-[x:PART_OF]->(a) SET x = properties(r), x.key = 'PART_OF:cn>jx'",
        {"part_of_itself"},
    ),
    "the marker removed": ("MATCH (n:Lichain {id: 'byd'}) REMOVE n:Lichain", set()),
    "sources a number": (f"{_R} SET r.sources = 5", {"relationship_without_source"}),
    "dates made numbers": (f"{_R} SET r.valid_from = 2024, r.valid_to = 2023", set()),
}


def test_untouched_is_good(empty_store: Store) -> None:
    load(schema(), empty_store, WANTED)
    assert verify(schema(), empty_store, WANTED).good


def test_every_rule_has_a_case_in_which_it_finds_something() -> None:
    rules = {path.stem for path in (resources.folder("cypher") / "verify").glob("*.cypher")}
    found = set().union(*(rules for _, rules in TAMPERED.values()))
    assert found | {"id_twice"} == rules, "id_twice needs the constraint gone: see test_indexes"


@pytest.mark.parametrize("name", TAMPERED)
def test_verify_finds_it_and_load_mends_it(empty_store: Store, name: str) -> None:
    load(schema(), empty_store, WANTED)
    clean = dump(empty_store)

    statement, rules = TAMPERED[name]
    run(empty_store, statement)
    before = dump(empty_store, handles=True)
    assert dump(empty_store) != clean
    verdict = verify(schema(), empty_store, WANTED)
    assert not verdict.good
    assert verdict.left.size
    assert rules <= {finding.rule for finding in verdict.findings}
    assert dump(empty_store, handles=True) == before, "verify writes nothing"

    assert load(schema(), empty_store, WANTED) == verdict.left
    assert compare(WANTED, read_state(schema(), empty_store)).size == 0
    after = dump(empty_store)
    for what, lines in clean.items():
        assert not Counter(lines) - Counter(after[what])
        assert not [line for line in Counter(after[what]) - Counter(lines) if _is_ours(line, what)]


def _is_ours(line: str, what: str) -> bool:
    """What lost its marker or its key by hand is no longer ours to remove."""
    if what == "nodes":
        return '"Lichain"' in line
    return line.count('"Lichain"') == 2 and '"key"' in line
