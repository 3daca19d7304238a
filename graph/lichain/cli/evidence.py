"""`lichain evidence | resolve`: where a claim comes from, and whom a name means."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from lichain.cli.language import LangOption, detect
from lichain.cli.options import SeedOption, record_of
from lichain.errors import UnknownName

_PANEL = "Evidence and names"


def register(app: typer.Typer) -> None:
    """Adds the commands."""
    app.command(rich_help_panel=_PANEL)(evidence)
    app.command(rich_help_panel=_PANEL)(resolve)


def evidence(
    claim: Annotated[str, typer.Argument(help="Id of a claim, such as c-abcdefghijkl. 声明编号。")],
    documents: Annotated[
        Path | None,
        typer.Option(
            "--documents",
            help="Folder of the documents, to print the passage. 原文目录。",
            show_default=False,
        ),
    ] = None,
    seed: SeedOption = None,
    lang: LangOption = None,
) -> None:
    """Say what a claim says and where; with the documents at hand, print the passage. 查看声明的出处与原文。

    Example: lichain evidence c-abcdefghijkl --documents ../shared/documents
    """
    from lichain.evidence import describe
    from lichain.render.safe import safe

    chosen = lang or detect()
    for text in describe(record_of(seed), claim, documents, chosen.value):
        typer.echo("\n".join(safe(line) for line in text.split("\n")))


def resolve(
    name: Annotated[
        str, typer.Argument(help="A name in any spelling, an id or a stock code. 任意写法的名称。")
    ],
    type: Annotated[
        list[str] | None,
        typer.Option(
            "--type", help="Only this type, such as Enterprise. 限定类型。", show_default=False
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON, for programs.")] = False,
    seed: SeedOption = None,
    lang: LangOption = None,
) -> None:
    """Say whom or what a name means and how it matched, or what else it may mean. 名称归一。

    Example: lichain resolve 寧德時代
    """
    from lichain.identity import NameIndex, describe, explain
    from lichain.identity.naming import named
    from lichain.render.safe import short
    from lichain.schema import schema

    chosen = lang or detect()
    record = record_of(seed)
    for kind in type or []:
        if kind not in schema().nodes:
            raise UnknownName(
                f"--type {kind!r} is not a node type; the types are {', '.join(schema().nodes)}"
            )
    types = frozenset().union(*(schema().subtypes(kind) for kind in type)) if type else None
    names = NameIndex(named(node.id, node.type, node.properties) for node in record.nodes.values())
    found = describe(names, name, types)
    if as_json:
        typer.echo(json.dumps(asdict(found), ensure_ascii=False, indent=2, default=str))
    elif found.status == "matched":
        match = found.matches[0]
        node = record.nodes[match.id]
        typer.echo(
            f"{match.id}  {schema().nodes[match.type].zh if chosen.value == 'zh' else match.type}"
        )
        typer.echo(f"  {short(node.name('zh'))} / {short(node.name('en'))}")
        how = chosen.pick(
            f"matched {match.name!r} ({match.rule.name.lower()})",
            f"匹配：{match.name}（{_RULES[match.rule.name]}）",
        )
        typer.echo(f"  {how}")
    if found.status != "matched":
        raise UnknownName(explain(found, " or ".join(type) if type else "entry"))


_RULES = {
    "ID": "编号",
    "TEXT": "原文一致",
    "FOLDED": "忽略繁简、全半角、大小写与标点",
    "STRIPPED": "忽略公司形式或地区后缀",
}
