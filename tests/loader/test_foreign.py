"""What other people put into the same database stays theirs, as it was."""

from __future__ import annotations

from typing import Any

import pytest

from lichain.loader import load, verify
from lichain.schema import schema
from lichain.store import Store

from .dump import dump, run
from .records import link, node, record

pytestmark = pytest.mark.neo4j

WITH = record(node("catl", stock_code="300750.SZ"), node("byd"), link("SUPPLIES", "catl", "byd"))
WITHOUT = record(node("byd"))
THEIRS = (
    "CREATE (:Enterprise {id: 'catl', name_zh: 'theirs'})",
    "CREATE (:Source {id: 's-annual-report'})-[:EVIDENCED_BY {key: 'k', claims: ['c']}]->(:Source)",
    "CREATE (:Indicator {id: 'theirs'}), (:Product), (:Region {kind: 'province'})",
    "CREATE (r:Region {id: 'r'})-[:PART_OF {claims: ['c']}]->(r)",
    "CREATE (:Note {text: 'theirs'})-[:ABOUT]->(:Note)",
)
_THEIRS = "MATCH (n) WHERE NOT n:Lichain AND NOT n:LichainLoad RETURN labels(n), properties(n)"
_ON_OURS = """MATCH (n {id: 'catl'}) WHERE n:Lichain OR n:LichainRetired
RETURN labels(n), properties(n), COUNT { (n)--() }"""


def _of(store: Store, text: str) -> list[Any]:
    return sorted((*map(str, row),) for row in store.rows(text))


def test_nodes_with_our_labels_and_ids_are_not_touched(empty_store: Store) -> None:
    run(empty_store, *THEIRS)
    before = dump(empty_store, handles=True)
    for wanted in (WITH, WITHOUT, WITH):
        load(schema(), empty_store, wanted)
        assert verify(schema(), empty_store, wanted).good
    load(schema(), empty_store, record())
    run(empty_store, "MATCH (n:Lichain) DETACH DELETE n")
    assert dump(empty_store, handles=True) == before


def test_relationships_between_ours_stay(empty_store: Store) -> None:
    load(schema(), empty_store, WITH)
    run(
        empty_store,
        "MATCH (a:Lichain {id: 'catl'}), (b:Lichain {id: 'byd'}) CREATE (a)-[:SUPPLIES {product: 'x'}]->(b)",
        "MATCH (a:Lichain {id: 'catl'}), (b:Lichain {id: 'byd'}) CREATE (a)-[:SUPPLIES {key: 'mine'}]->(b)",
        "MATCH (a:Lichain {id: 'catl'}), (b:Lichain {id: 'byd'}) CREATE (a)-[:`喜欢 它` {claims: ['c']}]->(b)",
    )
    before = dump(empty_store, handles=True)
    assert load(schema(), empty_store, WITH).size == 0
    assert verify(schema(), empty_store, WITH).good
    assert dump(empty_store, handles=True) == before


def test_properties_and_labels_on_ours_stay(empty_store: Store) -> None:
    load(schema(), empty_store, WITH)
    run(empty_store, "MATCH (n:Lichain {id: 'catl'}) SET n:Watched, n.rating = 5, n.latitude = 1.5")
    assert verify(schema(), empty_store, WITH).good
    load(schema(), empty_store, record(node("catl", form="group"), node("byd")))
    ((labels, properties),) = empty_store.rows(
        "MATCH (n:Lichain {id: 'catl'}) RETURN labels(n), properties(n)"
    )
    assert set(labels) == {"Lichain", "Organization", "Enterprise", "Watched"}
    assert (properties["rating"], properties["latitude"], properties["form"]) == (5, 1.5, "group")
    assert "stock_code" not in properties


TIES = {
    "a relationship out": "CREATE (n)-[:NOTED]->(:Note {text: 'theirs'})",
    "a relationship in": "CREATE (n)<-[:NOTED {key: 'k', claims: ['c']}]-(:Note {text: 'theirs'})",
    "a relationship to another of ours": "MATCH (b:Lichain {id: 'byd'}) CREATE (n)-[:LIKES]->(b)",
    "a label": "SET n:Watched",
    "a property": "SET n.rating = 5",
    "a property named as one of another type": "SET n.latitude = 1.5",
}


@pytest.mark.parametrize("tie", TIES)
def test_a_node_with_ties_is_retired_and_revived(empty_store: Store, tie: str) -> None:
    load(schema(), empty_store, WITH)
    run(empty_store, f"MATCH (n:Lichain {{id: 'catl'}}) WITH n {TIES[tie]}")
    tied = dump(empty_store, handles=True)
    ((_, before, _),) = empty_store.rows(_ON_OURS)

    for _ in range(2):
        load(schema(), empty_store, WITHOUT)
        assert verify(schema(), empty_store, WITHOUT).good
    ((labels, properties, _),) = empty_store.rows(_ON_OURS)
    assert set(labels) - {"Watched"} == {"LichainRetired"}
    ours = set(WITH.nodes["catl"].properties)
    assert properties == {name: before[name] for name in before if name not in ours}

    load(schema(), empty_store, WITH)
    assert verify(schema(), empty_store, WITH).good
    after = dump(empty_store, handles=True)
    assert after["nodes"] == tied["nodes"]
    ours_and_theirs = (
        sorted(_bare(line) for line in dumped["relationships"]) for dumped in (tied, after)
    )
    assert next(ours_and_theirs) == next(ours_and_theirs)


def _bare(line: str) -> str:
    """A relationship without its handle: ours are made anew."""
    return line.rpartition(", ")[0]


def test_a_node_without_ties_is_gone(empty_store: Store) -> None:
    load(schema(), empty_store, WITH)
    load(schema(), empty_store, WITHOUT)
    assert empty_store.rows(_ON_OURS) == ()


def test_revived_as_another_type(empty_store: Store) -> None:
    """A property of theirs that the new type has too becomes ours, or the graph would not agree."""
    load(schema(), empty_store, WITH)
    run(empty_store, "MATCH (n:Lichain {id: 'catl'}) SET n.latitude = 1.5, n.rating = 5")
    load(schema(), empty_store, WITHOUT)
    wanted = record(node("catl", "Facility"), node("byd"))
    load(schema(), empty_store, wanted)
    assert verify(schema(), empty_store, wanted).left.size == 0
    ((labels, properties, _),) = empty_store.rows(_ON_OURS)
    assert set(labels) == {"Lichain", "Facility"}
    assert properties["rating"] == 5


def test_two_retired_with_one_id_do_not_clash(empty_store: Store) -> None:
    run(empty_store, "CREATE (:LichainRetired {id: 'catl'}), (:LichainRetired {id: 'catl'})")
    load(schema(), empty_store, WITH)
    assert verify(schema(), empty_store, WITH).good
