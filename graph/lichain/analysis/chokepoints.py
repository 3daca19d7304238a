"""What stands on every known way from one end of the chain to the other.

A node is a dominator of a target if every way from the sources to it leads through the node; the
dominators are those of networkx (Cooper, Harvey and Kennedy), the articulation points those of the
graph without directions.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from lichain.analysis.ground import Ground, text
from lichain.analysis.steps import Found
from lichain.model import Relationship

if TYPE_CHECKING:
    import networkx as nx

_SOURCE, _SINK = "", "~"
_NAMED, _LINKS = 10, 20


def step(found: Found, values: Mapping[str, Any]) -> Found:
    """Rows of `chokepoints`, those that most targets hang on first."""
    ground = Ground(found)
    by_level = {"product": _products, "country": _countries}
    links = by_level.get(values["level"], _enterprises)(ground)
    ends = {side: set(_side(found, side)) for side in ("from", "to")}
    return _rows(ground, links, ends["from"], ends["to"])


Links = dict[tuple[str, str], list[Relationship]]
"""From whom to whom, and the facts that say so."""


def _enterprises(ground: Ground) -> Links:
    return _together(ground, lambda id_: [id_])


def _countries(ground: Ground) -> Links:
    """Supply between countries, by head office; within one it is no link."""
    return _together(ground, lambda id_: _country(ground, id_))


def _together(ground: Ground, of: Any) -> Links:
    links: Links = {}
    for link in ground.links:
        if link.type == "SUPPLIES":
            for start in of(link.start):
                for end in of(link.end):
                    if start != end:
                        links.setdefault((start, end), []).append(link)
    return links


def _country(ground: Ground, id_: str) -> list[str]:
    seats = ground.out(id_, "HEADQUARTERED_IN")
    now = [link for link in seats if not text(link, "valid_to")] or seats
    above = {region for link in now for region in ground.up(link.end, "PART_OF")}
    return sorted(
        region for region in above if ground.nodes[region].properties.get("kind") == "country"
    )


def _products(ground: Ground) -> Links:
    """What goes into what; a kind serves wherever the wider product does."""
    return {
        (link.start, link.end): [link]
        for link in ground.links
        if link.type in ("INPUT_TO", "KIND_OF")
    }


def _side(found: Found, side: str) -> list[str]:
    """The nodes at one end, as the Cypher names them in its rows."""
    return [row["thing"].id for row in found if row["side"] == side]


def _rows(
    ground: Ground, links: Links, sources: set[str], targets: set[str]
) -> list[dict[str, Any]]:
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph(list(links))
    sources, targets = sources & graph.nodes, targets & graph.nodes
    graph.add_edges_from((_SOURCE, id_) for id_ in sources)
    graph.add_edges_from((id_, _SINK) for id_ in targets)
    if not sources or _SINK not in graph or not nx.has_path(graph, _SOURCE, _SINK):
        return []
    between = nx.descendants(graph, _SOURCE) & (nx.ancestors(graph, _SINK) | {_SINK})
    graph = nx.DiGraph(graph.subgraph(between | {_SOURCE}))
    reached = {id_ for id_ in targets if id_ in graph}
    under = dominated(graph, reached)
    graph.remove_nodes_from([_SOURCE, _SINK])
    cuts = set(nx.articulation_points(graph.to_undirected()))
    weight = nx.betweenness_centrality(graph)
    nodes = [
        id_ for id_ in graph if under.get(id_) or (id_ in cuts and id_ not in sources | targets)
    ]
    rows = [
        {
            "node": ground.nodes[id_],
            "only_through": len(under.get(id_, ())),
            "targets": len(reached),
            "which": [ground.nodes[one] for one in sorted(under.get(id_, ()))[:_NAMED]],
            "cut": id_ in cuts,
            "betweenness": round(weight[id_], 4),
            "alternatives": [ground.nodes[other] for other in _others(ground, graph, links, id_)],
            "evidence": _evidence(graph, links, id_),
        }
        for id_ in nodes
    ]
    return sorted(rows, key=lambda row: (-row["only_through"], -row["betweenness"], row["node"].id))


def dominated(graph: nx.DiGraph[str], targets: set[str]) -> dict[str, set[str]]:
    """By node, the targets other than itself that every way from the source reaches through it."""
    import networkx as nx

    above = nx.immediate_dominators(graph, _SOURCE)
    found: dict[str, set[str]] = {}
    for target in targets:
        here = above[target]
        while here != _SOURCE:
            found.setdefault(here, set()).add(target)
            here = above[here]
    return found


def _others(ground: Ground, graph: nx.DiGraph[str], links: Links, id_: str) -> list[str]:
    """Others on a known way that deliver the same products as it does on its."""
    wanted = _delivered(graph, links, id_)
    if not wanted:
        kinds = {link.end for link in ground.out(id_, "KIND_OF")}
        return sorted(
            link.start
            for kind in kinds
            for link in ground.into(kind, "KIND_OF")
            if link.start != id_ and link.start in graph
        )
    return [
        other
        for other in sorted(graph)
        if other != id_ and _delivered(graph, links, other) & wanted
    ]


def _delivered(graph: nx.DiGraph[str], links: Links, id_: str) -> set[str]:
    return {
        text(link, "product") for after in graph.successors(id_) for link in links[id_, after]
    } - {""}


def _evidence(graph: nx.DiGraph[str], links: Links, id_: str) -> list[Relationship]:
    pairs = [*((before, id_) for before in sorted(graph.predecessors(id_)))]
    pairs += [(id_, after) for after in sorted(graph.successors(id_))]
    return [link for pair in pairs for link in links[pair]][:_LINKS]
