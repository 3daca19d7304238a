"""Who makes what in a region, what it lacks and where its chain could go on, in plain Python.

Written from the definitions in the questions' headers; numbers in base units (t/a, Wh/a).
"""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

from lichain.model import Relationship

from .facts import Facts

Rows = list[tuple[object, ...]]
MADE = (None, "operating", "stated")
STOPPED = ("idle", "closed", "cancelled")
SEATS = ("HEADQUARTERED_IN", "LOCATED_IN")
OVER = ("ended", "cancelled")


def _begins(link: Relationship) -> str:
    return str(link.properties.get("valid_from") or "")


def standing(facts: Facts, maker: str, links: list[Relationship]) -> str | None:
    """made, planned, or None where it was stopped and not begun again since."""
    done = [_begins(x) for x in links if x.properties.get("status") in MADE]
    if facts.is_a(maker, "Project"):
        done = []
    stops = [_begins(x) for x in links if x.properties.get("status") in STOPPED]
    if stops and not (done and max(done) > max(stops)):
        return None
    return "made" if done else "planned"


def _by_end(facts: Facts, maker: str, *types: str) -> dict[str, list[Relationship]]:
    found: dict[str, list[Relationship]] = {}
    for link in facts.out(maker, *types):
        found.setdefault(link.end, []).append(link)
    return found


def _site_known(facts: Facts, firm: str, what: str, *types: str) -> bool:
    inside = facts.down([what], "KIND_OF", "PART_OF")
    return any(
        link.end in inside
        for run in facts.out(firm, "OPERATES")
        for link in facts.out(run.end, *types)
    )


def works(facts: Facts, where: str | None, *types: str) -> list[tuple[str, str, str]]:
    """(maker, what, standing) in a region or anywhere; a seat stands in for a site not known."""
    rows = []
    for maker in facts.of_type("Facility", "Project", "Enterprise"):
        firm = facts.is_a(maker, "Enterprise")
        places = facts.places(maker, *(SEATS if firm else ("LOCATED_IN",)))
        if where is not None and not places & facts.regions_within(where):
            continue
        for what, links in _by_end(facts, maker, *types).items():
            state = standing(facts, maker, links)
            if state and not (firm and _site_known(facts, maker, what, *types)):
                rows.append((maker, what, state))
    return rows


MAKES = ("PRODUCES", "RECOVERS")


def _wider(facts: Facts, product: str) -> set[str]:
    return facts.up([product], "KIND_OF")


def _segment(facts: Facts, product: str) -> str | None:
    """The segment of the product, or of the nearest wider kind that has one."""
    level, seen = {product}, {product}
    while level:
        found = {link.end for id_ in level for link in facts.out(id_, "BELONGS_TO")}
        if found:
            return min(found, key=lambda x: (int(str(facts.get(x, "position"))), x))
        level = {link.end for id_ in level for link in facts.out(id_, "KIND_OF")} - seen
        seen |= level
    return None


def _point(facts: Facts, starts: set[str]) -> tuple[float, float, str | None] | None:
    level, seen = starts, set(starts)
    while level:
        known = sorted(x for x in level if facts.get(x, "latitude") is not None)
        if known:
            properties = facts.nodes[known[0]].properties
            return (
                float(str(properties["latitude"])),
                float(str(properties["longitude"])),
                facts.get(known[0], "point_precision"),
            )
        level = {x for id_ in level for x in facts.places(id_, "PART_OF")} - seen
        seen |= level
    return None


def _distance(a: tuple[float, ...], b: tuple[float, ...]) -> float:
    """Great circle in km on a sphere of 6,378.14 km, as Neo4j measures."""
    (x, y), (u, v) = ([radians(n) for n in (p[0], p[1])] for p in (a, b))
    h = sin((u - x) / 2) ** 2 + cos(x) * cos(u) * sin((v - y) / 2) ** 2
    return 2 * 6378.14 * asin(sqrt(h))


def nearest(facts: Facts, where: str, product: str) -> list[tuple[str, int | None]]:
    centre = _point(facts, {where})
    found: dict[str, int | None] = {}
    for maker, what, state in works(facts, None, *MAKES):
        if state != "made" or what not in facts.kinds(product) or facts.is_a(maker, "Project"):
            continue
        own = facts.get(maker, "latitude") is not None
        spot = _point(facts, {maker} if own else facts.places(maker, *SEATS))
        found[maker] = round(_distance(centre, spot)) if centre and spot else None
    ranked = sorted(found.items(), key=lambda x: (99999 if x[1] is None else x[1], x[0]))
    return ranked[:3]


def firms(facts: Facts, where: str) -> set[str]:
    """Enterprises seated in a region or operating a site there."""
    inside = facts.regions_within(where)
    return {
        firm
        for firm in facts.of_type("Enterprise")
        if facts.places(firm, *SEATS) & inside
        or any(facts.places(run.end, "LOCATED_IN") & inside for run in facts.out(firm, "OPERATES"))
    }


def _looked(facts: Facts, where: str, segment: str | None, active: list[str]) -> str:
    if active:
        return "known"
    looks = [
        (str(x.properties["looked_on"]), str(x.properties["outcome"]))
        for x in facts.out(where, "LOOKED_INTO")
        if segment and x.properties.get("segment") == segment
    ]
    latest = max(looks, default=("", "not_looked_into"))[1]
    return "elsewhere" if latest == "found" else latest


def _active(facts: Facts, where: str, segment: str | None) -> list[str]:
    inside = facts.regions_within(where)
    return sorted(
        {
            link.start
            for part in (facts.parts(segment) if segment else ())
            for link in facts.into(part, "ACTIVE_IN")
            if link.properties.get("status") not in ("cancelled", "closed")
            and (link.start in inside or facts.places(link.start, *SEATS) & inside)
        }
    )


def gaps_in(facts: Facts, where: str, segment: str | None = None) -> Rows:
    here = works(facts, where, *MAKES)
    makers = [(maker, what) for maker, what, state in here if state == "made"]
    covered = {wide for _, what in makers for wide in _wider(facts, what)}
    needs: dict[str, list[tuple[str, Relationship]]] = {}
    for output in {what for _, what in makers}:
        for wide in _wider(facts, output):
            for link in facts.into(wide, "INPUT_TO"):
                if link.start not in covered:
                    needs.setdefault(link.start, []).append((output, link))
    rows: Rows = []
    for gap, found in needs.items():
        own = _segment(facts, gap)
        if segment and own not in facts.parts(segment):
            continue
        grades = {link.properties.get("essential") for _, link in found}
        essential = "yes" if "yes" in grades else None if None in grades else "no"
        outputs = {output for output, _ in found}
        others = {
            link.start
            for output in outputs
            for wide in _wider(facts, output)
            for link in facts.into(wide, "INPUT_TO")
            if link.properties.get("essential") != "yes" and link.start in covered
        }
        needing = {maker for maker, what in makers if what in outputs}
        kinds = facts.kinds(gap)
        deals = [
            link
            for firm in firms(facts, where)
            for link in facts.into(firm, "SUPPLIES")
            if link.properties.get("product") in kinds and link.properties.get("status") not in OVER
        ]
        active = _active(facts, where, own)
        rows.append(
            (
                gap,
                own,
                essential,
                sorted(outputs),
                sorted(others) if essential != "yes" else [],
                sorted(x for x in needing if not facts.is_a(x, "Enterprise")),
                sorted(x for x in needing if facts.is_a(x, "Enterprise")),
                "in_house" if needing & {*active} else _looked(facts, where, own, active),
                active,
                sorted((_wider(facts, gap) - {gap}) & {what for _, what in makers}),
                sorted({m for m, what, state in here if state == "planned" and what in kinds}),
                sorted({link.start for link in deals}),
                sorted({link.end for link in deals}),
            )
        )
    return sorted(rows, key=repr)


def _country(facts: Facts, where: str) -> str | None:
    above = facts.up([where], "PART_OF")
    return min((x for x in above if facts.get(x, "kind") == "country"), default=None)


def extensions_of(facts: Facts, where: str) -> Rows:
    here = works(facts, where, *MAKES)
    anywhere = works(facts, None, *MAKES)
    makers = [(maker, what) for maker, what, state in here if state == "made"]
    covered = {wide for _, what in makers for wide in _wider(facts, what)}
    country = _country(facts, where)
    home = facts.regions_within(country) if country else set()
    steps: dict[tuple[str, str], set[str]] = {}
    for output in {what for _, what in makers}:
        for wide in _wider(facts, output):
            for link in facts.out(wide, "INPUT_TO"):
                steps.setdefault((link.end, "down"), set()).add(output)
            for link in facts.into(wide, "INPUT_TO"):
                steps.setdefault((link.start, "up"), set()).add(output)
    rows: Rows = []
    for (product, way), outputs in steps.items():
        if product in covered:
            continue
        kinds = facts.kinds(product)
        buyers = {
            link.end
            for link in facts.links
            if link.type == "SUPPLIES"
            and link.properties.get("product") in kinds
            and link.properties.get("status") not in OVER
        }
        near = buyers & firms(facts, where)
        at_home = buyers & firms(facts, country) if country else set()
        made = {m for m, what, state in anywhere if state == "made" and what in kinds}
        planned = {m for m, what, state in anywhere if what in kinds} - made
        made_home = {m for m in made if facts.places(m, *SEATS) & home}
        tied = {maker for maker, what in makers if what in outputs}
        ties = len(tied) if way == "up" else 0
        score = 2 * len(near) + len(at_home) + ties - len(made_home)
        rows.append(
            (
                product,
                way,
                score,
                sorted(outputs),
                sorted(tied),
                sorted(near),
                len(at_home),
                len(made_home),
                len(made),
                len(planned),
            )
        )
    return sorted(rows, key=repr)
