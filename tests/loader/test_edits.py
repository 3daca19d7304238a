"""Every kind of edit of the tables, there and back, against clean loads."""

from __future__ import annotations

import pytest

from lichain.loader import compare, load, read_state
from lichain.model import Node, Relationship
from lichain.schema import schema
from lichain.store import Store

from .dump import dump, run
from .records import link, node, record

pytestmark = pytest.mark.neo4j

CATL, BYD, LFP, CELL = node("catl"), node("byd"), node("lfp", "Product"), node("cell", "Product")
SUPPLIES = link("SUPPLIES", "catl", "byd", {"product": "lfp"}, volume=1.5)
STANDING = (CATL, BYD, LFP, CELL, SUPPLIES)

EDITS: dict[str, tuple[tuple[Node | Relationship, ...], tuple[Node | Relationship, ...]]] = {
    "a property changes": (STANDING, (node("catl", form="group"), *STANDING[1:])),
    "a property goes": ((node("catl", form="group", website="https://a.cn"),), (CATL,)),
    "a node goes": (STANDING, (BYD, LFP, CELL)),
    "a relationship goes": (STANDING, STANDING[:-1]),
    "a property of a relationship changes": (
        STANDING,
        (*STANDING[:-1], link("SUPPLIES", "catl", "byd", {"product": "lfp"}, volume=2.0)),
    ),
    "a property of a relationship goes": (
        STANDING,
        (*STANDING[:-1], link("SUPPLIES", "catl", "byd", {"product": "lfp"})),
    ),
    "a key changes": (
        STANDING,
        (*STANDING[:-1], link("SUPPLIES", "catl", "byd", {"product": "cell"})),
    ),
    "a relationship turns round": (STANDING, (*STANDING[:-1], link("SUPPLIES", "byd", "catl"))),
    "an organization is an enterprise": ((node("x", "Organization", kind="bank"),), (node("x"),)),
    "an enterprise is an organization": (
        (node("x", stock_code="300750.SZ"),),
        (node("x", "Organization", kind="bank"),),
    ),
    "a facility is a project": (
        (node("x", "Facility", kind="plant", latitude=29.5),),
        (node("x", "Project"),),
    ),
    "a node is called otherwise and keeps its stock code": (
        (node("old", stock_code="300750.SZ"),),
        (node("new", stock_code="300750.SZ"),),
    ),
    "two swap their stock codes": (
        (node("a", stock_code="300750.SZ"), node("b", stock_code="002594.SZ")),
        (node("a", stock_code="002594.SZ"), node("b", stock_code="300750.SZ")),
    ),
    "a stock code passes on": (
        (node("a", stock_code="300750.SZ"), node("b")),
        (node("a"), node("b", stock_code="300750.SZ")),
    ),
    "a list grows, shrinks and empties": (
        (node("a", aliases=("x",)), node("b", aliases=("x", "y")), node("c", aliases=("x",))),
        (node("a", aliases=("x", "y")), node("b", aliases=("y",)), node("c", aliases=())),
    ),
    "a number is no whole one": (
        (node("a", "Indicator", value=1.0),),
        (node("a", "Indicator", value=1.0000000000000002),),
    ),
    "all goes": (STANDING, ()),
    "all is other": (STANDING, (node("p"), node("q"), link("SUPPLIES", "p", "q"))),
}


@pytest.mark.parametrize("name", EDITS)
def test_edit_and_back(empty_store: Store, name: str) -> None:
    """Each load does what the plan said, leaves nothing to do, and the graph of a clean load."""
    first, second = (record(*things) for things in EDITS[name])
    seen = []
    for wanted in (first, second, first, None, second):
        if wanted is None:
            run(empty_store, "MATCH (n) DETACH DELETE n")
            continue
        expected = compare(wanted, read_state(schema(), empty_store))
        assert expected.size
        assert load(schema(), empty_store, wanted) == expected
        assert compare(wanted, read_state(schema(), empty_store)).size == 0
        seen.append(dump(empty_store))
    clean_first, edited, edited_back, clean_second = seen
    assert (edited, edited_back) == (clean_second, clean_first)
