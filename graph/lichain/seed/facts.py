"""Gathers claims into facts: two rows that say the same make one fact with two sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lichain.model import CONFIDENCE, Claim, Relationship, Value
from lichain.schema import dates
from lichain.seed.faults import Faults, shown


@dataclass(slots=True)
class Fact:
    """A relationship as far as its rows have been read."""

    type: str
    start: str
    end: str
    properties: dict[str, Value]
    claims: list[Claim] = field(default_factory=list)
    given_by: dict[str, Claim] = field(default_factory=dict)


@dataclass(slots=True)
class Facts:
    """All relationships by key, and all claims by id."""

    faults: Faults
    by_key: dict[str, Fact] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)

    def add(self, key: str, fact: Fact, claim: Claim) -> None:
        """Adds a claim of a fact; rows that disagree, or repeat each other, are faults."""
        if first := self.claims.get(claim.id):
            where = f"{first.file}:{first.line}"
            self.faults.add(
                claim.file,
                claim.line,
                "",
                f"repeats {where}: the same fact from the same place; remove one",
            )
            return
        self.claims[claim.id] = claim
        known = self.by_key.setdefault(key, Fact(fact.type, fact.start, fact.end, {}))
        known.claims.append(claim)
        self._merge(known, fact.properties, claim)

    def _merge(self, known: Fact, properties: Mapping[str, Value], claim: Claim) -> None:
        for name, value in properties.items():
            first = known.given_by.setdefault(name, claim)
            if known.properties.setdefault(name, value) != value:
                message = (
                    f"{shown(str(value))} differs from {shown(str(known.properties[name]))} in {first.file}:{first.line}, "
                    "which states the same fact; correct one, or tell them apart by their dates"
                )
                self.faults.add(claim.file, claim.line, name, message)

    def relationships(self, published: Mapping[str, str]) -> dict[str, Relationship]:
        """The finished relationships, each with its claims in order of source and place.

        `published` holds the dates of the sources that have one, by id.
        """
        by_day = {id_: dates.last_day(date) for id_, date in published.items()}
        return {key: _finished(key, fact, by_day) for key, fact in sorted(self.by_key.items())}


def _finished(key: str, fact: Fact, published: Mapping[str, str]) -> Relationship:
    claims = sorted(fact.claims, key=lambda claim: (claim.source, claim.locator, claim.id))
    known = [published.get(claim.source, claim.recorded_at) for claim in claims]
    evidence: dict[str, Value] = {
        "claims": tuple(claim.id for claim in claims),
        "sources": tuple(claim.source for claim in claims),
        "locators": tuple(claim.locator for claim in claims),
        "confidences": tuple(claim.confidence for claim in claims),
        "notes": tuple(claim.note for claim in claims),
        "known": tuple(known),
        "confidence": min((claim.confidence for claim in claims), key=CONFIDENCE.index),
        "recorded_at": min(claim.recorded_at for claim in claims),
    }
    for at, grade in enumerate(CONFIDENCE):
        sure = CONFIDENCE[: at + 1]
        days = [day for day, claim in zip(known, claims, strict=True) if claim.confidence in sure]
        if days:
            evidence[f"known_{grade}"] = min(days)
    return Relationship(
        key, fact.type, fact.start, fact.end, fact.properties | {"key": key} | evidence
    )


def key_of(kind: str, start: str, end: str, identity: Mapping[str, Value]) -> str:
    """What makes this fact this fact, in readable form: `SUPPLIES:a>b;product=lfp-cathode`."""
    told_apart = "".join(f";{name}={_escaped(value)}" for name, value in identity.items())
    return f"{kind}:{start}>{end}{told_apart}"


def _escaped(value: Value) -> str:
    """The value so that none of its characters can pass for the next property."""
    return str(value).replace("\\", "\\\\").replace(";", "\\;")
