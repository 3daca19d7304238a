"""Everything lichain raises on purpose.

LichainError
├── InputError       tables, settings or arguments that cannot be read as meant
│   └── TableFaults  every fault of every table, in one report
├── UnknownName      a name that resolves to nothing, or to more than one thing
├── QueryError       an unknown query, a parameter that does not fit, a query Neo4j refuses
├── StoreError       Neo4j is not there, refuses us, or went away
│   └── ServerGone   no connection, or one that was lost before anything was committed
└── LocalError       the program's own local Neo4j cannot be set up, started or stopped

A message is one sentence: where, what value, and what to do about it; `str` of an error is
the English one, `said` picks. Only the command line turns an error into an exit code.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


class Sentence(str):
    """English as a plain string; `zh` is the same in Chinese."""

    __slots__ = ("zh",)

    zh: str

    def __new__(cls, english: str, chinese: str) -> Sentence:
        """Keep the Chinese beside the English."""
        sentence = super().__new__(cls, english)
        sentence.zh = chinese
        return sentence


class LichainError(Exception):
    """Root of the tree; `exit_code` is what the command line exits with.

    The Chinese is the second argument, or comes with the first where that is a Sentence.
    """

    exit_code = 1

    def __init__(self, english: str, chinese: str | None = None) -> None:
        super().__init__(str(english))
        self.chinese: str | None = chinese or getattr(english, "zh", None)

    def said(self, lang: str) -> str:
        """The message in `lang`, "zh" or "en"; English where there is no Chinese."""
        return self.chinese if lang == "zh" and self.chinese else str(self)

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows: the sentence, in both languages, instead of a traceback."""
        both = [str(self), *([self.chinese] if self.chinese else [])]
        return [f"{type(self).__name__}: {both[0]}", *both[1:]]


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


class ServerGone(StoreError):
    """There is no connection, or it was lost before the transaction at hand was committed."""


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
            f"{count} fault{'s' if count != 1 else ''} in the tables, nothing was loaded:\n{lines}",
            f"数据表中有 {count} 处错误，未加载任何内容：\n{lines}",
        )
