"""Start, stop and look at the one server of a folder, whoever else is doing so."""

from __future__ import annotations

import os
import signal
import time
from datetime import datetime

from lichain.errors import LocalError
from lichain.local import lock, messages, state
from lichain.local.address import Address, Status
from lichain.local.folder import Folder
from lichain.local.messages import Progress, silent
from lichain.settings import Settings

_OTHERS_SECONDS = 3600
_STOP_SECONDS = 60


def up(settings: Settings, progress: Progress = silent, *, tied: bool = False) -> Address:
    """The address of the local server, which is started if it does not run.

    `tied` makes a server started by this call stop when this process ends, however it ends.
    LocalError says in a sentence what stands in the way.
    """
    folder = Folder.of(settings)
    try:
        return state.address(folder) or _up(folder, settings.local_version, progress, tied=tied)
    except OSError as fault:
        where = fault.filename or folder.path
        raise LocalError(
            f"{where}: the local Neo4j cannot work there ({fault.strerror})"
        ) from fault


def _up(folder: Folder, version: str, progress: Progress, *, tied: bool) -> Address:
    from lichain.local import launch, options

    chosen = options.read()
    folder.make()
    with lock.hold(
        folder.starting, seconds=_OTHERS_SECONDS, on_wait=lambda: progress(messages.WAITING)
    ):
        if running := state.address(folder):
            return running
        if lock.is_held(folder.alive) and state.read(folder):
            return launch.wait(folder, progress)
        _await_end(folder)
        if folder.state.exists():
            progress(messages.CRASHED)
            folder.state.unlink()
        return launch.start(folder, version, chosen, progress, tied=tied)


def _await_end(folder: Folder) -> None:
    """Wait for a server that is about to end."""
    if not _ends(folder, _STOP_SECONDS):
        raise LocalError(
            f"{folder.path}: another process has the folder's lock and does not let go; end it"
        )


def _ends(folder: Folder, seconds: float) -> bool:
    end = time.monotonic() + seconds
    while lock.is_held(folder.alive):
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def down(settings: Settings, progress: Progress = silent) -> bool:
    """Stop the local server and wait for its end; False if none ran."""
    folder = Folder.of(settings)
    if not folder.path.is_dir():
        return False
    with lock.hold(
        folder.starting, seconds=_OTHERS_SECONDS, on_wait=lambda: progress(messages.WAITING)
    ):
        ran = lock.is_held(folder.alive)
        if ran:
            progress(messages.STOPPING)
            _stop(folder, progress)
        folder.stop.unlink(missing_ok=True)
        folder.state.unlink(missing_ok=True)
    return ran


def _stop(folder: Folder, progress: Progress) -> None:
    found = state.read(folder)
    folder.stop.touch()
    if _ends(folder, _STOP_SECONDS):
        return
    if found is None:
        raise LocalError(
            f"{folder.path}: the local Neo4j does not stop and its process is unknown; end it"
        )
    progress(messages.KILLED)
    os.kill(found.pid, getattr(signal, "SIGKILL", signal.SIGTERM))
    _await_end(folder)


def status(settings: Settings) -> Status:
    """How the local server is; changes nothing and starts nothing."""
    folder = Folder.of(settings)
    found = state.read(folder)
    phase = state.phase(folder, found)
    about = Status(phase, settings.local_version, folder.path, folder.log)
    if found is None or phase not in ("running", "starting"):
        return about
    since = datetime.fromisoformat(found.since)
    return Status(
        phase, found.release, folder.path, folder.log, found.uri, found.web, found.pid, since
    )
