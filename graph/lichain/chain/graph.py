"""A graph, or a part of it, to count on and to take elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lichain.analysis.network import Network, to_networkx
from lichain.model import Lang
from lichain.schema import schema

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True, repr=False)
class Graph:
    """Nodes and relationships; `len` counts the nodes."""

    network: Network
    lang: Lang

    def to_networkx(self) -> nx.MultiDiGraph:
        """A MultiDiGraph: nodes by id, edges by key, both the same at every load. 转为 networkx 图。

        Attributes are the properties of the graph, `type` says which type; lists are tuples.
        """
        return to_networkx(self.network)

    def write(self, path: str | Path, *, force: bool = False) -> Path:
        """Write a file for another program, by the end of its name. 按扩展名导出。

        .graphml (Gephi, Cytoscape, yEd), .gexf (Gephi, with dates as a timeline), .jsonld (linked
        data); a name without such an end becomes a folder with nodes.csv and edges.csv. InputError
        where something is there already and `force` is not given.
        """
        from lichain.render.graph import write_graph

        return write_graph(self.network, Path(path), self.lang, force=force)

    def __len__(self) -> int:
        return len(self.network.nodes)

    def __repr__(self) -> str:
        nodes, links = len(self.network.nodes), len(self.network.relationships)
        if self.lang == "zh":
            return f"<lichain.Graph：{nodes} 个节点，{links} 条关系>"
        return f"<lichain.Graph: {nodes} nodes, {links} relationships>"

    def _repr_html_(self) -> str:
        """A count of each type, for a notebook."""
        from lichain.render.html import counts_to_html

        return counts_to_html(self.network.nodes, self.network.relationships, schema(), self.lang)
