"""nodes.csv and edges.csv, with the headers that Gephi knows; Cytoscape, Excel and pandas read them too.

In edges.csv `Kind` is the type of the relationship, by which Gephi keeps parallel edges apart, and
`Type` says that it is directed. A property whose name Gephi would take for its own gets `_` after it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from lichain.analysis.network import Network
from lichain.model import Lang, Node, Relationship, Value
from lichain.render.graph.plain import declared, properties, written

NODES, EDGES = "nodes.csv", "edges.csv"
_RESERVED = frozenset({"id", "label", "source", "target", "type", "kind", "weight"})
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def nodes_csv(network: Network, lang: Lang) -> bytes:
    """Id, Label (the name in `lang`), the type, and every property that any node has."""
    names = list(declared(network.nodes))
    rows = ([node.id, node.name(lang), node.type, *_values(node, names)] for node in network.nodes)
    return _table(["Id", "Label", "node_type", *map(_header, names)], rows)


def edges_csv(network: Network, _: Lang) -> bytes:
    """Source, Target, Type, Kind, Id, Label, and every property; no edge with an end that is not here."""
    held = {node.id for node in network.nodes}
    links = [each for each in network.relationships if each.start in held and each.end in held]
    names = list(declared(links))
    rows = (
        [link.start, link.end, "Directed", link.type, link.key, link.type, *_values(link, names)]
        for link in links
    )
    return _table(["Source", "Target", "Type", "Kind", "Id", "Label", *map(_header, names)], rows)


def _values(thing: Node | Relationship, names: Sequence[str]) -> list[Value | None]:
    found = properties(thing)
    return [found.get(name) for name in names]


def _table(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")  # with \n alone a bare \r would go unquoted
    writer.writerow(header)
    for row in rows:
        writer.writerow([_cell(value) for value in row])
    return out.getvalue().encode("utf-8")


def _cell(value: Any) -> str:
    """Text that a spreadsheet would run gets an apostrophe before it; numbers stay numbers."""
    if value is None:
        return ""
    text = written(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA) else text


def _header(name: str) -> str:
    return f"{name}_" if name in _RESERVED else name
