import socket

import pytest

from lichain.errors import LocalError
from lichain.local import options, ports
from lichain.local.options import Options


def test_nothing_set() -> None:
    assert options.read({}) == Options(memory="1g", bolt=None, http=None, mirror=None)


def test_all_set() -> None:
    values = {
        "LICHAIN_NEO4J_MEMORY": "512M",
        "LICHAIN_BOLT_PORT": "17687",
        "LICHAIN_HTTP_PORT": "17474",
        "LICHAIN_MAVEN_MIRROR": "https://mirror.example",
    }
    assert options.read(values) == Options("512m", 17687, 17474, "https://mirror.example")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("LICHAIN_NEO4J_MEMORY", "lots"),
        ("LICHAIN_NEO4J_MEMORY", "1"),
        ("LICHAIN_NEO4J_MEMORY", "-1g"),
        ("LICHAIN_NEO4J_MEMORY", "64m"),
        ("LICHAIN_NEO4J_MEMORY", "99999g"),
        ("LICHAIN_BOLT_PORT", "0"),
        ("LICHAIN_BOLT_PORT", "65536"),
        ("LICHAIN_HTTP_PORT", "http"),
    ],
)
def test_what_does_not_fit_is_named(name: str, value: str) -> None:
    with pytest.raises(LocalError, match=f"{name} is '?{value}"):
        options.read({name: value})


def test_demanded_port_that_is_taken() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        with pytest.raises(
            LocalError, match=f"port {taken}, asked for by LICHAIN_BOLT_PORT, is taken"
        ):
            ports.choose(Options(bolt=taken))


def test_same_port_twice() -> None:
    with pytest.raises(LocalError, match="LICHAIN_BOLT_PORT"):
        ports.choose(Options(bolt=17687, http=17687))


def test_busy_preferred_ports_are_avoided(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        monkeypatch.setattr(ports, "BOLT", taken)
        monkeypatch.setattr(ports, "HTTP", taken)
        bolt, http = ports.choose(Options())
        assert len({bolt, http, taken}) == 3


def test_preferred_ports_are_taken_when_free(monkeypatch: pytest.MonkeyPatch) -> None:
    bolt, http = ports.choose(Options(), usual=False)
    monkeypatch.setattr(ports, "BOLT", bolt)
    monkeypatch.setattr(ports, "HTTP", http)
    assert ports.choose(Options()) == (bolt, http)
