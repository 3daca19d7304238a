"""A TCP proxy in front of a Neo4j that cuts the connection, or changes what passes, on cue."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

COMMIT = b"\x00\x02\xb0\x12\x00\x00"
"""Bolt's COMMIT: a chunk of two bytes, a structure without fields."""

Filter = Callable[[bytes], bytes]
Judge = Callable[[bytes], "str | None"]


def never(_: bytes) -> str | None:
    return None


@dataclass
class Proxy:
    """`judge` sees what the client sends: `before` drops it and cuts, `during` passes it on and
    cuts at once, `after` cuts when the server has answered it."""

    target: tuple[str, int]
    judge: Judge = never
    answer: Filter = lambda data: data
    cuts: int = 0
    uri: str = ""
    _sockets: list[socket.socket] = field(default_factory=list)

    def serve(self, listener: socket.socket) -> None:
        with suppress(OSError):
            while True:
                client, _ = listener.accept()
                server = socket.create_connection(self.target)
                self._sockets += [client, server]
                mood = {"cut": ""}
                for work in (self._up, self._down):
                    threading.Thread(target=work, args=(client, server, mood), daemon=True).start()

    def _up(self, client: socket.socket, server: socket.socket, mood: dict[str, str]) -> None:
        with suppress(OSError):
            while data := client.recv(65536):
                mood["cut"] = self.judge(data) or ""
                if mood["cut"] == "before":
                    break
                server.sendall(data)
                if mood["cut"] == "during":
                    break
        self._end(client, server, cut=bool(mood["cut"]))

    def _down(self, client: socket.socket, server: socket.socket, mood: dict[str, str]) -> None:
        with suppress(OSError):
            while data := server.recv(65536):
                if mood["cut"] == "after":
                    break
                client.sendall(self.answer(data))
        self._end(client, server, cut=mood["cut"] == "after")

    def _end(self, *both: socket.socket, cut: bool = False) -> None:
        self.cuts += cut
        for one in both:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()

    def close(self) -> None:
        self._end(*self._sockets)


@contextmanager
def proxied(uri: str) -> Iterator[Proxy]:
    """A proxy for the server at `uri`."""
    parts = urlsplit(uri)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        proxy = Proxy((str(parts.hostname), int(parts.port or 7687)))
        proxy.uri = f"bolt://127.0.0.1:{listener.getsockname()[1]}"
        threading.Thread(target=proxy.serve, args=(listener,), daemon=True).start()
        yield proxy
        proxy.close()
