"""Where an answer goes: to the terminal, page by page where it is longer than the window, or on."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress

import typer

_PLAIN = {"LESS": "-FRX", "LV": "-c"}
"""What pagers need to leave colours and short texts alone, where the user has not set it."""


def is_terminal() -> bool:
    """Whether standard output is a terminal that can do more than print."""
    return sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def styled() -> bool:
    """Whether bold and dim may be used; NO_COLOR (no-color.org) says they may not."""
    return is_terminal() and not os.environ.get("NO_COLOR")


def width() -> int:
    """The cells of a line: the window's, or 160 where there is no window."""
    return shutil.get_terminal_size((80, 24)).columns if is_terminal() else 160


def show(text: str, paged: bool = True) -> None:
    """Writes `text`, through a pager where it is longer than the window; `paged` False never does."""
    long = text.count("\n") >= shutil.get_terminal_size((80, 24)).lines
    program = pager(os.environ) if paged and long and is_terminal() else []
    if not program or not _page(program, text):
        typer.echo(text, nl=False)


def pager(environment: Mapping[str, str]) -> list[str]:
    """The program of PAGER with its arguments, else less or more; empty for none or `cat`."""
    named = environment.get("PAGER")
    if named is not None:
        with suppress(ValueError):  # a quotation mark too few
            words = shlex.split(named)
            return [] if words == ["cat"] or not shutil.which((words or [""])[0]) else words
        return []
    return next(([name] for name in ("less", "more") if shutil.which(name)), [])


def _page(program: list[str], text: str) -> bool:
    """Whether the pager took the text; leaving it before the end is no fault."""
    environment = _PLAIN | dict(os.environ) | {"LESSCHARSET": "utf-8"}
    before = signal.signal(signal.SIGINT, lambda *_: None)  # Ctrl-C is meant for the pager
    try:
        subprocess.run(  # noqa: S603 - the user's own
            program, input=text.encode("utf-8", "backslashreplace"), env=environment, check=False
        )
    except OSError:
        return False
    finally:
        signal.signal(signal.SIGINT, before)
    return True
