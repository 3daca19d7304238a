"""The evidence columns of a row: which source, where in it, how sure, recorded when."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lichain.model import CONFIDENCE, Claim
from lichain.schema import dates
from lichain.schema.cell import plain
from lichain.schema.codes import SHA256
from lichain.seed.faults import Faults, shown
from lichain.seed.table import Row

COLUMNS = ("source", "locator", "sha256", "confidence", "recorded_at", "note")
NEEDED = ("source", "locator", "confidence", "recorded_at")
SPAN = re.compile(r"(0|[1-9]\d{0,11})-([1-9]\d{0,11})", re.ASCII)
_PLACE = re.compile(
    r"(whole|near \S.{0,59}|(p\.|pp\.|row|table|article|section|entry|sheet|para\.) \S.{0,119})"
)
"""`near` is followed by a few characters of the source to look for, never by a sentence of it."""

Problem = tuple[str, str]
"""A column, and what is wrong with its cell."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Reads evidence against the known `sources`: id to whether the text can be at hand.

    `whole` is false where the table of sources could not be read in full, so that a source
    which seems missing may be in it.
    """

    sources: Mapping[str, bool]
    retired: Mapping[str, str] = field(default_factory=dict)
    whole: bool = True

    def source(self, row: Row) -> str:
        """The id of the row's source, redirected where it was retired."""
        given = row.get("source")
        return given if given in self.sources else self.retired.get(given, given)

    def read(self, row: Row, fact: str, faults: Faults) -> Claim | None:
        """The claim that `row` makes for `fact` (a node's id or a relationship's key)."""
        before = faults.count
        source, locator = self.source(row), _locator(row)
        sha256, recorded = plain(row.get("sha256")).lower(), plain(row.get("recorded_at"))
        if source and source not in self.sources and not self.whole:
            faults.follow()
        else:
            _add(row, self._source_problems(row, source), faults)
        _add(row, self._place_problems(source, locator, sha256), faults)
        _add(row, _grade_problems(row.get("confidence"), recorded), faults)
        if faults.count > before:
            return None
        return Claim(
            id=claim_id(fact, source, locator),
            source=source,
            locator=locator,
            sha256=sha256,
            confidence=row.get("confidence"),
            recorded_at=recorded,
            note=row.get("note"),
            file=row.file,
            line=row.line,
        )

    def _source_problems(self, row: Row, source: str) -> Iterator[Problem]:
        if not source:
            yield "source", "is empty; a claim names its source"
        elif source not in self.sources:
            fix = "add the source there or correct its id"
            yield "source", f"{shown(row.get('source'))} is not in nodes/Source.csv; {fix}"

    def _place_problems(self, source: str, locator: str, sha256: str) -> Iterator[Problem]:
        span = SPAN.fullmatch(locator)
        if not locator:
            fix = "say where in the source, as start-end, p. 16, row 12, near WORDS or whole"
            yield "locator", f"is empty; {fix}"
        elif not span and not _PLACE.fullmatch(locator):
            fix = "write start-end, p. 16, row 12, article 3, near WORDS (60 characters at most) or whole"
            yield "locator", f"{shown(locator)} is not a place; {fix}"
        elif span and int(span[1]) >= int(span[2]):
            fix = "write the first character, a hyphen, and the one after the last"
            yield "locator", f"{shown(locator)} ends before it begins; {fix}"
        elif span and self.sources.get(source) is False:
            fix = "name its file in nodes/Source.csv, or give a page or row"
            yield "locator", f"{shown(locator)} is a span, but source {source!r} has no file; {fix}"
        if span and not sha256:
            yield "sha256", "is empty; a span needs the SHA-256 of its text, 64 hexadecimal digits"
        elif span and not SHA256.fullmatch(sha256):
            yield "sha256", f"{shown(sha256)} is not a SHA-256; write its 64 hexadecimal digits"
        elif sha256 and _PLACE.fullmatch(locator):
            fix = "write the locator as start-end or clear the hash"
            yield "sha256", f"{shown(sha256)} stands without a span; {fix}"


def _add(row: Row, problems: Iterator[Problem], faults: Faults) -> None:
    for column, message in problems:
        faults.add(row.file, row.line, column, message)


def _locator(row: Row) -> str:
    """The place as written; a span in full-width digits as plain ones."""
    text = row.get("locator")
    return plain(text) if SPAN.fullmatch(plain(text)) else text


def _grade_problems(confidence: str, recorded: str) -> Iterator[Problem]:
    if confidence not in CONFIDENCE:
        given = f"{shown(confidence)} is not known" if confidence else "is empty"
        yield "confidence", f"{given}; use one of {', '.join(CONFIDENCE)}"
    try:
        if not recorded:
            yield "recorded_at", "is empty; write the day it was recorded, like 2026-11-22"
        elif len(dates.check_date(recorded)) != 10:
            yield "recorded_at", f"{shown(recorded)} is not a whole day; write it like 2026-11-22"
    except ValueError as fault:
        yield "recorded_at", str(fault)


def claim_id(fact: str, source: str, locator: str) -> str:
    """A claim's id: 60 bits of what is claimed, by which source, where; the same row keeps its id."""
    digest = hashlib.blake2b("\n".join((fact, source, locator)).encode(), digest_size=10).digest()
    return "c-" + base64.b32encode(digest).decode().lower()[:12]
