"""A throwaway Neo4j for tests, started the same way as the program's own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lichain import local
from lichain.local import Address
from lichain.settings import Settings


@contextmanager
def throwaway(version: str, home: Path) -> Iterator[Address]:
    """A server on free ports with its data under `home`.

    It ends with the block, and with this process however that ends. Jars come from the shared
    cache, so a fresh home downloads nothing.
    """
    settings = Settings(local_version=version, home=home)
    with free_ports():
        address = local.up(settings, print, tied=True)
    try:
        yield address
    finally:
        local.down(settings)


@contextmanager
def free_ports() -> Iterator[None]:
    """Any free ports instead of the usual ones, which the user's own server may want."""
    from lichain.local import ports

    usual = ports.BOLT, ports.HTTP
    ports.BOLT = ports.HTTP = 0
    try:
        yield
    finally:
        ports.BOLT, ports.HTTP = usual
