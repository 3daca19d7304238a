"""Counts and fill rates that the tables must reach: a minimum stops the load, a maximum warns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from lichain.errors import Fault, InputError, TableFaults
from lichain.model import Record
from lichain.schema import schema
from lichain.schema.cell import shown

_BOUNDS, _RATES = ("min", "max"), ("filled", "linked")


@dataclass(frozen=True, slots=True)
class _Bound:
    """One number of the file: at least (`min`) or at most (`max`) so many of `name`; or in how many
    percent of them the property (`filled`) or relationship (`linked`) called `part` must be there."""

    name: str
    side: str
    number: int
    line: int
    part: str = ""


def check_expectations(path: Path, record: Record) -> list[str]:
    """Warnings for maxima that are passed; TableFaults for minima and rates that are missed.

    The file gives min and max by node or relationship type, and for `claims`; `filled` and
    `linked` give percentages by property and by relationship type; no file, no expectations.
    """
    if not path.exists():
        return []
    counts = record.counts()
    counts["claims"] = len(record.claims)
    faults, warnings = [], []
    for bound in _read(path):
        count = counts[bound.name]
        if bound.side == "min" and count < bound.number:
            message = f"expects at least {bound.number}, the tables give {count}; restore the rows, or lower the expectation"
            faults.append(Fault(path.name, bound.line, bound.name, message))
        if bound.side == "max" and count > bound.number:
            where = f"{path.name}:{bound.line}: {bound.name}"
            warnings.append(
                f"{where}: expects at most {bound.number}, the tables give {count}; look for doubles"
            )
        if bound.side in _RATES and count:
            having = count - len(_lacking(record, bound))
            if 100 * having < bound.number * count:
                wanted = f"expects {bound.part} in at least {bound.number} % of {count}"
                message = (
                    f"{wanted}, the tables give {having}; fill it in, or lower the expectation"
                )
                faults.append(Fault(path.name, bound.line, bound.name, message))
    if faults:
        raise TableFaults(faults)
    return warnings


@dataclass(frozen=True, slots=True)
class Gap:
    """What ought to be there by the file's rates: `lacking` of `count` things of `name` have no
    `part`; ids of nodes, keys of relationships."""

    name: str
    part: str
    lacking: tuple[str, ...]
    count: int


def find_gaps(path: Path, record: Record) -> list[Gap]:
    """Everything that lacks what the file's `filled` and `linked` speak of."""
    counts = record.counts()
    return [
        Gap(bound.name, bound.part, lacking, counts[bound.name])
        for bound in (_read(path) if path.exists() else [])
        if bound.side in _RATES and (lacking := _lacking(record, bound))
    ]


def _lacking(record: Record, bound: _Bound) -> tuple[str, ...]:
    """Which of the bound's things are without its property or relationship."""
    if bound.name in schema().relationships:
        links = record.relationships.values()
        return tuple(
            x.key for x in links if x.type == bound.name and bound.part not in x.properties
        )
    nodes = [node for node in record.nodes.values() if node.type == bound.name]
    if bound.side == "filled":
        return tuple(node.id for node in nodes if bound.part not in node.properties)
    ends = {
        end
        for link in record.relationships.values()
        if link.type == bound.part
        for end in (link.start, link.end)
    }
    return tuple(node.id for node in nodes if node.id not in ends)


def _read(path: Path) -> list[_Bound]:
    """The bounds in the file; TableFaults for every entry that cannot be one."""
    faults: list[Fault] = []
    bounds: list[_Bound] = []
    for key, entry in _pairs(_root(path), path.name, "", faults):
        name = key.value
        if name not in {"claims", *schema().nodes, *schema().relationships}:
            message = f"{shown(name)} is no node or relationship type, nor claims; correct the name"
            faults.append(Fault(path.name, key.start_mark.line + 1, "", message))
            continue
        for side, number in _pairs(entry, path.name, name, faults):
            if side.value in _RATES and isinstance(number, yaml.MappingNode):
                for part, rate in _pairs(number, path.name, name, faults):
                    bounds += _bound(path.name, name, side, rate, faults, part)
            else:
                bounds += _bound(path.name, name, side, number, faults)
    if faults:
        raise TableFaults(faults)
    return bounds


def _bound(
    file: str,
    name: str,
    side: yaml.ScalarNode,
    number: yaml.Node,
    faults: list[Fault],
    part: yaml.ScalarNode | None = None,
) -> Iterator[_Bound]:
    """The bound, or none with a fault."""
    text = number.value if isinstance(number, yaml.ScalarNode) else "a list"
    line = (part or side).start_mark.line + 1
    if part is None and (side.value not in _BOUNDS or not re.fullmatch(r"[0-9]{1,15}", text)):
        fix = "write min: or max: with a whole number, or filled: or linked: with percentages"
        message = f"{shown(f'{side.value}: {text}')} is no bound; {fix}"
        faults.append(Fault(file, line, name, message))
    elif part is not None and part.value not in _parts(name, side.value):
        known = ", ".join(sorted(_parts(name, side.value))) or "nothing"
        message = f"{shown(part.value)} cannot be {side.value} in {name}; what can be: {known}"
        faults.append(Fault(file, line, name, message))
    elif part is not None and not re.fullmatch(r"[0-9]{1,2}|100", text):
        message = (
            f"{shown(f'{part.value}: {text}')} is no percentage; write a whole number from 0 to 100"
        )
        faults.append(Fault(file, line, name, message))
    else:
        yield _Bound(name, side.value, int(text), line, part.value if part else "")


def _parts(name: str, side: str) -> set[str]:
    """What can be filled or linked in a type."""
    known = schema()
    if side == "linked":
        kinds = known.relationships.values() if name in known.nodes else ()
        labels = known.nodes[name].labels if name in known.nodes else ()
        return {kind.name for kind in kinds if {*labels} & {*kind.start, *kind.end}}
    kind = known.nodes.get(name) or known.relationships.get(name)
    return set(kind.properties) if kind else set()


def _pairs(
    node: yaml.Node | None, file: str, name: str, faults: list[Fault]
) -> list[tuple[yaml.ScalarNode, yaml.Node]]:
    """The entries of a mapping; what is no mapping, or has a key twice, is a fault."""
    if node is None:
        return []
    if not isinstance(node, yaml.MappingNode):
        message = "is not a mapping; write entries like Region: {min: 90, max: 200}"
        faults.append(Fault(file, node.start_mark.line + 1, name, message))
        return []
    found: dict[str, tuple[yaml.ScalarNode, yaml.Node]] = {}
    for key, value in node.value:
        if str(key.value) in found:
            message = f"{shown(str(key.value))} stands twice; keep one"
            faults.append(Fault(file, key.start_mark.line + 1, name, message))
        found.setdefault(str(key.value), (key, value))
    return list(found.values())


def _root(path: Path) -> yaml.Node | None:
    try:
        return yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as fault:
        line = fault.problem_mark.line + 1 if fault.problem_mark else 0
        message = f"is not YAML: {fault.problem}; correct it"
        raise TableFaults([Fault(path.name, line, "", message)]) from fault
    except (yaml.YAMLError, UnicodeDecodeError, OSError) as fault:
        raise InputError(f"{path.name} cannot be read as YAML in UTF-8: {fault}") from fault
