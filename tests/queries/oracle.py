"""The answers to the questions, worked out from the record in plain Python.

Each function takes the facts and the question's parameters and gives its rows, reduced to what
tells them apart, as a sorted list: a row too many is as wrong as a row too few.
"""

from __future__ import annotations

from collections import Counter, deque
from datetime import date

from lichain.model import Relationship
from lichain.schema import dates

from .facts import TO_SOURCES, Facts

Rows = list[tuple[object, ...]]
FLOW, FAMILY = ("FEEDS", "INPUT_TO"), ("PART_OF", "KIND_OF")


def _sorted(rows: list[tuple[object, ...]]) -> Rows:
    return sorted(rows, key=repr)


def who_supplies(
    facts: Facts,
    what: str | None = None,
    to: str | None = None,
    where: str | None = None,
    by: str | None = None,
) -> Rows:
    rows: Rows = []
    buyers, sellers = (None if head is None else _group(facts, head, 4) for head in (to, by))
    for link in facts.links:
        if link.type != "SUPPLIES" or (buyers is not None and link.end not in buyers):
            continue
        if sellers is not None and link.start not in sellers:
            continue
        if what is not None and link.properties.get("product") not in facts.kinds(what):
            continue
        basis, places = _place_of_supply(facts, link)
        if where is None or places & facts.regions_within(where):
            rows.append((link.key, basis, sorted(places)))
    return _sorted(rows)


def _place_of_supply(facts: Facts, link: Relationship) -> tuple[str | None, set[str]]:
    if region := link.properties.get("region"):
        return "supply", {str(region)}
    site = str(link.properties.get("site", ""))
    for basis, start, kind in (
        ("site", site, "LOCATED_IN"),
        ("head_office", link.start, "HEADQUARTERED_IN"),
        ("located", link.start, "LOCATED_IN"),
    ):
        if found := facts.places(start, kind):
            return basis, found
    return None, set()


def active_in(
    facts: Facts, segment: str | None = None, where: str | None = None, who: str | None = None
) -> Rows:
    rows: Rows = []
    for each in facts.of_type("Organization", "Facility", "Project", "Cluster", "Region"):
        if who not in (None, each):
            continue
        region = facts.is_a(each, "Region")
        places = {each} if region else facts.places(each, "HEADQUARTERED_IN", "LOCATED_IN")
        if where is not None and not places & facts.regions_within(where):
            continue
        links = [
            link
            for link in facts.out(each, "ACTIVE_IN")
            if segment is None or link.end in facts.parts(segment)
        ]
        rows += [(each, link.end, link.key, sorted(places)) for link in links]
        if not links and segment is None and (where or who) and not region:
            rows.append((each, None, None, sorted(places)))
    return _sorted(rows)


def upstream_of(facts: Facts, what: str, tiers: int) -> Rows:
    return _tiers(facts, [what], what, tiers, upstream=True)


def downstream_of(facts: Facts, what: str, tiers: int) -> Rows:
    own = [id_ for id_ in facts.down([what], *FAMILY) if facts.is_a(id_, "Segment", "Product")]
    return _tiers(facts, own, what, tiers, upstream=False)


def _tiers(facts: Facts, starts: list[str], asked: str, most: int, *, upstream: bool) -> Rows:
    """Tiers by a search in which a step along a flow costs one and one to a wider thing nothing."""
    tier, queue = dict.fromkeys(starts, 0), deque(starts)
    while queue:
        here = queue.popleft()
        found = facts.into(here, *FLOW, *FAMILY) if upstream else facts.out(here, *FLOW, *FAMILY)
        for link in found:
            other, cost = (link.start if upstream else link.end), int(link.type in FLOW)
            if not facts.is_a(other, "Segment", "Product"):
                continue
            if tier[here] + cost < tier.get(other, 99):
                tier[other] = tier[here] + cost
                queue.append(other) if cost else queue.appendleft(other)
    return _sorted([(id_, n) for id_, n in tier.items() if 1 <= n <= most and id_ != asked])


def products_of(facts: Facts, what: str) -> Rows:
    rows: set[tuple[object, ...]] = set()
    if facts.is_a(what, "Segment"):
        for part in facts.parts(what):
            rows |= {(x.start, part, x.key) for x in facts.into(part, "BELONGS_TO")}
        return _sorted(list(rows))
    through = {link.end for link in facts.out(what, "OPERATES", "OWNS", "INVESTS_IN")}
    for id_ in {what, *(x for x in through if facts.is_a(x, "Facility", "Project"))}:
        rows |= {(x.end, id_, x.key) for x in facts.out(id_, "PRODUCES", "RECOVERS")}
    for link in facts.out(what, "SUPPLIES"):
        if product := link.properties.get("product"):
            rows.add((product, what, link.key))
    return _sorted(list(rows))


def regions_inside(facts: Facts, where: str) -> Rows:
    steps, queue = {where: 0}, deque([where])
    while queue:
        here = queue.popleft()
        for link in facts.into(here, "PART_OF"):
            if link.start not in steps:
                steps[link.start] = steps[here] + 1
                queue.append(link.start)
    return _sorted([(x, n) for x, n in steps.items() if n and facts.is_a(x, "Region")])


def resources_in(facts: Facts, where: str | None = None, what: str | None = None) -> Rows:
    rows: Rows = []
    for link in facts.links:
        if link.type != "HAS_RESOURCE" or (what and link.end not in facts.kinds(what)):
            continue
        region = facts.is_a(link.start, "Region")
        places = {link.start} if region else facts.places(link.start, "LOCATED_IN")
        if where is not None and not places & facts.regions_within(where):
            continue
        numbers = [
            of.start
            for of in facts.into(link.start, "OF")
            if of.properties["role"] == "subject"
            and facts.get(of.start, "metric") in ("reserves", "resources")
            and any(scope.end == link.end for scope in facts.out(of.start, "OF"))
        ]
        rows += [(link.key, facts.get(x, "metric"), facts.get(x, "value")) for x in numbers]
        rows += [] if numbers else [(link.key, None, None)]
    return _sorted(rows)


def clusters(facts: Facts, where: str | None = None, segment: str | None = None) -> Rows:
    return _located(facts, "Cluster", where, segment=segment)


def projects(
    facts: Facts, where: str | None = None, segment: str | None = None, by: str | None = None
) -> Rows:
    return _located(
        facts,
        "Project",
        where,
        segment=segment,
        by={by} if by else None,
        roles=("INVESTS_IN", "OWNS"),
    )


def facilities(
    facts: Facts, where: str | None = None, operator: str | None = None, product: str | None = None
) -> Rows:
    roles = ("OPERATES", "OWNS")
    group = None if operator is None else _group(facts, operator, 4)
    return _located(facts, "Facility", where, by=group, roles=roles, product=product)


def _group(facts: Facts, head: str, most: int) -> set[str]:
    """The head and the firms that it controls in at most so many steps."""
    group, edge = {head}, {head}
    for _ in range(most):
        edge = {
            link.end
            for id_ in edge
            for link in facts.out(id_, "OWNS")
            if facts.is_a(link.end, "Organization") and _controls(facts, link)
        }
        group |= edge
    return group


def _controls(facts: Facts, link: Relationship) -> bool:
    if link.properties.get("status", "held") != "held":
        return False
    share = link.properties.get("share")
    return facts.get(link.end, "form") == "subsidiary" if share is None else float(share) > 50  # type: ignore[arg-type]


def _located(
    facts: Facts,
    kind: str,
    where: str | None,
    *,
    segment: str | None = None,
    by: set[str] | None = None,
    roles: tuple[str, ...] = (),
    product: str | None = None,
) -> Rows:
    rows: Rows = []
    for id_ in facts.of_type(kind):
        places = facts.places(id_, "LOCATED_IN")
        work = {link.end for link in facts.out(id_, "ACTIVE_IN")}
        made = {link.end for link in facts.out(id_, "PRODUCES", "RECOVERS")}
        parties = {link.start for link in facts.into(id_, *roles)}
        if (
            (where is None or places & facts.regions_within(where))
            and (segment is None or work & facts.parts(segment))
            and (product is None or made & facts.kinds(product))
            and (by is None or by & parties)
        ):
            rows.append((id_, sorted(places)))
    return _sorted(rows)


def events(facts: Facts, where: str | None = None, who: str | None = None) -> Rows:
    rows: Rows = []
    for id_ in facts.of_type("Event"):
        parts = facts.into(id_, "TOOK_PART_IN")
        places = facts.places(id_, "LOCATED_IN")
        if where is not None and not places & facts.regions_within(where):
            continue
        if who is not None and who not in {part.start for part in parts}:
            continue
        rows += [(id_, part.start, part.key) for part in parts] or [(id_, None, None)]
    return _sorted(rows)


def people(facts: Facts, at: str | None = None, who: str | None = None) -> Rows:
    return _sorted(
        [
            (link.key,)
            for link in facts.links
            if link.type == "HOLDS_ROLE"
            and who in (None, link.start)
            and (
                at is None
                or at in facts.up([link.end], "PART_OF", "HEADQUARTERED_IN", "LOCATED_IN")
            )
        ]
    )


def policies_covering(
    facts: Facts,
    region: str | None = None,
    segment: str | None = None,
    product: str | None = None,
    as_of: str = "2025-12-01",
) -> Rows:
    rows: Rows = []
    for policy in facts.of_type("Policy"):
        bodies = [policy, *(link.end for link in facts.out(policy, "HAS_PROVISION"))]
        covered = {link.end for body in bodies for link in facts.out(body, "COVERS")}
        extents = [_extent(facts, covered, x) for x in (region, segment, product) if x]
        if None in extents:
            continue
        extent = ("whole" if set(extents) == {"whole"} else "part") if extents else None
        rows.append((policy, _status(facts, policy, date.fromisoformat(as_of)), extent))
    return _sorted(rows)


def _extent(facts: Facts, covered: set[str], asked: str) -> str | None:
    wider = ("PART_OF", "KIND_OF", "BELONGS_TO")
    if facts.up([asked], *wider) & covered:
        return "whole"
    inside = facts.down([asked], *wider, "LOCATED_IN", "HEADQUARTERED_IN")
    return "part" if inside & covered else None


def _span(text: str | None, unknown: date) -> tuple[date, date]:
    """The earliest and the latest day that a partial date may mean."""
    if text is None:
        return unknown, unknown
    return date.fromisoformat(dates.first_day(text)), date.fromisoformat(dates.last_day(text))


def _status(facts: Facts, policy: str, day: date) -> str:
    entry, end = facts.get(policy, "in_force_from"), facts.get(policy, "in_force_to")
    last = _span(end, date.max)
    if last[1] < day:
        return "expired"
    suspended = [_stops(facts, link, day) for link in facts.into(policy, "SUSPENDS")]
    superseded = [_stops(facts, link, day) for link in facts.into(policy, "SUPERSEDES")]
    if "surely" in superseded:
        return "superseded"
    if "surely" in suspended:
        return "suspended"
    if entry is None:
        issued = _span(facts.get(policy, "issued"), date.min)
        return "not_yet" if issued[0] > day else "unknown"
    first = _span(entry, date.min)
    if first[0] > day:
        return "not_yet"
    sure = first[1] <= day and last[0] >= day and not {"perhaps"} & {*suspended, *superseded}
    return "in_force" if sure else "unclear"


def _stops(facts: Facts, link: Relationship, day: date) -> str:
    """Whether a suspension or a successor stops a policy on a day: surely, perhaps or not."""
    begins = link.properties.get("valid_from") or facts.get(link.start, "in_force_from")
    ends = link.properties.get("valid_to") if link.type == "SUSPENDS" else None
    last = _span(str(ends) if ends else None, date.max)
    if begins is None:
        return "perhaps" if last[1] >= day else "not"
    first = _span(str(begins), date.min)
    if first[1] <= day <= last[0]:
        return "surely"
    return "perhaps" if first[0] <= day <= last[1] else "not"


def provisions_of(facts: Facts, policy: str) -> Rows:
    rows: Rows = []
    for body in [None, *(link.end for link in facts.out(policy, "HAS_PROVISION"))]:
        covers = sorted({link.end for link in facts.out(body or policy, "COVERS")})
        sets = sorted({link.end for link in facts.out(body or policy, "SETS")})
        if body or covers or sets:
            rows.append((body or policy, covers, sets))
    return _sorted(rows)


def targets_and_actuals(
    facts: Facts, subject: str | None = None, metric: str | None = None, year: str | None = None
) -> Rows:
    rows: Rows = []
    for id_ in facts.of_type("Indicator"):
        of = facts.out(id_, "OF")
        reached = facts.up([link.end for link in of], *FAMILY, "LOCATED_IN", "HEADQUARTERED_IN")
        period = facts.get(id_, "period")
        if (
            (subject is None or subject in reached)
            and metric in (None, facts.get(id_, "metric"))
            and (
                year is None
                or (period and dates.first_day(period)[:4] <= year <= dates.last_day(period)[:4])
            )
        ):
            whose = next(link.end for link in of if link.properties["role"] == "subject")
            scope = sorted(link.end for link in of if link.properties["role"] == "scope")
            rows.append((whose, scope, facts.nodes[id_].properties["value"], period))
    return _sorted(rows)


def stakes_of(facts: Facts, what: str) -> Rows:
    found = [*facts.out(what, "OWNS"), *facts.into(what, "OWNS")]
    return _sorted([(link.start, link.end, link.properties.get("share")) for link in found])


def partners_of(facts: Facts, who: str) -> Rows:
    found = [*facts.out(who, "PARTNERS_WITH"), *facts.into(who, "PARTNERS_WITH")]
    return _sorted(
        [
            (link.end if link.start == who else link.start, link.properties.get("matter"))
            for link in found
        ]
    )


def neighbours_of(facts: Facts, what: str) -> Rows:
    return _sorted([(link.key,) for link in facts.links if what in (link.start, link.end)])


def evidence_for(facts: Facts, what: str) -> Rows:
    return _sorted(
        [
            (link.key, claim, source)
            for link in facts.links
            if what in (link.start, link.end)
            for claim, source in _claims(link)
        ]
    )


def claims_of_source(facts: Facts, source: str) -> Rows:
    return _sorted(
        [
            (link.key, claim)
            for link in facts.links
            for claim, said_by in _claims(link)
            if said_by == source
        ]
    )


def sources(facts: Facts) -> Rows:
    claims = Counter(source for link in facts.links for _, source in _claims(link))
    resting = Counter(
        source for link in facts.links for source in {source for _, source in _claims(link)}
    )
    return _sorted([(id_, claims[id_], resting[id_]) for id_ in facts.of_type("Source")])


def _claims(link: Relationship) -> list[tuple[str, str]]:
    claims, said_by = link.properties["claims"], link.properties["sources"]
    assert isinstance(claims, tuple)
    assert isinstance(said_by, tuple)
    return list(zip(claims, said_by, strict=True))


def overview(facts: Facts) -> Rows:
    things = Counter(node.type for node in facts.nodes.values())
    links = Counter(link.type for link in facts.links)
    return _sorted([*things.items(), *links.items()])


def everything(facts: Facts) -> Rows:
    links = {id_: [x.key for x in facts.links if x.start == id_] for id_ in facts.nodes}
    return _sorted([(id_, sorted(keys)) for id_, keys in links.items()])


def around(facts: Facts, what: str, hops: int) -> Rows:
    steps = facts.distances(what, hops)
    rows: Rows = []
    for id_, away in steps.items():
        found = [link for link in facts.links if link.start == id_]
        keys = [link.key for link in found if link.end in steps or link.type in TO_SOURCES]
        rows.append((id_, away, sorted(keys)))
    return _sorted(rows)
