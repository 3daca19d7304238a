"""`lichain`: assembles the commands; errors become one sentence and an exit code here."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import redirect_stderr, suppress
from io import StringIO

import typer

from lichain import __version__
from lichain.cli.commands import Root
from lichain.cli.language import Lang, detect
from lichain.errors import LichainError

_NOT_NEEDED = ("numpy", "pandas", "pyarrow")
"""Of no use to any command; Neo4j's driver and openpyxl import them where they are installed, which
doubles the time of an answer."""
_HELP = """The lithium-battery industry chain as a graph. 锂电池产业链知识图谱。

Questions are commands: `lichain who-supplies --to CATL`. `lichain queries` lists them all.
每个问题都是一条命令；`lichain queries` 列出全部。

Exit codes: 0 answered; 1 the answer cannot be written; 2 bad input; 3 a name that is unknown or
ambiguous; 4 a question that cannot be asked so; 5 Neo4j not there or refusing; 6 the local Neo4j
cannot start; 7 verify found faults; 130 stopped by Ctrl-C.

退出码：0 已回答；1 无法写出结果；2 输入有误；3 名称未知或有歧义；4 问题不能这样问；5 Neo4j 不可用或拒绝；
6 本地 Neo4j 无法启动；7 核对发现问题；130 被 Ctrl-C 中止。

Example: lichain who-supplies --to CATL --lang zh
"""


def application() -> typer.Typer:
    """The application with every command, the questions of the catalogue among them."""
    app = typer.Typer(
        name="lichain",
        cls=Root,
        help=_HELP,
        no_args_is_help=True,
        add_completion=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_root)
    return app


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"lichain {__version__}")
        raise typer.Exit


def _root(
    _wanted: bool = typer.Option(
        False,
        "--version",
        help="Say the version and leave. 版本。",
        is_eager=True,
        callback=_version,
    ),
) -> None:
    pass


def main() -> None:
    """Runs the command line and exits with its code."""
    for name in _NOT_NEEDED:
        sys.modules.setdefault(name, None)  # type: ignore[arg-type]  # as if not installed
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(_run())


def _run() -> int | str | None:
    """The exit code; what is still to be written is written here, while it can be answered for."""
    try:
        code = _answer()
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except BrokenPipeError:  # whoever read us has read enough
        _silence()
        return 0
    except OSError as fault:
        return _unwritten(fault)
    return code


def _completed() -> int | str | None:
    """Offers completions; whatever goes wrong stays out of the line that is being typed."""
    with suppress(Exception), redirect_stderr(StringIO()):
        try:
            application()(prog_name="lichain")
        except SystemExit as ended:
            return ended.code
    return 1


def _answer() -> int | str | None:
    if "_LICHAIN_COMPLETE" in os.environ:
        return _completed()
    try:
        application()()
    except SystemExit as ended:
        if isinstance(ended.__context__, BrokenPipeError):  # of which typer makes exit code 1
            raise ended.__context__ from None
        return ended.code
    except LichainError as fault:
        typer.echo(f"lichain: {fault.said(_lang(sys.argv[1:]))}", err=True)
        return fault.exit_code
    except KeyboardInterrupt:
        typer.echo(f"lichain: {_lang(sys.argv[1:]).pick('stopped', '已停止')}", err=True)
        return 130
    return 0


def _lang(arguments: Sequence[str]) -> Lang:
    """The language of `--lang`, whose last wins, read here as the command may have failed on another."""
    following = [*arguments[1:], ""]
    given = [
        value if name == "--lang" else name.removeprefix("--lang=")
        for name, value in zip(arguments, following, strict=False)
        if name == "--lang" or name.startswith("--lang=")
    ]
    return Lang(given[-1]) if given and given[-1] in set(Lang) else detect()


def _unwritten(fault: OSError) -> int:
    """Says what could not be written, or which file could not be used."""
    lang, why = _lang(sys.argv[1:]), fault.strerror or str(fault)
    if fault.filename:
        said = lang.pick(
            f"{fault.filename}: {why}; check that it is there and may be used",
            f"{fault.filename}：{why}；请检查它是否存在、能否使用",
        )
    else:
        said = lang.pick(
            f"the answer cannot be written ({why}); make room, or write it elsewhere",
            f"无法写出结果（{why}）；请腾出空间，或写到别处",
        )
    with suppress(OSError):  # standard error may be what is full
        typer.echo(f"lichain: {said}", err=True)
        sys.stderr.flush()
    _silence()
    return 1


def _silence() -> None:
    """Python flushes both streams once more as it ends, and complains where it cannot."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, AttributeError, ValueError):
            os.dup2(nowhere, stream.fileno())
