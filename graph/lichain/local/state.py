"""The state file, in which a server says where it listens; believed only while it lives."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Literal

from lichain.local import lock
from lichain.local.address import HOST, USER, Address, Phase
from lichain.local.folder import Folder


@dataclass(frozen=True, slots=True)
class State:
    """`since` is an ISO 8601 time with its zone, `release` an exact Neo4j version."""

    phase: Literal["starting", "running"]
    pid: int
    bolt: int
    http: int
    release: str
    since: str

    @property
    def uri(self) -> str:
        """The address for drivers."""
        return f"bolt://{HOST}:{self.bolt}"

    @property
    def web(self) -> str:
        """The address for browsers, without a closing slash."""
        return f"http://{HOST}:{self.http}"

    def write(self, folder: Folder) -> None:
        """Replace the file in one step, so that nobody reads half of it."""
        fresh = folder.state.with_suffix(".new")
        fresh.write_text(json.dumps(asdict(self)), encoding="utf-8")
        fresh.replace(folder.state)


def read(folder: Folder) -> State | None:
    """The state as written, or None where there is none or it cannot be read."""
    try:
        return State(**json.loads(folder.state.read_bytes()))
    except (OSError, ValueError, TypeError):
        return None


def phase(folder: Folder, state: State | None) -> Phase:
    """The phase that the file and the locks add up to."""
    if lock.is_held(folder.alive):
        return state.phase if state else "stopping"
    if lock.is_held(folder.starting):
        return "starting"
    return "crashed" if folder.state.exists() else "stopped"


def address(folder: Folder) -> Address | None:
    """The address of a server that runs, or None; this is on the path of every command."""
    state = read(folder)
    if state is None or state.phase != "running" or not lock.is_held(folder.alive):
        return None
    try:
        password = folder.password()
    except OSError:
        return None
    return Address(state.uri, USER, password, state.web, f"{state.web}/browser/")
