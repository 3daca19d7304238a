"""The graph as a file for other programs: GraphML, GEXF, JSON-LD, or a folder of CSV."""

from lichain.render.graph.writing import check_path, write_graph

__all__ = ["check_path", "write_graph"]
