"""The evidence columns of a row: which source, where in it, how sure, recorded when."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from lichain.model import CONFIDENCE, Claim
from lichain.schema import dates
from lichain.seed.faults import Faults, shown
from lichain.seed.table import Row

COLUMNS = ("source", "locator", "sha256", "confidence", "recorded_at", "note")
SPAN = re.compile(r"(\d+)-(\d+)")
_PLACE = re.compile(r"(whole|(p\.|pp\.|row|table|article|section|entry|sheet) \S.*)")
_SHA = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Evidence:
    """Reads evidence against the known `sources`: id to whether the text can be at hand."""

    sources: Mapping[str, bool]

    def read(self, row: Row, fact: str, faults: Faults) -> Claim | None:
        """The claim that `row` makes for `fact` (a node's id or a relationship's key)."""
        problems = list(self._problems(row))
        for column, message in problems:
            faults.add(row.file, row.line, column, message)
        if problems:
            return None
        return Claim(
            id=claim_id(fact, row.get("source"), row.get("locator")),
            source=row.get("source"),
            locator=row.get("locator"),
            sha256=row.get("sha256"),
            confidence=row.get("confidence"),
            recorded_at=row.get("recorded_at"),
            note=row.get("note"),
            file=row.file,
            line=row.line,
        )

    def _problems(self, row: Row) -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = []
        source, locator, confidence = row.get("source"), row.get("locator"), row.get("confidence")
        if not source:
            found.append(("source", "is empty; a claim names its source"))
        elif source not in self.sources:
            found.append(
                (
                    "source",
                    f"{shown(source)} is not in nodes/Source.csv; add the source there or correct its id",
                )
            )
        found += self._locator_problems(row, source, locator)
        if confidence not in CONFIDENCE:
            found.append(
                ("confidence", f"{shown(confidence)} is not one of {', '.join(CONFIDENCE)}")
            )
        try:
            if len(dates.check_date(row.get("recorded_at"))) != 10:
                found.append(
                    (
                        "recorded_at",
                        f"{shown(row.get('recorded_at'))} must be a whole day, like 2026-11-22",
                    )
                )
        except ValueError as fault:
            found.append(("recorded_at", str(fault)))
        return found

    def _locator_problems(self, row: Row, source: str, locator: str) -> list[tuple[str, str]]:
        span = SPAN.fullmatch(locator)
        if not locator:
            return [
                (
                    "locator",
                    "is empty; say where in the source, as start-end, p. 16, row 12 or whole",
                )
            ]
        if not span and not _PLACE.fullmatch(locator):
            return [
                (
                    "locator",
                    f"{shown(locator)} is not a place; write start-end, p. 16, row 12, article 3 or whole",
                )
            ]
        if span and int(span[1]) >= int(span[2]):
            return [("locator", f"{shown(locator)} ends before it begins")]
        if span and not _SHA.fullmatch(row.get("sha256")):
            return [
                (
                    "sha256",
                    "is missing or not 64 hexadecimal digits; a span needs the SHA-256 of its text",
                )
            ]
        if span and source in self.sources and not self.sources[source]:
            return [
                (
                    "locator",
                    f"{shown(locator)} is a span, but source {source!r} names no file to find it in",
                )
            ]
        if not span and row.get("sha256"):
            return [
                (
                    "sha256",
                    "stands without a span; write the locator as start-end or leave the hash out",
                )
            ]
        return []


def claim_id(fact: str, source: str, locator: str) -> str:
    """A claim's id: 60 bits of what is claimed, by which source, where; the same row keeps its id."""
    digest = hashlib.blake2b("\n".join((fact, source, locator)).encode(), digest_size=10).digest()
    return "c-" + base64.b32encode(digest).decode().lower()[:12]
