"""Every command says what it does, in both languages, with an example where it takes a name."""

from __future__ import annotations

import re
from importlib import import_module

import pytest
import typer
from typer.testing import CliRunner

from lichain.cli.commands import PARTS
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


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_every_option_has_help_in_both_languages(command: str) -> None:
    root = typer.main.get_command(APP)
    found = root.commands[command] if command else root  # type: ignore[attr-defined]
    parameters = found.get_params(typer.Context(found))
    assert parameters
    for parameter in parameters:
        text = parameter.help or ""
        assert CJK.search(text), f"{command} {parameter.name} has no Chinese help"
        assert re.search(r"[A-Za-z]{3,}", text), f"{command} {parameter.name} has no English help"


def test_each_module_registers_the_commands_that_are_said_to_be_its_own() -> None:
    for part, names in PARTS.items():
        app = typer.Typer()
        import_module(f"lichain.cli.{part}").register(app)
        registered = [
            info.name or info.callback.__name__.rstrip("_")  # type: ignore[union-attr]
            for info in app.registered_commands
        ]
        assert tuple(registered) == names


def test_the_help_tells_the_exit_codes() -> None:
    said = re.sub(r"\s+", " ", invoke("--help"))
    assert "Exit codes: 0 answered; 1 the answer cannot be written; 2 bad input" in said
    assert "退出码：0 已回答" in said


def test_queries_lists_every_question_in_the_language_asked() -> None:
    for lang in ("zh", "en"):
        listed = invoke("queries", "--lang", lang)
        for question in catalogue().values():
            assert question.command in listed
            assert question.title(lang) in listed  # type: ignore[arg-type]
