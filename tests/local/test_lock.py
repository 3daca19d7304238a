import subprocess
import sys
from pathlib import Path

import pytest

from lichain.errors import LocalError
from lichain.local import lock

HOLD = """
import sys, time, pathlib
from lichain.local import lock
with lock.hold(pathlib.Path(sys.argv[1]), seconds=20):
    print("held", flush=True)
    time.sleep(float(sys.argv[2]))
"""
ADD = """
import sys, pathlib
from lichain.local import lock
path = pathlib.Path(sys.argv[1])
for _ in range(20):
    with lock.hold(path.with_suffix(".lock"), seconds=20):
        path.write_text(str(int(path.read_text()) + 1))
"""


def python(program: str, *arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", program, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_nothing_holds_what_is_not_there(tmp_path: Path) -> None:
    assert not lock.is_held(tmp_path / "x.lock")
    assert not lock.is_held(tmp_path / "nowhere" / "x.lock")


def test_killed_process_lets_go(tmp_path: Path) -> None:
    path = tmp_path / "x.lock"
    holder = python(HOLD, path, 60)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    assert lock.is_held(path)
    with pytest.raises(LocalError, match="another process"), lock.hold(path, seconds=0.1):
        pass
    holder.kill()
    holder.communicate()
    assert not lock.is_held(path)


def test_looking_does_not_take_the_lock(tmp_path: Path) -> None:
    path = tmp_path / "x.lock"
    with lock.hold(path, seconds=0):
        assert lock.is_held(path)
    assert not lock.is_held(path)
    with lock.hold(path, seconds=0):
        pass


def test_one_at_a_time(tmp_path: Path) -> None:
    counter = tmp_path / "counter"
    counter.write_text("0")
    adders = [python(ADD, counter) for _ in range(4)]
    assert [adder.wait(60) for adder in adders] == [0] * 4
    assert counter.read_text() == "80"


def test_waiting_is_said_once(tmp_path: Path) -> None:
    path = tmp_path / "x.lock"
    holder = python(HOLD, path, 0.5)
    assert holder.stdout is not None
    holder.stdout.readline()
    said: list[str] = []
    with lock.hold(path, seconds=20, on_wait=lambda: said.append("waiting")):
        pass
    holder.communicate()
    assert said == ["waiting"]
