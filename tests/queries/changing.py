"""What has changed since a day, and what rests on thin evidence, in plain Python."""

from __future__ import annotations

from datetime import date

from lichain.model import Record, Relationship
from lichain.schema import dates

from .facts import Facts
from .lens import FINDINGS

Rows = list[tuple[object, ...]]


def _since(text: object, since: str) -> bool:
    """Whether some day of a partial date is on or after `since`, and some day not after today."""
    if not text:
        return False
    today = date.today().isoformat()
    return dates.last_day(str(text)) >= since and dates.first_day(str(text)) <= today


def _first_known(record: Record, link: Relationship) -> tuple[str, str]:
    """The first day on which a claim of it was public, and whether a date of publication says so."""
    told = []
    for id_ in link.listed("claims"):
        claim = record.claims[id_]
        published = record.nodes[claim.source].properties.get("published")
        told.append((dates.last_day(str(published or claim.recorded_at)), not published))
    day, undated = min(told)
    return day, "recorded" if undated else "known"


def changes(facts: Facts, record: Record, since: str, what: str | None = None) -> Rows:
    """(change, date, type, subject, key or id of what the row is about)."""
    rows: Rows = []
    for link in facts.links:
        ends = {link.start, link.end, link.properties.get("product")}
        if link.type in FINDINGS and (what is None or what in ends):
            day, kind = _first_known(record, link)
            told = [(kind, day)]
            told += [("began", str(link.properties.get("valid_from", "")))]
            told += [("ended", str(link.properties.get("valid_to", "")))]
            rows += [(k, d, link.type, link.start, link.key) for k, d in told if _since(d, since)]
    for policy in facts.of_type("Policy"):
        bodies = [policy, *(link.end for link in facts.out(policy, "HAS_PROVISION"))]
        about = {policy, *(link.end for body in bodies for link in facts.out(body, "COVERS"))}
        for link in facts.into(policy, "SUSPENDS"):
            begins = link.properties.get("valid_from") or facts.get(link.start, "in_force_from")
            if _since(begins, since) and what in (None, link.start, *about):
                rows.append(("suspended", begins, "Policy", policy, link.key))
        if what not in (None, *about):
            continue
        for kind, name in (("issued", "issued"), ("in_force", "in_force_from")):
            if _since(facts.get(policy, name), since):
                rows.append((kind, facts.get(policy, name), "Policy", policy, policy))
        end = facts.get(policy, "in_force_to")
        if end and since <= dates.last_day(end) < date.today().isoformat():
            rows.append(("expired", end, "Policy", policy, policy))
    for id_ in facts.of_type("Indicator"):
        end, nature = facts.get(id_, "period_end"), facts.get(id_, "nature")
        of = {link.end: link.properties["role"] for link in facts.out(id_, "OF")}
        if nature not in ("actual", "estimate") or what not in (None, *of):
            continue
        if end and since <= end <= date.today().isoformat():
            subject = next(x for x, role in of.items() if role == "subject")
            rows.append(("figure", end, "Indicator", subject, id_))
    return sorted(rows, key=repr)


def weakly_evidenced(facts: Facts, record: Record, what: str | None = None) -> Rows:
    """(reason, type, subject, key of the one claim's relationship)."""
    rows: Rows = []
    for link in facts.links:
        number = link.type == "EVIDENCED_BY" and facts.is_a(link.start, "Indicator")
        if (link.type not in FINDINGS and not number) or len(link.listed("claims")) != 1:
            continue
        if number and len(facts.out(link.start, "EVIDENCED_BY")) != 1:
            continue
        claim = record.claims[link.listed("claims")[0]]
        source = record.nodes[claim.source].properties
        if claim.confidence == "inferred":
            reason = "inferred"
        elif claim.confidence == "disclosed":
            continue
        elif source["kind"] == "repost":
            reason = "repost"
        elif not source.get("publisher"):
            reason = "no_publisher"
        elif not source.get("published"):
            reason = "no_date"
        else:
            continue
        of = {x.end: x.properties["role"] for x in facts.out(link.start, "OF")} if number else {}
        subject = next((x for x, role in of.items() if role == "subject"), link.start)
        about = {*of} if number else {link.start, link.end, link.properties.get("product")}
        if what is None or what in about:
            kind = "Indicator" if number else link.type
            rows.append((reason, kind, subject, link.key))
    return sorted(rows, key=repr)
