"""JSON-LD: the graph as linked data, with schema.org and PROV-O terms where they say the same.

A thing is `urn:lichain:node:ID`, a fact `urn:lichain:fact:KEY`, a claim `urn:lichain:claim:ID`, a
term of ours `urn:lichain:term:NAME`; ids and keys are percent-encoded and the same at every load.
A fact is there twice: as the plain triple, and as an rdf:Statement that carries its properties
and is `prov:wasDerivedFrom` its claims, each with its source, the place in it and its confidence.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from lichain.analysis.network import Network
from lichain.model import Node, Relationship, Value
from lichain.render.graph.plain import properties
from lichain.result import IN_STEP, claims_of
from lichain.schema import Property, schema

_CONTEXT: Mapping[str, Any] = {
    "@version": 1.1,
    "@vocab": "urn:lichain:term:",
    "node": "urn:lichain:node:",
    "fact": "urn:lichain:fact:",
    "claim": "urn:lichain:claim:",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "schema": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "id": "@id",
    "type": "@type",
    "name": "schema:name",
    "aliases": "schema:alternateName",
    "legal_name": "schema:legalName",
    "website": {"@id": "schema:url", "@type": "@id"},
    "address": {"@id": "schema:url", "@type": "@id"},
    "latitude": "schema:latitude",
    "longitude": "schema:longitude",
    "lei": "schema:leiCode",
    "publisher": "schema:publisher",
    "published": "schema:datePublished",
    "licence": "schema:license",
    "language": "schema:inLanguage",
    "subject_of_fact": {"@id": "rdf:subject", "@type": "@id"},
    "predicate": {"@id": "rdf:predicate", "@type": "@id"},
    "object_of_fact": {"@id": "rdf:object", "@type": "@id"},
    "claims": {"@id": "prov:wasDerivedFrom", "@type": "@id"},
    "source": {"@id": "prov:hadPrimarySource", "@type": "@id"},
}
_KINDS = {
    "Organization": "schema:Organization",
    "Enterprise": "schema:Organization",
    "Person": "schema:Person",
    "Region": "schema:AdministrativeArea",
    "Facility": "schema:Place",
    "Product": "schema:Product",
    "Event": "schema:Event",
    "Policy": "schema:Legislation",
    "Source": "schema:CreativeWork",
}


def jsonld(network: Network) -> bytes:
    """The nodes, the facts among them, the claims behind both and the sources of those, as UTF-8."""
    nodes = {node.id: node for node in (*network.nodes, *network.sources.values())}
    links = [link for link in network.relationships if link.start in nodes and link.end in nodes]
    leaving: dict[str, list[Relationship]] = {}
    for link in links:
        leaving.setdefault(link.start, []).append(link)
    claims = {claim["id"]: claim for link in links for claim in _claims(link)}
    graph = [
        *(_node(node, leaving.get(id_, [])) for id_, node in nodes.items()),
        *(_fact(link) for link in links),
        *claims.values(),
    ]
    document = {"@context": _CONTEXT, "@graph": graph}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def iri(kind: str, name: str) -> str:
    """node:catl, in which every character that an IRI may not hold is percent-encoded."""
    return f"{kind}:{quote(name, safe='', errors='replace')}"


def _node(node: Node, links: list[Relationship]) -> dict[str, Any]:
    kind = schema().nodes.get(node.type)
    types = [node.type, *([_KINDS[node.type]] if node.type in _KINDS else [])]
    found: dict[str, Any] = {"id": iri("node", node.id), "type": types}
    found |= _properties(properties(node), kind.properties if kind else {})
    for link in links:
        found.setdefault(link.type, []).append({"id": iri("node", link.end)})
    return found


def _fact(link: Relationship) -> dict[str, Any]:
    kind = schema().relationships.get(link.type)
    own = {name: value for name, value in properties(link).items() if name not in IN_STEP}
    return {
        "id": iri("fact", link.key),
        "type": "rdf:Statement",
        "subject_of_fact": iri("node", link.start),
        "predicate": f"urn:lichain:term:{quote(link.type, safe='')}",
        "object_of_fact": iri("node", link.end),
        **_properties(own, kind.properties if kind else {}),
        "claims": [iri("claim", claim) for claim in link.listed("claims")],
    }


def _claims(link: Relationship) -> Iterator[dict[str, Any]]:
    """One entity a claim; what is empty is left out."""
    for claim in claims_of(link):
        found = {
            "id": iri("claim", claim.claim),
            "type": "prov:Entity",
            "source": iri("node", claim.source),
            "locator": claim.locator,
            "confidence": claim.confidence,
            "note": claim.note,
            "known": claim.known,
        }
        yield {name: value for name, value in found.items() if value}


def _properties(values: Mapping[str, Value], known: Mapping[str, Property]) -> dict[str, Any]:
    """Names in two languages as one property with language tags, ids of things as their IRIs."""
    found: dict[str, Any] = {}
    for name, value in values.items():
        prop = known.get(name)
        stem, _, tongue = name.rpartition("_")
        if tongue in ("zh", "en") and stem:
            found.setdefault(stem, []).append({"@value": value, "@language": tongue})
        elif prop is not None and prop.to:
            listed = value if isinstance(value, tuple) else (value,)
            found[name] = [{"id": iri("node", str(each))} for each in listed]
        else:
            found[name] = list(value) if isinstance(value, tuple) else value
    return found
