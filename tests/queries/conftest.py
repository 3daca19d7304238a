"""The seed, and a small made-up graph full of traps, in Neo4j."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from lichain.local import Address
from lichain.model import Record
from lichain.store import Store

from ..graph import holding, seed_record
from ..graph import loaded as loaded
from .facts import Facts
from .made_up import made_up_record


@dataclass(frozen=True)
class World:
    """A graph in Neo4j, and the same graph for the oracle."""

    store: Store
    facts: Facts
    record: Record


@pytest.fixture(scope="session")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Record:
    """The made-up graph, read from tables like any other."""
    return made_up_record(tmp_path_factory.mktemp("made-up"))


WORLDS = os.environ.get("LICHAIN_TEST_WORLDS", "seed made_up").split()


@pytest.fixture(scope="module", params=WORLDS)
def world(
    request: pytest.FixtureRequest, neo4j_server: Address, made_up: Record
) -> Iterator[World]:
    """Every test of the module over the seed, then over the made-up graph.

    LICHAIN_TEST_WORLDS=made_up leaves the seed out: .ci/run does so on the second Neo4j.
    """
    record = seed_record() if request.param == "seed" else made_up
    with holding(neo4j_server, record) as store:
        yield World(store, Facts(record), record)
