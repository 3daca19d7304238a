"""`lichain profile`: one page on a region, enterprise, segment, product, policy or facility."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lichain.cli import pager
from lichain.cli.command import COMPLETES
from lichain.cli.language import Lang, LangOption, detect
from lichain.cli.options import ForceOption, NoPagerOption, UriOption, opened
from lichain.errors import InputError

if TYPE_CHECKING:
    from lichain.analysis.profile import Profile


class PageFormat(StrEnum):
    """How a page is written."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"


_SUFFIXES = {
    ".html": PageFormat.HTML,
    ".htm": PageFormat.HTML,
    ".md": PageFormat.MARKDOWN,
    ".txt": PageFormat.TEXT,
}


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command(rich_help_panel="Questions")(profile)


def profile(
    name: Annotated[
        str, typer.Argument(help="What the page is about, in any spelling. 页面主题。")
    ],
    type: Annotated[
        str | None,
        typer.Option(
            "--type",
            help="Its type, where several things share the name: Product, Segment … 类型。",
            show_default=False,
        ),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of", help="as things stood on this day 截至日期，不填则不限", show_default=False
        ),
    ] = None,
    known_at: Annotated[
        str | None,
        typer.Option(
            "--known-at", help="as could be known on this day 当时已公开", show_default=False
        ),
    ] = None,
    min_confidence: Annotated[
        str | None,
        typer.Option("--min-confidence", help="how sure at least 最低可信度", show_default=False),
    ] = None,
    rows: Annotated[
        int,
        typer.Option("--rows", min=1, max=1000, help="Most rows in each part. 每部分最多行数。"),
    ] = 20,
    format: Annotated[
        PageFormat | None,
        typer.Option(
            "--format",
            "-f",
            help="text, markdown or html (else by the suffix of --out). 输出格式。",
            show_default=False,
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", "-o", help="File to write: .html, .md or .txt. 输出文件。", show_default=False
        ),
    ] = None,
    force: ForceOption = False,
    no_pager: NoPagerOption = False,
    lang: LangOption = None,
    uri: UriOption = None,
) -> None:
    """Write one page of all that is known of a thing, and where knowledge stops. 生成专题页。

    Example: lichain profile 宜春 --rows 5
    """
    from lichain.analysis.profile import profile as page_of

    chosen = lang or detect()
    shape = format or _SUFFIXES.get(out.suffix.lower() if out else "", PageFormat.TEXT)
    if out is not None:
        _check(out, force)
    asked = {"as_of": as_of, "known_at": known_at, "min_confidence": min_confidence}
    with opened(uri, chosen) as store:
        page = page_of(store, name, kind=_type(type), rows=rows, **asked)
    if out is None:
        pager.show(_written(page, shape, chosen, pager.width(), pager.styled()), not no_pager)
        return
    from lichain.render.files import replace

    replace(out, _written(page, shape, chosen, 160).encode("utf-8"), thing="page")
    title = page.node.name(chosen.value)
    typer.echo(chosen.pick(f"{out}: a page on {title}", f"{out}：{title}专题页"))


setattr(profile, COMPLETES, {"name": ("any",)})


def _check(out: Path, force: bool) -> None:
    from lichain.render.files import check_target

    check_target(out, thing="page", example="page.html")
    if out.exists() and not force:
        raise InputError(
            f"{out} is there already; name another file, or --force",
            f"{out} 已存在；请换一个文件名，或加 --force",
        )


def _type(given: str | None) -> str | None:
    """The node type that was meant, by its name in either language; InputError names those with a page."""
    if given is None:
        return None
    from lichain.analysis.profile import kinds
    from lichain.schema import schema

    spelled = {word: kind for kind in kinds() for word in (kind.lower(), schema().nodes[kind].zh)}
    if (found := spelled.get(given.strip().lower())) is None:
        listed = ", ".join(kinds())
        raise InputError(
            f"--type {given!r} has no page of its own; the types are {listed}",
            f"--type {given!r} 没有专题页；可用类型：{listed}",
        )
    return found


def _written(
    page: Profile, format: PageFormat, lang: Lang, width: int, styled: bool = False
) -> str:
    from lichain.render import profile as render

    if format is PageFormat.HTML:
        from datetime import date

        return render.to_html(page, lang.value, date.today().isoformat())
    if format is PageFormat.MARKDOWN:
        return render.to_markdown(page, lang.value)
    return render.to_text(page, lang.value, width, styled)
