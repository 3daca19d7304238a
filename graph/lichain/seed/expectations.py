"""Counts that the tables must reach: a minimum stops the load, a maximum warns."""

from __future__ import annotations

from pathlib import Path

import yaml

from lichain.errors import Fault, InputError, TableFaults
from lichain.model import Record


def check_expectations(path: Path, record: Record) -> list[str]:
    """Warnings for maxima that are passed; TableFaults for minima that are missed.

    The file gives min and max by node or relationship type, and for `claims`; no file, no
    expectations.
    """
    if not path.is_file():
        return []
    counts = record.counts()
    counts["claims"] = len(record.claims)
    faults, warnings = [], []
    for name, bounds in _read(path).items():
        least, most = bounds.get("min", 0), bounds.get("max", float("inf"))
        if counts[name] < least:
            message = f"expects at least {least}, the tables give {counts[name]}; restore the rows, or lower the expectation"
            faults.append(Fault(path.name, 0, name, message))
        if counts[name] > most:
            warnings.append(
                f"{path.name}: {name}: expects at most {most}, the tables give {counts[name]}; look for doubles"
            )
    if faults:
        raise TableFaults(faults)
    return warnings


def _read(path: Path) -> dict[str, dict[str, int]]:
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
        return {
            str(name): {key: int(value) for key, value in bounds.items()}
            for name, bounds in content.items()
        }
    except (yaml.YAMLError, AttributeError, TypeError, ValueError, UnicodeDecodeError) as fault:
        raise InputError(
            f"{path.name}: is not a mapping of types to min and max ({fault})"
        ) from fault
