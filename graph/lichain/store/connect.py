"""From settings to an open store: a named server, or the program's own local Neo4j."""

from __future__ import annotations

import logging
from collections.abc import Callable
from urllib.parse import urlsplit

import neo4j

from lichain import __version__
from lichain.errors import StoreError
from lichain.settings import Settings
from lichain.store.database import Store
from lichain.store.faults import plainly

_SCHEMES = frozenset(f"{name}{tls}" for name in ("neo4j", "bolt") for tls in ("", "+s", "+ssc"))
_SECONDS_TO_CONNECT = 15.0
_SECONDS_TO_RETRY = 20.0

logging.getLogger("neo4j").addHandler(logging.NullHandler())  # else it writes to standard error


def connect(settings: Settings, progress: Callable[[str], None] = lambda _: None) -> Store:
    """An open store; starts the local Neo4j where no address is set."""
    uri, user, password = settings.uri, settings.user, settings.password
    if uri is None:
        from lichain import local

        address = local.up(settings, progress)
        uri, user, password = address.uri, address.user, address.password
    _check(uri)
    if password is None:
        raise StoreError(
            f"no password is set for {uri}; put it in NEO4J_PASSWORD",
            f"尚未设置 {uri} 的密码；请写入 NEO4J_PASSWORD",
        )
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


def _check(uri: str) -> None:
    """The driver takes http too, and fails later; and a password in an address gets shown."""
    try:
        parts = urlsplit(uri)
        _ = parts.port  # beyond 65535 the driver takes it modulo 65536
    except ValueError:
        parts = urlsplit("")
    if parts.username is not None or parts.password is not None:
        shown = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
        raise StoreError(
            f"the address {shown} comes with a user name or password in it; "
            "put those in NEO4J_USERNAME and NEO4J_PASSWORD",
            f"地址 {shown} 中带有用户名或密码；请改用 NEO4J_USERNAME 和 NEO4J_PASSWORD 设置",
        )
    if parts.scheme not in _SCHEMES:
        raise StoreError(
            f"{uri!r} is not the address of a Neo4j; write it as neo4j://host:7687",
            f"{uri!r} 不是 Neo4j 的地址；请写成 neo4j://host:7687",
        )
