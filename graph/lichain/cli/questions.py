"""Every question of the catalogue as a command, and `query` and `queries` for all of them."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from lichain.cli import pager
from lichain.cli.command import COMPLETES
from lichain.cli.language import Lang, LangOption, detect
from lichain.cli.options import (
    ForceOption,
    Format,
    FormatOption,
    LimitOption,
    NoPagerOption,
    OutOption,
    UriOption,
    opened,
)
from lichain.cli.output import chosen_format, write
from lichain.errors import InputError
from lichain.queries.catalogue import catalogue, find
from lichain.queries.question import LENS, Parameter, Question

_PANEL = "Questions"
_MOST_IN_TABLE, _MOST = 200, 100_000
"""Rows shown at most in a table that nobody bounded, and rows read at most."""


def register(app: typer.Typer) -> None:
    """Adds `queries` and `query`."""
    app.command(rich_help_panel=_PANEL)(queries)
    app.command(rich_help_panel=_PANEL)(query)


def register_question(app: typer.Typer, name: str) -> None:
    """Adds the question `name` as a command; its file alone is read."""
    question = find(name)
    app.command(question.command, help=_help(question), rich_help_panel=_PANEL)(_command(question))


def queries(lang: LangOption = None) -> None:
    """List the questions that can be asked, with their parameters. 列出全部问题。

    Example: lichain queries --lang zh
    """
    chosen = lang or detect()
    theme, lines = "", []
    for question in sorted(
        catalogue().values(), key=lambda question: (question.theme, question.name)
    ):
        if question.theme != theme:
            theme = question.theme
            lines += ["", theme]
        options = " ".join(
            p.option if p.required else f"[{p.option}]"
            for p in question.parameters
            if p not in LENS
        )
        lines.append(f"  {question.command} {options}".rstrip())
        lines.append(f"      {question.title(chosen.value)}")
    pager.show("\n".join([*lines, ""]))


def query(
    name: Annotated[
        str, typer.Argument(help="Name of a question, see `lichain queries`. 问题名称。")
    ],
    param: Annotated[
        list[str] | None,
        typer.Option("--param", "-p", help="name=value, once for each. 参数。", show_default=False),
    ] = None,
    lang: LangOption = None,
    format: FormatOption = None,
    limit: LimitOption = None,
    out: OutOption = None,
    force: ForceOption = False,
    no_pager: NoPagerOption = False,
    uri: UriOption = None,
    cypher: Annotated[
        bool,
        typer.Option(
            "--cypher", help="Print the Cypher for Neo4j Browser and leave. 显示 Cypher。"
        ),
    ] = False,
) -> None:
    """Ask any question of the catalogue by its name. 按名称提问。

    Example: lichain query who_supplies --param to=宁德时代
    """
    if cypher:
        typer.echo(find(name).cypher)
        return
    parameters: dict[str, str] = {}
    for given in param or []:
        key, equals, value = (part.strip() for part in given.partition("="))
        if not equals or key in parameters:
            said = "is given twice" if equals else "has no value; write it as name=value"
            raise InputError(
                f"--param {given!r} {said}",
                f"--param {given!r} 不合要求；每个参数写一次，格式为 名称=值",
            )
        parameters[key] = value
    answer(name, parameters, Shared(lang, format, limit, out, force, no_pager, uri))


@dataclass(frozen=True, slots=True)
class Shared:
    """What every question takes beside its own parameters."""

    lang: Lang | None = None
    format: Format | None = None
    limit: int | None = None
    out: Path | None = None
    force: bool = False
    no_pager: bool = False
    uri: str | None = None


setattr(query, COMPLETES, {"name": ("question",)})


def answer(name: str, parameters: Mapping[str, Any], shared: Shared) -> None:
    """Asks and writes; a question that is read folded is asked whole, folded, and cut then."""
    lang, question = shared.lang or detect(), find(name)
    chosen = chosen_format(shared.format, shared.out, shared.force)
    fold = question.fold is not None and chosen in (Format.TABLE, Format.MARKDOWN)
    short = chosen is Format.TABLE and shared.out is None and question.fold is None
    most = shared.limit or (_MOST_IN_TABLE if short else _MOST)
    from lichain.queries.asking import run

    with opened(shared.uri, lang) as store:
        result = run(name, store, limit=_MOST if fold else most, **parameters)
    if fold:
        from lichain.render.folding import folded

        result = folded(result, lang.value, most)
    write(result, chosen, lang, shared.out, paged=not shared.no_pager)


def _command(question: Question) -> Callable[..., None]:
    """A function with the question's parameters in its signature, for typer to read."""
    names = Shared.__dataclass_fields__

    def command(**given: Any) -> None:
        shared = Shared(**{name: given.pop(name) for name in names})
        answer(question.name, given, shared)

    own = [_option(parameter) for parameter in question.parameters]
    common = [
        p for name, p in inspect.signature(query, eval_str=True).parameters.items() if name in names
    ]
    keyword = inspect.Parameter.KEYWORD_ONLY
    signature = [p.replace(kind=keyword) for p in (*own, *common)]
    command.__signature__ = inspect.Signature(signature)  # type: ignore[attr-defined]
    command.__annotations__ = {p.name: p.annotation for p in signature}
    setattr(command, COMPLETES, {p.name: _kinds(p) for p in question.parameters})
    return command


def _kinds(parameter: Parameter) -> tuple[str, ...]:
    """What to offer for the parameter: types of nodes, or its vocabulary."""
    return (parameter.values,) if parameter.values else parameter.types


def _option(parameter: Parameter) -> inspect.Parameter:
    text = f"{parameter.en} {parameter.zh}"
    option = typer.Option(
        parameter.option,
        help=text,
        show_default=parameter.default is not None and parameter not in LENS,
    )
    kind: Any = int if parameter.types[0] == "integer" else str
    if parameter.required:
        return inspect.Parameter(
            parameter.name, inspect.Parameter.KEYWORD_ONLY, annotation=Annotated[kind, option]
        )
    annotation = Annotated[kind | None, option]
    return inspect.Parameter(
        parameter.name,
        inspect.Parameter.KEYWORD_ONLY,
        annotation=annotation,
        default=None if parameter in LENS else parameter.default,
    )


def _help(question: Question) -> str:
    example = " ".join(
        f"--{name.replace('_', '-')} {value}" for name, value in question.example.items()
    )
    lines = [
        f"{question.title('en')}. {question.title('zh')}。",
        question.about("en"),
        question.about("zh"),
    ]
    return "\n\n".join([*lines, f"Example: lichain {question.command} {example}".rstrip()])
