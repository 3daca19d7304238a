"""How and where an answer is written: the terminal, a pipe, or a file of the format its name says."""

from __future__ import annotations

from pathlib import Path

import typer

from lichain.cli import pager
from lichain.cli.language import Lang
from lichain.cli.options import Format
from lichain.errors import InputError
from lichain.result import Result

SUFFIXES = {
    ".xlsx": Format.XLSX,
    ".csv": Format.CSV,
    ".json": Format.JSON,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".txt": Format.TABLE,
}


def chosen_format(format: Format | None, out: Path | None, force: bool) -> Format:
    """The format to write; InputError for a file that is there, or whose name says another format."""
    if out is None:
        if format is Format.XLSX:
            raise InputError(
                "a workbook cannot be shown; name the file to write with --out answer.xlsx",
                "工作簿无法直接显示；请用 --out answer.xlsx 指定要写入的文件",
            )
        return format or Format.TABLE
    by_name = SUFFIXES.get(out.suffix.lower())
    if by_name is None and format is None:
        listed = ", ".join(SUFFIXES)
        raise InputError(
            f"--out {out}: the name does not say the format; end it in one of {listed}, or give --format",
            f"--out {out}：无法从文件名得知格式；请使用扩展名 {listed}，或加 --format",
        )
    if format and by_name and format is not by_name:
        raise InputError(
            f"--out {out} is the name of a file of format {by_name}, and --format says {format}; change either",
            f"--out {out} 的扩展名表示 {by_name} 格式，而 --format 为 {format}；请修改其一",
        )
    if out.exists() and not force:
        raise InputError(
            f"{out} is there already; name another file, or --force",
            f"{out} 已存在；请换一个文件名，或加 --force",
        )
    if not out.parent.is_dir():
        raise InputError(
            f"{out}: there is no folder {out.parent}; make it first",
            f"{out}：文件夹 {out.parent} 不存在；请先创建",
        )
    return format or by_name or Format.TABLE


def write(
    result: Result, format: Format, lang: Lang, out: Path | None = None, paged: bool = True
) -> None:
    """Shows the answer, or writes it into `out` and says so."""
    from lichain.render import words

    if out is None:
        if format is Format.CSV:
            _say_beside(result, lang)
        pager.show(as_text(result, format, lang, pager.width(), pager.styled()), paged)
        return
    content = (
        _workbook(result, lang)
        if format is Format.XLSX
        else as_text(result, format, lang, 160).encode("utf-8")
    )
    from lichain.seed.format import replace_files

    replace_files({out: content})
    typer.echo(f"{out}: {words.counted(result, lang.value)}")


def as_text(result: Result, format: Format, lang: Lang, width: int, styled: bool = False) -> str:
    """The answer in a format of text."""
    if format is Format.TABLE:
        from lichain.render.table import to_text

        return to_text(result, lang.value, width, styled)
    from lichain.render import formats

    written = {
        Format.JSON: formats.to_json,
        Format.CSV: formats.to_csv,
        Format.MARKDOWN: formats.to_markdown,
    }
    return written[format](result, lang.value)


def _say_beside(result: Result, lang: Lang) -> None:
    """On standard error what a table of CSV has no room for: that nothing is known, or rows are left out."""
    from lichain.render import words

    if not result.rows:
        typer.echo(words.nothing(result, lang.value), err=True)
    elif result.more:
        typer.echo(words.counted(result, lang.value), err=True)


def _workbook(result: Result, lang: Lang) -> bytes:
    from datetime import date

    from lichain import __version__
    from lichain.render.workbook import to_workbook

    return to_workbook(result, lang.value, date.today(), __version__)
