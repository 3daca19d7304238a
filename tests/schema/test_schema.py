"""The yaml files hang together, and hold every type of the design."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from lichain.schema import MARKER, NodeType, RelationshipType, schema
from lichain.schema import read as reading
from lichain.schema.codes import CODES

FILES = sorted(Path(reading.__file__).parent.rglob("*.yaml"))
NODES = {
    *("Enterprise", "Organization", "Person", "Region", "Segment", "Product", "Facility"),
    *("Project", "Cluster", "Policy", "Provision", "Event", "Indicator", "Source"),
}
RELATIONSHIPS = {
    *("PART_OF", "HEADQUARTERED_IN", "LOCATED_IN", "OPERATES", "PRODUCES", "ACTIVE_IN"),
    *("BELONGS_TO", "INPUT_TO", "FEEDS", "SUPPLIES", "OWNS", "PARTNERS_WITH", "RECOVERS"),
    *("INVESTS_IN", "ISSUED", "HAS_PROVISION", "COVERS", "SETS", "OF", "HOLDS_ROLE"),
    *("TOOK_PART_IN", "EVIDENCED_BY"),
}
EVIDENCE = {
    "key",
    "claims",
    "sources",
    "locators",
    "confidence",
    "valid_from",
    "valid_to",
    "recorded_at",
}
KINDS = {**schema().nodes, **schema().relationships}
CELLS = [(kind, prop) for kind in KINDS.values() for prop in kind.properties.values()]
TYPES = {
    "text",
    "name",
    "names",
    "number",
    "integer",
    "boolean",
    "date",
    "period",
    "url",
    "enum",
    "unit",
    "ref",
    *CODES,
}


def test_every_type_of_the_design_is_there() -> None:
    assert set(schema().nodes) >= NODES
    assert set(schema().relationships) >= RELATIONSHIPS
    assert not set(schema().nodes) & set(schema().relationships)


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_every_type_has_both_names_and_a_meaning(kind: NodeType | RelationshipType) -> None:
    assert kind.zh
    assert kind.en
    assert kind.means.endswith((".", "`."))
    for prop in kind.properties.values():
        assert prop.zh, prop.name
        assert prop.en, prop.name
        assert prop.means, prop.name
        assert prop.given_by in ("table", "lookups", "program")
        assert prop.type in TYPES, prop.name


@pytest.mark.parametrize("kind", schema().relationships.values(), ids=lambda kind: kind.name)
def test_relationships_carry_evidence_and_join_known_types(kind: RelationshipType) -> None:
    assert set(kind.properties) >= EVIDENCE
    assert {*kind.start, *kind.end} <= set(schema().nodes)
    assert set(kind.identity) <= set(kind.properties)
    assert re.fullmatch(r"[A-Z]+(_[A-Z]+)*", kind.name)


@pytest.mark.parametrize("kind", schema().nodes.values(), ids=lambda kind: kind.name)
def test_labels_run_from_the_type_to_the_marker(kind: NodeType) -> None:
    assert kind.labels[0] == kind.name
    assert kind.labels[-1] == MARKER
    assert set(kind.labels[1:-1]) <= set(schema().nodes)
    for label in kind.labels[1:-1]:
        assert set(schema().nodes[label].properties) <= set(kind.properties)
        assert kind.name in schema().subtypes(label)
    assert schema().type_of(frozenset(kind.labels)) == kind.name


def test_an_enterprise_is_an_organization() -> None:
    assert schema().nodes["Enterprise"].labels == ("Enterprise", "Organization", MARKER)
    assert schema().subtypes("Organization") == {"Organization", "Enterprise"}


@pytest.mark.parametrize("kind", schema().nodes.values(), ids=lambda kind: kind.name)
def test_every_style_has_a_hex_colour_of_its_own(kind: NodeType) -> None:
    assert re.fullmatch(r"#[0-9A-F]{6}", str(kind.style["colour"]))
    assert isinstance(kind.style["size"], int)
    assert [other.style["colour"] for other in schema().nodes.values()].count(
        kind.style["colour"]
    ) == 1


def test_every_enum_has_its_vocabulary_and_every_vocabulary_a_use() -> None:
    used = {prop.values for _, prop in CELLS if prop.type == "enum"}
    assert None not in used
    for name in used:
        assert schema().terms(str(name)), name
    assert {prop.values for _, prop in CELLS if prop.type != "enum"} == {None}


def test_every_reference_and_bound_makes_sense() -> None:
    for kind, prop in CELLS:
        assert bool(prop.to) == (prop.type == "ref"), (kind.name, prop.name)
        assert set(prop.to) <= set(schema().nodes)
        if prop.minimum is not None and prop.maximum is not None:
            assert prop.minimum < prop.maximum


def test_every_term_has_both_names() -> None:
    for name in (*schema().vocabularies, "metrics"):
        for term in schema().terms(name).values():
            assert bool(term.zh) == bool(term.en), (name, term.id)
            assert term.zh or (name, term.id) == ("bound", "exact")


def test_the_bases_of_metrics_are_bases_of_units() -> None:
    bases = {unit.base for unit in schema().units.values()}
    for metric in schema().metrics.values():
        assert metric.bases, metric.id
        assert set(metric.bases) <= bases, metric.id


def test_units_have_factors_that_multiply() -> None:
    for unit in schema().units.values():
        assert unit.factor > 0
        assert unit.en_scale > 0
        assert unit.factor == 1 or unit.id != unit.base


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_yaml_has_no_key_or_word_that_is_not_text(path: Path) -> None:
    """NO, yes and 1 mean something else to YAML unless they are quoted."""
    root = yaml.compose(path.read_text(encoding="utf-8"))
    numbers = {"minimum", "maximum", "size", "factor", "en_scale"}
    flags = {"required", "unique"}

    def walk(node: yaml.Node, key: str = "") -> None:
        if isinstance(node, yaml.MappingNode):
            names = [name.value for name, _ in node.value]
            assert len(names) == len(set(names)), names
            for name, value in node.value:
                assert name.tag.endswith(":str"), (
                    f"{path.name}:{name.start_mark.line + 1}: quote {name.value}"
                )
                walk(value, name.value)
        elif isinstance(node, yaml.SequenceNode):
            for item in node.value:
                walk(item)
        elif key not in numbers | flags:
            assert node.tag.endswith(":str"), (
                f"{path.name}:{node.start_mark.line + 1}: quote {node.value}"
            )

    walk(root)


@pytest.mark.parametrize(
    "path",
    [path for path in FILES if path.parent.name in ("nodes", "relationships")],
    ids=lambda path: path.stem,
)
def test_a_file_is_named_for_its_type(path: Path) -> None:
    assert yaml.safe_load(path.read_text(encoding="utf-8"))["type"] == path.stem
