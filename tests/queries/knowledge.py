"""What is known, contradicted or stale, worked out from the record in plain Python."""

from __future__ import annotations

from itertools import combinations
from math import inf

from lichain.model import Relationship, Value
from lichain.schema import dates, schema

from .facts import Facts

Rows = list[tuple[object, ...]]
CHANGING = ("exploration", "announced", "signed", "planned", "construction", "paused", "idle")
UNDER_WAY = ("announced", "contracted", "delivering")
DIRECTIONS = {
    "suppliers": (False, ("SUPPLIES",)),
    "customers": (True, ("SUPPLIES",)),
    "owners": (False, ("OWNS",)),
    "holdings": (True, ("OWNS",)),
    "sites": (True, ("OPERATES",)),
    "products": (True, ("PRODUCES", "RECOVERS")),
    "capacity": (False, ("OF",)),
    "head_office": (True, ("HEADQUARTERED_IN",)),
}


def _state(links: list[Relationship], looks: list[Relationship]) -> str:
    if links:
        return "known"
    told = [(str(x.properties["looked_on"]), str(x.properties["outcome"])) for x in looks]
    latest = max(told, default=("", "not_looked_into"))[1]
    return "elsewhere" if latest == "found" else latest


def _row(
    subject: str, matter: str, links: list[Relationship], looks: list[Relationship]
) -> tuple[object, ...]:
    recorded = max((str(link.properties["recorded_at"]) for link in links), default=None)
    looked = max((str(look.properties["looked_on"]) for look in looks), default=None)
    return subject, matter, _state(links, looks), len(links), recorded, looked


def coverage(
    facts: Facts,
    of: str = "regions",
    level: str | None = None,
    where: str | None = None,
    segment: str | None = None,
    enterprise: str | None = None,
) -> Rows:
    if of == "enterprises" or enterprise:
        return sorted(_enterprises(facts, where, segment, enterprise), key=repr)
    own = facts.get(where, "kind") if where else None
    return sorted(_regions(facts, level or own or "province", where, segment), key=repr)


def _regions(facts: Facts, level: str, where: str | None, segment: str | None) -> Rows:
    rows: Rows = []
    wanted = facts.parts(segment) if segment else set(facts.of_type("Segment"))
    segments = [id_ for id_ in wanted if facts.get(id_, "stage") != "whole"]
    for region in facts.regions_within(where):
        if facts.get(region, "kind") != level:
            continue
        inside = facts.regions_within(region)
        who = {
            link.start
            for place in inside
            for link in facts.into(place, "LOCATED_IN", "HEADQUARTERED_IN")
        }
        actives = [link for id_ in who | inside for link in facts.out(id_, "ACTIVE_IN")]
        looks = facts.out(region, "LOOKED_INTO")
        if where is None and not actives and not looks:
            continue
        for one in segments:
            links = [link for link in actives if link.end in facts.parts(one)]
            own = [look for look in looks if look.properties.get("segment") == one]
            rows.append(_row(region, one, links, own))
    return rows


def _enterprises(
    facts: Facts, where: str | None, segment: str | None, enterprise: str | None
) -> Rows:
    rows: Rows = []
    for id_ in facts.of_type("Enterprise"):
        if enterprise not in (None, id_):
            continue
        places = facts.places(id_, "HEADQUARTERED_IN", "LOCATED_IN")
        if where and not places & facts.regions_within(where):
            continue
        work = {link.end for link in facts.out(id_, "ACTIVE_IN")}
        if segment and not work & facts.parts(segment):
            continue
        for direction, (forward, types) in DIRECTIONS.items():
            links = facts.out(id_, *types) if forward else facts.into(id_, *types)
            if direction == "capacity":
                links = [x for x in links if _is_capacity(facts, x)]
            looks = [
                look
                for look in facts.out(id_, "LOOKED_INTO")
                if look.properties.get("direction") == direction
            ]
            rows.append(_row(id_, direction, links, looks))
    return rows


def _is_capacity(facts: Facts, link: Relationship) -> bool:
    return link.properties["role"] == "subject" and facts.get(link.start, "metric") == "capacity"


def _between(number: dict[str, Value]) -> tuple[float, float]:
    """The least and the most that a number says; half a percent is rounding, about is a tenth."""
    base = float(str(number["base_value"]))
    if number["bound"] in ("at_most", "less_than"):
        return -inf, base
    if number["bound"] in ("at_least", "more_than"):
        return base, inf
    if number["bound"] == "range":
        value = float(str(number["value"]))
        return base, base * float(str(number["value_high"])) / value if value else inf
    if number["bound"] == "nearly":
        low, high = sorted((0.9 * base, base))
        return low, high
    slack = abs(base) * {"exact": 0.0025, "about": 0.1}[str(number["bound"])]
    return base - slack, base + slack


def _numbers(facts: Facts) -> Rows:
    groups: dict[tuple[object, ...], list[str]] = {}
    for id_ in facts.of_type("Indicator"):
        number = facts.nodes[id_].properties
        if "period" not in number:
            continue
        ends = sorted((link.properties["role"], link.end) for link in facts.out(id_, "OF"))
        was = number["nature"] in ("actual", "estimate")
        nature = "was" if was else number["nature"]
        told = (number["metric"], number.get("period"), number.get("basis"), number["base_unit"])
        groups.setdefault((*ends, nature, *told), []).append(id_)
    rows: Rows = []
    for ids in groups.values():
        for one, other in combinations(sorted(ids), 2):
            (low, high), (least, most) = (
                _between(dict(facts.nodes[id_].properties)) for id_ in (one, other)
            )
            apart = [{x.end for x in facts.out(id_, "EVIDENCED_BY")} for id_ in (one, other)]
            if (low > most or least > high) and apart[0] != apart[1]:
                rows.append(("number", one, other))
    return rows


def _pairs(facts: Facts, kind: str) -> list[tuple[Relationship, Relationship]]:
    """Both ways round: parallel facts of one type between the same two."""
    by_ends: dict[tuple[str, str], list[Relationship]] = {}
    for link in facts.links:
        if link.type == kind:
            by_ends.setdefault((link.start, link.end), []).append(link)
    return [(a, b) for found in by_ends.values() for a in found for b in found if a is not b]


def conflicts(facts: Facts) -> Rows:
    rows = _numbers(facts)
    for a, b in _pairs(facts, "OWNS"):
        if a.key < b.key and _shares_differ(a, b):
            rows.append(("share", a.key, b.key))
    for a, b in _pairs(facts, "ACTIVE_IN"):
        statuses = [x.properties.get("status") for x in (a, b)]
        dates_ = [x.properties.get("valid_from") for x in (a, b)]
        told = None not in statuses and "stated" not in statuses and statuses[0] != statuses[1]
        if a.key < b.key and told and dates_[0] and dates_[0] == dates_[1]:
            rows.append(("status", a.key, b.key))
    for a, b in _pairs(facts, "SUPPLIES"):
        one, other = a.properties, b.properties
        over = one.get("status") in UNDER_WAY and other.get("status") in ("ended", "cancelled")
        product = one.get("product") == other.get("product")
        open_ = "valid_to" not in one and "valid_from" in other
        if (
            over
            and product
            and open_
            and _first(one.get("valid_from")) <= _last(other["valid_from"])
        ):
            rows.append(("supply", a.key, b.key))
    for id_ in facts.of_type("Organization"):
        for a, b in combinations(facts.out(id_, "HEADQUARTERED_IN"), 2):
            if _two_seats(facts, a, b):
                rows.append(("head_office", *sorted((a.key, b.key))))
    return sorted(rows, key=repr)


def _shares_differ(a: Relationship, b: Relationship) -> bool:
    """Two held, or two announced, stakes that start together and are more than rounding apart."""
    one, other = a.properties, b.properties
    shares = [float(str(x["share"])) for x in (one, other) if "share" in x]
    if len(shares) < 2 or abs(shares[0] - shares[1]) <= 0.005 * shares[0]:
        return False
    if one.get("valid_from") != other.get("valid_from"):
        return False
    if one.get("status", "held") != other.get("status", "held"):
        return False
    undated = "valid_from" not in one
    return not (undated and ("valid_to" in one or "valid_to" in other)) and _at_one_time(a, b)


def _first(day: Value | None) -> str:
    return dates.first_day(str(day)) if day else ""


def _last(day: Value | None) -> str:
    return dates.last_day(str(day)) if day else "9999"


def _two_seats(facts: Facts, a: Relationship, b: Relationship) -> bool:
    ends = {a.end, b.end}
    nested = any(ends <= facts.regions_within(end) for end in ends)
    return len(ends) == 2 and not nested and _at_one_time(a, b)


def _at_one_time(a: Relationship, b: Relationship) -> bool:
    """Whether two facts surely held together; one that ends when the other begins did not."""
    one, other = (
        (
            _last(x.properties["valid_from"]) if "valid_from" in x.properties else "",
            _first(x.properties.get("valid_to")) or "9999",
        )
        for x in (a, b)
    )
    return one[1] > other[0] and other[1] > one[0]


def _heard(facts: Facts, link: Relationship) -> str:
    found = [facts.get(source, "published") for source in link.listed("sources")]
    recorded = str(link.properties["recorded_at"])
    return max(_last(day) if day else recorded for day in found)


def stale(facts: Facts, before: str, what: str | None = None) -> Rows:
    rows: Rows = []
    for link in facts.links:
        reason = _stale(facts, link, before)
        about = {link.start, link.end, link.properties.get("product")}
        if link.type == "LOOKED_INTO":
            about = {link.start}
        if reason and (what is None or what in about):
            rows.append((reason, link.key))
    for id_ in facts.of_type("Indicator"):
        subject = next(x.end for x in facts.out(id_, "OF") if x.properties["role"] == "subject")
        if what in (None, subject, *_scope(facts, id_)) and _is_due(facts, id_, subject, before):
            rows.append(("target_passed", id_))
    return sorted(rows, key=repr)


def _stale(facts: Facts, link: Relationship, before: str) -> str | None:
    found, until = link.properties, link.properties.get("valid_to")
    old = _heard(facts, link) < before
    if link.type == "SUPPLIES" and found.get("status") in UNDER_WAY:
        if until is None:
            return "supply_open" if old else None
        over = _last(until) < before and not _went_on(facts, link)
        return "supply_over" if over else None
    if link.type == "ACTIVE_IN" and found.get("status") in CHANGING and until is None and old:
        if not facts.is_a(link.start, "Facility", "Project") or _went_further(facts, link):
            return None
        return "restart" if found["status"] in ("paused", "idle") else "not_operating"
    if link.type == "OWNS" and until is None and old:
        return "stake"
    if link.type == "SUSPENDS" and until is not None and _last(until) < before:
        longer = [x for x in facts.into(link.end, "SUSPENDS") if "valid_to" in x.properties]
        return (
            None
            if any(str(x.properties["valid_to"]) > str(until) for x in longer)
            else "suspension_over"
        )
    if link.type == "LOOKED_INTO" and _last(found["looked_on"]) < before:
        return None if _looked_again(facts, link) else "looked"
    return None


def _went_on(facts: Facts, link: Relationship) -> bool:
    """Whether a later fact of the same supply is recorded."""
    until = str(link.properties["valid_to"])
    return any(
        x.key != link.key
        and x.end == link.end
        and x.properties.get("product") == link.properties.get("product")
        and (
            x.properties.get("status") in ("ended", "cancelled")
            or str(x.properties.get("valid_from", "")) >= until
        )
        for x in facts.out(link.start, "SUPPLIES")
    )


def _went_further(facts: Facts, link: Relationship) -> bool:
    """Whether a later status, or one without a date that ends the question, is recorded."""
    since = str(link.properties.get("valid_from", ""))
    return any(
        x.end == link.end
        and (
            str(x.properties.get("valid_from", "")) > since
            or (
                "valid_from" not in x.properties
                and x.properties.get("status") in ("operating", "closed", "cancelled")
            )
        )
        for x in facts.out(link.start, "ACTIVE_IN")
    )


def _looked_again(facts: Facts, link: Relationship) -> bool:
    found = link.properties
    return any(
        str(x.properties["looked_on"]) > str(found["looked_on"])
        and x.properties.get("direction") == found.get("direction")
        and x.properties.get("segment") == found.get("segment")
        for x in facts.out(link.start, "LOOKED_INTO")
    )


def _scope(facts: Facts, id_: str) -> list[str]:
    return sorted(x.end for x in facts.out(id_, "OF") if x.properties["role"] == "scope")


def _is_due(facts: Facts, id_: str, subject: str, before: str) -> bool:
    target = facts.nodes[id_].properties
    end = target.get("period_end")
    if target["nature"] != "target" or end is None or str(end) >= before:
        return False
    others = [
        x.start
        for x in facts.into(subject, "OF")
        if x.properties["role"] == "subject" and _scope(facts, x.start) == _scope(facts, id_)
    ]
    return not any(
        facts.get(other, "metric") == target["metric"]
        and facts.get(other, "nature") in ("actual", "estimate")
        and str(facts.get(other, "period_end") or "") >= str(end)
        for other in others
    )


assert set(DIRECTIONS) == set(schema().vocabularies["coverage_direction"])
