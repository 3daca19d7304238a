"""Every command says what it does, in both languages, with an example where it takes a name."""

from __future__ import annotations

import re

import pytest
import typer
from typer.testing import CliRunner

from lichain.cli.main import application
from lichain.queries.catalogue import catalogue

APP = application()
COMMANDS = sorted(typer.main.get_command(APP).commands)  # type: ignore[attr-defined]
CJK = re.compile(r"[\u4e00-\u9fff]")


def invoke(*arguments: str) -> str:
    """What the command line prints."""
    done = CliRunner().invoke(APP, list(arguments), terminal_width=200)
    assert done.exit_code == 0, done.output
    return str(done.output)


def test_there_are_the_commands_that_were_promised() -> None:
    promised = [
        "up",
        "down",
        "status",
        "browser",
        "check",
        "plan",
        "load",
        "verify",
        "format",
        "resolve",
        "evidence",
        "query",
        "queries",
        "map",
    ]
    assert set(promised) <= set(COMMANDS)
    assert {question.command for question in catalogue().values()} <= set(COMMANDS)
    assert len(catalogue()) >= 14


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_in_both_languages(command: str) -> None:
    text = invoke(command, "--help")
    assert CJK.search(text)
    assert re.search(r"[A-Za-z]{4,}", text)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_has_help(command: str) -> None:
    for parameter in typer.main.get_command(APP).commands[command].params:  # type: ignore[attr-defined]
        assert getattr(parameter, "help", None), f"{command} {parameter.name} has no help"


def test_the_help_tells_the_exit_codes() -> None:
    assert "Exit codes: 0 answered; 2 bad input" in re.sub(r"\s+", " ", invoke("--help"))


def test_queries_lists_every_question_in_the_language_asked() -> None:
    for lang in ("zh", "en"):
        listed = invoke("queries", "--lang", lang)
        for question in catalogue().values():
            assert question.command in listed
            assert question.title(lang) in listed  # type: ignore[arg-type]
