"""Random small records, loaded, edited, tampered with and loaded again, against a plain model."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from lichain.loader import load
from lichain.loader import write as loader_write
from lichain.model import Node, Relationship
from lichain.schema import schema
from lichain.store import Store

from .dump import WIPE, run
from .records import bare, link

pytestmark = [pytest.mark.neo4j, pytest.mark.slow]

IDS = st.sampled_from("abcde")
TYPES = st.sampled_from(["Enterprise", "Organization", "Product", "Facility"])
TEXTS = st.sampled_from(["宁德时代", "'; DETACH DELETE n //", "x", ""])
LISTS = st.lists(TEXTS, max_size=2).map(tuple)
CODES = st.sampled_from(["300750.SZ", "002594.SZ", None])
VOLUMES = st.one_of(st.none(), st.floats(allow_nan=False, allow_infinity=False, width=32))


def as_rows(nodes: dict[str, Node], links: dict[str, Relationship]) -> tuple[Any, Any]:
    """What the graph must hold, computed without the loader."""
    kinds = schema().nodes
    wanted = sorted(
        (id_, sorted(kinds[node.type].labels), _plain({"id": id_, **node.properties}))
        for id_, node in nodes.items()
    )
    return wanted, sorted((r.start, r.type, r.end, _plain(r.properties)) for r in links.values())


def _plain(properties: Any) -> str:
    return repr(
        sorted(
            (k, list(v) if isinstance(v, tuple) else v)
            for k, v in properties.items()
            if v is not None
        )
    )


class Loads(RuleBasedStateMachine):
    """The tables as two dicts; `synced` once a load has brought the graph to them."""

    store: Store

    @initialize()
    def start(self) -> None:
        run(
            self.store,
            WIPE,
            "CREATE (:Enterprise {id: 'a'}), (:LichainRetired {id: 'b', theirs: 1})",
        )
        self.nodes = {id_: Node(id_, "Enterprise", {"name_zh": id_}) for id_ in "abcd"}
        facts = [link("SUPPLIES", *ends, {"product": "p"}) for ends in ("ab", "bc", "ca")]
        self.links: dict[str, Relationship] = {fact.key: fact for fact in facts}
        self.synced = False

    @rule(id_=IDS, type_=TYPES, name=TEXTS, aliases=LISTS, code=CODES)
    def put_node(
        self, id_: str, type_: str, name: str, aliases: tuple[str, ...], code: str | None
    ) -> None:
        properties: dict[str, Any] = {"name_zh": name, "aliases": aliases}
        if type_ == "Enterprise" and code:
            for other in [n for n in self.nodes.values() if n.properties.get("stock_code") == code]:
                rest = {k: v for k, v in other.properties.items() if k != "stock_code"}
                self.nodes[other.id] = Node(other.id, other.type, rest)
            properties["stock_code"] = code
        self.nodes[id_] = Node(id_, type_, properties)
        self.synced = False

    @rule(id_=IDS)
    def drop_node(self, id_: str) -> None:
        self.nodes.pop(id_, None)
        self.links = {k: r for k, r in self.links.items() if id_ not in (r.start, r.end)}
        self.synced = False

    @rule(start=IDS, end=IDS, product=st.sampled_from(["p", "q"]), volume=VOLUMES)
    def put_link(self, start: str, end: str, product: str, volume: float | None) -> None:
        if {start, end} <= self.nodes.keys() and start != end:
            extra = {} if volume is None else {"volume": volume}
            fact = link("SUPPLIES", start, end, {"product": product}, **extra)
            self.links[fact.key] = fact
            self.synced = False

    @rule(id_=IDS)
    def drop_links(self, id_: str) -> None:
        self.links = {k: r for k, r in self.links.items() if r.start != id_}
        self.synced = False

    @rule(
        tampering=st.sampled_from(
            [
                "MATCH (n:Lichain {id: $id}) DETACH DELETE n",
                "MATCH (n:Lichain {id: $id}) SET n.id = 'z'",
                "MATCH (n:Lichain {id: $id}) SET n.name_zh = 5, n:Product",
                "MATCH (n:Lichain {id: $id}) REMOVE n.id, n:Enterprise",
                "MATCH (a:Lichain {id: $id})-[r]->(b) CREATE (b)-[c:SUPPLIES]->(a) SET c = properties(r)",
                "MATCH (a:Lichain {id: $id})-[r]->(b) CREATE (a)-[c:SUPPLIES]->(b) SET c = properties(r)",
                "MATCH (:Lichain {id: $id})-[r]->() SET r.key = 'other', r.product = 'z'",
            ]
        ),
        id_=IDS,
    )
    def tamper(self, tampering: str, id_: str) -> None:
        run(self.store, tampering, id=id_)
        self.synced = False

    @rule(batch=st.sampled_from([1, 2, 2_000]), atomic=st.booleans())
    def reload(self, batch: int, atomic: bool) -> None:
        loader_write.BATCH = batch
        wanted = bare(*self.nodes.values(), *self.links.values())
        load(schema(), self.store, wanted, atomic=50_000 if atomic else 0)
        self.synced = True

    @invariant()
    def graph_is_the_model(self) -> None:
        if not getattr(self, "synced", False):
            return
        nodes = sorted(
            (properties["id"], sorted(labels), _plain(properties))
            for labels, properties in self.store.rows(
                "MATCH (n:Lichain) RETURN labels(n), n {.*, theirs: null}"
            )
        )
        links = sorted(
            (start, kind, end, _plain(properties))
            for start, kind, end, properties in self.store.rows(
                "MATCH (a)-[r]->(b) RETURN a.id, type(r), b.id, properties(r)"
            )
        )
        assert (nodes, links) == as_rows(self.nodes, self.links)


def test_any_sequence(empty_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loader_write, "BATCH", loader_write.BATCH)
    Loads.store = empty_store
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        Loads,
        settings=settings(
            max_examples=70,
            stateful_step_count=12,
            deadline=None,
            derandomize=True,
            database=None,
            phases=[Phase.generate, Phase.shrink],
            suppress_health_check=list(HealthCheck),
        ),
    )
