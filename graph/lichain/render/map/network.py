"""The pyvis network behind the page: what vis-network is given, and pyvis's template machinery."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from lichain.errors import InputError
from lichain.render.map.glossary import shape, style
from lichain.render.map.layout import Layout
from lichain.render.map.payload import Drawn

if TYPE_CHECKING:
    from pyvis.network import Network

TEMPLATE = Path(__file__).resolve().parent / "template"
_FILL = {"diamond": 1.25, "star": 1.2, "square": 0.86, "triangle": 0.95, "triangleDown": 0.95}
"""vis-network draws shapes of one size at different extents; this evens them out."""
_VIS = "templates/lib/vis-9.1.2/vis-network.min.js"
_OPTIONS = {
    "physics": {
        "enabled": False,
        "solver": "forceAtlas2Based",
        "forceAtlas2Based": {"gravitationalConstant": -60, "springLength": 70, "avoidOverlap": 0.4},
        "stabilization": {"enabled": False},
    },
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "interaction": {"hover": True, "tooltipDelay": 0, "keyboard": False, "multiselect": False},
    "nodes": {"borderWidth": 1.5, "borderWidthSelected": 3},
    "edges": {"smooth": False, "selectionWidth": 0, "hoverWidth": 0},
}


def network(drawn: Drawn, layout: Layout, *, title: str) -> Network:
    """A pyvis network with every position fixed beforehand; ids are positions in `drawn`."""
    from pyvis.network import Network  # imports IPython: half a second that only a map needs

    made = Network(directed=True, heading=title, cdn_resources="in_line")
    made.set_options(json.dumps(_OPTIONS))
    index = {node.id: position for position, node in enumerate(drawn.nodes)}
    for node in drawn.nodes:
        place = layout.places[node.id]
        made.add_node(
            index[node.id],
            label=" ",
            shape=shape(node.type),
            color=str(style(node.type)["colour"]),
            x=round(place.x, 1),
            y=round(place.y, 1),
            size=round(place.radius * _FILL.get(shape(node.type), 1.0), 1),
        )
    for position, each in enumerate(drawn.relationships):
        made.add_edge(index[each.start], index[each.end], id=position)
    return made


def render(made: Network, values: Mapping[str, object]) -> str:
    """The page, by pyvis from our template; every value is escaped unless it is Markup."""
    made.set_template_dir(str(TEMPLATE), "map.html")
    made.templateEnv = Environment(
        loader=FileSystemLoader(TEMPLATE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.templateEnv.globals.update(values)
    page: str = made.generate_html()
    return page


@cache
def vis_script() -> str:
    """vis-network as the installed pyvis carries it, with its licence notice, line ends as in HTML."""
    try:
        text = files("pyvis").joinpath(_VIS).read_text(encoding="utf-8")
    except OSError as error:
        raise InputError(
            f"pyvis {version('pyvis')} does not carry {_VIS}, which a map needs; install pyvis 0.3.2"
        ) from error
    lines = text.replace("\r\n", "\n").replace("\r", "\n").rstrip().split("\n")
    # A source map would be the one address a browser's developer tools ask for.
    return "\n".join(line for line in lines if not line.startswith("//# sourceMappingURL=")) + "\n"
