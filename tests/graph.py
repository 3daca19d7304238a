"""A graph of record held by the session's Neo4j, for tests that ask it questions.

A package of tests gets the fixture by importing it in its conftest:
`from ..graph import loaded as loaded`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest

from lichain.loader import load
from lichain.local import Address
from lichain.model import Record
from lichain.schema import schema
from lichain.seed import read_record
from lichain.settings import Settings
from lichain.store import Store, connect

SEED = Path(__file__).resolve().parents[1] / "seed"


@cache
def seed_record() -> Record:
    """The repository's own tables, read once a session."""
    return read_record(SEED)


@contextmanager
def holding(address: Address, record: Record) -> Iterator[Store]:
    """A store that holds just `record`; what another test left of ours is changed into it."""
    settings = Settings(uri=address.uri, user=address.user, password=address.password)
    with connect(settings) as store:
        load(schema(), store, record)
        yield store


@pytest.fixture(scope="module")
def loaded(neo4j_server: Address) -> Iterator[Store]:
    """The seed in Neo4j: written once a session, compared again for each module of tests."""
    with holding(neo4j_server, seed_record()) as store:
        yield store
