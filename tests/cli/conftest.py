"""The command line against the session's Neo4j with the seed loaded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from typer.testing import CliRunner

from lichain.cli.main import application
from lichain.errors import LichainError
from lichain.local import Address
from lichain.store import Store

from ..graph import loaded as loaded


@dataclass(frozen=True)
class Done:
    """What a command printed, and what it ended with."""

    code: int
    output: str
    errors: str


Command = Callable[..., Done]


@pytest.fixture
def command() -> Command:
    """Runs a command as `main` does, errors turned into their exit codes."""

    def run(*arguments: str) -> Done:
        done = CliRunner().invoke(application(), [str(argument) for argument in arguments])
        if isinstance(done.exception, LichainError):
            return Done(
                done.exception.exit_code, done.stdout, f"{done.stderr}lichain: {done.exception}"
            )
        if done.exception is not None and not isinstance(done.exception, SystemExit):
            raise done.exception
        return Done(done.exit_code, done.stdout, done.stderr)

    return run


@pytest.fixture
def served(
    loaded: Store, neo4j_server: Address, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Store]:
    """The settings lead to the session's server, which holds the seed."""
    monkeypatch.setenv("NEO4J_URI", neo4j_server.uri)
    monkeypatch.setenv("NEO4J_USERNAME", neo4j_server.user)
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_server.password)
    monkeypatch.delenv("NEO4J_DATABASE", raising=False)
    return loaded
