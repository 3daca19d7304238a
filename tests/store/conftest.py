"""The session's server, of which these tests change nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from lichain.local import Address
from lichain.settings import Settings
from lichain.store import Store, connect


@pytest.fixture(scope="module")
def settings(neo4j_server: Address) -> Settings:
    server = neo4j_server
    return Settings(uri=server.uri, user=server.user, password=server.password)


@pytest.fixture(scope="module")
def store(settings: Settings) -> Iterator[Store]:
    with connect(settings) as found:
        yield found
