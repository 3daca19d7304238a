"""Locks on files that the system drops when their process dies, however it dies.

They tell a living server from a crashed one without trusting a process id, which the system
may have given to another program since.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from lichain.errors import LocalError

if sys.platform == "win32":
    import msvcrt

    def _try(file: int, *, shared: bool = False) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _try(file: int, *, shared: bool = False) -> None:
        fcntl.flock(file, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)


def is_held(path: Path) -> bool:
    """Whether a living process holds the lock; takes microseconds."""
    try:
        file = os.open(path, os.O_RDWR)
    except OSError:
        return False
    try:
        _try(file, shared=True)
    except OSError:
        return True
    finally:
        os.close(file)
    return False


@contextmanager
def hold(
    path: Path, *, seconds: float, on_wait: Callable[[], None] | None = None
) -> Iterator[None]:
    """Hold the lock; LocalError when another process keeps it longer than `seconds`."""
    try:
        file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as fault:
        raise LocalError(f"{path}: the lock cannot be opened ({fault.strerror})") from fault
    try:
        _take(file, path, seconds, on_wait)
        yield
    finally:
        with suppress(OSError):
            os.close(file)


def _take(file: int, path: Path, seconds: float, on_wait: Callable[[], None] | None) -> None:
    end = time.monotonic() + seconds
    waiting = False
    while True:
        try:
            return _try(file)
        except OSError:
            if time.monotonic() > end:
                raise LocalError(
                    f"{path}: another process has kept this lock for {seconds:.0f} s; "
                    "wait for it or end it, and try again"
                ) from None
        if on_wait and not waiting:
            on_wait()
        waiting = True
        time.sleep(0.05)
