"""Free ports on the loopback address: the usual two if they can be had."""

from __future__ import annotations

import os
import socket

from lichain.errors import LocalError
from lichain.local.address import HOST
from lichain.local.options import Options

BOLT, HTTP = 7687, 7474


def choose(options: Options, *, usual: bool = True) -> tuple[int, int]:
    """The Bolt and the HTTP port; LocalError where a demanded one is taken.

    With `usual` false, ports that nobody asked for are any free ones.
    """
    bolt = _pick("LICHAIN_BOLT_PORT", options.bolt, BOLT if usual else 0, not_this=options.http)
    http = _pick("LICHAIN_HTTP_PORT", options.http, HTTP if usual else 0, not_this=bolt)
    return bolt, http


def _pick(name: str, demanded: int | None, preferred: int, not_this: int | None) -> int:
    if demanded is None:
        port = _free(preferred)
        while port is None or port == not_this:
            port = _free(0)
        return port
    if demanded == not_this or _free(demanded) is None:
        raise LocalError(
            f"port {demanded}, asked for by {name}, is taken by another program; "
            "stop that program, or name another port"
        )
    return demanded


def _free(port: int) -> int | None:
    with socket.socket() as probe:
        if os.name == "posix":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return None
        return int(probe.getsockname()[1])
