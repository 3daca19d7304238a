"""Options that several commands share, and how a command gets at a store."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lichain import resources, settings
from lichain.cli.language import Lang
from lichain.errors import InputError

if TYPE_CHECKING:
    from rich.console import Console

    from lichain.model import Record
    from lichain.store import Store


class Format(StrEnum):
    """How an answer is written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"
    XLSX = "xlsx"


UriOption = Annotated[
    str | None,
    typer.Option(
        "--uri",
        help="Address of a Neo4j (else NEO4J_URI, else the program's own). 数据库地址。",
        show_default=False,
    ),
]
SeedOption = Annotated[
    Path | None,
    typer.Option(
        "--seed", help="Folder of tables (else the program's own). 数据表目录。", show_default=False
    ),
]
FormatOption = Annotated[
    Format | None,
    typer.Option(
        "--format",
        "-f",
        help="How to write the answer (else by the suffix of --out, else a table). 输出格式。",
        show_default=False,
    ),
]
LimitOption = Annotated[
    int | None,
    typer.Option(
        "--limit",
        min=1,
        help="Most rows to show (else 200 in a table, all elsewhere). 最多行数。",
        show_default=False,
    ),
]
OutOption = Annotated[
    Path | None,
    typer.Option(
        "--out",
        "-o",
        help="File to write: .xlsx, .csv, .json, .md or .txt. 输出文件。",
        show_default=False,
    ),
]
ForceOption = Annotated[
    bool, typer.Option("--force", help="Write over a file that is there. 覆盖已有文件。")
]
NoPagerOption = Annotated[
    bool, typer.Option("--no-pager", help="Never page a long answer. 不分页显示。")
]


def console(stderr: bool = False) -> Console:
    """A console that folds to the window on a terminal and stays wide elsewhere."""
    from rich.console import Console

    wide = None if sys.stdout.isatty() else 160
    return Console(
        stderr=stderr, width=wide, soft_wrap=False, highlight=False, emoji=False, markup=False
    )


def watched() -> bool:
    """Whether somebody may be watching standard error; a log gets no progress."""
    return sys.stderr is not None and sys.stderr.isatty()


def progress(lang: Lang) -> Callable[[str], None]:
    """Writes progress to standard error where that is a terminal; many steps of one kind say so
    every few seconds only."""
    last_kind, last_at = "", 0.0

    def report(message: str) -> None:
        nonlocal last_kind, last_at
        if not watched():
            return
        text = getattr(message, "zh", message) if lang is Lang.ZH else message
        kind = text[:12]
        if kind == last_kind and time.monotonic() - last_at < 2:
            return
        last_kind, last_at = kind, time.monotonic()
        with suppress(BrokenPipeError):  # whoever watched has gone; the work goes on
            typer.echo(text, err=True)

    return report


@contextmanager
def opened(uri: str | None, lang: Lang) -> Iterator[Store]:
    """A store at `uri`, or where the settings say; starts the local Neo4j if that is it."""
    from lichain.store import connect

    with connect(settings.read().at(uri), progress(lang)) as store:
        yield store


def tables_to_edit(seed: Path | None) -> Path:
    """The folder of tables to write into; InputError for those that came with an installed program."""
    folder = seed or resources.folder("seed")
    if resources.is_bundled(folder):
        raise InputError(
            "the tables that came with the program are not for editing; name a folder of your own with --seed",
            "随程序安装的数据表不供修改；请用 --seed 指定自己的文件夹",
        )
    return folder


def record_of(seed: Path | None, workbook: Path | None = None) -> Record:
    """The graph of record of `seed`, or of the tables that came with the program; the sheets of a
    workbook stand before either."""
    from lichain.seed import read_record

    folder = seed or resources.folder("seed")
    if workbook is None:
        return read_record(folder)
    from lichain.seed.folders import FolderTables
    from lichain.seed.workbook import WorkbookTables

    return read_record(WorkbookTables(workbook, FolderTables(folder)))
