"""The data dictionary as Markdown, out of the schema."""

from __future__ import annotations

from collections.abc import Mapping

from lichain.schema import Property, Schema

_NOTE = "<!-- Written by scripts/generate from graph/lichain/schema; edit the schema, not this file. -->"
_HEADER = "| property | 中文 | type | allowed, unit | means |\n| --- | --- | --- | --- | --- |"


def dictionary(schema: Schema) -> str:
    """Every type, property, vocabulary, metric and unit."""
    parts = [_NOTE, "# Data dictionary 数据字典", _common(schema), "## Nodes 节点"]
    own = schema.nodes["Organization"].properties
    for node in schema.nodes.values():
        parents = " → ".join(node.labels)
        parts.append(f"### {node.name} {node.zh}\n\n{node.means} Labels: {parents}.")
        names = {n: p for n, p in node.properties.items() if n not in _shared(schema)}
        if node.name == "Enterprise":
            names = {n: p for n, p in names.items() if n not in own}
        parts += _properties(names)
    parts.append("## Relationships 关系")
    for link in schema.relationships.values():
        ends = f"({', '.join(link.start)}) → ({', '.join(link.end)})"
        apart = f" Parallel facts differ in {', '.join(link.identity)}." if link.identity else ""
        parts.append(f"### {link.name} {link.zh}\n\n{link.means} {ends}.{apart}")
        parts += _properties(
            {n: p for n, p in link.properties.items() if n not in _evidence(schema)}
        )
    return "\n\n".join([*parts, *_vocabularies(schema)]) + "\n"


def _common(schema: Schema) -> str:
    node, link = schema.nodes["Person"], schema.relationships["EVIDENCED_BY"]
    nodes = "\n\n".join(_properties(node.properties))
    links = "\n\n".join(_properties(link.properties))
    return f"## Of every node 所有节点\n\n{nodes}\n\n## Of every relationship 所有关系\n\n{links}"


def _shared(schema: Schema) -> frozenset[str]:
    return frozenset(schema.nodes["Person"].properties)


def _evidence(schema: Schema) -> frozenset[str]:
    return frozenset(schema.relationships["EVIDENCED_BY"].properties)


def _properties(properties: Mapping[str, Property]) -> list[str]:
    rows = [_row(prop) for prop in properties.values()]
    return ["\n".join([_HEADER, *rows])] if rows else []


def _row(prop: Property) -> str:
    allowed = (
        f"[{prop.values}](#{prop.values})"
        if prop.values
        else ", ".join(prop.to) or prop.unit_text or ""
    )
    marks = [word for word, on in (("required", prop.required), ("unique", prop.unique)) if on]
    means = " ".join([prop.means.replace("|", "\\|"), *(f"**{mark}**" for mark in marks)])
    return f"| `{prop.name}` | {prop.zh} | {prop.type} | {allowed} | {means} |"


def _vocabularies(schema: Schema) -> list[str]:
    parts = ["## Vocabularies 词表"]
    tables = {**schema.vocabularies, "metrics": schema.metrics}
    for name, terms in tables.items():
        rows = [f"| `{term.id}` | {term.zh} | {term.en} |" for term in terms.values()]
        parts.append(
            f"### {name}\n\n"
            + "\n".join(["| value | 中文 | English |", "| --- | --- | --- |", *rows])
        )
    units = [
        f"| `{u.id}` | {u.zh} | {u.en} | {u.factor:g} {u.base} |" for u in schema.units.values()
    ]
    parts.append(
        "## Units 单位\n\n"
        + "\n".join(["| unit | 中文 | English | is |", "| --- | --- | --- | --- |", *units])
    )
    return parts
