"""The program's own server for real: started, killed, found again, stopped."""

import json
import os
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import urlopen

import neo4j
import pytest
from neo4j.exceptions import AuthError

from lichain import local
from lichain.local import Address, lock
from lichain.local.folder import Folder
from lichain.settings import Settings

from ..server import free_ports

pytestmark = pytest.mark.neo4j

UP = """
import sys
from pathlib import Path
from lichain import local
from lichain.settings import Settings
address = local.up(Settings(local_version=sys.argv[1], home=Path(sys.argv[2])))
print(address.uri, local.status(Settings(local_version=sys.argv[1], home=Path(sys.argv[2]))).pid)
"""

UP_TIED = """
import sys, time
from pathlib import Path
from lichain import local
from lichain.settings import Settings
local.up(Settings(local_version=sys.argv[1], home=Path(sys.argv[2])), tied=True)
print("up", flush=True)
time.sleep(60)
"""


def ask(address: Address, text: str, password: str | None = None) -> list[list[Any]]:
    auth = (address.user, password or address.password)
    with neo4j.GraphDatabase.driver(address.uri, auth=auth) as driver:
        return [record.values() for record in driver.execute_query(text).records]


def get(address: str) -> bytes:
    with urlopen(address, timeout=30) as answer:
        return bytes(answer.read())


@pytest.fixture(scope="module")
def settings(
    neo4j_server: Address, neo4j_version: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Settings]:
    """A home of this module's own; the session's server shows that one can be started here."""
    settings = Settings(local_version=neo4j_version, home=tmp_path_factory.mktemp("home"))
    yield settings
    local.down(settings)


@pytest.fixture(scope="module")
def two_ups(settings: Settings) -> list[str]:
    """What two processes say that call `up` at the same moment; their server stays."""
    command = [sys.executable, "-c", UP, settings.local_version, str(settings.home)]
    with busy(7687), busy(7474):
        callers = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
        return [caller.communicate(timeout=200)[0] for caller in callers]


@contextmanager
def busy(port: int) -> Iterator[None]:
    """Somebody listens on the port: this test, or whoever does already."""
    with socket.socket() as taken:
        with suppress(OSError):
            taken.bind(("127.0.0.1", port))
            taken.listen()
        yield


def test_server_answers(neo4j_server: Address, neo4j_version: str) -> None:
    ((name, (release, *_), edition), *_) = ask(neo4j_server, "CALL dbms.components()")
    assert (name, edition) == ("Neo4j Kernel", "community")
    assert release.startswith(neo4j_version + ".")


def test_wrong_password_is_refused(neo4j_server: Address) -> None:
    for wrong in ("neo4j", "wrong-password"):
        with pytest.raises(AuthError):
            ask(neo4j_server, "RETURN 1", password=wrong)


def test_discovery_names_the_right_ports(neo4j_server: Address) -> None:
    found = json.loads(get(neo4j_server.http))
    port = urlsplit(neo4j_server.uri).port
    assert found["bolt_direct"] == f"bolt://127.0.0.1:{port}"
    assert found["bolt_routing"] == f"neo4j://127.0.0.1:{port}"


def test_neo4j_browser_is_served(neo4j_server: Address) -> None:
    assert b"Neo4j Browser" in get(neo4j_server.browser)


def test_routing_address_works_too(neo4j_server: Address) -> None:
    uri = neo4j_server.uri.replace("bolt:", "neo4j:")
    auth = (neo4j_server.user, neo4j_server.password)
    with neo4j.GraphDatabase.driver(uri, auth=auth) as driver:
        assert driver.execute_query("RETURN 1 AS one").records[0]["one"] == 1


def test_only_loopback_listens(neo4j_server: Address) -> None:
    port = urlsplit(neo4j_server.uri).port
    assert port
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.2", port))


def test_two_ups_start_one_server(two_ups: list[str], settings: Settings) -> None:
    assert two_ups[0] == two_ups[1]
    found = local.status(settings)
    assert two_ups[0].split() == [found.uri, str(found.pid)]
    assert found.uri != "bolt://127.0.0.1:7687"
    assert found.http != "http://127.0.0.1:7474"


def test_password_is_in_no_argument_environment_or_log(
    two_ups: list[str], settings: Settings
) -> None:
    folder = Folder.of(settings)
    assert stat.S_IMODE(folder.password_file.stat().st_mode) == 0o600
    secret = folder.password().encode()
    process = Path("/proc") / str(local.status(settings).pid)
    if process.exists():
        for name in ("cmdline", "environ"):
            assert secret not in (process / name).read_bytes()
    texts = [folder.log, *folder.path.glob("*.conf"), *folder.path.glob("logs/*"), folder.state]
    assert not [text for text in texts if secret in text.read_bytes()]


def test_kill_then_up_keeps_data_and_finds_the_lost_password(
    two_ups: list[str], settings: Settings
) -> None:
    folder = Folder.of(settings)
    before = local.up(settings)
    ask(before, "CREATE (:Kept {n: 42})")
    pid = local.status(settings).pid
    assert pid
    os.kill(pid, signal.SIGKILL)
    while lock.is_held(folder.alive):
        time.sleep(0.02)
    assert local.status(settings).phase == "crashed"
    folder.password_file.unlink()

    said: list[str] = []
    with free_ports():
        after = local.up(settings, said.append, tied=True)
    assert any("without a clean stop" in message for message in said)
    assert after.password != before.password
    assert ask(after, "MATCH (k:Kept) RETURN k.n") == [[42]]
    with pytest.raises(AuthError):
        ask(after, "RETURN 1", password=before.password)


def test_down_is_clean(settings: Settings) -> None:
    folder = Folder.of(settings)
    with free_ports():
        local.up(settings, tied=True)
    assert local.down(settings)
    assert local.status(settings).phase == "stopped"
    assert not folder.state.exists()
    assert not folder.stop.exists()
    assert not local.down(settings)


def test_tied_server_ends_with_its_starter(settings: Settings) -> None:
    folder = Folder.of(settings)
    starter = subprocess.Popen(
        [sys.executable, "-c", UP_TIED, settings.local_version, str(settings.home)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert starter.stdout is not None
    assert starter.stdout.readline() == "up\n"
    starter.kill()
    starter.communicate()
    end = time.monotonic() + 20
    while lock.is_held(folder.alive) and time.monotonic() < end:
        time.sleep(0.05)
    assert local.status(settings).phase == "stopped"
