"""Collects every fault of every table, so that one report names them all."""

from __future__ import annotations

from dataclasses import dataclass, field

from lichain.errors import Fault, TableFaults
from lichain.schema.cell import shown

__all__ = ["Faults", "shown"]


@dataclass(slots=True)
class Faults:
    """Faults found so far; `count` also counts those that only follow from another one."""

    found: list[Fault] = field(default_factory=list)
    count: int = 0
    _muted: set[tuple[str, str]] = field(default_factory=set)

    def add(self, file: str, line: int, column: str, message: str) -> None:
        """Notes one fault; the reading goes on, so that the next ones are found too."""
        self.count += 1
        if (file, column) not in self._muted:
            self.found.append(Fault(_seen(file), line, _seen(column), message))

    def mute(self, file: str, column: str) -> None:
        """Says no more of a column that is missing: its rows would only repeat it."""
        self._muted.add((file, column))

    def follow(self) -> None:
        """Counts a fault that follows from one which is in the report already."""
        self.count += 1

    def stop_if_any(self) -> None:
        """Raises TableFaults with everything found so far."""
        if self.found:
            raise TableFaults(self.found)


def _seen(name: str) -> str:
    """A file's or column's name as it is, unless it would spoil the report."""
    return name if name.isprintable() and len(name) <= 120 else shown(name)
