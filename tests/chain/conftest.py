"""A Chain on the session's Neo4j, which holds the seed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import lichain
from lichain.chain import Chain
from lichain.local import Address
from lichain.store import Store

from ..graph import loaded as loaded


@pytest.fixture
def served(loaded: Store, neo4j_server: Address, monkeypatch: pytest.MonkeyPatch) -> Store:
    """The settings lead to the session's server, which holds the seed."""
    monkeypatch.setenv("NEO4J_URI", neo4j_server.uri)
    monkeypatch.setenv("NEO4J_USERNAME", neo4j_server.user)
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_server.password)
    monkeypatch.delenv("NEO4J_DATABASE", raising=False)
    return loaded


@pytest.fixture
def chain(served: Store) -> Iterator[Chain]:
    with lichain.open(lang="en") as chain:
        yield chain
