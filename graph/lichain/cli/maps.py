"""`lichain map`: the graph as one HTML file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from lichain.cli.command import COMPLETES
from lichain.cli.language import LangOption, detect
from lichain.cli.options import UriOption, opened
from lichain.model import Lang


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("map", rich_help_panel="Maps")(map_)


def map_(
    out: Annotated[Path, typer.Option("--out", "-o", help="File to write. 输出文件。")] = Path(
        "map.html"
    ),
    around: Annotated[
        str | None,
        typer.Option(
            "--around", help="Only what is near this thing. 只画其周围。", show_default=False
        ),
    ] = None,
    hops: Annotated[
        int, typer.Option("--hops", min=1, max=3, help="How near, in steps. 步数。")
    ] = 2,
    lang: LangOption = None,
    uri: UriOption = None,
) -> None:
    """Write the graph as one self-contained HTML map. 生成单文件 HTML 网络图。

    Example: lichain map --around 郴州 --out chenzhou.html
    """
    from lichain.analysis.network import everything, surroundings
    from lichain.render.map import write_map

    chosen = lang or detect()
    with opened(uri, chosen) as store:
        drawn = everything(store) if around is None else surroundings(store, around, hops)
    title: Mapping[Lang, str] = {"zh": drawn.title("zh"), "en": drawn.title("en")}
    write_map(
        drawn.nodes, drawn.relationships, out, lang=chosen.value, title=title, sources=drawn.sources
    )
    count, rest = drawn.drawn(), drawn.left_out
    typer.echo(chosen.pick(f"{out}: a map of {count} things", f"{out}：共 {count} 个节点"))
    if rest:
        left_out = f"{rest} regions in which nothing is recorded are left out"
        typer.echo(chosen.pick(left_out, f"未画出 {rest} 个没有记录的地区"))


setattr(map_, COMPLETES, {"around": ("any",)})
