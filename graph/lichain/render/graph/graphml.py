"""GraphML, by networkx: for Gephi, Cytoscape, yEd and any graph library."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from lichain.model import Lang, Node
from lichain.render.graph.plain import flat, xml_text

if TYPE_CHECKING:
    import networkx as nx


def graphml(graph: nx.MultiDiGraph, lang: Lang) -> bytes:
    """The graph as `to_networkx` made it: ids and keys as ids, lists as JSON, what is None left out.

    `label` is a node's name in `lang` and an edge's type.
    """
    import networkx as nx

    made = nx.MultiDiGraph()
    for id_, properties in graph.nodes(data=True):
        label = Node(id_, "", properties).name(lang)
        made.add_node(xml_text(id_), label=flat(label), **_flat(properties))
    for start, end, key, properties in graph.edges(keys=True, data=True):
        label = str(properties.get("type", ""))
        made.add_edge(
            xml_text(start), xml_text(end), key=xml_text(key), label=label, **_flat(properties)
        )
    out = io.BytesIO()
    nx.write_graphml_xml(made, out, infer_numeric_types=True, named_key_ids=True)
    return out.getvalue()


def _flat(properties: dict[str, object]) -> dict[str, object]:
    return {
        xml_text(name): flat(value)
        for name, value in properties.items()
        if value is not None and name != "label"
    }
