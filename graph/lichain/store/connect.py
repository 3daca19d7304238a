"""From settings to an open store: a named server, or the program's own local Neo4j."""

from __future__ import annotations

from collections.abc import Callable

import neo4j

from lichain import __version__
from lichain.errors import StoreError
from lichain.settings import Settings
from lichain.store.database import Store
from lichain.store.faults import plainly

_SECONDS_TO_CONNECT = 15.0
_SECONDS_TO_RETRY = 20.0


def connect(settings: Settings, progress: Callable[[str], None] = lambda _: None) -> Store:
    """An open store; starts the local Neo4j where no address is set."""
    uri, user, password = settings.uri, settings.user, settings.password
    if uri is None:
        from lichain import local

        address = local.up(settings, progress)
        uri, user, password = address.uri, address.user, address.password
    if password is None:
        raise StoreError(f"no password is set for {uri}; put it in NEO4J_PASSWORD")
    with plainly(uri):
        driver = neo4j.GraphDatabase.driver(
            uri,
            auth=(user, password),
            user_agent=f"lichain/{__version__}",
            connection_timeout=_SECONDS_TO_CONNECT,
            connection_acquisition_timeout=_SECONDS_TO_CONNECT,
            max_transaction_retry_time=_SECONDS_TO_RETRY,
            notifications_min_severity="OFF",
        )
    store = Store(driver, uri, settings.database)
    try:
        store.version()
    except BaseException:
        store.close()
        raise
    return store
