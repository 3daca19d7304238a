"""What Neo4j returns, as the program's own types."""

from __future__ import annotations

import pytest

from lichain.errors import QueryError
from lichain.model import Node, Relationship
from lichain.store import Store
from lichain.store.statements import statement
from lichain.store.values import ends


@pytest.mark.neo4j
@pytest.mark.parametrize(
    ("cypher", "value"),
    [
        ("1", 1),
        ("1.5", 1.5),
        ("true", True),
        ("null", None),
        ("'宁德时代'", "宁德时代"),
        ("[1, 'a', null]", [1, "a", None]),
        ("{a: [date('2026-11-01')]}", {"a": ["2026-11-01"]}),
        ("datetime('2026-11-01T00:00:00Z')", "2026-11-01T00:00:00.000000000+00:00"),
        ("duration('P1D')", "P1D"),
        ("point({x: 1, y: 2})", [1.0, 2.0]),
    ],
)
def test_plain(store: Store, cypher: str, value: object) -> None:
    ((found,),) = store.rows(f"RETURN {cypher}")
    assert found == value
    assert type(found) is type(value)


@pytest.mark.neo4j
def test_nodes_relationships_and_paths(store: Store) -> None:
    """Made and rolled back: nobody else who uses this server sees them."""

    class Undo(Exception):
        pass

    seen = []

    def work(transaction: object) -> None:
        rows = transaction.rows(  # type: ignore[attr-defined]
            """CREATE p = (a:Lichain:Organization:Enterprise {id: 'a', aliases: ['x']})
            -[:SUPPLIES {key: 'SUPPLIES:a>b;product=lfp', claims: ['c']}]->(b:Lichain:Product {id: 'b'})
            -[:THEIRS]->(:Zebra:Ant {day: date('2026-11-01')})
            RETURN p"""
        )
        seen.extend(rows)
        raise Undo

    with pytest.raises(Undo):
        store.write(work)
    a, supplies, b, theirs, other = seen[0][0]
    assert a == Node("a", "Enterprise", {"aliases": ("x",)})
    assert b == Node("b", "Product", {})
    properties = {"key": "SUPPLIES:a>b;product=lfp", "claims": ("c",)}
    assert supplies == Relationship("SUPPLIES:a>b;product=lfp", "SUPPLIES", "a", "b", properties)
    assert (other.type, other.properties) == ("Ant", {"day": "2026-11-01"})
    assert (theirs.type, theirs.start, theirs.end) == ("THEIRS", "b", other.id)


def test_ends_of_a_key() -> None:
    assert ends("SUPPLIES:a>b;product=x>y", "SUPPLIES") == ("a", "b")
    assert ends("theirs", "SUPPLIES") is None
    assert ends("OWNS:a>b", "SUPPLIES") is None


def test_only_plain_names_go_into_a_statement() -> None:
    assert "FOR (n:Region) ON (n.id)" in statement("index_id", label="Region")
    for hostile in ("Region) ON (n.x) //", "`a`", "", "1a", "a b", "区域"):
        with pytest.raises(QueryError, match="is not a plain name and cannot stand for @label@"):
            statement("index_id", label=hostile)
