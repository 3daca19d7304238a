"""Reads and writes that fail: each one sentence, and nothing kept."""

from __future__ import annotations

import pytest

from lichain.errors import LichainError, QueryError, StoreError
from lichain.store import Store


@pytest.mark.neo4j
@pytest.mark.parametrize(
    ("cypher", "parameters", "kind", "said"),
    [
        ("RETRUN 1", {}, QueryError, "Neo4j does not accept the query: Invalid input 'RETRUN'"),
        ("RETURN $x", {}, QueryError, "does not accept the query: Expected parameter"),
        ("RETURN 1/0", {}, QueryError, "does not accept the query: / by zero"),
        ("CREATE (:X)", {}, QueryError, "the query writes, and a question may only read"),
        ("RETURN $x", {"x": 2**70}, QueryError, "a value cannot be sent to Neo4j .*out of range"),
        ("RETURN $x", {"x": "\ud800"}, QueryError, "a value cannot be sent to Neo4j .*surrogates"),
        (
            "CALL db.index.fulltext.queryNodes('none', 'x')",
            {},
            StoreError,
            "holds no graph of ours yet; run `lichain load`",
        ),
    ],
)
def test_queries_that_fail(
    store: Store, cypher: str, parameters: dict[str, object], kind: type[LichainError], said: str
) -> None:
    with pytest.raises(kind, match=said) as caught:
        store.read(cypher, parameters)
    assert "\n" not in str(caught.value)


@pytest.mark.neo4j
def test_a_slow_query_is_stopped(store: Store) -> None:
    text = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b)"
    with pytest.raises(QueryError, match=r"took too long and was stopped .*; narrow it"):
        store.read(text, seconds=0.5)


@pytest.mark.neo4j
def test_work_that_fails_is_undone(store: Store) -> None:
    def work(transaction: object) -> None:
        transaction.run("CREATE (:NeverKept)")  # type: ignore[attr-defined]
        raise KeyError("mine")

    with pytest.raises(KeyError, match="mine"):
        store.write(work)
    assert store.rows("MATCH (n:NeverKept) RETURN n") == ()
