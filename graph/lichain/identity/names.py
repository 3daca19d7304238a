"""Names, the things they name, and how well one matched."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol

Types = tuple[str, ...] | frozenset[str] | None
"""The types a name may be of; None is any."""


class Rule(IntEnum):
    """How a name matched, the strongest first; only the strongest that matches anything counts."""

    ID = 0
    """Our own id."""
    TEXT = 1
    """The very text."""
    FOLDED = 2
    """Width, case, script, punctuation aside; a stock code with its exchange."""
    STRIPPED = 3
    """Legal form or kind of region aside; a stock code without its exchange."""


@dataclass(frozen=True, slots=True)
class Name:
    """One name of one thing.

    `kind` is `primary_zh`, `primary_en`, `legal_zh`, `legal_en`, `alias`, `former`, `ticker`
    (a stock code with its exchange: `300750.SZ`) or `id` (a registration number, a region
    code); the last two have rules of their own, the others match alike.
    """

    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Named:
    """A thing and its names, the one to show first; `region_like` lets 市 or City be missing."""

    id: str
    type: str
    names: tuple[Name, ...]
    region_like: bool = False

    @property
    def title(self) -> str:
        """The name to show; the id where there is none."""
        return self.names[0].text if self.names else self.id


@dataclass(frozen=True, slots=True)
class Match:
    """A thing that a text names: `name` and `kind` are those of our name that matched.

    `title` is the thing's first name, which tells the two cities called Yichun apart.
    """

    id: str
    type: str
    name: str
    kind: str
    rule: Rule
    title: str = ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A thing with a name that looks alike; `score` (0–100) ranks and decides nothing."""

    id: str
    type: str
    name: str
    kind: str
    score: float
    title: str = ""


class Names(Protocol):
    """Where names are looked up: in memory, or in a database."""

    def exact(self, name: str, types: Types = None) -> tuple[Match, ...]:
        """One match for each thing that `name` names by the strongest rule that finds any."""

    def similar(self, name: str, types: Types = None, limit: int = 5) -> tuple[Suggestion, ...]:
        """Things with names that look like `name`, the likest first; one entry each."""
