"""`lichain check | plan | load | verify`: from the tables to Neo4j."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lichain.cli.language import Lang, LangOption, detect
from lichain.cli.options import SeedOption, UriOption, console, opened, progress, record_of

if TYPE_CHECKING:
    from lichain.loader import Plan, Verdict
    from lichain.model import Record

_PANEL = "Tables and loading"
DocumentsOption = Annotated[
    Path | None,
    typer.Option(
        "--documents",
        help="Folder of the documents: checks every span's hash too. 原文目录。",
        show_default=False,
    ),
]
_MOST_GAPS = 20
_JSON = Annotated[bool, typer.Option("--json", help="Write JSON, for programs. 输出 JSON。")]


def register(app: typer.Typer) -> None:
    """Adds the commands."""
    for command in (check, plan, load, verify):
        app.command(rich_help_panel=_PANEL)(command)


def check(
    workbook: Annotated[
        Path | None,
        typer.Argument(
            help="An Excel workbook (.xlsx) instead of the folder; tables that it lacks come from there. Excel 工作簿。",
            show_default=False,
        ),
    ] = None,
    seed: SeedOption = None,
    documents: DocumentsOption = None,
    missing: Annotated[
        bool,
        typer.Option(
            "--missing", help="Also list what lacks a name, a place, a segment … 列出尚缺的内容。"
        ),
    ] = False,
    lang: LangOption = None,
) -> None:
    """Read and check the tables; no database is touched. 检查数据表，不涉及数据库。

    Example: lichain check tables.xlsx --missing
    """
    chosen = lang or detect()
    if missing:
        _print_gaps(seed, record_of(seed, workbook), chosen)
    record, checked = _read(seed, documents, workbook)
    counts = record.counts()
    typer.echo(
        chosen.pick(
            f"the tables are in order: {len(record.nodes)} nodes, {len(record.relationships)} relationships, "
            f"{len(record.claims)} claims of {counts['Source']} sources",
            f"数据表无误：{len(record.nodes)} 个节点，{len(record.relationships)} 条关系，"
            f"来自 {counts['Source']} 个来源的 {len(record.claims)} 条声明",
        )
    )
    if documents is not None:
        typer.echo(
            chosen.pick(
                f"{checked} spans agree with the documents", f"{checked} 处原文位置校验一致"
            )
        )


def plan(
    seed: SeedOption = None,
    documents: DocumentsOption = None,
    as_json: _JSON = False,
    uri: UriOption = None,
    lang: LangOption = None,
) -> None:
    """Show what a load would add, change and remove. 显示加载将带来的变化。

    Example: lichain plan --json
    """
    from lichain.loader import compare, read_state
    from lichain.schema import schema

    chosen = lang or detect()
    record, _ = _read(seed, documents)
    with opened(uri, chosen) as store:
        found = compare(record, read_state(schema(), store))
    if as_json:
        typer.echo(json.dumps(found.to_dict(), ensure_ascii=False, indent=2))
    else:
        _print_plan(found, chosen, chosen.pick("a load would", "加载将"))


def load(
    seed: SeedOption = None,
    documents: DocumentsOption = None,
    uri: UriOption = None,
    lang: LangOption = None,
) -> None:
    """Make Neo4j hold what the tables say, no more and no less. 将数据表载入 Neo4j。

    A claim whose span is not what the documents say is refused where the documents are at hand.

    Example: lichain load
    """
    from lichain import loader
    from lichain.schema import schema

    chosen = lang or detect()
    record, _ = _read(seed, documents)
    with opened(uri, chosen) as store:
        done = loader.load(schema(), store, record, progress(chosen))
        verdict = loader.verify(schema(), store, record)
    _print_plan(done, chosen, chosen.pick("the load did", "加载完成"))
    if not verdict.good:
        _print_verdict(verdict, chosen)
        raise typer.Exit(7)


def verify(seed: SeedOption = None, uri: UriOption = None, lang: LangOption = None) -> None:
    """Reconcile Neo4j with the tables and check the rules it must keep. 核对图谱与数据表。

    Example: lichain verify
    """
    from lichain import loader
    from lichain.schema import schema

    chosen = lang or detect()
    record = record_of(seed)
    with opened(uri, chosen) as store:
        verdict = loader.verify(schema(), store, record)
    _print_verdict(verdict, chosen)
    if not verdict.good:
        raise typer.Exit(7)


def _read(
    seed: Path | None, documents: Path | None, workbook: Path | None = None
) -> tuple[Record, int]:
    """The graph of record, and how many spans agree with the documents, where they are at hand."""
    record = record_of(seed, workbook)
    expect(seed, record)
    if documents is None:
        return record, 0
    from lichain.evidence import check_spans

    return record, check_spans(record, documents)


def expect(seed: Path | None, record: Record) -> None:
    """Warns of maxima that are passed, and of names that two companies share; TableFaults for
    minima and rates that are missed."""
    from lichain.seed.expectations import check_expectations
    from lichain.seed.identities import doubled_names

    for warning in [*check_expectations(_expectations(seed), record), *doubled_names(record)]:
        typer.echo(f"lichain: {warning}", err=True)


def _expectations(seed: Path | None) -> Path:
    from lichain import resources

    return (seed or resources.folder("seed")) / "expectations.yaml"


def _print_gaps(seed: Path | None, record: Record, lang: Lang) -> None:
    """A line for each property or relationship that is not everywhere, with what lacks it."""
    from lichain.seed.expectations import find_gaps

    for gap in find_gaps(_expectations(seed), record):
        shown = lang.pick(", ", "、").join(gap.lacking[:_MOST_GAPS])
        rest = len(gap.lacking) - _MOST_GAPS
        more = lang.pick(f" and {rest} more", f" 等另外 {rest} 个") if rest > 0 else ""
        typer.echo(
            lang.pick(
                f"{gap.name}: {len(gap.lacking)} of {gap.count} lack {gap.part}: {shown}{more}",
                f"{gap.name}：{gap.count} 个中有 {len(gap.lacking)} 个缺 {gap.part}：{shown}{more}",
            )
        )


def _print_plan(found: Plan, lang: Lang, title: str) -> None:
    from rich.table import Table

    from lichain.schema import schema

    counts = found.counts()
    total = f"{title}: +{sum(n for (a, _), n in counts.items() if a == 'add')}"
    total += f" ~{sum(n for (a, _), n in counts.items() if a == 'change')}"
    total += f" -{sum(n for (a, _), n in counts.items() if a == 'remove')}"
    typer.echo(total + lang.pick(f", {found.unchanged} unchanged", f",{found.unchanged} 项不变"))
    if not counts:
        return
    table = Table()
    table.add_column(lang.pick("type", "类型"))
    for header in (
        lang.pick("add", "新增"),
        lang.pick("change", "修改"),
        lang.pick("remove", "删除"),
    ):
        table.add_column(header, justify="right")
    kinds = {kind.name: kind.zh for kind in schema().nodes.values()}
    kinds |= {kind.name: kind.zh for kind in schema().relationships.values()}
    for kind in sorted({kind for _, kind in counts}):
        name = kind if lang is Lang.EN or kind not in kinds else f"{kinds[kind]} {kind}"
        table.add_row(
            name, *(str(counts[action, kind] or "") for action in ("add", "change", "remove"))
        )
    console().print(table)


def _print_verdict(verdict: Verdict, lang: Lang) -> None:
    from rich.table import Table

    table = Table()
    table.add_column(lang.pick("type", "类型"))
    table.add_column(lang.pick("tables", "数据表"), justify="right")
    table.add_column("Neo4j", justify="right")
    for count in verdict.counts:
        table.add_row(count.type, str(count.record), str(count.graph))
    console().print(table)
    for finding in verdict.findings:
        typer.echo(f"{finding.rule}: {finding.rows} ({'; '.join(finding.examples)})")
    if verdict.good:
        typer.echo(lang.pick("Neo4j holds just what the tables say", "Neo4j 与数据表完全一致"))
    elif verdict.left.size:
        typer.echo(
            lang.pick(
                f"{verdict.left.size} nodes or relationships differ; `lichain plan` shows them, `lichain load` mends them",
                f"有 {verdict.left.size} 项不一致；用 `lichain plan` 查看，用 `lichain load` 修复",
            )
        )
