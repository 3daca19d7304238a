"""What the local server's callers get back: where it is, and how it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal

Phase = Literal["running", "starting", "stopping", "stopped", "crashed"]

HOST = "127.0.0.1"
USER = "neo4j"


@dataclass(frozen=True, slots=True)
class Address:
    """Where a running server is reached, with the user's name and password."""

    uri: str
    user: str
    password: str = field(repr=False)
    http: str
    browser: str


@dataclass(frozen=True, slots=True)
class Status:
    """How the server of one Neo4j version is; `uri`, `pid` and `since` only while it runs."""

    phase: Phase
    version: str
    folder: Path
    log: Path
    uri: str | None = None
    http: str | None = None
    pid: int | None = None
    since: datetime | None = None
