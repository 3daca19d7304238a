"""Everything lichain raises on purpose.

LichainError
├── InputError       tables, settings or arguments that cannot be read as meant
│   └── TableFaults  every fault of every table, in one report
├── UnknownName      a name that resolves to nothing, or to more than one thing
├── QueryError       an unknown query, a parameter that does not fit, a query Neo4j refuses
├── StoreError       Neo4j is not there, refuses us, or went away
└── LocalError       the program's own local Neo4j cannot be set up, started or stopped

A message is one sentence: where, what value, and what to do about it. Only the command
line turns an error into an exit code.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


class LichainError(Exception):
    """Root of the tree; `exit_code` is what the command line exits with."""

    exit_code = 1


class InputError(LichainError):
    """Tables, settings or arguments that cannot be read as meant."""

    exit_code = 2


class UnknownName(LichainError):
    """A name that resolves to nothing, or to more than one thing."""

    exit_code = 3


class QueryError(LichainError):
    """An unknown query, a parameter that does not fit, or a query that Neo4j refuses."""

    exit_code = 4


class StoreError(LichainError):
    """Neo4j is not there, refuses us, is too old, or went away."""

    exit_code = 5


class LocalError(LichainError):
    """The program's own local Neo4j cannot be set up, started or stopped."""

    exit_code = 6


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing wrong in one table; `line` counts from 1, 0 is the file as a whole."""

    file: str
    line: int
    column: str
    message: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        return (
            f"{where}: {self.column}: {self.message}" if self.column else f"{where}: {self.message}"
        )


class TableFaults(InputError):
    """All faults of all tables; nothing was loaded."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(sorted(faults))
        lines = "\n".join(f"  {fault}" for fault in self.faults)
        count = len(self.faults)
        super().__init__(
            f"{count} fault{'s' if count != 1 else ''} in the tables, nothing was loaded:\n{lines}"
        )
