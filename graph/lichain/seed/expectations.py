"""Counts that the tables must reach: a minimum stops the load, a maximum warns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from lichain.errors import Fault, InputError, TableFaults
from lichain.model import Record
from lichain.schema import schema
from lichain.schema.cell import shown


@dataclass(frozen=True, slots=True)
class _Bound:
    """One number of the file: at least (`min`) or at most (`max`) so many of `name`."""

    name: str
    side: str
    number: int
    line: int


def check_expectations(path: Path, record: Record) -> list[str]:
    """Warnings for maxima that are passed; TableFaults for minima that are missed.

    The file gives min and max by node or relationship type, and for `claims`; no file, no
    expectations.
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
    if faults:
        raise TableFaults(faults)
    return warnings


def _read(path: Path) -> list[_Bound]:
    """The bounds in the file; TableFaults for every entry that cannot be one."""
    faults: list[Fault] = []
    bounds: list[_Bound] = []
    for key, entry in _pairs(_root(path), path.name, "", faults):
        name = key.value
        if name not in {"claims", *schema().nodes, *schema().relationships}:
            message = f"{shown(name)} is no node or relationship type, nor claims; correct the name"
            faults.append(Fault(path.name, key.start_mark.line + 1, "", message))
        for side, number in _pairs(entry, path.name, name, faults):
            text = number.value if isinstance(number, yaml.ScalarNode) else "a list"
            line = side.start_mark.line + 1
            if side.value not in ("min", "max") or not re.fullmatch(r"[0-9]{1,15}", text):
                message = f"{shown(f'{side.value}: {text}')} is no bound; write min: or max: with a whole number"
                faults.append(Fault(path.name, line, name, message))
            else:
                bounds.append(_Bound(name, side.value, int(text), line))
    if faults:
        raise TableFaults(faults)
    return bounds


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
