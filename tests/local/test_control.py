"""What `up`, `down` and `status` make of the files alone; no server is started here."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lichain import local
from lichain.errors import LocalError
from lichain.local import launch, lock, state
from lichain.local.folder import Folder
from lichain.local.state import State
from lichain.settings import Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(home=tmp_path)


@pytest.fixture
def folder(settings: Settings) -> Folder:
    folder = Folder.of(settings)
    folder.make()
    folder.ensure_password()
    return folder


def write(folder: Folder, phase: str = "running", pid: int | None = None) -> State:
    written = State(
        phase, pid or os.getpid(), 17687, 17474, "2026.08.1", "2026-11-01T00:00:00+00:00"
    )
    written.write(folder)
    return written


def test_stopped_before_anything(settings: Settings) -> None:
    assert local.status(settings).phase == "stopped"
    assert not local.down(settings)
    assert not Folder.of(settings).path.exists()


def test_state_survives_its_file(folder: Folder) -> None:
    written = write(folder)
    assert state.read(folder) == written


def test_running_server_is_returned_at_once(settings: Settings, folder: Folder) -> None:
    write(folder)
    with lock.hold(folder.alive, seconds=0):
        begin = time.perf_counter()
        address = local.up(settings)
        assert time.perf_counter() - begin < 0.05
        assert local.status(settings).phase == "running"
    assert address.uri == "bolt://127.0.0.1:17687"
    assert address.browser == "http://127.0.0.1:17474/browser/"
    assert address.password == folder.password()
    assert address.password not in repr(address)


@pytest.mark.parametrize(
    ("phase", "alive", "expected"),
    [
        ("running", True, "running"),
        ("starting", True, "starting"),
        (None, True, "stopping"),
        ("running", False, "crashed"),
        ("starting", False, "crashed"),
        (None, False, "stopped"),
    ],
)
def test_phases(
    settings: Settings, folder: Folder, phase: str | None, alive: bool, expected: str
) -> None:
    if phase:
        write(folder, phase)
    if alive:
        with lock.hold(folder.alive, seconds=0):
            assert local.status(settings).phase == expected
    else:
        assert local.status(settings).phase == expected


def test_pid_of_another_program_is_left_alone(settings: Settings, folder: Folder) -> None:
    bystander = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    try:
        write(folder, pid=bystander.pid)
        assert local.status(settings).phase == "crashed"
        assert not local.down(settings)
        assert bystander.poll() is None
    finally:
        bystander.kill()
        bystander.wait()
    assert local.status(settings).phase == "stopped"


@pytest.mark.parametrize("content", ["", "{", "[]", '{"phase": "running"}', "\x00"])
def test_damaged_state_is_a_crash(settings: Settings, folder: Folder, content: str) -> None:
    folder.state.write_text(content)
    assert local.status(settings).phase == "crashed"


def test_missing_extra_is_said(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(launch, "find_spec", lambda _name: None)
    with pytest.raises(LocalError, match=r'pip install "lichain\[local\]"'):
        local.up(settings)


def test_home_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "home").touch()
    with pytest.raises(LocalError, match="LICHAIN_HOME"):
        local.up(Settings(home=tmp_path / "home"))
    assert local.status(Settings(home=tmp_path / "home")).phase == "stopped"


def test_full_disk_is_said(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(launch, "_ROOM", 2**80)
    with pytest.raises(LocalError, match="MB are free on this disk"):
        local.up(settings)


def test_running_server_needs_nothing_heavy() -> None:
    program = (
        "import sys, lichain.local, lichain.settings;"
        "lichain.local.status(lichain.settings.Settings());"
        "heavy = {'jpype', 'jgo', 'neo4j', 'requests', 'subprocess', 'typer'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
