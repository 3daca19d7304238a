"""`lichain`: assembles the commands; errors become one sentence and an exit code here."""

from __future__ import annotations

import os
import sys

import typer

from lichain import __version__
from lichain.errors import LichainError

_HELP = """The lithium-battery industry chain as a graph. 锂电池产业链知识图谱。

Questions are commands: `lichain who-supplies --to CATL`. `lichain queries` lists them all.

Exit codes: 0 answered; 2 bad input; 3 a name that is unknown or ambiguous; 4 a question that
cannot be asked so; 5 Neo4j not there or refusing; 6 the local Neo4j cannot start; 7 verify found faults.
"""


def application() -> typer.Typer:
    """The application with every command, the questions of the catalogue among them."""
    from lichain.cli import evidence, local, maps, questions, tables

    app = typer.Typer(
        name="lichain",
        help=_HELP,
        no_args_is_help=True,
        add_completion=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_root)
    for part in (tables, evidence, questions, maps, local):
        part.register(app)
    return app


def _root(
    version: bool = typer.Option(
        False, "--version", help="Say the version and leave. 版本。", is_eager=True
    ),
) -> None:
    if version:
        typer.echo(f"lichain {__version__}")
        raise typer.Exit


def main() -> None:
    """Runs the command line and exits with its code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        application()()
    except LichainError as fault:
        typer.echo(f"lichain: {fault}", err=True)
        sys.exit(fault.exit_code)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except KeyboardInterrupt:
        typer.echo("lichain: stopped", err=True)
        sys.exit(130)
