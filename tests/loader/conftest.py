"""A server of the loader's own, wiped before and after each test that asks for `empty_store`."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from lichain.local import Address
from lichain.settings import Settings
from lichain.store import Store, connect

from ..conftest import fresh_home, session_server
from .dump import WIPE, run


@pytest.fixture(scope="session")
def own_server(neo4j_version: str) -> Iterator[Address]:
    with (
        fresh_home("lichain-loader-") as home,
        session_server(neo4j_version, home) as address,
    ):
        yield address


@pytest.fixture(scope="session")
def own_settings(own_server: Address) -> Settings:
    return settings_of(own_server)


@pytest.fixture(scope="session")
def own_store(own_settings: Settings) -> Iterator[Store]:
    with connect(own_settings) as store:
        yield store


@pytest.fixture
def empty_store(own_store: Store) -> Iterator[Store]:
    """A store without a node; the constraints of earlier tests may stand."""
    run(own_store, WIPE)
    yield own_store
    run(own_store, WIPE)


@pytest.fixture
def virgin_store(empty_store: Store) -> Iterator[Store]:
    """A store without a node, constraint or index: no load was ever here."""
    bare(empty_store)
    yield empty_store
    run(empty_store, WIPE)
    bare(empty_store)


@pytest.fixture
def short_retry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Gives up on a server that went away after a second or two instead of twenty."""
    monkeypatch.setattr(sys.modules["lichain.store.connect"], "_SECONDS_TO_RETRY", 1.5)


def bare(store: Store) -> None:
    """Drops every constraint and index but those for labels and types."""
    for (name,) in store.rows("SHOW CONSTRAINTS YIELD name"):
        run(store, f"DROP CONSTRAINT `{name}`")
    for name, _ in store.rows("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'"):
        run(store, f"DROP INDEX `{name}`")


def settings_of(address: Address) -> Settings:
    return Settings(uri=address.uri, user=address.user, password=address.password)
