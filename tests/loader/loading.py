"""A loading process of its own, for tests that kill it: `python -m ….loading` with its orders.

It loads `chain(length)` and stops itself at the progress message of the given number, with
`kill` by SIGKILL, with `wait` by waiting to be killed.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from lichain.local import Address

_ROOT = Path(__file__).resolve().parents[2]
_PROGRAM = """
import sys
sys.path.insert(0, sys.argv[1])
from tests.loader.loading import main
main(*sys.argv[2:])
"""


def start(
    address: Address, length: int, *, atomic: int = 50_000, batch: int = 2_000, stop: int = 0
) -> subprocess.Popen[str]:
    """A process that loads; `stop` is the number of the step at which it kills itself."""
    orders = [str(number) for number in (length, atomic, batch, stop)]
    return subprocess.Popen(
        [sys.executable, "-c", _PROGRAM, str(_ROOT), address.uri, *orders],
        env={**os.environ, "NEO4J_PASSWORD": address.password},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def main(uri: str, *orders: str) -> None:
    from lichain.loader import load, write
    from lichain.schema import schema
    from lichain.settings import Settings
    from lichain.store import connect

    from .records import chain

    length, atomic, batch, stop = map(int, orders)
    write.BATCH = batch
    steps = 0

    def progress(message: str) -> None:
        nonlocal steps
        steps += 1
        print(steps, message, flush=True)
        if steps == stop:
            os.kill(os.getpid(), signal.SIGKILL)
        if stop < 0 and steps == -stop:
            time.sleep(600)

    settings = Settings(uri=uri, password=os.environ["NEO4J_PASSWORD"])
    with connect(settings) as store:
        done = load(schema(), store, chain(length), progress, atomic)
    print("done", done.size, flush=True)
