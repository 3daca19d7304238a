"""One real Neo4j for the whole test session, for the tests that ask for `neo4j_server`."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from lichain.errors import LocalError
from lichain.local import Address

from .server import throwaway

LACKS = ("packages that are not installed", "could not be downloaded")


@pytest.fixture(scope="session")
def neo4j_version() -> str:
    """`2026.08` unless LICHAIN_TEST_NEO4J says `5.26`."""
    return os.environ.get("LICHAIN_TEST_NEO4J") or "2026.08"


@pytest.fixture(scope="session")
def neo4j_home() -> Iterator[Path]:
    """The folder that the session's server has its data under, gone afterwards."""
    with fresh_home("lichain-test-") as home:
        yield home


@pytest.fixture(scope="session")
def neo4j_server(neo4j_version: str, neo4j_home: Path) -> Iterator[Address]:
    """The address of the session's server, which is empty at first."""
    with session_server(neo4j_version, neo4j_home) as address:
        yield address


@contextmanager
def fresh_home(prefix: str) -> Iterator[Path]:
    """A folder for a server's data, removed at the end."""
    home = Path(tempfile.mkdtemp(prefix=prefix))
    try:
        yield home
    finally:
        shutil.rmtree(home, ignore_errors=True)


@contextmanager
def session_server(version: str, home: Path) -> Iterator[Address]:
    """A throwaway server with its data under `home`.

    Without the extra `local` or the network the test is skipped with the reason, but fails in CI.
    """
    server = throwaway(version, home)
    try:
        address = server.__enter__()
    except LocalError as fault:
        if not any(lack in str(fault) for lack in LACKS):
            raise
        unavailable(str(fault))
    try:
        yield address
    finally:
        server.__exit__(None, None, None)


def unavailable(reason: str) -> None:
    """Skip the test, or fail it in CI, where a server must be had."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"no local Neo4j in CI: {reason}", pytrace=False)
    pytest.skip(f"no local Neo4j: {reason}")
