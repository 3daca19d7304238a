"""Shells at a terminal of their own, to press Tab in."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

BIN = Path(sys.executable).parent
QUIET_SECONDS, MOST_SECONDS = 1.5, 60.0


def environment(home: Path, **more: str) -> dict[str, str]:
    """An empty home, no proxy for a user's habits, `lichain` first in the path."""
    return {
        "HOME": str(home),
        "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
        "LANG": "C.UTF-8",
        "TERM": "xterm",
        "LICHAIN_CACHE": str(home / "cache"),
        **more,
    }


@contextmanager
def terminal(
    command: list[str], env: dict[str, str], rows: int = 24, columns: int = 200
) -> Iterator[Terminal]:
    """The program at a terminal of that size; it is ended with the block."""
    import fcntl
    import struct
    import termios

    ours, its = pty.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    process = subprocess.Popen(
        command, stdin=its, stdout=its, stderr=its, env=env, start_new_session=True
    )
    os.close(its)
    try:
        yield Terminal(ours, process)
    finally:
        process.kill()
        process.wait()
        os.close(ours)


class Terminal:
    """What is typed into a program, and what it shows."""

    def __init__(self, side: int, process: subprocess.Popen[bytes]) -> None:
        self._side = side
        self.process = process

    def type(self, keys: str) -> None:
        """Presses the keys."""
        os.write(self._side, keys.encode())

    def read(self, until: str = "") -> str:
        """What it shows up to `until`; without one, until it has been quiet for a while or ended."""
        shown, end = b"", time.monotonic() + MOST_SECONDS
        while time.monotonic() < end and not (until and until.encode() in shown):
            ready, _, _ = select.select([self._side], [], [], QUIET_SECONDS)
            if not ready:
                if until:
                    continue
                break
            try:
                part = os.read(self._side, 65_536)
            except OSError:  # it has ended
                break
            if not part:
                break
            shown += part
        return shown.decode(errors="replace")
