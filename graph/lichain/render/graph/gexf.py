"""GEXF 1.3 for Gephi: a dynamic graph whose relationships last from `valid_from` to `valid_to`.

A date that names a year or a month alone is widened: it begins on its first day and ends on its
last. A relationship without dates is there all the time, as every node is.
Source of the rules: https://gexf.net/schema.html, version 1.3.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

from lichain.analysis.network import Network
from lichain.model import Lang, Node, Relationship
from lichain.render.graph.plain import declared, properties, written, xml_text
from lichain.render.safe import safe
from lichain.schema import Property, dates, schema

_NAMESPACES = {"xmlns": "http://gexf.net/1.3", "xmlns:viz": "http://gexf.net/1.3/viz"}
_GRAPH = {
    "defaultedgetype": "directed",
    "idtype": "string",
    "mode": "dynamic",
    "timeformat": "date",
    "timerepresentation": "interval",
}
_TYPES = {"number": "double", "integer": "integer", "boolean": "boolean", "names": "liststring"}


def gexf(network: Network, lang: Lang) -> bytes:
    """The network as GEXF; relationships with an end that is not in it stay out."""
    held = {node.id for node in network.nodes}
    links = [each for each in network.relationships if each.start in held and each.end in held]
    out = io.StringIO()
    xml = XMLGenerator(out, "utf-8", short_empty_elements=True)
    xml.startDocument()
    with _Element(xml, "gexf", {**_NAMESPACES, "version": "1.3"}):
        with _Element(xml, "meta"):
            _leaf(xml, "creator", text="lichain")
            _leaf(xml, "description", text=network.title(lang))
        with _Element(xml, "graph", _GRAPH):
            node_names = _attributes(xml, "node", declared(network.nodes))
            edge_names = _attributes(xml, "edge", declared(links))
            with _Element(xml, "nodes", {"count": str(len(network.nodes))}):
                for node in network.nodes:
                    _node(xml, node, node_names, lang)
            with _Element(xml, "edges", {"count": str(len(links))}):
                for link in links:
                    _edge(xml, link, edge_names)
    xml.endDocument()
    return out.getvalue().encode("utf-8")


class _Element:
    """`with` writes what is inside an element."""

    def __init__(self, xml: XMLGenerator, name: str, attributes: Mapping[str, str] = {}) -> None:
        self._xml, self._name, self._attributes = xml, name, dict(attributes)

    def __enter__(self) -> None:
        self._xml.startElement(self._name, AttributesImpl(self._attributes))

    def __exit__(self, *_: object) -> None:
        self._xml.endElement(self._name)
        self._xml.ignorableWhitespace("\n")


def _leaf(xml: XMLGenerator, name: str, text: str = "", **attributes: str) -> None:
    given = {key.rstrip("_"): value for key, value in attributes.items()}
    xml.startElement(name, AttributesImpl(given))
    if text:
        xml.characters(xml_text(text))
    xml.endElement(name)


def _attributes(xml: XMLGenerator, of: str, found: Mapping[str, Property | None]) -> dict[str, str]:
    """Declares `type` and the properties; the id of each by its name."""
    ids = {name: f"{of[0]}{number}" for number, name in enumerate(["type", *found])}
    with _Element(xml, "attributes", {"class": of, "mode": "static"}):
        for name, id_ in ids.items():
            prop = found.get(name)
            kind = _TYPES.get(prop.type, "string") if prop else "string"
            _leaf(xml, "attribute", id=id_, title=xml_text(name), type=kind)
    return ids


def _values(xml: XMLGenerator, thing: Node | Relationship, ids: Mapping[str, str]) -> None:
    with _Element(xml, "attvalues"):
        _leaf(xml, "attvalue", for_=ids["type"], value=xml_text(thing.type))
        for name, value in properties(thing).items():
            _leaf(xml, "attvalue", for_=ids[name], value=written(value))


def _node(xml: XMLGenerator, node: Node, ids: Mapping[str, str], lang: Lang) -> None:
    head = {"id": xml_text(node.id), "label": xml_text(safe(node.name(lang)))}
    with _Element(xml, "node", head):
        _values(xml, node, ids)
        kind = schema().nodes.get(node.type)
        if kind is not None:
            red, green, blue = bytes.fromhex(str(kind.style["colour"])[1:])
            _leaf(xml, "viz:color", r=str(red), g=str(green), b=str(blue))


def _edge(xml: XMLGenerator, link: Relationship, ids: Mapping[str, str]) -> None:
    kind = xml_text(link.type)
    head = {
        "id": xml_text(link.key),
        "source": xml_text(link.start),
        "target": xml_text(link.end),
        "label": kind,
        "kind": kind,
    }
    with _Element(xml, "edge", head):
        _values(xml, link, ids)
        if spell := dict(_spell(link)):
            with _Element(xml, "spells"):
                _leaf(xml, "spell", **spell)


def _spell(link: Relationship) -> Iterable[tuple[str, str]]:
    """The first and the last day on which the fact held, as far as they are known."""
    if begins := link.properties.get("valid_from"):
        yield "start", dates.first_day(str(begins))
    if ends := link.properties.get("valid_to"):
        yield "end", dates.last_day(str(ends))
