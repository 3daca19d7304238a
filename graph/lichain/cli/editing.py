"""`lichain new | format | export | import`: keeping the tables up, by hand and in Excel."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lichain import resources
from lichain.cli.language import Lang, LangOption, detect
from lichain.cli.options import SeedOption, tables_to_edit
from lichain.errors import InputError

if TYPE_CHECKING:
    from lichain.seed.draft import Draft

_PANEL = "Keeping the tables up"
_Xlsx = Annotated[Path, typer.Argument(help="The workbook (.xlsx). 工作簿。", show_default=False)]


def register(app: typer.Typer) -> None:
    """Adds the commands."""
    for command in (new, format_, export, import_):
        app.command(command.__name__.rstrip("_"), rich_help_panel=_PANEL)(command)


def new(
    table: Annotated[
        str, typer.Argument(help="The table, such as supplies or enterprise. 数据表。")
    ],
    cells: Annotated[
        list[str] | None,
        typer.Argument(help="column=value, names in any spelling. 列=值。", show_default=False),
    ] = None,
    append: Annotated[
        bool, typer.Option("--append", help="Put the row into the table. 直接写入数据表。")
    ] = False,
    seed: SeedOption = None,
    lang: LangOption = None,
) -> None:
    """Print a row ready for a table, with names turned into ids; say what is missing. 生成新行。

    Example: lichain new supplies from=天赐材料 to=CATL product=电解液 confidence=reported
    """
    from datetime import date

    from lichain.seed import draft

    given: dict[str, str] = {}
    for cell in cells or []:
        column, equals, value = cell.partition("=")
        if not equals or column.strip() in given:
            said = "is given twice" if equals else "has no value; write it as column=value"
            raise InputError(f"{cell!r} {said}", f"{cell!r} 不合要求；每列写一次，格式为 列=值")
        given[column.strip()] = value.strip()
    folder = tables_to_edit(seed) if append else seed or resources.folder("seed")
    found = draft.draft(table, given, folder, date.today())
    typer.echo(found.text(), nl=False)
    if append:
        draft.append(found, folder)
    _say_missing(found, lang or detect(), appended=append)


def _say_missing(found: Draft, lang: Lang, *, appended: bool) -> None:
    from lichain.schema import schema

    typer.echo(
        lang.pick(f"# a row for {found.layout.file}", f"# {found.layout.file} 的新行"), err=True
    )
    for prop in found.missing:
        allowed = schema().terms(prop.values) if prop.values else ()
        fix = f" [{', '.join(allowed)}]" if allowed else f" {prop.means}"
        name = lang.pick(prop.name, f"{prop.name}（{prop.zh}）")
        typer.echo(lang.pick(f"# missing: {name}:{fix}", f"# 尚缺：{name}：{fix}"), err=True)
    if appended:
        typer.echo(lang.pick("# the row is in the table", "# 已写入数据表"), err=True)
    elif not found.missing:
        typer.echo(
            lang.pick(
                "# nothing is missing; --append puts it into the table",
                "# 已齐全；加 --append 即写入数据表",
            ),
            err=True,
        )


def format_(seed: SeedOption = None, lang: LangOption = None) -> None:
    """Sort and format the tables, so that a diff shows only what changed. 排序并统一数据表格式。

    Example: lichain format --seed seed
    """
    from lichain.seed.format import format_tables

    changed = format_tables(tables_to_edit(seed))
    for file in changed:
        typer.echo(file)
    chosen = lang or detect()
    typer.echo(chosen.pick(f"{len(changed)} files written anew", f"已重写 {len(changed)} 个文件"))


def export(
    xlsx: Annotated[
        Path, typer.Option("--xlsx", help="File to write, a sheet a table. 输出的工作簿。")
    ],
    force: Annotated[
        bool, typer.Option("--force", help="Write over a file that is there. 覆盖已有文件。")
    ] = False,
    seed: SeedOption = None,
    lang: LangOption = None,
) -> None:
    """Write all tables as one Excel workbook whose cells Excel leaves as they are. 导出为 Excel。

    Example: lichain export --xlsx tables.xlsx
    """
    from lichain.seed.export import export_workbook

    chosen = lang or detect()
    if xlsx.exists() and not force:
        raise InputError(
            f"{xlsx} is there already, and edits in it would be lost; name another file, or --force",
            f"{xlsx} 已存在，其中的修改会丢失；请换一个文件名，或加 --force",
        )
    counts = export_workbook(seed or resources.folder("seed"), xlsx, chosen.value)
    rows = sum(counts.values())
    typer.echo(
        chosen.pick(
            f"{xlsx}: {rows} rows in {len(counts)} sheets; edit it, then `lichain check {xlsx}` and `lichain import {xlsx}`",
            f"{xlsx}：{len(counts)} 个工作表，共 {rows} 行；修改后运行 `lichain check {xlsx}` 与 `lichain import {xlsx}`",
        )
    )


def import_(
    workbook: _Xlsx,
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help="Write without asking. 不再询问，直接写入。")
    ] = False,
    seed: SeedOption = None,
    lang: LangOption = None,
) -> None:
    """Check a workbook, show what it changes, and write its sheets back. 校验工作簿并写回数据表。

    Nothing is written unless all of it is in order and you agree. Tables without a sheet stay.

    Example: lichain import tables.xlsx
    """
    from lichain.cli.tables import expect
    from lichain.seed.folders import FolderTables
    from lichain.seed.importing import compare_workbook, take
    from lichain.seed.record import read_record
    from lichain.seed.workbook import WorkbookTables

    chosen, folder = lang or detect(), tables_to_edit(seed)
    book = WorkbookTables(workbook, FolderTables(folder))
    expect(seed, read_record(book))
    changes = compare_workbook(book, folder)
    for one in changes:
        typer.echo(f"{one.file}: +{one.added} -{one.removed}")
    if not changes:
        typer.echo(chosen.pick("nothing would change", "没有变化"))
        return
    question = chosen.pick(
        f"change these {len(changes)} tables?", f"修改这 {len(changes)} 个数据表？"
    )
    if not yes and not sys.stdin.isatty():
        raise InputError(
            "nothing was written; give --yes to write these changes",
            "尚未写入；确认无误后加 --yes 写入",
        )
    if yes or typer.confirm(question):
        take(changes)
        typer.echo(chosen.pick(f"{len(changes)} tables changed", f"{len(changes)} 个数据表已修改"))
