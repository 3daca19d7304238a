"""Addresses, passwords and servers that do not fit: each one sentence, without the driver's."""

from __future__ import annotations

import gc
import socket
import warnings
from dataclasses import replace

import neo4j
import pytest

from lichain import local
from lichain.errors import LichainError, StoreError
from lichain.local import Address
from lichain.settings import Settings
from lichain.store import connect

from .proxy import proxied


@pytest.mark.parametrize(
    "uri",
    [
        "",
        "localhost:7687",
        "http://127.0.0.1:7474",
        "neo4j://[::1",
        "bolt://127.0.0.1:99999",
        "bolt://127.0.0.1:port",
    ],
)
def test_no_address(uri: str) -> None:
    with pytest.raises(StoreError) as caught:
        connect(Settings(uri=uri, password="x"))
    message = f"{uri!r} is not the address of a Neo4j; write it as neo4j://host:7687"
    assert str(caught.value) == message


def test_a_password_in_the_address_is_not_shown() -> None:
    with pytest.raises(
        StoreError, match="the address neo4j://a:1 comes with a user name"
    ) as caught:
        connect(Settings(uri="neo4j://me:secret@a:1"))
    assert "secret" not in str(caught.value)


def test_no_password() -> None:
    with pytest.raises(StoreError, match="no password is set for bolt://a; put it in NEO4J_PASS"):
        connect(Settings(uri="bolt://a"))


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_nobody_there(scheme: str) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        uri = f"{scheme}://127.0.0.1:{free.getsockname()[1]}"
    with pytest.raises(StoreError) as caught:
        connect(Settings(uri=uri, password="x"))
    why = "Connection refused" if scheme == "bolt" else "Unable to retrieve routing information"
    assert str(caught.value) == (
        f"Neo4j at {uri} does not answer or went away ({why}); start it, or set NEO4J_URI"
    )


def test_no_such_host() -> None:
    with pytest.raises(
        StoreError, match=r"does not answer .*\(Name or service not known|\(.*resolve"
    ):
        connect(Settings(uri="bolt://no.such.host.invalid", password="x"))


@pytest.mark.neo4j
@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"password": "wrong"}, "refused the user name or password; set NEO4J_USERNAME and"),
        ({"user": "nobody"}, "refused the user name or password; set NEO4J_USERNAME and"),
        ({"database": "nowhere"}, r"has no such database \(.*nowhere\S*.*\); set NEO4J_DATABASE"),
        ({"database": "no where;"}, r"has no such database \(.*; set NEO4J_DATABASE"),
    ],
)
@pytest.mark.parametrize("scheme", ["bolt:", "neo4j:"])
def test_refused(settings: Settings, wrong: dict[str, str], said: str, scheme: str) -> None:
    uri = str(settings.uri).replace("bolt:", scheme)
    with (
        pytest.raises(StoreError, match=f"^{uri} {said}") as caught,
        connect(replace(settings, uri=uri, **wrong)) as opened,  # type: ignore[arg-type]
    ):
        opened.rows("RETURN 1")
    assert "\n" not in str(caught.value)


@pytest.mark.neo4j
def test_tls_where_there_is_none(settings: Settings) -> None:
    uri = str(settings.uri).replace("bolt:", "bolt+ssc:")
    with pytest.raises(StoreError, match="does not answer or went away"):
        connect(replace(settings, uri=uri))


@pytest.mark.neo4j
def test_http_port_instead_of_bolt(settings: Settings, neo4j_server: Address) -> None:
    uri = neo4j_server.http.replace("http:", "bolt:").rstrip("/")
    with pytest.raises(StoreError, match=f"{uri}"):
        connect(replace(settings, uri=uri))


@pytest.mark.neo4j
def test_a_password_that_must_be_changed(settings: Settings) -> None:
    auth = (settings.user, str(settings.password))
    with neo4j.GraphDatabase.driver(str(settings.uri), auth=auth) as driver:
        driver.execute_query(
            "CREATE USER fresh SET PASSWORD 'changeme-1' CHANGE REQUIRED", database_="system"
        )
        try:
            with (
                pytest.raises(StoreError, match="wants the password changed before anything else"),
                connect(replace(settings, user="fresh", password="changeme-1")) as opened,
            ):
                opened.rows("RETURN 1")
        finally:
            driver.execute_query("DROP USER fresh", database_="system")


@pytest.mark.neo4j
@pytest.mark.parametrize(
    ("agent", "said"),
    [
        ("4.4.48", "too old"),
        ("5.25.1", "too old"),
        ("5.26.0", None),
        ("5.27-a", None),
        ("x", None),
    ],
)
def test_versions(settings: Settings, agent: str, said: str | None) -> None:
    """A real server behind a proxy that changes the version it gives out."""

    def changed(data: bytes) -> bytes:
        at = data.find(b"Neo4j/")
        if at < 0:
            return data
        length = data[at - 1] & 0x0F
        return data[:at] + f"Neo4j/{agent}".encode().ljust(length, b".") + data[at + length :]

    with proxied(str(settings.uri)) as proxy:
        proxy.answer = changed
        through = replace(settings, uri=proxy.uri)
        if said:
            with pytest.raises(
                StoreError, match=r"lichain needs 5\.26 or later, upgrade the server"
            ):
                connect(through)
        else:
            connect(through).close()


@pytest.mark.neo4j
def test_nothing_is_left_open_and_nothing_is_said(
    settings: Settings, capfd: pytest.CaptureFixture[str]
) -> None:
    """No driver left to the garbage collector, no deprecated call, no line on standard error."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for wrong in ({"password": "wrong"}, {"uri": "neo4j://127.0.0.1:1"}, {}):
            try:
                with connect(replace(settings, **wrong)) as opened:  # type: ignore[arg-type]
                    opened.rows("MATCH (n:NoSuchLabel) RETURN n.nothing")
            except LichainError:
                pass
            gc.collect()
    assert capfd.readouterr() == ("", "")


def test_the_local_one_is_started_where_no_address_is_set(
    settings: Settings, neo4j_server: Address, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local, "up", lambda settings, progress: progress("up") or neo4j_server)
    said: list[str] = []
    with connect(Settings(), said.append) as opened:
        assert opened.rows("RETURN 1") == ((1,),)
    assert said == ["up"]
