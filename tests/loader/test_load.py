"""Loading: keyed, idempotent, order-free, and just what the plan said."""

from __future__ import annotations

import random
from collections.abc import Iterable
from typing import Any

import pytest

from lichain.errors import InputError
from lichain.loader import compare, load, read_state, verify
from lichain.model import Node, Record, Relationship
from lichain.schema import schema
from lichain.store import Store, Transaction

from .dump import dump, run
from .records import SOURCE, bare, link, node, record

pytestmark = pytest.mark.neo4j

CATL, BYD, LFP, CELL = node("catl"), node("byd"), node("lfp", "Product"), node("cell", "Product")
SUPPLIES = link("SUPPLIES", "catl", "byd", {"product": "lfp"}, volume=1.5)
STANDING = (CATL, BYD, LFP, CELL, SUPPLIES)


def test_twice_writes_nothing(empty_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    load(schema(), empty_store, record(*STANDING))
    before = dump(empty_store, handles=True)
    seen: dict[str, int] = {}

    def counting(self: Transaction, cypher: str, **parameters: Any) -> None:
        counters = self._transaction.run(cypher, parameters).consume().counters
        for name in ("nodes_created", "nodes_deleted", "relationships_created", "labels_added"):
            seen[name] = seen.get(name, 0) + getattr(counters, name)
        seen["set"] = seen.get("set", 0) + counters.properties_set * ("LichainLoad" not in cypher)

    monkeypatch.setattr(Transaction, "run", counting)
    assert load(schema(), empty_store, record(*STANDING)).unchanged == 10
    assert seen
    assert not any(seen.values()), seen
    assert dump(empty_store, handles=True) == before


def test_an_edit_keeps_the_nodes_that_stay(empty_store: Store) -> None:
    load(schema(), empty_store, record(*STANDING))
    before = set(dump(empty_store, handles=True)["nodes"])
    load(schema(), empty_store, record(node("catl", form="group"), *STANDING[1:]))
    assert len(before - set(dump(empty_store, handles=True)["nodes"])) == 1


def test_order_does_not_matter(empty_store: Store) -> None:
    wanted = record(*STANDING, node("c", aliases=("b", "a")))
    load(schema(), empty_store, wanted)
    expected = dump(empty_store)
    for seed in range(3):
        run(empty_store, "MATCH (n) DETACH DELETE n")
        load(schema(), empty_store, _shuffled(wanted, seed))
        assert dump(empty_store) == expected
        assert load(schema(), empty_store, wanted).size == 0


def _shuffled(wanted: Record, seed: int) -> Record:
    chance = random.Random(seed)

    def shuffled(items: Iterable[Any]) -> dict[str, Any]:
        found = list(items)
        chance.shuffle(found)
        return dict(found)

    return Record(shuffled(wanted.nodes.items()), shuffled(wanted.relationships.items()), {})


def test_parallel_facts_stay_two(empty_store: Store) -> None:
    facts = [link("SUPPLIES", "catl", "byd", {"product": id_}) for id_ in ("lfp", "cell")]
    load(schema(), empty_store, record(CATL, BYD, LFP, CELL, *facts))
    rows = empty_store.rows("MATCH (:Lichain)-[r:SUPPLIES]->() RETURN r.product ORDER BY r.product")
    assert rows == (("cell",), ("lfp",))
    assert verify(schema(), empty_store, record(CATL, BYD, LFP, CELL, *facts)).left.size == 0


HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "'; MATCH (n) DETACH DELETE n //",
    "`) DETACH DELETE n //",
    '"\\u0027 }) \\',
    "$rows",
    "名" * 10_000,
    "🔋" * 500,
    "‮متجر بطاريات\u200f",
    "tab\tnewline\nnul\x00end",
    " ",
]


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_names_are_text(empty_store: Store, name: str) -> None:
    wanted = record(
        node("a", name_en=name, aliases=(name, "b")), CATL, link("SUPPLIES", "a", "catl", site=name)
    )
    load(schema(), empty_store, wanted)
    assert compare(wanted, read_state(schema(), empty_store)).size == 0
    ((stored, aliases, site),) = empty_store.rows(
        "MATCH (n:Lichain {id: 'a'})-[r:SUPPLIES]->() RETURN n.name_en, n.aliases, r.site"
    )
    assert (stored, aliases, site) == (name, [name, "b"], name)


def test_every_type_of_the_schema_loads(empty_store: Store) -> None:
    """Labels and types go in as values: all of them have to come out as labels and types."""
    kinds = schema()
    nodes = [node(f"n-{name.lower()}", name) for name in kinds.nodes if name != "Source"]
    links = [
        link(kind.name, f"n-{kind.start[0].lower()}", f"n-{kind.end[0].lower()}")
        for kind in kinds.relationships.values()
        if kind.name != "EVIDENCED_BY" and "Source" not in (*kind.start, *kind.end)
    ]
    wanted = record(*nodes, *links)
    load(kinds, empty_store, wanted)
    for labels, id_ in empty_store.rows("MATCH (n:Lichain) RETURN labels(n), n.id"):
        assert set(labels) == set(kinds.nodes[wanted.nodes[id_].type].labels)
    counts = {
        row.type: (row.record, row.graph) for row in verify(kinds, empty_store, wanted).counts
    }
    assert all(there == expected for expected, there in counts.values())
    assert set(kinds.nodes) <= set(counts)


def test_relationship_without_its_node_is_refused(empty_store: Store) -> None:
    load(schema(), empty_store, record(CATL))
    before = dump(empty_store)
    with pytest.raises(InputError, match=r"SUPPLIES:catl>nobody joins 'nobody', which is no node"):
        load(schema(), empty_store, bare(SOURCE, CATL, link("SUPPLIES", "catl", "nobody")))
    assert dump(empty_store) == before


@pytest.mark.parametrize(
    ("thing", "message"),
    [
        (Node("a", "Mine"), "'a' has the type 'Mine', which the schema lacks; correct it"),
        (node("a", latitude=1.0), "'a' has the property 'latitude', which Enterprise lacks"),
        (link("SELLS", "catl", "catl"), "has the type 'SELLS', which the schema lacks"),
        (link("SUPPLIES", "catl", "catl", share=1.0), "'share', which SUPPLIES lacks"),
    ],
)
def test_what_the_schema_lacks_is_refused(
    empty_store: Store, thing: Node | Relationship, message: str
) -> None:
    with pytest.raises(InputError, match=message):
        load(schema(), empty_store, bare(CATL, thing))
    assert dump(empty_store) == {"nodes": [], "relationships": []}
