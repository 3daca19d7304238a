"""An answer: rows with the evidence each one rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from lichain.model import CONFIDENCE, Node, Relationship

if TYPE_CHECKING:
    from lichain.queries.question import Question


IN_STEP = ("claims", "sources", "locators", "confidences", "notes")
"""The properties of a relationship that run in step, one entry a claim."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One claim behind a row: its id, source, place in it, and our note."""

    claim: str
    source: str
    locator: str
    confidence: str
    note: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row: values by column, without the evidence; `confidence` is that of the weakest link."""

    values: Mapping[str, Any]
    evidence: tuple[Evidence, ...]
    confidence: str | None


@dataclass(frozen=True, slots=True)
class Result:
    """The answer to a question.

    `parameters` are what was asked with after names were resolved: ids, or None where left out;
    `named` are the nodes that names were resolved to. `sources` are the sources that any row
    rests on, by id. `partial` says how many rows were cut off by a limit, 0 for none.
    """

    question: Question
    parameters: Mapping[str, Any]
    named: Mapping[str, Node]
    rows: tuple[Row, ...]
    sources: Mapping[str, Node] = field(default_factory=dict)
    more: bool = False


def row_of(values: Mapping[str, Any]) -> Row:
    """A row out of the values a query returned; the column `evidence` holds relationships."""
    links = _links(values.get("evidence"))
    found = [
        Evidence(*claim)
        for link in links
        for claim in zip(*(link.listed(name) for name in IN_STEP), strict=True)
    ]
    grades = [grade for link in links if (grade := link.properties.get("confidence")) in CONFIDENCE]
    weakest = max(grades, key=CONFIDENCE.index, default=None)
    rest = {name: value for name, value in values.items() if name != "evidence"}
    return Row(rest, tuple(dict.fromkeys(found)), weakest)


def _links(value: Any) -> list[Relationship]:
    """Every relationship inside `value`, however nested, once."""
    if isinstance(value, Relationship):
        return [value] if "claims" in value.properties else []
    if isinstance(value, list | tuple):
        found = [link for item in value for link in _links(item)]
        return list({link.key: link for link in found}.values())
    return []
