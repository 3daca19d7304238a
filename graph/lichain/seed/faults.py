"""Collects every fault of every table, so that one report names them all."""

from __future__ import annotations

from dataclasses import dataclass, field

from lichain.errors import Fault, TableFaults

_SHOWN = 80


@dataclass(slots=True)
class Faults:
    """Faults found so far."""

    found: list[Fault] = field(default_factory=list)

    def add(self, file: str, line: int, column: str, message: str) -> None:
        """Notes one fault; the reading goes on, so that the next ones are found too."""
        self.found.append(Fault(file, line, column, message))

    def stop_if_any(self) -> None:
        """Raises TableFaults with everything found so far."""
        if self.found:
            raise TableFaults(self.found)


def shown(text: str) -> str:
    """`text` quoted and cut to a length that fits a message."""
    return repr(text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…")
