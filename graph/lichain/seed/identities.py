"""What the tables say about names: aliases and retired ids to nodes, and what must be unique."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from lichain.identity import Name, Named, NameIndex, Names, index_text
from lichain.identity.naming import named
from lichain.model import Record, Value
from lichain.schema import Schema
from lichain.seed.faults import Faults, shown
from lichain.seed.lookups import Alias
from lichain.seed.nodes import NodeRow

_KINDS = {"former": "former", "code": "ticker"}

Extra = Mapping[str, tuple[Name, ...]]
"""Names that the lookups give a node, by its id."""


def extra_names(aliases: Iterable[Alias], retired: Mapping[str, str]) -> Extra:
    """The names from the lookups, in one order: aliases with their kind, retired ids as ids."""
    found: dict[str, list[Name]] = defaultdict(list)
    for alias in aliases:
        found[alias.id].append(Name(alias.name, _KINDS.get(alias.kind, "alias")))
    for old, now in retired.items():
        found[now].append(Name(old, "id"))
    return {
        id_: tuple(sorted(names, key=lambda name: (name.text, name.kind)))
        for id_, names in found.items()
    }


def all_named(rows: Iterable[NodeRow], extra: Extra) -> Iterator[Named]:
    """Every node with all of its names."""
    for row in rows:
        yield named(row.id, row.type, row.properties, extra.get(row.id, ()))


def with_names(row: NodeRow, extra: tuple[Name, ...]) -> dict[str, Value]:
    """The node's properties with its aliases, the keys by which it is found, and a name for captions."""
    properties: dict[str, Value] = dict(row.properties)
    for missing, other in (("name_zh", "name_en"), ("name_en", "name_zh")):
        if missing not in properties and other in properties:
            properties[f"{missing}_else"] = properties[other]
    if aliases := tuple(sorted(name.text for name in extra if name.kind != "id")):
        properties["aliases"] = aliases
    properties["name_keys"] = index_text(named(row.id, row.type, row.properties, extra))
    return properties


def check_unique(schema: Schema, rows: Iterable[NodeRow], faults: Faults) -> None:
    """Two nodes with one value of a unique property are a fault at the second."""
    seen: dict[tuple[str, str, Value], NodeRow] = {}
    for row in rows:
        for name, prop in schema.nodes[row.type].properties.items():
            if prop.unique and name in row.properties:
                first = seen.setdefault((row.type, name, row.properties[name]), row)
                if first is not row:
                    message = f"{shown(str(row.properties[name]))} is that of {first.id} ({first.row.file}:{first.row.line}) already"
                    faults.add(row.row.file, row.row.line, name, message)


def names_taken(
    names: Names, id_: str, type_: str, properties: Mapping[str, Value]
) -> Iterator[tuple[str, str]]:
    """Names of an enterprise by which another is found, as column and why: one company under two
    ids makes every mention of it ambiguous."""
    for column in ("name_zh", "name_en", "legal_name_zh", "legal_name_en"):
        text = str(properties.get(column, ""))
        if type_ != "Enterprise" or not text:
            continue
        others = [match.id for match in names.exact(text, frozenset({type_})) if match.id != id_]
        if others:
            fix = "use that id, or write the names so that they tell the two apart"
            yield column, f"{shown(text)} is a name of {', '.join(others)} already; {fix}"


def doubled_names(record: Record) -> list[str]:
    """A warning for each name of an enterprise by which another is found as well."""
    companies = [node for node in record.nodes.values() if node.type == "Enterprise"]
    index = NameIndex(named(node.id, node.type, node.properties) for node in companies)
    return [
        f"nodes/Enterprise.csv: {node.id}: {column}: {message}"
        for node in companies
        for column, message in names_taken(index, node.id, node.type, node.properties)
    ]
