"""What is left of a record as of a day, as known on a day, and as surely as asked, from its claims."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from lichain.model import CONFIDENCE, Claim, Record, Relationship
from lichain.schema import dates

FINDINGS = frozenset(
    {
        "SUPPLIES", "OWNS", "OPERATES", "ACTIVE_IN", "PRODUCES", "RECOVERS", "HEADQUARTERED_IN",
        "LOCATED_IN", "PARTNERS_WITH", "INVESTS_IN", "HAS_RESOURCE",
    }
)  # fmt: skip
"""Types that a day and a confidence narrow; the rest (what lies in what, is made of what) is the frame."""


def narrowed(
    record: Record,
    as_of: str | None = None,
    known_at: str | None = None,
    min_confidence: str = "inferred",
    types: frozenset[str] = FINDINGS,
) -> Record:
    """The record without the facts of `types` that did not hold, were not known, or are less sure."""

    def known(claim: Claim) -> date:
        published = record.nodes[claim.source].properties.get("published")
        return date.fromisoformat(dates.last_day(str(published or claim.recorded_at)))

    def counts(id_: str) -> bool:
        claim = record.claims[id_]
        sure = CONFIDENCE.index(claim.confidence) <= CONFIDENCE.index(min_confidence)
        return sure and (known_at is None or known(claim) <= date.fromisoformat(known_at))

    def holds(link: Relationship) -> bool:
        if as_of is None:
            return True
        first, last = (link.properties.get(name) for name in ("valid_from", "valid_to"))
        day = date.fromisoformat(as_of)
        began = first is None or date.fromisoformat(dates.first_day(str(first))) <= day
        return began and (last is None or date.fromisoformat(dates.last_day(str(last))) >= day)

    kept = {
        key: link
        for key, link in record.relationships.items()
        if link.type not in types or (holds(link) and any(map(counts, link.listed("claims"))))
    }
    return replace(record, relationships=kept)
