"""The server itself is killed in the middle of a load, and then comes back read-only."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from lichain import local
from lichain.errors import StoreError
from lichain.loader import load
from lichain.local import Address, launch
from lichain.local.folder import Folder
from lichain.schema import schema
from lichain.settings import Settings
from lichain.store import connect

from ..server import free_ports
from ..store.program import lichain
from .conftest import settings_of
from .dump import dump
from .records import chain, node, record

pytestmark = [pytest.mark.neo4j, pytest.mark.slow]

BEFORE = record(node("firm-0000"), node("gone", stock_code="300750.SZ"))
SWITCHED = """
import sys, threading, time; sys.path.append(sys.argv[1])
from lichain.local import server
usual = server._start_neo4j

def start(folder, given):
    service = usual(folder, given)
    threading.Thread(target=switch, args=(folder.path / "read-only", service), daemon=True).start()
    return service

def switch(order, service):
    from jpype import JClass
    while not order.exists():
        time.sleep(0.05)
    kind = JClass("org.neo4j.configuration.Config")
    config = service.database("neo4j").getDependencyResolver().resolveDependency(kind)
    names = JClass("java.util.Set").of("neo4j")
    setting = JClass("org.neo4j.configuration.GraphDatabaseSettings").read_only_databases
    config.setDynamic(setting, names, "test")
    order.unlink()

server._start_neo4j = start
server.main()
"""
"""The server's program, but `server.databases.read_only` is set when a file appears: community
has no read-only users, and a database that needs recovery cannot be started read-only."""


@pytest.fixture
def home(neo4j_version: str, own_server: Address) -> Iterator[Settings]:
    """A server's home; the session's server shows that one can be started here."""
    folder = Path(tempfile.mkdtemp(prefix="lichain-doomed-"))
    settings = Settings(local_version=neo4j_version, home=folder)
    yield settings
    local.down(settings)
    shutil.rmtree(folder, ignore_errors=True)


def _up(home: Settings) -> Settings:
    with free_ports():
        return settings_of(local.up(home, tied=True))


def test_killed_then_read_only(
    home: Settings, short_retry: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def progress(message: str) -> None:
        pid = local.status(home).pid
        if message == "writes relationships" and pid:
            os.kill(pid, signal.SIGKILL)

    with connect(_up(home)) as store:
        load(schema(), store, BEFORE)
        before = dump(store, handles=True)
        with pytest.raises(
            StoreError, match=r"does not answer or went away \(Connection refused\); start it"
        ):
            load(schema(), store, chain(30), progress)

    monkeypatch.setattr(launch, "_PROGRAM", SWITCHED)
    settings = _up(home)
    with connect(settings) as store:
        assert dump(store, handles=True) == before
        _make_read_only(home)
        said: list[str] = []
        with pytest.raises(StoreError, match=r"does not let us write .*; use a user or a member"):
            load(schema(), store, chain(30), said.append)
        assert len(said) == 1, "it does not get better by trying again"
        assert dump(store, handles=True) == before
    ended = lichain(settings, "load")
    assert ended.code == 5, ended.errors
    assert "does not let us write" in ended.sentence


def _make_read_only(home: Settings) -> None:
    order = Folder.of(home).path / "read-only"
    order.touch()
    while order.exists():
        time.sleep(0.05)
