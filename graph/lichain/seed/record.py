"""From the folder of tables to the graph of record, or to one report of all faults."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from lichain.errors import InputError
from lichain.identity import NameIndex
from lichain.model import Node, Record
from lichain.schema import Schema, schema
from lichain.seed import identities, lookups
from lichain.seed.evidence import Evidence
from lichain.seed.facts import Fact, Facts, key_of
from lichain.seed.faults import Faults, shown
from lichain.seed.indicators import read_indicators
from lichain.seed.nodes import NodeRow, read_nodes
from lichain.seed.references import References
from lichain.seed.relationships import read_relationships
from lichain.seed.table import Table, read_table


@dataclass(slots=True)
class _Reading:
    folder: Path
    schema: Schema
    faults: Faults = field(default_factory=Faults)
    nodes: dict[str, NodeRow] = field(default_factory=dict)
    extra: identities.Extra = field(default_factory=dict)

    def table(self, *path: str) -> Table | None:
        file = self.folder.joinpath(*path)
        return read_table(file, "/".join(path), self.faults) if file.is_file() else None

    def keep(self, rows: Iterable[NodeRow]) -> None:
        for row in rows:
            first = self.nodes.setdefault(row.id, row)
            if first is not row:
                where = f"{first.row.file}:{first.row.line}"
                self.faults.add(
                    row.row.file,
                    row.row.line,
                    "id",
                    f"{shown(row.id)} stands in {where} already; ids are unique",
                )


def read_record(folder: Path) -> Record:
    """The graph of record of the tables in `folder`; raises TableFaults with every fault found."""
    if not (folder / "nodes").is_dir():
        raise InputError(f"{folder} holds no nodes/ folder of tables; name the seed folder")
    reading = _Reading(folder, schema())
    _check_files(reading)
    sources = _read_nodes(reading)
    facts = Facts(reading.faults)
    refs = _read_lookups(reading)
    _evidence_of_nodes(reading, facts)
    if (table := reading.table("nodes", "Indicator.csv")) is not None:
        reading.keep(
            read_indicators(reading.schema, table, refs, sources, facts, reading.nodes).values()
        )
    for kind in reading.schema.relationships.values():
        if (table := reading.table("relationships", f"{kind.name}.csv")) is not None:
            read_relationships(reading.schema, kind, table, refs, sources, facts)
    identities.check_unique(reading.schema, reading.nodes.values(), reading.faults)
    reading.faults.stop_if_any()
    nodes = {
        id_: Node(id_, row.type, identities.with_names(row, reading.extra.get(id_, ())))
        for id_, row in sorted(reading.nodes.items())
    }
    return Record(nodes, facts.relationships(), facts.claims)


def _check_files(reading: _Reading) -> None:
    known = {
        "nodes": set(reading.schema.nodes),
        "relationships": set(reading.schema.relationships),
        "lookups": {"aliases", "retired"},
    }
    for folder, names in known.items():
        for path in sorted((reading.folder / folder).glob("*")):
            if not path.name.startswith((".", "~")) and (
                path.suffix != ".csv" or path.stem not in names
            ):
                message = f"is no table of the schema; {folder}/ holds {', '.join(sorted(n + '.csv' for n in names))}"
                reading.faults.add(f"{folder}/{path.name}", 0, "", message)


def _read_nodes(reading: _Reading) -> Evidence:
    kinds = reading.schema.nodes
    nobody = Evidence({})
    if (table := reading.table("nodes", "Source.csv")) is not None:
        reading.keep(read_nodes(reading.schema, kinds["Source"], table, nobody, reading.faults))
    sources = Evidence({id_: "file" in row.properties for id_, row in reading.nodes.items()})
    for kind in kinds.values():
        if (
            kind.name not in ("Source", "Indicator")
            and (table := reading.table("nodes", f"{kind.name}.csv")) is not None
        ):
            reading.keep(read_nodes(reading.schema, kind, table, sources, reading.faults))
    return sources


def _read_lookups(reading: _Reading) -> References:
    types = {id_: row.type for id_, row in reading.nodes.items()}
    aliases: list[lookups.Alias] = []
    if (table := reading.table("lookups", "aliases.csv")) is not None:
        aliases = lookups.read_aliases(reading.schema, table, types, reading.faults)
    retired: dict[str, str] = {}
    if (table := reading.table("lookups", "retired.csv")) is not None:
        retired = lookups.read_retired(table, types, reading.faults)
    reading.extra = identities.extra_names(aliases, retired)
    names = NameIndex(identities.all_named(reading.nodes.values(), reading.extra))
    return References(reading.schema, types, retired, names)


def _evidence_of_nodes(reading: _Reading, facts: Facts) -> None:
    for row in reading.nodes.values():
        if row.claim is not None:
            key = key_of("EVIDENCED_BY", row.id, row.claim.source, {})
            facts.add(key, Fact("EVIDENCED_BY", row.id, row.claim.source, {}), row.claim)
