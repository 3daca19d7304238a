"""An answer: rows with the evidence each one rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from lichain.model import CONFIDENCE, Node, Relationship

if TYPE_CHECKING:
    from lichain.queries.question import Question


IN_STEP = ("claims", "sources", "locators", "confidences", "notes", "known")
"""The properties of a relationship that run in step, one entry a claim."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One claim behind a row: its id, source, place in it, our note, and the day it could be known."""

    claim: str
    source: str
    locator: str
    confidence: str
    note: str
    known: str = ""


@dataclass(frozen=True, slots=True)
class Lens:
    """Which claims count: those that could be known by a day, and are at least so sure."""

    known_at: str = "9999-12-31"
    min_confidence: str = "inferred"

    def admits(self, claim: Evidence) -> bool:
        """Whether the claim counts; one without a day does."""
        sure = CONFIDENCE[: CONFIDENCE.index(self.min_confidence) + 1]
        return claim.confidence in sure and claim.known <= self.known_at


EVERYTHING = Lens()


@dataclass(frozen=True, slots=True)
class Row:
    """One row: values by column, without the evidence; `confidence` is that of the weakest link.

    A value is had by its column, `row["from"]`, or as an attribute, `row.supplier`, where its
    column is no word of Python's or of the row itself. `links` are the facts that it rests on.
    """

    values: Mapping[str, Any]
    evidence: tuple[Evidence, ...]
    confidence: str | None
    links: tuple[Relationship, ...] = ()

    def __getitem__(self, column: str) -> Any:
        return self.values[column]

    def __getattr__(self, column: str) -> Any:
        if column in Row.__slots__ or column not in self.values:  # an empty row, while it is copied
            raise AttributeError(f"the row has no column {column!r}")
        return self.values[column]

    def __iter__(self) -> Iterator[str]:
        return iter(self.values)

    def __dir__(self) -> list[str]:
        return [*object.__dir__(self), *self.values]

    def keys(self) -> Iterable[str]:
        """The columns, so that `dict(row)` holds the values."""
        return self.values.keys()


@dataclass(frozen=True, slots=True)
class Result:
    """The answer to a question.

    `parameters` are what was asked with after names were resolved: ids, or None where left out;
    `named` are the nodes that names were resolved to. `sources` are the sources that any row
    rests on, by id. Where `more` says that rows were left out by a limit, `total` is how many there
    are, and `firsts` the values of the first column with how many rows have each, the most first.
    """

    question: Question
    parameters: Mapping[str, Any]
    named: Mapping[str, Node]
    rows: tuple[Row, ...]
    sources: Mapping[str, Node] = field(default_factory=dict)
    more: bool = False
    total: int = 0
    firsts: tuple[tuple[Any, int], ...] = ()


def firsts_of(values: Iterable[Any]) -> tuple[tuple[Any, int], ...]:
    """Each value with how often it occurs, the most frequent first; nodes are told apart by id."""
    found: dict[Any, tuple[Any, int]] = {}
    for value in values:
        key = value.id if isinstance(value, Node) else str(value)
        found[key] = (value, found.get(key, (value, 0))[1] + 1)
    return tuple(sorted(found.values(), key=lambda each: -each[1]))


def row_of(values: Mapping[str, Any], lens: Lens = EVERYTHING) -> Row:
    """A row out of the values a query returned; the column `evidence` holds relationships.

    Claims that `lens` does not admit are left out, and do not make the row surer.
    """
    found: list[Evidence] = []
    grades: list[str] = []
    links: list[Relationship] = []
    for link in _links(values.get("evidence")):
        claims = [claim for claim in claims_of(link) if lens.admits(claim)]
        found += claims
        links += [link] if claims else []
        grades += sorted((claim.confidence for claim in claims), key=CONFIDENCE.index)[:1]
    weakest = max(grades, key=CONFIDENCE.index, default=None)
    rest = {name: value for name, value in values.items() if name != "evidence"}
    return Row(rest, tuple(dict.fromkeys(found)), weakest, tuple(links))


def claims_of(link: Relationship) -> list[Evidence]:
    """The claims that say a fact; `known` is empty where the graph was loaded before there was one."""
    columns = [link.listed(name) for name in IN_STEP[:-1]]
    known = link.listed("known") or ("",) * len(columns[0])
    return [Evidence(*claim) for claim in zip(*columns, known, strict=True)]


def _links(value: Any) -> list[Relationship]:
    """Every relationship inside `value`, however nested, once."""
    if isinstance(value, Relationship):
        return [value] if "claims" in value.properties else []
    if isinstance(value, list | tuple):
        found = [link for item in value for link in _links(item)]
        return list({link.key: link for link in found}.values())
    return []
