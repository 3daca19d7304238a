"""From the folder of tables to the graph of record, or to one report of all faults."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lichain.identity import NameIndex
from lichain.model import Node, Record
from lichain.schema import Schema, schema
from lichain.seed import identities, rules
from lichain.seed.evidence import Evidence
from lichain.seed.facts import Fact, Facts, key_of
from lichain.seed.faults import Faults, shown
from lichain.seed.folders import FolderTables, Tables
from lichain.seed.ids import Ids, check_retired, read_retired
from lichain.seed.indicators import read_indicators
from lichain.seed.lookups import read_aliases
from lichain.seed.nodes import NodeRow, read_nodes
from lichain.seed.references import References
from lichain.seed.relationships import read_relationships
from lichain.seed.table import Table


@dataclass(slots=True)
class _Reading:
    tables: Tables
    schema: Schema
    faults: Faults = field(default_factory=Faults)
    nodes: dict[str, NodeRow] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    extra: identities.Extra = field(default_factory=dict)

    def table(self, folder: str, name: str) -> Table | None:
        """The table, or None where there is none; what cannot be read in full is remembered."""
        before = self.faults.count
        table = self.tables.table(folder, name, self.faults)
        if table is None:
            return None
        if not table.whole or (self.faults.count > before and not table.columns):
            self.unread.add(name)
        return table

    def keep(self, rows: Iterable[NodeRow]) -> None:
        """Adds nodes; an id that is taken already is a fault."""
        for row in rows:
            first = self.nodes.setdefault(row.id, row)
            if first is not row:
                where = f"{first.row.file}:{first.row.line}"
                message = f"{shown(row.id)} stands in {where} already; ids are unique"
                self.faults.add(row.row.file, row.row.line, "id", message)

    def keep_nodes(self, name: str, sources: Evidence) -> None:
        """Reads the node table `name`, if there is one."""
        if (table := self.table("nodes", name)) is None:
            return
        before = self.faults.count
        rows = list(read_nodes(self.schema, self.schema.nodes[name], table, sources, self.faults))
        if not rows and self.faults.count > before:
            self.unread.add(name)
        self.keep(rows)


def read_record(tables: Path | Tables) -> Record:
    """The graph of record of the tables, or of those in a folder; raises TableFaults with every
    fault found."""
    found = FolderTables(tables) if isinstance(tables, Path) else tables
    reading = _Reading(found, schema())
    reading.tables.check(reading.schema, reading.faults)
    retired_table = reading.table("lookups", "retired")
    retired = read_retired(retired_table, reading.faults) if retired_table else {}
    sources = _read_nodes(reading, retired)
    ids = _ids(reading, retired)
    if retired_table:
        check_retired(retired_table, ids, reading.faults)
    facts = Facts(reading.faults)
    _read_facts(reading, _references(reading, ids), sources, facts)
    identities.check_unique(reading.schema, reading.nodes.values(), reading.faults)
    rules.check_region_codes(reading.nodes.values(), reading.faults)
    rules.check_circles(facts)
    rules.check_looks(facts, {id_: row.type for id_, row in reading.nodes.items()})
    reading.faults.stop_if_any()
    nodes = {
        id_: Node(id_, row.type, identities.with_names(row, reading.extra.get(id_, ())))
        for id_, row in sorted(reading.nodes.items())
    }
    published = {
        node.id: str(node.properties["published"])
        for node in nodes.values()
        if node.type == "Source" and "published" in node.properties
    }
    return Record(nodes, facts.relationships(published), facts.claims)


@dataclass(frozen=True, slots=True)
class Names:
    """What a cell can refer to: nodes by any name, sources by id. `nodes` leaves numbers out."""

    references: References
    sources: Evidence
    nodes: Mapping[str, NodeRow]


def read_names(folder: Path) -> Names:
    """The names in the tables of `folder`; facts are not read. TableFaults for what is wrong with
    the tables of nodes."""
    reading = _Reading(FolderTables(folder), schema())
    retired_table = reading.table("lookups", "retired")
    retired = read_retired(retired_table, reading.faults) if retired_table else {}
    sources = _read_nodes(reading, retired)
    references = _references(reading, _ids(reading, retired))
    reading.faults.stop_if_any()
    return Names(references, sources, reading.nodes)


def _read_nodes(reading: _Reading, retired: dict[str, str]) -> Evidence:
    reading.keep_nodes("Source", Evidence({}))
    at_hand = {id_: "file" in row.properties for id_, row in reading.nodes.items()}
    sources = Evidence(at_hand, retired, whole="Source" not in reading.unread)
    for name in reading.schema.nodes:
        if name not in ("Source", "Indicator"):
            reading.keep_nodes(name, sources)
    return sources


def _ids(reading: _Reading, retired: Mapping[str, str]) -> Ids:
    types = {id_: row.type for id_, row in reading.nodes.items()}
    unread = reading.unread & set(reading.schema.nodes)
    return Ids(types, retired, frozenset(unread))


def _references(reading: _Reading, ids: Ids) -> References:
    table = reading.table("lookups", "aliases")
    aliases = read_aliases(reading.schema, table, ids, reading.faults) if table else []
    reading.extra = identities.extra_names(aliases, ids.retired)
    names = NameIndex(identities.all_named(reading.nodes.values(), reading.extra))
    return References(reading.schema, ids, names)


def _read_facts(reading: _Reading, refs: References, sources: Evidence, facts: Facts) -> None:
    for row in reading.nodes.values():
        if row.claim is not None:
            key = key_of("EVIDENCED_BY", row.id, row.claim.source, {})
            facts.add(key, Fact("EVIDENCED_BY", row.id, row.claim.source, {}), row.claim)
    if (table := reading.table("nodes", "Indicator")) is not None:
        found = read_indicators(reading.schema, table, refs, sources, facts, reading.nodes)
        reading.keep(found.values())
        refs = References(reading.schema, _ids(reading, refs.ids.retired), refs.names)
    for kind in reading.schema.relationships.values():
        if (table := reading.table("relationships", kind.name)) is not None:
            read_relationships(reading.schema, kind, table, refs, sources, facts)
