"""`lichain export-graph`: the graph as a file for Gephi, Cytoscape and others."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lichain.cli.command import COMPLETES
from lichain.cli.language import LangOption, detect
from lichain.cli.options import UriOption, opened


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("export-graph", rich_help_panel="Maps")(export_graph)


def export_graph(
    out: Annotated[
        Path,
        typer.Argument(
            help="File to write, by the end of its name: .graphml, .gexf, .jsonld; without one, "
            "a folder with nodes.csv and edges.csv. 输出文件，按扩展名定格式；无扩展名则为 CSV 文件夹。",
            show_default=False,
        ),
    ],
    around: Annotated[
        str | None,
        typer.Option(
            "--around", help="Only what is near this thing. 只导出其周围。", show_default=False
        ),
    ] = None,
    hops: Annotated[
        int, typer.Option("--hops", min=1, max=3, help="How near, in steps. 步数。")
    ] = 2,
    force: Annotated[
        bool, typer.Option("--force", help="Write over what is there. 覆盖已有文件。")
    ] = False,
    lang: LangOption = None,
    uri: UriOption = None,
) -> None:
    """Write the graph for Gephi, Cytoscape and other programs. 导出图谱供 Gephi、Cytoscape 等使用。

    In .gexf relationships carry their dates, for Gephi's timeline; .jsonld keeps every claim.

    Example: lichain export-graph chenzhou.gexf --around 郴州 --hops 1
    """
    from lichain.analysis.network import completed, surroundings, whole
    from lichain.render.graph import check_path, write_graph

    chosen = lang or detect()
    check_path(out, force=force)
    with opened(uri, chosen) as store:
        network = whole(store) if around is None else completed(surroundings(store, around, hops))
    write_graph(network, out, chosen.value, force=force)
    nodes, links = len(network.nodes), len(network.relationships)
    typer.echo(
        chosen.pick(
            f"{out}: {nodes} nodes, {links} relationships",
            f"{out}：{nodes} 个节点，{links} 条关系",
        )
    )


setattr(export_graph, COMPLETES, {"around": ("any",)})
