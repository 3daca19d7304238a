"""Suppliers, stops, substitutes and paths, worked out from the record in plain Python.

Written from what the questions say they mean; rows as in oracle.py, sorted by their text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from lichain.model import CONFIDENCE, Relationship

from .facts import TO_SOURCES, Facts

Rows = list[tuple[object, ...]]
OVER, DEAD = ("ended", "cancelled"), ("cancelled", "closed", "idle")
BETWEEN = ("SUPPLIES", "OWNS", "OPERATES", "PARTNERS_WITH", "INVESTS_IN")
WEAK = ["itself", "operated", "supply", "site", "only_maker", "head_office", "located"]


def _sorted(rows: Iterable[tuple[object, ...]]) -> Rows:
    return sorted(rows, key=repr)


def _product(link: Relationship) -> str | None:
    found = link.properties.get("product")
    return None if found is None else str(found)


def supply(facts: Facts) -> list[Relationship]:
    """Supply that did not end and was not called off."""
    return [
        link
        for link in facts.links
        if link.type == "SUPPLIES" and link.properties.get("status") not in OVER
    ]


def searched(facts: Facts, enterprise: str) -> tuple[str, str | None]:
    """Outcome and day of the last search for its suppliers."""
    looks = [
        (str(x.properties["looked_on"]), str(x.properties["outcome"]))
        for x in facts.out(enterprise, "LOOKED_INTO")
        if x.properties.get("direction") == "suppliers"
    ]
    return max(looks)[::-1] if looks else ("not_looked_into", None)


def suppliers_upstream(facts: Facts, of: str, tiers: int = 3) -> Rows:
    links = supply(facts)
    tier = {of: 0}
    for n in range(1, tiers + 1):
        for link in links:
            if tier.get(link.end) == n - 1:
                tier.setdefault(link.start, n)
    rows: Rows = []
    for id_, n in tier.items():
        products = {
            product
            for link in links
            if link.start == id_ and tier.get(link.end) == n - 1 and (product := _product(link))
        }
        known = {link.start for link in links if link.end == id_}
        outcome, looked = searched(facts, id_)
        state = "known" if known else "elsewhere" if outcome == "found" else outcome
        rows.append((n, id_, sorted(products), state, len(known) or None, looked))
    return _sorted(rows)


def making(facts: Facts, who: str) -> dict[str, list[Relationship]]:
    """What it makes or recovers by product, by the latest word on its making; not what it gave up."""
    found: dict[str, list[Relationship]] = defaultdict(list)
    for link in facts.out(who, "PRODUCES", "RECOVERS"):
        later = [
            other
            for other in facts.out(who, "PRODUCES")
            if other.end == link.end
            and str(other.properties.get("valid_from", ""))
            > str(link.properties.get("valid_from", ""))
        ]
        if link.type == "RECOVERS" or (not later and link.properties.get("status") not in DEAD):
            found[link.end].append(link)
    return found


def _place(facts: Facts, link: Relationship) -> tuple[str | None, set[str]]:
    if region := link.properties.get("region"):
        return "supply", {str(region)}
    if found := facts.places(str(link.properties.get("site", "")), "LOCATED_IN"):
        return "site", found
    return _seat(facts, link.start)


def _seat(facts: Facts, who: str) -> tuple[str | None, set[str]]:
    for basis, kind in (("head_office", "HEADQUARTERED_IN"), ("located", "LOCATED_IN")):
        if found := facts.places(who, kind):
            return basis, found
    return None, set()


def _stops_at_once(facts: Facts, link: Relationship, when: str, product: str | None) -> str | None:
    if product is not None and _product(link) not in facts.kinds(product):
        return None
    if facts.is_a(when, "Enterprise"):
        return "itself" if link.start == when else None
    if facts.is_a(when, "Region"):
        basis, places = _place(facts, link)
        return basis if places & facts.regions_within(when) else None
    if link.properties.get("site"):
        return "site" if link.properties["site"] == when else None
    name = _product(link)
    if link.properties.get("region") or name is None:
        return None
    makers = {
        x.end
        for x in facts.out(link.start, "OPERATES")
        if set(making(facts, x.end)) & facts.kinds(name)
    }
    return "only_maker" if makers == {when} else None


def what_stops(
    facts: Facts,
    when: str,
    tiers: int = 3,
    product: str | None = None,
    spread: str = "cut_off",
) -> Rows:
    links = supply(facts)
    basis = {
        link.key: found for link in links if (found := _stops_at_once(facts, link, when, product))
    }
    rows = _stopped_facilities(facts, when, product) + _stopped_supply(links, basis)
    state: dict[tuple[str, str | None], tuple[object, ...]] = {}
    gone = {when}
    for tier in range(1, tiers + 1):
        passing: dict[str, set[str]] = defaultdict(set)
        for customer, name in {(link.end, _product(link)) for link in links}:
            told = _told(facts, links, basis, customer, name)
            if customer == when or not told:
                continue
            before = state.get((customer, name))
            since = before[0] if before and before[1] == told[0] else tier
            state[customer, name] = (since, *told)
            if customer not in gone and (spread == "hit" or told[0] == "cut_off"):
                passing[customer].add(str(told[-1]))
        for link in links:
            if link.start in passing and link.key not in basis:
                basis[link.key] = min(passing[link.start], key=WEAK.index)
        gone |= set(passing)
    for (customer, name), (since, kind, *rest) in state.items():
        count = len({link.end for link in links if link.start == customer}) or None
        rows.append((since, kind, customer, name, *rest[:3], count, rest[3]))
    return _sorted(rows)


def _told(
    facts: Facts,
    links: list[Relationship],
    basis: dict[str, str],
    customer: str,
    name: str | None,
) -> tuple[object, ...] | None:
    bought = [link for link in links if link.end == customer]
    same = [x for x in bought if (_product(x) in facts.kinds(name) if name else not _product(x))]
    lost = [link for link in same if link.key in basis]
    if not lost:
        return None
    left = [link for link in same if link.key not in basis]
    wider = facts.up([name], "KIND_OF") if name else set()
    maybe = [
        link
        for link in bought
        if link not in same
        and link.key not in basis
        and (_product(link) is None or _product(link) in wider)
    ]
    kind = "unnamed" if name is None else "hit" if left else "cut_off"
    choose: Callable[..., str] = max if kind == "cut_off" else min
    on = choose((basis[link.key] for link in lost), key=WEAK.index)
    return kind, *(sorted({x.start for x in group}) for group in (lost, left, maybe)), on


def _stopped_facilities(facts: Facts, when: str, product: str | None) -> Rows:
    if facts.is_a(when, "Facility"):
        found, basis = {when}, "itself"
    elif facts.is_a(when, "Enterprise"):
        found, basis = {x.end for x in facts.out(when, "OPERATES")}, "operated"
    else:
        inside = facts.regions_within(when)
        found = {x for x in facts.of_type("Facility") if facts.places(x, "LOCATED_IN") & inside}
        basis = "site"
    rows: Rows = []
    for id_ in found:
        made = {x.end for x in facts.out(id_, "PRODUCES", "RECOVERS")}
        kinds = facts.kinds(product) if product else made
        names: set[str | None] = {*(set(making(facts, id_)) & kinds)}
        if not made and product is None:
            names = {None}
        rows += [(0, "stops", id_, name, [], [], [], None, basis) for name in names]
    return rows


def _stopped_supply(links: list[Relationship], basis: dict[str, str]) -> Rows:
    groups: dict[tuple[str, str | None], list[Relationship]] = defaultdict(list)
    for link in links:
        if link.key in basis:
            groups[link.start, _product(link)].append(link)
    return [
        (
            0, "stops", who, name, [], [], [], len({x.end for x in found}),
            min((basis[x.key] for x in found), key=WEAK.index),
        )
        for (who, name), found in groups.items()
    ]  # fmt: skip


def _stakes(facts: Facts, *, controlling: bool) -> dict[str, set[str]]:
    """Who holds what; stakes that are only announced or agreed are not held."""
    found: dict[str, set[str]] = defaultdict(set)
    for link in facts.links:
        held = link.properties.get("status") in (None, "held")
        share = link.properties.get("share")
        if link.type == "OWNS" and held and (not controlling or float(share or 0) > 50):  # type: ignore[arg-type]
            found[link.start].add(link.end)
    return found


def _reached(start: str, steps: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    queue = [start]
    while queue:
        for other in steps.get(queue.pop(), set()) - found:
            found.add(other)
            queue.append(other)
    return found


def affiliated(facts: Facts, a: str, b: str) -> bool:
    """Whether a stake leads from one to the other, or someone controls both."""
    held, control = _stakes(facts, controlling=False), _stakes(facts, controlling=True)
    if b in _reached(a, held) or a in _reached(b, held):
        return True
    return any({a, b} <= _reached(owner, control) for owner in list(control))


def one_known_supplier(
    facts: Facts, to: str | None = None, what: str | None = None, by: str = "enterprise"
) -> Rows:
    links: dict[tuple[str, str], list[Relationship]] = defaultdict(list)
    for link in supply(facts):
        product = _product(link)
        if product is None or to not in (None, link.end):
            continue
        if what is None or product in facts.kinds(what):
            links[link.end, product].append(link)
    rows: Rows = []
    for (customer, product), found in links.items():
        suppliers = sorted({link.start for link in found})
        owners = {id_: _top(facts, id_) for id_ in suppliers}
        groups = {owners[id_] or id_ for id_ in suppliers} if by == "owner" else set(suppliers)
        if len(groups) == 1:
            only = "stated" if any(x.properties.get("sole") for x in found) else "one_known"
            owner = next((owners[id_] for id_ in suppliers if owners[id_]), None)
            row = customer, product, suppliers, owner, only, *searched(facts, customer), len(found)
            rows.append(row)
    return _sorted(rows)


def _top(facts: Facts, id_: str) -> str | None:
    control = _stakes(facts, controlling=True)
    over = {owner for owner in control if id_ in _reached(owner, control)}
    owned = {x for held in control.values() for x in held}
    return min(over - owned, default=None)


def substitutes_for(
    facts: Facts,
    supplier: str,
    product: str | None = None,
    customer: str | None = None,
    outside: str | None = None,
) -> Rows:
    links = supply(facts)
    inside = facts.regions_within(outside) if outside else set()
    rows: Rows = []
    for name in _products(facts, links, supplier, product, customer):
        home = _made_at(facts, links, supplier, name)[1] or _seat(facts, supplier)[1]
        for who in facts.of_type("Enterprise"):
            made = _made(facts, links, who, name)
            if not made or who in (supplier, customer) or affiliated(facts, supplier, who):
                continue
            basis, places = _made_at(facts, links, who, name)
            if places and places <= inside:
                continue
            kinds = {_product(x) if x.type == "SUPPLIES" else x.end for x, _ in made}
            buys = {x.end for x in links if x.start == who and _product(x) in kinds}
            others = {x.end for x in links if x.start == who}
            capacity = _capacity(facts, who, made, {*kinds, name})
            lacks = [
                what
                for what, known in (
                    ("capacity", capacity),
                    ("place", basis == "site"),
                    (
                        "owners",
                        any(who in held for held in _stakes(facts, controlling=False).values()),
                    ),
                    ("customers", others),
                )
                if not known
            ]
            already = (
                "not_asked" if customer is None
                else "it" if customer in buys
                else "other" if customer in others
                else "none_known"
            )  # fmt: skip
            rows.append(
                (
                    name, who, _how([x for x, _ in made]), sorted(map(str, kinds)), sorted(places), basis,
                    _apart(facts, places, home), sorted(capacity), sorted(buys), already,
                    lacks or ["nothing"],
                )
            )  # fmt: skip
    return _sorted(rows)


def _products(
    facts: Facts,
    links: list[Relationship],
    supplier: str,
    product: str | None,
    customer: str | None,
) -> set[str]:
    if product:
        return {product}
    found = {
        name
        for link in links
        if link.start == supplier and customer in (None, link.end) and (name := _product(link))
    }
    if customer is None:
        for who in {supplier, *(x.end for x in facts.out(supplier, "OPERATES"))}:
            found |= {x.end for x in facts.out(who, "PRODUCES", "RECOVERS")}
    return found


def _made(
    facts: Facts, links: list[Relationship], who: str, name: str
) -> list[tuple[Relationship, str | None]]:
    """Each fact by which it makes or supplies the product or a kind, with the facility."""
    kinds = facts.kinds(name)
    found: list[tuple[Relationship, str | None]] = [
        (x, str(x.properties["site"]) if "site" in x.properties else None)
        for x in links
        if x.start == who and _product(x) in kinds
    ]
    for maker in {who, *(x.end for x in facts.out(who, "OPERATES"))}:
        site = None if maker == who else maker
        found += [(x, site) for k, v in making(facts, maker).items() if k in kinds for x in v]
    return found


def _made_at(
    facts: Facts, links: list[Relationship], who: str, name: str
) -> tuple[str | None, set[str]]:
    made = _made(facts, links, who, name)
    places = {str(x.properties["region"]) for x, _ in made if x.properties.get("region")}
    for _, site in made:
        places |= facts.places(site, "LOCATED_IN")
    if places:
        return "site", places
    return _seat(facts, who) if made else (None, set())


def _capacity(
    facts: Facts, who: str, made: list[tuple[Relationship, str | None]], kinds: set[str | None]
) -> set[str]:
    return {
        of.start
        for subject in {who, *(site for _, site in made if site)}
        for of in facts.into(subject, "OF")
        if of.properties["role"] == "subject"
        and facts.get(of.start, "metric") == "capacity"
        and facts.out(of.start, "EVIDENCED_BY")
        and any(
            scope.properties["role"] == "scope" and scope.end in kinds
            for scope in facts.out(of.start, "OF")
        )
    }


def _how(made: list[Relationship]) -> str:
    if any(link.type == "SUPPLIES" for link in made):
        return "supplies"
    later = ("exploration", "announced", "signed", "construction", "paused", "planned")
    return "not_yet" if all(x.properties.get("status") in later for x in made) else "makes"


def _apart(facts: Facts, places: set[str], home: set[str]) -> str | None:
    def wide(place: str, kind: str) -> set[str]:
        return {x for x in facts.up([place], "PART_OF") if facts.get(x, "kind") == kind}

    countries = {x for place in home for x in wide(place, "country")}
    provinces = {x for place in home for x in wide(place, "province")}
    known = [place for place in places if wide(place, "country")]
    if not countries or not known:
        return None
    near = [place for place in known if wide(place, "country") & countries]
    if len(near) < len(known):
        return "country"
    told = [place for place in near if provinces and wide(place, "province")]
    if any(not wide(place, "province") & provinces for place in told):
        return "province"
    return "same_country" if len(told) < len(near) else "same"


def path_between(facts: Facts, start: str, end: str, through: str = "both") -> Rows:
    """How many routes of each sort and length, up to 15, with the grade of the weakest link of each."""
    rows: Rows = []
    if through != "anything":
        rows += _routes(facts, start, end, BETWEEN, "facts")
    if through != "facts":
        every = tuple({x.type for x in facts.links} - set(TO_SOURCES))
        rows += _routes(facts, start, end, every, "anything", mixed=through == "both")
    return _sorted(rows)


def _routes(
    facts: Facts, start: str, end: str, types: tuple[str, ...], sort: str, *, mixed: bool = False
) -> Rows:
    beside: dict[str, list[Relationship]] = defaultdict(list)
    for link in facts.links:
        if link.type in types and link.properties.get("status") not in OVER:
            beside[link.start].append(link)
            if link.start != link.end:
                beside[link.end].append(link)
    away = _away(beside, end)
    if start not in away or start == end:
        return []
    rows: Rows = []
    lengths = 0
    for steps in range(away[start], 7):
        trails = _trails(beside, away, start, steps, ())
        lengths += bool(trails)
        best: dict[tuple[str, ...], tuple[int, str]] = {}
        for trail in trails:
            route = _route(start, trail)
            if len(set(route)) < len(route) or (mixed and all(x.type in BETWEEN for x in trail)):
                continue
            grade = _weakest(trail)
            best[route] = min(best.get(route, grade), grade, key=_sureness)
        surest = sorted((_sureness(grade), route) for route, grade in best.items())[:15]
        rows += [(steps, sort, route, rank[0], best[route][1]) for rank, route in surest]
        if lengths == 2:
            break
    return rows


def _away(beside: dict[str, list[Relationship]], end: str) -> dict[str, int]:
    away, here = {end: 0}, [end]
    for n in range(1, 7):
        near = {y for x in here for link in beside[x] for y in (link.start, link.end)}
        here = [x for x in near if x not in away]
        away |= dict.fromkeys(here, n)
    return away


def _trails(
    beside: dict[str, list[Relationship]],
    away: dict[str, int],
    here: str,
    left: int,
    gone: tuple[Relationship, ...],
) -> list[tuple[Relationship, ...]]:
    if left == 0:
        return [gone] if away[here] == 0 else []
    found = []
    for link in beside[here]:
        other = link.end if link.start == here else link.start
        if away.get(other, 9) < left and link not in gone:
            found += _trails(beside, away, other, left - 1, (*gone, link))
    return found


def _route(start: str, trail: tuple[Relationship, ...]) -> tuple[str, ...]:
    route = [start]
    for link in trail:
        route.append(link.end if link.start == route[-1] else link.start)
    return tuple(route)


def _weakest(trail: tuple[Relationship, ...]) -> tuple[int, str]:
    """The least sure link, of those the one known longest: its grade and its day."""
    told = []
    for link in trail:
        surest = min(CONFIDENCE.index(x) for x in link.listed("confidences"))
        told.append((surest, str(link.properties["known_inferred"])))
    return min(told, key=lambda each: (-each[0], each[1]))


def _sureness(grade: tuple[int, str]) -> tuple[int, list[int]]:
    return grade[0], [-ord(char) for char in grade[1]]
