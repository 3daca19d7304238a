"""The table of numbers: a row becomes an Indicator, what it is of, and what sets it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from lichain.model import Claim, Value
from lichain.schema import Schema, dates
from lichain.seed import cells, evidence
from lichain.seed.evidence import Evidence
from lichain.seed.facts import Fact, Facts, key_of
from lichain.seed.faults import shown
from lichain.seed.nodes import NodeRow
from lichain.seed.references import References
from lichain.seed.table import Row, Table
from lichain.seed.titles import titles


@dataclass(frozen=True, slots=True)
class _Ends:
    subject: str
    scope: tuple[str, ...]
    set_by: tuple[str, ...]


def read_indicators(
    schema: Schema,
    table: Table,
    refs: References,
    sources: Evidence,
    facts: Facts,
    names: Mapping[str, NodeRow],
) -> dict[str, NodeRow]:
    """The Indicators of the table by id; their OF and SETS relationships go to `facts`."""
    kind = schema.nodes["Indicator"]
    properties = {
        n: p for n, p in cells.tabled(kind.properties).items() if not n.startswith("name_")
    }
    known = (
        "subject",
        "metric",
        "scope",
        *(n for n in properties if n != "metric"),
        "set_by",
        *evidence.COLUMNS,
    )
    found: dict[str, NodeRow] = {}
    needed = ("subject", *cells.required(properties), *evidence.NEEDED)
    if not cells.check_columns(table, known, needed, facts.faults):
        return found
    for row in table.rows:
        before = facts.faults.count
        number = cells.read_cells(schema, row, properties, facts.faults)
        ends = _ends(schema, row, refs, facts)
        _check_number(schema, row, number, facts)
        if ends is None or facts.faults.count > before:
            sources.read(row, "", facts.faults)
            continue
        node = _indicator(schema, row, number, ends, names)
        evidenced = key_of("EVIDENCED_BY", node.id, sources.source(row), {})
        if claim := sources.read(row, evidenced, facts.faults):
            found.setdefault(node.id, node)
            facts.add(evidenced, Fact("EVIDENCED_BY", node.id, claim.source, {}), claim)
            _link(node.id, ends, claim, facts)
    return found


def _ends(schema: Schema, row: Row, refs: References, facts: Facts) -> _Ends | None:
    of, sets = schema.relationships["OF"].end, schema.relationships["SETS"].start
    subject = refs.read(row, "subject", of, facts.faults)
    scope = _several(row, "scope", refs, of, facts)
    set_by = _several(row, "set_by", refs, sets, facts)
    return None if subject is None else _Ends(subject, scope, set_by)


def _several(
    row: Row, column: str, refs: References, allowed: tuple[str, ...], facts: Facts
) -> tuple[str, ...]:
    texts = [text.strip() for text in row.get(column).split(";") if text.strip()]
    found = (refs.resolve(row, column, text, allowed, facts.faults) for text in texts)
    return tuple(sorted({id_ for id_ in found if id_ is not None}))


def _check_number(schema: Schema, row: Row, number: Mapping[str, Value], facts: Facts) -> None:
    unit, metric = (
        schema.units.get(str(number.get("unit"))),
        schema.metrics.get(str(number.get("metric"))),
    )
    if unit and metric and unit.base not in metric.bases:
        fitting = ", ".join(u.id for u in schema.units.values() if u.base in metric.bases)
        facts.faults.add(
            row.file,
            row.line,
            "unit",
            f"{shown(row.get('unit'))} does not measure {metric.id}; use one of {fitting}",
        )
    if "bound" in number and bool(row.get("value_high")) != (number["bound"] == "range"):
        high = shown(row.get("value_high")) if row.get("value_high") else "is empty"
        message = f"{high} beside bound {row.get('bound')!r}; a range has both ends, and nothing else has value_high"
        facts.faults.add(row.file, row.line, "value_high", message)


def _indicator(
    schema: Schema, row: Row, number: dict[str, Value], ends: _Ends, names: Mapping[str, NodeRow]
) -> NodeRow:
    told_apart = (ends.subject, *ends.scope, *(f"{n}={number[n]}" for n in sorted(number)))
    digest = hashlib.blake2b("\n".join(told_apart).encode(), digest_size=6).hexdigest()
    unit = schema.units[str(number["unit"])]
    extra: dict[str, Value] = {
        "base_value": float(Decimal(str(number["value"])) * Decimal(str(unit.factor))),
        "base_unit": unit.base,
    }
    if period := number.get("period"):
        extra |= {
            "period_start": dates.first_day(str(period)),
            "period_end": dates.last_day(str(period)),
        }
    extra |= titles(schema, number, (ends.subject, *ends.scope), names)
    return NodeRow(f"ind-{digest}", "Indicator", number | extra, None, row)


def _link(id_: str, ends: _Ends, claim: Claim, facts: Facts) -> None:
    def add(kind: str, start: str, end: str, identity: dict[str, Value]) -> None:
        key = key_of(kind, start, end, identity)
        own = replace(claim, id=evidence.claim_id(key, claim.source, claim.locator))
        facts.add(key, Fact(kind, start, end, dict(identity)), own)

    add("OF", id_, ends.subject, {"role": "subject"})
    for scope in ends.scope:
        if scope != ends.subject:
            add("OF", id_, scope, {"role": "scope"})
    for policy in ends.set_by:
        add("SETS", policy, id_, {})
