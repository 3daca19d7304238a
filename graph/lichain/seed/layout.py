"""Which tables there can be: where each one is, its columns in order, and what sorts it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from lichain.schema import NodeType, Property, RelationshipType, Schema
from lichain.seed import cells, evidence, ids, lookups

_OF_NUMBERS = ("subject", "metric", "scope")
_PLACE = ("source", "locator")

Order = tuple[str, ...]
"""Column names, in the order in which they are written or sorted by."""


@dataclass(frozen=True, slots=True)
class Layout:
    """One table: `columns` maps each name, in order, to what it holds; `keys` sort the rows."""

    folder: str
    name: str
    columns: Mapping[str, Property]
    keys: Order

    @property
    def file(self) -> str:
        """Its path below the seed folder."""
        return f"{self.folder}/{self.name}.csv"


def layouts(known: Schema) -> Iterator[Layout]:
    """Every table, nodes first, then relationships, then lookups."""
    for node in known.nodes.values():
        yield _of_node(known, node)
    for link in known.relationships.values():
        yield _of_relationship(known, link)
    columns = {name: known.columns[name] for name in ("id", "name", *lookups.ALIASES[2:])}
    yield Layout("lookups", "aliases", columns, ("id", "name"))
    columns = {name: known.columns[name] for name in ids.RETIRED}
    yield Layout("lookups", "retired", columns, ("id",))


def find_layout(known: Schema, name: str) -> Layout | None:
    """The table called `name` in any case: supplies, Enterprise, aliases."""
    return next((one for one in layouts(known) if one.name.lower() == name.lower()), None)


def _shared(known: Schema, *names: str) -> dict[str, Property]:
    return {name: known.columns[name] for name in names}


def _of_node(known: Schema, node: NodeType) -> Layout:
    own = cells.tabled(node.properties)
    if node.derived_id:
        rest = {n: p for n, p in own.items() if n not in (*_OF_NUMBERS, "name_zh", "name_en")}
        first = _shared(known, "subject") | {"metric": own["metric"]} | _shared(known, "scope")
        columns = first | rest | _shared(known, "set_by", *evidence.COLUMNS)
        return Layout("nodes", node.name, columns, (*node.derived_id, *_PLACE))
    proven = () if node.name == "Source" else evidence.COLUMNS
    columns = _shared(known, "id") | own | _shared(known, *proven)
    return Layout("nodes", node.name, columns, ("id", *_PLACE))


def _of_relationship(known: Schema, link: RelationshipType) -> Layout:
    ends = {"from": replace(known.columns["from"], to=link.start)}
    if link.end != ("Source",):
        ends["to"] = replace(known.columns["to"], to=link.end)
    columns = ends | cells.tabled(link.properties) | _shared(known, *evidence.COLUMNS)
    return Layout("relationships", link.name, columns, ("from", "to", *link.identity, *_PLACE))
