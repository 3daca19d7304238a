"""Every question of the catalogue as a command, and `query` and `queries` for all of them."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Annotated, Any

import typer

from lichain.cli.language import Lang, LangOption, detect
from lichain.cli.options import Format, FormatOption, UriOption, console, opened
from lichain.errors import InputError
from lichain.queries.catalogue import catalogue
from lichain.queries.question import LENS, Parameter, Question

_PANEL = "Questions"
_MOST, _MOST_CELLS = 1000, 100_000
"""Rows shown at most, and rows read at most to be folded."""


def register(app: typer.Typer) -> None:
    """Adds `queries`, `query`, and a command for each question."""
    app.command(rich_help_panel=_PANEL)(queries)
    app.command(rich_help_panel=_PANEL)(query)
    for question in catalogue().values():
        app.command(question.command, help=_help(question), rich_help_panel=_PANEL)(
            _command(question)
        )


def queries(lang: LangOption = None) -> None:
    """List the questions that can be asked, with their parameters. 列出全部问题。"""
    chosen = lang or detect()
    theme = ""
    for question in sorted(
        catalogue().values(), key=lambda question: (question.theme, question.name)
    ):
        if question.theme != theme:
            theme = question.theme
            typer.echo(f"\n{theme}")
        options = " ".join(
            p.option if p.required else f"[{p.option}]"
            for p in question.parameters
            if p not in LENS
        )
        typer.echo(f"  {question.command} {options}".rstrip())
        typer.echo(f"      {question.title(chosen.value)}")


def query(
    name: Annotated[
        str, typer.Argument(help="Name of a question, see `lichain queries`. 问题名称。")
    ],
    param: Annotated[
        list[str] | None,
        typer.Option("--param", "-p", help="name=value, once for each. 参数。", show_default=False),
    ] = None,
    lang: LangOption = None,
    format: FormatOption = Format.TABLE,
    limit: Annotated[
        int | None,
        typer.Option(
            "--limit", min=1, help="Most rows to show (else 1000). 最多行数。", show_default=False
        ),
    ] = None,
    uri: UriOption = None,
    cypher: Annotated[
        bool, typer.Option("--cypher", help="Print the Cypher for Neo4j Browser and leave.")
    ] = False,
) -> None:
    """Ask any question of the catalogue by its name. 按名称提问。

    Example: lichain query who_supplies --param to=宁德时代
    """
    from lichain.queries.catalogue import find

    if cypher:
        typer.echo(find(name).cypher)
        return
    parameters = {}
    for given in param or []:
        key, equals, value = given.partition("=")
        if not equals:
            raise InputError(f"--param {given!r} has no value; write it as name=value")
        parameters[key.strip()] = value
    answer(name, parameters, lang or detect(), format, limit, uri)


def answer(
    name: str,
    parameters: dict[str, Any],
    lang: Lang,
    format: Format,
    limit: int | None,
    uri: str | None,
) -> None:
    """Asks and prints; a question that is read folded is asked whole, folded, and cut then."""
    from lichain.queries.asking import run
    from lichain.queries.catalogue import find
    from lichain.render.folding import folded

    fold = find(name).fold is not None and format in (Format.TABLE, Format.MARKDOWN)
    most = limit or (_MOST_CELLS if find(name).fold else _MOST)
    with opened(uri, lang) as store:
        result = run(name, store, limit=_MOST_CELLS if fold else most, **parameters)
    if fold:
        result = folded(result, lang.value, most)
    if format is Format.TABLE:
        from lichain.render.table import print_result

        print_result(result, lang.value, console())
        return
    from lichain.render import formats, words

    if format is Format.CSV and not result.rows:
        typer.echo(words.nothing(result, lang.value), err=True)
    write = {
        Format.JSON: formats.to_json,
        Format.CSV: formats.to_csv,
        Format.MARKDOWN: formats.to_markdown,
    }
    typer.echo(write[format](result, lang.value), nl=False)


def _command(question: Question) -> Callable[..., None]:
    """A function with the question's parameters in its signature, for typer to read."""

    def command(**given: Any) -> None:
        shared = {name: given.pop(name) for name in ("lang", "format", "limit", "uri")}
        answer(
            question.name,
            given,
            shared["lang"] or detect(),
            shared["format"],
            shared["limit"],
            shared["uri"],
        )

    own = [_option(parameter) for parameter in question.parameters]
    common = [
        p
        for name, p in inspect.signature(query, eval_str=True).parameters.items()
        if name in ("lang", "format", "limit", "uri")
    ]
    keyword = inspect.Parameter.KEYWORD_ONLY
    signature = [p.replace(kind=keyword) for p in (*own, *common)]
    command.__signature__ = inspect.Signature(signature)  # type: ignore[attr-defined]
    command.__annotations__ = {p.name: p.annotation for p in signature}
    return command


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
