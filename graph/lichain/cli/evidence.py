"""`lichain evidence | resolve`: where a claim comes from, and whom a name means."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from lichain import resources
from lichain.cli.command import COMPLETES
from lichain.cli.language import LangOption, detect
from lichain.cli.options import SeedOption, record_of
from lichain.errors import InputError, UnknownName
from lichain.model import Node

_PANEL = "Evidence and names"


def register(app: typer.Typer) -> None:
    """Adds the commands."""
    app.command(rich_help_panel=_PANEL)(evidence)
    app.command(rich_help_panel=_PANEL)(resolve)


def evidence(
    claim: Annotated[str, typer.Argument(help="Id of a claim, such as c-xxz3ctxnu65m. 声明编号。")],
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

    Example: lichain evidence c-xxz3ctxnu65m
    """
    from lichain.evidence import describe
    from lichain.render.safe import safe

    chosen = lang or detect()
    for text in describe(record_of(seed), claim, documents, chosen.value):
        typer.echo("\n".join(safe(line) for line in text.split("\n")))


def resolve(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="NAME…",
            help="Names in any spelling, ids or stock codes. 任意写法的名称。",
            show_default=False,
        ),
    ] = None,
    file: Annotated[
        Path | None,
        typer.Option(
            "--file",
            help="A file of names, one a line; - is standard input. 名称文件，每行一个。",
            show_default=False,
            allow_dash=True,
        ),
    ] = None,
    type: Annotated[
        list[str] | None,
        typer.Option(
            "--type", help="Only this type, such as Enterprise. 限定类型。", show_default=False
        ),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Write JSON, for programs. 输出 JSON。")
    ] = False,
    seed: SeedOption = None,
    lang: LangOption = None,
) -> None:
    """Say whom or what names mean and how each matched, or what else it may mean. 名称归一。

    One name is told in words; several, or a file of them, as CSV with a line for each.

    Example: lichain resolve 寧德時代 CATL 300750 --type Enterprise
    """
    from lichain.identity import describe, explain
    from lichain.render.resolved import in_words, to_csv
    from lichain.schema import schema
    from lichain.seed.record import read_names

    chosen = lang or detect()
    texts = [*(names or []), *(_lines(file) if file else [])]
    if not texts:
        raise InputError("there is no name to resolve; give names, or --file with one a line")
    known = read_names(seed or resources.folder("seed"))
    nodes = {id_: Node(id_, row.type, row.properties) for id_, row in known.nodes.items()}
    for kind in type or []:
        if kind not in schema().nodes:
            raise UnknownName(
                f"--type {kind!r} is not a node type; the types are {', '.join(schema().nodes)}"
            )
    types = frozenset().union(*(schema().subtypes(kind) for kind in type)) if type else None
    found = [describe(known.references.names, text, types) for text in texts]
    one = found[0] if len(found) == 1 and file is None else None
    if as_json:
        shown = asdict(one) if one else [asdict(each) for each in found]
        typer.echo(json.dumps(shown, ensure_ascii=False, indent=2, default=str))
    elif one is None:
        typer.echo(to_csv(found, nodes), nl=False)
    elif one.status == "matched":
        for line in in_words(one, nodes, chosen.value):
            typer.echo(line)
    if one is not None and one.status != "matched":
        raise UnknownName(explain(one, " or ".join(type) if type else "entry"))
    if lost := sum(each.status != "matched" for each in found):
        raise UnknownName(
            f"{lost} of {len(found)} names match nothing, or more than one thing; see the column status",
            f"{len(found)} 个名称中有 {lost} 个未匹配或有歧义；见 status 列",
        )


setattr(resolve, COMPLETES, {"names": ("any",)})


def _lines(file: Path) -> list[str]:
    """The lines of the file that are not blank."""
    try:
        text = sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as fault:
        raise InputError(f"{file} is not UTF-8 at byte {fault.start}; save it as UTF-8") from fault
    except OSError as fault:
        raise InputError(
            f"{file} cannot be read: {fault.strerror}; name a file of names"
        ) from fault
    return [line.strip() for line in text.splitlines() if line.strip()]
