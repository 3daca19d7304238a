"""Chokepoints in Neo4j against taking nodes out one by one, and on any small graph."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lichain.analysis.chokepoints import dominated
from lichain.errors import QueryError
from lichain.local import Address
from lichain.queries import run

from ..graph import holding
from . import chokepoints as oracle
from .conftest import World
from .facts import Facts
from .holdings_made_up import holdings_record
from .lens import narrowed

NODES = "abcdefg"
EDGES = st.sets(st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)), max_size=20)
SOME = st.sets(st.sampled_from(NODES), min_size=1, max_size=3)


@given(EDGES, SOME, SOME)
def test_any_small_graph(edges: set[tuple[str, str]], sources: set[str], targets: set[str]) -> None:
    edges = {(a, b) for a, b in edges if a != b}
    graph = nx.DiGraph([*edges, *(("", source) for source in sources)])
    there = oracle.reached(edges, sources) & targets
    under = dominated(graph, there)
    for node in NODES:
        assert under.get(node, set()) == oracle.lost(edges, sources, targets, node)


@pytest.fixture(scope="module")
def held(neo4j_server: Address, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    record = holdings_record(tmp_path_factory.mktemp("holdings"))
    with holding(neo4j_server, record) as store:
        yield World(store, Facts(record), record)


def agree(world: World, facts: Facts, from_: str, to: str, level: str, **lens: Any) -> int:
    rows = run("chokepoints", world.store, start=from_, to=to, level=level, **lens).rows
    found = sorted(
        (v["node"].id, v["only_through"], v["targets"], v["cut"])
        for v in (row.values for row in rows)
    )
    assert found == oracle.chokepoints(facts, from_, to, level), (from_, to, level, lens)
    return len(found)


@pytest.mark.neo4j
@pytest.mark.parametrize("level", ["enterprise", "product", "country"])
def test_against_taking_nodes_out(world: World, level: str) -> None:
    seed = "mining" in world.facts.nodes
    pairs = (
        [("mining", "cell"), ("refining", "pack")]
        if seed
        else [("s-mine", "s-cell"), ("s-cell", "s-rec")]
    )
    for from_, to in pairs:
        agree(world, world.facts, from_, to, level)
    lens: dict[str, Any] = {"as_of": "2024-06-30", "min_confidence": "reported"}
    agree(world, Facts(narrowed(world.record, **lens)), *pairs[0], level, **lens)


@pytest.mark.neo4j
def test_the_product_on_the_only_way(held: World) -> None:
    """Ore goes into a material only, that into cells only: both stand on every way to the cell."""
    rows = run("chokepoints", held.store, start="s-mine", to="s-cell", level="product").rows
    told = {row.values["node"].id: row.values for row in rows}
    assert {id_: v["only_through"] for id_, v in told.items()} == {"p-ore": 1, "p-a": 1}
    assert [one.id for one in told["p-a"]["which"]] == ["p-cell"]
    assert [one.id for one in told["p-a"]["alternatives"]] == []
    assert all(row.evidence for row in rows)


@pytest.mark.neo4j
def test_both_ends_must_differ(held: World) -> None:
    with pytest.raises(QueryError, match="name two things"):
        run("chokepoints", held.store, start="s-mine", to="s-mine")
