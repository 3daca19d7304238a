"""The loop of a region worked out from the record; capacities in t/a and GWh/a."""

from __future__ import annotations

from lichain.model import Relationship

from .facts import Facts
from .making import works

Rows = list[tuple[object, ...]]
WASTE = ("retired-battery", "production-scrap")
STEPS: list[tuple[str, str, tuple[str, ...], str | None]] = [
    ("retired", "recycling", WASTE, None),
    ("recycler", "recycling", WASTE, "recycling"),
    ("black_mass", "recycling", ("black-mass",), None),
    ("lithium_salt", "refining", ("lithium-salt",), None),
    ("nickel_salt", "refining", ("nickel-sulphate",), None),
    ("cobalt_salt", "refining", ("cobalt-sulphate",), None),
    ("precursor", "precursor", (), "precursor"),
    ("cathode", "cathode", (), "cathode"),
    ("cell", "cell", (), "cell"),
]
UNITS = {
    "t/a": ("t_per_year", 1.0),
    "Wh/a": ("GWh_per_year", 1e9),
    "m2/a": ("m2_100m_per_year", 1e8),
    "vehicles/a": ("vehicles_10k_per_year", 1e4),
}
DOES = ("PRODUCES", "RECOVERS", "ACTIVE_IN")


def _of(facts: Facts, id_: str, role: str) -> list[str]:
    return sorted(x.end for x in facts.out(id_, "OF") if x.properties["role"] == role)


def figures(facts: Facts, where: str) -> list[tuple[str, list[str], str, float]]:
    """The latest capacity of each site by what it is of and its unit."""
    latest: dict[tuple[str, str, str], tuple[str, str]] = {}
    inside = facts.regions_within(where)
    for id_ in facts.of_type("Indicator"):
        number = facts.nodes[id_].properties
        if number["metric"] != "capacity" or number["nature"] not in ("actual", "estimate"):
            continue
        if not facts.out(id_, "EVIDENCED_BY"):
            continue
        scope = [x for x in _of(facts, id_, "scope") if facts.is_a(x, "Product")]
        for site in _of(facts, id_, "subject"):
            if facts.is_a(site, "Facility") and facts.places(site, "LOCATED_IN") & inside:
                group = site, ";".join(scope), str(number["base_unit"])
                told = str(number.get("period_end") or ""), id_
                latest[group] = max(latest.get(group, ("", "")), told)
    return [
        (
            site,
            scope.split(";") if scope else [],
            unit,
            float(str(facts.nodes[id_].properties["base_value"])),
        )
        for (site, scope, unit), (_, id_) in latest.items()
    ]


def _balance(
    facts: Facts,
    products: set[str],
    makers: list[tuple[str, str]],
    known: list[tuple[str, list[str], str, float]],
) -> list[tuple[str, str, float]]:
    rows = []
    for link in facts.links:
        unit = link.properties.get("amount_unit")
        if link.type != "INPUT_TO" or unit not in ("t_per_t", "t_per_GWh"):
            continue
        if link.start not in products or link.end in products:
            continue
        kinds = facts.kinds(link.end)
        base, scale = ("t/a", 1.0) if unit == "t_per_t" else ("Wh/a", 1e9)
        here = {maker for maker, what in makers if what in kinds}
        sums = [
            value
            for site, scope, of, value in known
            if of == base and site in here and scope and set(scope) <= kinds
        ]
        if sums:
            amount = float(str(link.properties["amount"]))
            rows.append((link.end, link.key, round(sum(sums) / scale * amount, 3)))
    return sorted(rows)


def loop_in(facts: Facts, where: str) -> Rows:
    here, known = works(facts, where, *DOES), figures(facts, where)
    makers = [(maker, what) for maker, what, state in here if state == "made"]
    return sorted((_row(facts, where, one, here, makers, known) for one in STEPS), key=repr)


def _row(
    facts: Facts,
    where: str,
    one: tuple[str, str, tuple[str, ...], str | None],
    here: list[tuple[str, str, str]],
    makers: list[tuple[str, str]],
    known: list[tuple[str, list[str], str, float]],
) -> tuple[object, ...]:
    name, looked, roots, by = one
    parts = facts.parts(by) if by else set()
    products = {x for root in roots for x in facts.kinds(root)}
    if not roots:
        products = {x.start for part in parts for x in facts.into(part, "BELONGS_TO")}
        products = {kind for x in products for kind in facts.kinds(x)}
    what = set() if name == "retired" else parts | (products if name != "recycler" else set())
    doers = {maker for maker, does in makers if does in what}
    plans = {maker for maker, does, state in here if does in what and state == "planned"}
    sites = sorted(x for x in doers if facts.is_a(x, "Facility"))
    counted = [x for x in known if x[0] in doers and set(x[1]) & products]
    sums: dict[str, float] = {}
    for _, _, unit, value in counted:
        sums[unit] = sums.get(unit, 0) + value
    told = []
    for unit in sorted(sums):
        word, scale = UNITS.get(unit, (unit, 1.0))
        told.append((round(sums[unit] / scale, 3), word))
    balance = _balance(facts, products, makers, known)
    return (
        name,
        _state(
            facts,
            where,
            looked,
            doers,
            plans,
            name == "retired" and _volumes(facts, where, products),
        ),
        sites,
        sorted(x for x in doers if facts.is_a(x, "Enterprise")),
        sorted(x for x in doers if _recovers(facts.out(x, "RECOVERS"), what)),
        sorted(plans - doers),
        len(set(sites) - {x[0] for x in counted}),
        told,
        [output for output, _, _ in balance],
        [need for _, _, need in balance],
    )


def _recovers(links: list[Relationship], what: set[str]) -> bool:
    return any(link.end in what for link in links)


def _volumes(facts: Facts, where: str, products: set[str]) -> bool:
    inside = facts.regions_within(where)
    return any(
        facts.get(id_, "metric") in ("recycled", "production")
        and facts.get(id_, "nature") in ("actual", "estimate")
        and facts.out(id_, "EVIDENCED_BY")
        and set(_of(facts, id_, "scope")) & products
        and any(
            x in inside or (facts.is_a(x, "Facility") and facts.places(x, "LOCATED_IN") & inside)
            for x in _of(facts, id_, "subject")
        )
        for id_ in facts.of_type("Indicator")
    )


def _state(
    facts: Facts, where: str, segment: str, doers: set[str], plans: set[str], volumes: bool
) -> str:
    if doers:
        return "known"
    if volumes:
        return "volumes"
    if plans:
        return "planned"
    looks = [
        (str(x.properties["looked_on"]), str(x.properties["outcome"]))
        for x in facts.out(where, "LOOKED_INTO")
        if x.properties.get("segment") == segment
    ]
    latest = max(looks, default=("", "not_looked_into"))[1]
    return "elsewhere" if latest == "found" else latest
