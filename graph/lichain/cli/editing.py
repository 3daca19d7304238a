"""`lichain new | format | export | import`: keeping the tables up, by hand and in Excel."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lichain import resources
from lichain.cli.language import Lang, LangOption, detect
from lichain.cli.options import SeedOption, record_of
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
    seed: SeedOption = None,
    lang: LangOption = None,
) -> None:
    """Print a row ready for a table, with names turned into ids; say what is missing. 生成新行。

    Example: lichain new supplies from=天赐材料 to=CATL product=电解液 confidence=reported
    """
    from datetime import date

    from lichain.seed.draft import draft

    given = {}
    for cell in cells or []:
        column, equals, value = cell.partition("=")
        if not equals:
            raise InputError(f"{cell!r} has no value; write it as column=value")
        given[column.strip()] = value.strip()
    found = draft(table, given, seed or resources.folder("seed"), date.today())
    typer.echo(found.text(), nl=False)
    _say_missing(found, lang or detect())


def _say_missing(found: Draft, lang: Lang) -> None:
    from lichain.schema import schema

    typer.echo(
        lang.pick(f"# a row for {found.layout.file}", f"# {found.layout.file} 的新行"), err=True
    )
    for prop in found.missing:
        allowed = schema().terms(prop.values) if prop.values else ()
        fix = f" [{', '.join(allowed)}]" if allowed else f" {prop.means}"
        name = lang.pick(prop.name, f"{prop.name}（{prop.zh}）")
        typer.echo(lang.pick(f"# missing: {name}:{fix}", f"# 尚缺：{name}：{fix}"), err=True)
    if not found.missing:
        typer.echo(
            lang.pick(
                "# nothing is missing; append the row, then `lichain format` and `lichain check`",
                "# 已齐全；将该行追加到表中，再运行 `lichain format` 和 `lichain check`",
            ),
            err=True,
        )


def format_(seed: SeedOption = None, lang: LangOption = None) -> None:
    """Sort and format the tables, so that a diff shows only what changed. 排序并统一数据表格式。"""
    from lichain.seed.format import format_tables

    changed = format_tables(seed or resources.folder("seed"))
    for file in changed:
        typer.echo(file)
    chosen = lang or detect()
    typer.echo(chosen.pick(f"{len(changed)} files written anew", f"已重写 {len(changed)} 个文件"))


def export(
    xlsx: Annotated[
        Path, typer.Option("--xlsx", help="File to write, a sheet a table. 输出的工作簿。")
    ],
    seed: SeedOption = None,
    lang: LangOption = None,
) -> None:
    """Write all tables as one Excel workbook whose cells Excel leaves as they are. 导出为 Excel。

    Example: lichain export --xlsx tables.xlsx
    """
    from lichain.seed.export import export_workbook

    chosen = lang or detect()
    counts = export_workbook(seed or resources.folder("seed"), xlsx, chosen.value)
    rows = sum(counts.values())
    typer.echo(
        chosen.pick(
            f"{xlsx}: {rows} rows in {len(counts)} sheets; edit it, then `lichain check {xlsx}` and `lichain import {xlsx}`",
            f"{xlsx}：{len(counts)} 个工作表，共 {rows} 行；修改后运行 `lichain check {xlsx}` 与 `lichain import {xlsx}`",
        )
    )


def import_(workbook: _Xlsx, seed: SeedOption = None, lang: LangOption = None) -> None:
    """Check a workbook and write its sheets back into the tables. 校验工作簿并写回数据表。

    Nothing is written unless all of it is in order. Tables without a sheet stay as they are.
    Example: lichain import tables.xlsx
    """
    from lichain.seed.taking import take_workbook
    from lichain.seed.workbook import WorkbookTables

    chosen = lang or detect()
    record_of(seed, workbook)
    changed = take_workbook(WorkbookTables(workbook), seed or resources.folder("seed"))
    for one in changed:
        typer.echo(f"{one.file}: +{one.added} -{one.removed}")
    typer.echo(chosen.pick(f"{len(changed)} tables changed", f"{len(changed)} 个数据表有变化"))
