"""The graph as files: everything arrives, read back by other readers than the writers."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import networkx as nx
import pytest
import rdflib
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lichain.analysis.network import Network, completed, surroundings, to_networkx, whole
from lichain.errors import InputError
from lichain.model import Node, Record, Relationship
from lichain.render.graph import write_graph
from lichain.render.graph.gexf import gexf
from lichain.render.graph.graphml import graphml
from lichain.render.graph.jsonld import jsonld
from lichain.render.graph.tables import edges_csv, nodes_csv
from lichain.schema import dates, schema
from lichain.store import Store

from ..graph import loaded as loaded
from ..graph import seed_record

HIDDEN = {"name_keys", "key"}
GEXF = "{http://gexf.net/1.3}"
TERM = "urn:lichain:term:"
RDF = rdflib.RDF
PROV = rdflib.Namespace("http://www.w3.org/ns/prov#")
SCHEMA = rdflib.Namespace("https://schema.org/")


def network(record: Record) -> Network:
    nodes = list(record.nodes.values())
    sources = {node.id: node for node in nodes if node.type == "Source"}
    return Network(nodes, list(record.relationships.values()), sources)


@cache
def of_seed() -> Network:
    return network(seed_record())


def told(thing: Node | Relationship) -> dict[str, Any]:
    return {k: v for k, v in thing.properties.items() if k not in HIDDEN}


def as_text(value: Any) -> Any:
    return json.dumps(list(value), ensure_ascii=False) if isinstance(value, tuple) else value


@pytest.mark.neo4j
def test_the_whole_graph_comes_out_of_neo4j_as_the_tables_have_it(loaded: Store) -> None:
    found, record = whole(loaded), seed_record()
    assert {n.id: (n.type, told(n)) for n in found.nodes} == {
        n.id: (n.type, told(n)) for n in record.nodes.values()
    }
    assert {x.key: (x.type, x.start, x.end, told(x)) for x in found.relationships} == {
        x.key: (x.type, x.start, x.end, told(x)) for x in record.relationships.values()
    }
    graph = to_networkx(found)
    assert graph.number_of_nodes() == len(record.nodes)
    assert {key for _, _, key in graph.edges(keys=True)} == set(record.relationships)


@pytest.mark.neo4j
def test_what_is_near_comes_with_the_sources_that_its_facts_lead_to(loaded: Store) -> None:
    near = completed(surroundings(loaded, "郴州", 1))
    graph = to_networkx(near)
    record = seed_record()
    assert {key for _, _, key in graph.edges(keys=True)} == {x.key for x in near.relationships}
    sourced = {x.end for x in record.relationships.values() if x.start == "cn-431000" and x.type == "EVIDENCED_BY"}  # fmt: skip
    assert sourced
    assert sourced <= set(graph)


@cache
def graphml_of_seed() -> bytes:
    return graphml(to_networkx(of_seed()), "en")


@pytest.mark.slow
def test_graphml_holds_everything_of_the_seed() -> None:
    content = io.BytesIO(graphml_of_seed())
    found = nx.read_graphml(content, edge_key_type=str, force_multigraph=True)
    record = seed_record()
    assert found.is_directed()
    assert set(found) == set(record.nodes)
    for id_, node in record.nodes.items():
        expected = {k: as_text(v) for k, v in told(node).items()}
        assert found.nodes[id_] == expected | {"type": node.type, "label": node.name("en")}
    edges = {key: (s, e, data) for s, e, key, data in found.edges(keys=True, data=True)}
    assert set(edges) == set(record.relationships)
    for key, link in record.relationships.items():
        start, end, data = edges[key]
        assert (start, end) == (link.start, link.end)
        held = {k: v for k, v in data.items() if k not in ("id", "type", "label")}
        assert held == {k: as_text(v) for k, v in told(link).items()}
        assert data["type"] == data["label"] == link.type


@pytest.mark.slow
def test_graphml_declares_one_type_for_each_property() -> None:
    root = ET.fromstring(graphml_of_seed())
    keys = [e.attrib for e in root if e.tag.endswith("key")]
    names = Counter((key["for"], key["attr.name"]) for key in keys)
    assert max(names.values()) == 1
    types = {key["attr.name"]: key["attr.type"] for key in keys}
    assert types["value"] == types["latitude"] == "double"
    assert types["position"] in ("int", "long")


@pytest.mark.slow
def test_gexf_holds_everything_of_the_seed() -> None:
    found = nx.read_gexf(io.BytesIO(gexf(of_seed(), "zh")), version="1.3")
    record = seed_record()
    assert found.is_directed()
    assert set(found) == set(record.nodes)
    for id_, node in record.nodes.items():
        data = dict(found.nodes[id_])
        assert data.pop("type") == node.type
        assert data.pop("label") == " ".join(node.name("zh").split())
        data.pop("viz", None)
        assert data == {k: as_text(v) for k, v in told(node).items()}
    edges = {data["id"]: (s, e, dict(data)) for s, e, data in found.edges(data=True)}
    assert set(edges) == set(record.relationships)
    for key, link in record.relationships.items():
        start, end, data = edges[key]
        assert (start, end) == (link.start, link.end)
        held = {k: v for k, v in data.items() if k not in ("id", "type", "label", "spells")}
        assert held == {k: as_text(v) for k, v in told(link).items()}
        begins, ends = link.properties.get("valid_from"), link.properties.get("valid_to")
        first = dates.first_day(str(begins)) if begins else "None"  # as networkx reads an open end
        last = dates.last_day(str(ends)) if ends else "None"
        assert data.get("spells", []) == ([(first, last)] if begins or ends else [])


def check_gexf(content: bytes) -> ET.Element:
    """The rules of GEXF 1.3 that Gephi reads by: order, declared attributes, typed values, dates."""
    root = ET.fromstring(content)
    assert root.tag == f"{GEXF}gexf"
    assert root.get("version") == "1.3"
    meta, graph = root
    assert meta.tag == f"{GEXF}meta"
    assert dict(graph.attrib) == {
        "defaultedgetype": "directed",
        "idtype": "string",
        "mode": "dynamic",
        "timeformat": "date",
        "timerepresentation": "interval",
    }
    tags = [child.tag.removeprefix(GEXF) for child in graph]
    assert tags == ["attributes", "attributes", "nodes", "edges"]
    node_attributes, edge_attributes, nodes, edges = graph
    ids = {node.get("id") for node in nodes}
    assert len(ids) == len(nodes) == int(nodes.get("count", -1))
    keys = {edge.get("id") for edge in edges}
    assert len(keys) == len(edges) == int(edges.get("count", -1))
    readers = {"string": str, "liststring": json.loads, "double": float, "integer": int}
    readers["boolean"] = {"true": True, "false": False}.__getitem__
    for declared, things in ((node_attributes, nodes), (edge_attributes, edges)):
        assert declared.get("mode") == "static"
        types = {a.get("id"): str(a.get("type")) for a in declared}
        titles = [a.get("title") for a in declared]
        assert len(titles) == len(set(titles)) == len(types)
        assert set(types.values()) <= set(readers)
        for thing in things:
            values = thing.find(f"{GEXF}attvalues")
            assert values is not None
            used = [v.get("for") for v in values]
            assert len(used) == len(set(used))
            for v in values:
                readers[types[v.get("for")]](str(v.get("value")))
    for edge in edges:
        assert {edge.get("source"), edge.get("target")} <= ids
        assert edge.get("kind")
        for spell in edge.iter(f"{GEXF}spell"):
            days = {name: date.fromisoformat(day) for name, day in spell.attrib.items()}
            assert days
            assert set(days) <= {"start", "end"}
            assert days.get("start", date.min) <= days.get("end", date.max)
    return root


@pytest.mark.slow
def test_gexf_keeps_the_rules_of_its_format() -> None:
    check_gexf(gexf(of_seed(), "en"))


@pytest.mark.parametrize(
    ("begins", "ends", "spell"),
    [
        ("2023", "2024", {"start": "2023-01-01", "end": "2024-12-31"}),
        ("2023-12", "2024-02", {"start": "2023-12-01", "end": "2024-02-29"}),
        ("2023-12-14", None, {"start": "2023-12-14"}),
        (None, "2023-02", {"end": "2023-02-28"}),
        (None, None, None),
    ],
)
def test_gexf_widens_a_date_to_its_first_and_last_day(
    begins: str | None, ends: str | None, spell: dict[str, str] | None
) -> None:
    properties = {"valid_from": begins, "valid_to": ends}
    held = {name: value for name, value in properties.items() if value}
    made = Network([Node("a", "Enterprise"), Node("b", "Enterprise")], [Relationship("k", "OWNS", "a", "b", held)], {})  # fmt: skip
    found = [dict(x.attrib) for x in check_gexf(gexf(made, "en")).iter(f"{GEXF}spell")]
    assert found == ([spell] if spell else [])


@cache
def linked() -> rdflib.Graph:
    graph = rdflib.Graph()
    graph.parse(data=jsonld(of_seed()).decode(), format="json-ld")
    return graph


def node_iri(id_: str) -> rdflib.URIRef:
    return rdflib.URIRef(f"urn:lichain:node:{quote(id_, safe='')}")


@pytest.mark.slow
def test_jsonld_holds_every_thing_fact_and_claim_of_the_seed() -> None:
    graph, record = linked(), seed_record()
    for kind in schema().nodes:
        told_ = set(graph.subjects(RDF.type, rdflib.URIRef(TERM + kind)))
        assert told_ == {node_iri(n.id) for n in record.nodes.values() if n.type == kind}, kind
    facts = set(graph.subjects(RDF.type, RDF.Statement))
    assert len(facts) == len(record.relationships)
    for key, link in record.relationships.items():
        fact = rdflib.URIRef(f"urn:lichain:fact:{quote(key, safe='')}")
        start, term, end = (
            graph.value(fact, part) for part in (RDF.subject, RDF.predicate, RDF.object)
        )
        assert (start, term, end) == (
            node_iri(link.start),
            rdflib.URIRef(TERM + link.type),
            node_iri(link.end),
        )
        assert (start, term, end) in graph
        assert {str(c).rpartition(":")[2] for c in graph.objects(fact, PROV.wasDerivedFrom)} == set(
            link.listed("claims")
        )
    claims = {c for x in record.relationships.values() for c in x.listed("claims")}
    entities = {str(c).rpartition(":")[2] for c in graph.subjects(RDF.type, PROV.Entity)}
    assert entities == claims
    for id_ in claims:
        iri = rdflib.URIRef(f"urn:lichain:claim:{id_}")
        assert graph.value(iri, PROV.hadPrimarySource) == node_iri(record.claims[id_].source)
        assert str(graph.value(iri, rdflib.URIRef(f"{TERM}locator"))) == record.claims[id_].locator


@pytest.mark.slow
def test_jsonld_says_names_with_their_language_and_links_references() -> None:
    graph, record = linked(), seed_record()
    for node in record.nodes.values():
        names = {(str(n), n.language) for n in graph.objects(node_iri(node.id), SCHEMA.name)}  # type: ignore[attr-defined]
        assert names == {
            (v, lang) for lang in ("zh", "en") if (v := node.properties.get(f"name_{lang}"))
        }
    fact = next(x for x in record.relationships.values() if x.properties.get("product"))
    iri = rdflib.URIRef(f"urn:lichain:fact:{quote(fact.key, safe='')}")
    product = graph.value(iri, rdflib.URIRef(f"{TERM}product"))
    assert product == node_iri(str(fact.properties["product"]))


@pytest.mark.slow
def test_csv_holds_everything_of_the_seed() -> None:
    record = seed_record()
    nodes = list(csv.DictReader(io.StringIO(nodes_csv(of_seed(), "zh").decode())))
    edges = list(csv.DictReader(io.StringIO(edges_csv(of_seed(), "zh").decode())))
    assert {row["Id"] for row in nodes} == set(record.nodes)
    assert {row["Id"] for row in edges} == set(record.relationships)
    own = {"Id", "Label", "node_type", "Source", "Target", "Type", "Kind"}
    for row in nodes:
        node = record.nodes[row["Id"]]
        assert (row["node_type"], row["Label"]) == (node.type, node.name("zh"))
        check_cells(row, node, own)
    for row in edges:
        link = record.relationships[row["Id"]]
        assert (row["Source"], row["Target"], row["Type"]) == (link.start, link.end, "Directed")
        assert row["Kind"] == row["Label"] == link.type
        check_cells(row, link, own)


def check_cells(row: dict[str, str], thing: Node | Relationship, own: set[str]) -> None:
    held = {name.rstrip("_"): cell for name, cell in row.items() if name not in own and cell}
    properties = told(thing)
    assert set(held) == {name for name, value in properties.items() if value != ""}
    for name, cell in held.items():
        value = properties[name]
        if isinstance(value, bool):
            assert cell == ("true" if value else "false")
        elif isinstance(value, int | float):
            assert float(cell) == value
        else:
            assert cell.removeprefix("'") == as_text(value)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])
def test_csv_text_that_a_spreadsheet_would_run_is_text(text: str) -> None:
    made = Network([Node("a", "Enterprise", {"name_en": text, "latitude": -1.5})], [], {})
    (row,) = csv.DictReader(io.StringIO(nodes_csv(made, "en").decode(), newline=""))
    assert row["name_en"] == row["Label"] == f"'{text}"
    assert row["latitude"] == "-1.5"


NAMES = st.text(st.characters(codec=None), max_size=30)
XML_NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"))  # fmt: skip


def hostile(names: list[str]) -> Network:
    """A node for each name, the name in every text of it, and a chain of facts."""
    nodes = [
        Node(
            f"n{i}", "Enterprise", {"name_en": name, "aliases": (name, "x"), "legal_name_zh": name}
        )
        for i, name in enumerate(names)
    ]
    links = [
        Relationship(f"SUPPLIES:{a.id}>{b.id};{name}", "SUPPLIES", a.id, b.id, {
            "status": name, "claims": ("c-1",), "sources": ("s",), "locators": (name,),
            "confidences": ("reported",), "notes": (name,), "volume": 1.5,
        })
        for a, b, name in zip(nodes, nodes[1:], names, strict=False)
    ]  # fmt: skip
    return Network(nodes, links, {"s": Node("s", "Source", {"name_zh": "".join(names)})})


@given(st.lists(NAMES, min_size=2, max_size=4))
@example(["a\rb", '=\r\n,"', "\x00\x0b\x1b", "\ud800\ufffe"])
@settings(deadline=None)
def test_whatever_a_name_holds_the_files_can_be_read(names: list[str]) -> None:
    made = hostile(names)
    size = (len(made.nodes), len(made.relationships))
    from_graphml = nx.read_graphml(
        io.BytesIO(graphml(to_networkx(made), "en")), edge_key_type=str, force_multigraph=True
    )
    root = check_gexf(gexf(made, "en"))
    document = json.loads(jsonld(made))
    rows = list(csv.reader(io.StringIO(nodes_csv(made, "en").decode(), newline="")))
    links = list(csv.reader(io.StringIO(edges_csv(made, "en").decode(), newline="")))
    assert (from_graphml.number_of_nodes(), from_graphml.number_of_edges()) == size
    assert (len(root[1][2]), len(root[1][3])) == size
    statements = [x for x in document["@graph"] if x["type"] == "rdf:Statement"]
    assert len(statements) == size[1]
    assert (len(rows) - 1, len(links) - 1) == size


@given(st.lists(XML_NAMES, min_size=2, max_size=4))
@settings(deadline=None)
def test_what_xml_can_hold_arrives_unchanged(names: list[str]) -> None:
    made = hostile(names)
    root = ET.fromstring(gexf(made, "en"))
    titles = {a.get("id"): a.get("title") for a in root[1][0]}
    for element, name in zip(root[1][2], names, strict=True):
        values = {titles[v.get("for")]: v.get("value") for v in element.iter(f"{GEXF}attvalue")}
        assert values["name_en"] == values["legal_name_zh"] == name
        assert json.loads(str(values["aliases"])) == [name, "x"]
    found = nx.read_graphml(
        io.BytesIO(graphml(to_networkx(made), "en")), edge_key_type=str, force_multigraph=True
    )
    for node, name in zip(made.nodes, names, strict=True):
        assert (found.nodes[node.id].get("legal_name_zh") or "") == name
    listed = json.loads(jsonld(made))["@graph"]
    assert [x["name"][0]["@value"] for x in listed[: len(names)]] == names


@pytest.mark.parametrize("name", ["x.graphml", "x.GEXF", "x.jsonld", "x"])
def test_what_is_there_is_kept_unless_forced(tmp_path: Path, name: str) -> None:
    made = hostile(["a", "b"])
    path = write_graph(made, tmp_path / name, "en")
    before = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    assert len(before) == (2 if name == "x" else 1)
    with pytest.raises(InputError, match="is there already") as caught:
        write_graph(hostile(["a", "c", "d"]), path, "en")
    assert "已存在" in caught.value.said("zh")
    assert {file: file.read_bytes() for file in before} == before
    write_graph(hostile(["a", "c", "d"]), path, "en", force=True)
    after = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    assert set(after) == set(before)
    assert all(after[file] != before[file] for file in before)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("x.png", r"\.png is no format of a graph; end the name in \.graphml, \.gexf, \.jsonld"),
        ("nowhere/x.gexf", "nowhere does not exist; create it"),
        ("folder.gexf", "is a folder; name a file in it"),
        ("file", "is a file, and a folder of CSV was asked for"),
    ],
)
def test_a_target_that_will_not_do_is_refused(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "folder.gexf").mkdir()
    (tmp_path / "file").write_text("x")
    with pytest.raises(InputError, match=said):
        write_graph(hostile(["a", "b"]), tmp_path / name, "en", force=True)


def test_two_exports_are_the_same_bytes() -> None:
    def part() -> Network:
        record = seed_record()
        return Network(
            list(record.nodes.values())[:300], list(record.relationships.values())[:2000], {}
        )

    for write in (lambda n: gexf(n, "en"), jsonld, lambda n: graphml(to_networkx(n), "zh")):
        assert write(part()) == write(part())
