"""The graph in memory: out of any answer, as a networkx graph, and trimmed for a map."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from lichain.errors import StoreError
from lichain.model import Lang, Node, Relationship
from lichain.queries.asking import run
from lichain.result import Result
from lichain.store import Store

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes and relationships to draw or count, and the sources that they rest on, by id."""

    nodes: Sequence[Node]
    relationships: Sequence[Relationship]
    sources: Mapping[str, Node]
    centre: Node | None = None
    left_out: int = 0

    def drawn(self) -> int:
        """How many things a map shows: sources are evidence there, not things."""
        return sum(node.type != "Source" for node in self.nodes)

    def title(self, lang: Lang) -> str:
        """What the network shows."""
        if self.centre is None:
            return "锂电池产业链图谱" if lang == "zh" else "The lithium-battery industry chain"
        name = self.centre.name(lang)
        return f"{name}及其周边" if lang == "zh" else f"{name} and what surrounds it"


def everything(store: Store) -> Network:
    """The whole graph, without regions that hold nothing but smaller regions.

    Raises StoreError where the database holds nothing of ours.
    """
    return trimmed(whole(store))


def whole(store: Store) -> Network:
    """The whole graph with nothing left out; StoreError where the database holds nothing of ours."""
    result = run("everything", store)
    if not result.rows:
        raise StoreError(
            f"{store.address} holds no graph of ours yet; run `lichain load`",
            f"{store.address} 中还没有本图谱；请运行 `lichain load`",
        )
    return network_of(result)


def surroundings(store: Store, of: str, hops: int) -> Network:
    """What lies within `hops` steps of the thing named `of`; UnknownName if there is none.

    Sources stand in `sources`; `completed` puts those among the nodes that a relationship leads to.
    """
    result = run("around", store, what=of, hops=hops)
    return network_of(result, result.named[str(result.parameters["what"])])


def network_of(result: Result, centre: Node | None = None) -> Network:
    """Every node and relationship in the rows of an answer and behind them, once each."""
    nodes: dict[str, Node] = {centre.id: centre} if centre else {}
    relationships: dict[str, Relationship] = {}
    for item in _things((*row.values.values(), row.links) for row in result.rows):
        if isinstance(item, Node):
            nodes[item.id] = item
        else:
            relationships[item.key] = item
    sources = {node.id: node for node in nodes.values() if node.type == "Source"}
    return Network(
        list(nodes.values()), list(relationships.values()), {**result.sources, **sources}, centre
    )


def completed(network: Network, others: Mapping[str, Node] = {}) -> Network:
    """The network with those nodes that its relationships lead to and it lacks, where `others` has them."""
    held = {node.id for node in network.nodes}
    wanted = {end for link in network.relationships for end in (link.start, link.end)} - held
    known = {**network.sources, **others}
    found = [known[id_] for id_ in sorted(wanted & set(known))]
    return replace(network, nodes=[*network.nodes, *found])


def trimmed(network: Network) -> Network:
    """The network without regions at the edge of the hierarchy in which nothing is recorded."""
    graph = to_networkx(network)
    graph.remove_nodes_from([id_ for id_, kind in graph.nodes(data="type") if kind == "Source"])
    idle = [
        id_ for id_, kind in graph.nodes(data="type") if kind == "Region" and graph.degree(id_) <= 1
    ]
    while idle:
        graph.remove_nodes_from(idle)
        idle = [
            id_
            for id_, kind in graph.nodes(data="type")
            if kind == "Region" and graph.degree(id_) <= 1
        ]
    nodes = [node for node in network.nodes if node.id in graph or node.type == "Source"]
    kept = {node.id for node in nodes}
    links = [link for link in network.relationships if link.start in kept and link.end in kept]
    left_out = len(network.nodes) - len(nodes)
    return Network(nodes, links, network.sources, network.centre, left_out)


def to_networkx(network: Network) -> nx.MultiDiGraph:
    """A MultiDiGraph: nodes by id, edges by the relationship's key, properties as attributes.

    `name_keys`, by which names are found, stay out; so do edges with an end that is not a node here.
    """
    import networkx as nx

    graph = nx.MultiDiGraph()
    for node in network.nodes:
        properties = {name: item for name, item in node.properties.items() if name != "name_keys"}
        graph.add_node(node.id, type=node.type, **properties)
    for link in network.relationships:
        if link.start in graph and link.end in graph:
            properties = {name: value for name, value in link.properties.items() if name != "key"}
            graph.add_edge(link.start, link.end, key=link.key, type=link.type, **properties)
    return graph


def _things(values: Iterable[Any]) -> Iterator[Node | Relationship]:
    for value in values:
        if isinstance(value, Node | Relationship):
            yield value
        elif not isinstance(value, str) and isinstance(value, Iterable):
            yield from _things(value)
