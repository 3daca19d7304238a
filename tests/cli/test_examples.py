"""The example in the help of every command is run as it stands there."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
import typer

from lichain.cli.main import application

from ..graph import SEED
from .conftest import Command

COMMANDS = typer.main.get_command(application()).commands  # type: ignore[attr-defined]
LOCAL = ["up", "status", "browser", "down"]
EXAMPLE = re.compile(r"^ *Example: lichain (.+)$", re.MULTILINE)


def example(command: str) -> list[str]:
    """The words of the one example that the help of the command gives, without `lichain`."""
    (found,) = EXAMPLE.findall(COMMANDS[command].help)
    return shlex.split(found)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_the_example_is_of_its_command_and_a_line_of_its_own(name: str) -> None:
    assert example(name)[0] == name
    assert re.search(r"(^|\n\n) *Example: ", COMMANDS[name].help)


@pytest.mark.neo4j
@pytest.mark.usefixtures("served")
@pytest.mark.parametrize("name", sorted(set(COMMANDS) - set(LOCAL)))
def test_the_example_works(
    command: Command, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(SEED, tmp_path / "seed")
    if name in ("check", "import"):
        assert command("export", "--xlsx", "tables.xlsx").code == 0
    done = command(*example(name))
    assert done.code == 0, done.errors
    assert done.output


@pytest.mark.neo4j
@pytest.mark.slow
def test_the_examples_of_the_local_neo4j_work(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ..server import free_ports

    monkeypatch.setenv("LICHAIN_HOME", str(tmp_path))
    monkeypatch.delenv("NEO4J_URI", raising=False)
    try:
        with free_ports():
            shown = {name: command(*example(name)) for name in LOCAL}
    finally:
        command("down")
    assert {name: done.code for name, done in shown.items()} == dict.fromkeys(LOCAL, 0)
    assert '"phase": "running"' in shown["status"].output
    assert "/browser/" in shown["browser"].output
