"""Who holds how much of a product, worked out from the record without a database or a step.

From the definition: a set of sources of capacity, none of which counts what another counts.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from lichain.model import Relationship
from lichain.schema import schema

from .facts import Facts

Holder = tuple[str, ...]
LADDER = ["stated", "exploration", "announced", "planned", "signed", "construction", "operating"]
STOP = ["paused", "idle", "cancelled", "closed"]
COUNTED = {"t/a": 1e4, "Wh/a": 1e9, "m2/a": 1e8, "vehicles/a": 1e4}


def said(link: Relationship, name: str) -> str:
    return str(link.properties.get(name, ""))


def unended(links: list[Relationship]) -> list[Relationship]:
    return [link for link in links if not said(link, "valid_to")] or links


def stands(links: list[Relationship]) -> str:
    """Of dated statuses, the furthest step, unless a stop is as late as it."""
    best, when = "", ""
    for link in links:
        status, since = said(link, "status"), said(link, "valid_from")
        if status in LADDER:
            here = (LADDER.index(status), since)
            if not best or here > (LADDER.index(best), when):
                best, when = status, since
    halts = [
        link for link in links if said(link, "status") in STOP and said(link, "valid_from") >= when
    ]
    if halts:
        return said(
            max(halts, key=lambda x: (said(x, "valid_from"), STOP.index(said(x, "status")))),
            "status",
        )
    return best


class Holdings:
    """One product's holders in one way of asking."""

    def __init__(
        self,
        facts: Facts,
        product: str,
        by: str,
        where: str | None = None,
        as_of: str | None = None,
    ) -> None:
        self.facts, self.by, self.as_of = facts, by, as_of
        self.kinds = facts.kinds(product)
        self.numbers = self._numbers()
        self.by_place = by in ("region", "country")
        self.majority = self._majorities()
        inside = facts.regions_within(where)
        self.plants: dict[str, dict[Any, list[str]]] = {}
        self.firms: dict[str, dict[Any, list[str]]] = {}
        self.states: dict[str, str] = {}
        self.working: set[str] = set()
        self.shared: dict[str, list[str]] = {}
        for id_ in self._who():
            plant = facts.is_a(id_, "Facility")
            if where is not None and not (plant and facts.places(id_, "LOCATED_IN") & inside):
                continue
            self._take(id_, plant)

    def _who(self) -> list[str]:
        ids = {x.start for k in self.kinds for x in self.facts.into(k, "PRODUCES", "RECOVERS")}
        for number in self.numbers:
            if self._scopes(number) & self.kinds:
                ids |= self._subjects(number)
        return sorted(i for i in ids if self.facts.is_a(i, "Facility", "Enterprise"))

    def _numbers(self) -> list[str]:
        return [number for number in self.facts.of_type("Indicator") if self._fits(number)]

    def _fits(self, number: str) -> bool:
        """Whether it is a capacity that is no plan, of a time not after the day, with a source."""
        facts = self.facts
        return (
            facts.get(number, "metric") == "capacity"
            and facts.get(number, "nature") in ("actual", "estimate")
            and (self.as_of is None or (facts.get(number, "period_start") or "") <= self.as_of)
            and bool(facts.out(number, "EVIDENCED_BY"))
        )

    def _scopes(self, number: str) -> set[str]:
        return {x.end for x in self.facts.out(number, "OF") if said(x, "role") == "scope"}

    def _subjects(self, number: str) -> set[str]:
        return {x.end for x in self.facts.out(number, "OF") if said(x, "role") == "subject"}

    def _take(self, id_: str, plant: bool) -> None:
        facts = self.facts
        makes = [x for x in facts.out(id_, "PRODUCES", "RECOVERS") if x.end in self.kinds]
        own = [x for x in makes if said(x, "status") and (x.type == "PRODUCES" or not plant)]
        if plant:
            active = facts.out(id_, "ACTIVE_IN")
            halts = [x for x in active if said(x, "status") in STOP]
            state = stands(own + halts if own else active)
        else:
            state = stands(own)
        if state in ("closed", "cancelled"):
            return
        self.states[id_] = state
        numbers = [n for n in self.numbers if id_ in self._subjects(n)]
        if plant and state not in ("operating", "idle", ""):
            numbers = [n for n in numbers if facts.get(n, "nature") == "actual"]
        figures = self._best(numbers)
        (self.plants if plant else self.firms)[id_] = figures
        actual = any(facts.get(n, "nature") == "actual" for few in figures.values() for n in few)
        if state in ("operating", "idle") or actual or (not state and makes):
            self.working.add(id_)
        if not figures:
            self.shared[id_] = [
                n
                for n in numbers
                if self._scopes(n) & self.kinds and not self._scopes(n) <= self.kinds
            ]

    def _best(self, numbers: list[str]) -> dict[Any, list[str]]:
        facts = self.facts
        sets: dict[Any, dict[frozenset[str], list[str]]] = defaultdict(lambda: defaultdict(list))
        for number in numbers:
            scope = frozenset(self._scopes(number))
            if scope and scope <= self.kinds:
                unit = facts.get(number, "base_unit"), facts.get(number, "basis") or ""
                sets[unit][scope].append(number)
        found = {}
        for unit, of in sets.items():
            loose = [s for s in of if not any(self._inside(s, o) for o in of if o != s)] or list(of)
            found[unit] = [max(of[s], key=self._late) for s in loose]
        return found

    def _inside(self, one: frozenset[str], other: frozenset[str]) -> bool:
        def feeds(a: frozenset[str], b: frozenset[str]) -> bool:
            return all({x.end for x in self.facts.out(p, "INPUT_TO")} & b for p in a)

        kind = all(self.facts.up([p], "KIND_OF") & other for p in one)
        return one < other or kind or (feeds(one, other) and not feeds(other, one))

    def value(self, numbers: list[str]) -> float:
        return sum(float(self.facts.nodes[n].properties["base_value"]) for n in numbers)

    def joint_of(self, holder: Holder) -> list[str]:
        """The last figure for several products of each maker of a holder."""
        found = []
        for id_, numbers in sorted(self.shared.items()):
            owner = self.whose(id_) if id_ in self.plants else () if self.by_place else (id_,)
            if numbers and self.named(owner) == holder:
                found.append(max(numbers, key=self._late))
        return found

    def _late(self, number: str) -> tuple[bool, str, float, str]:
        actual = self.facts.get(number, "nature") == "actual"
        return actual, self.facts.get(number, "period_end") or "", self.value([number]), number

    # Whose

    def _majorities(self) -> dict[str, str]:
        pairs: dict[tuple[str, str], list[Relationship]] = defaultdict(list)
        for x in self.facts.links:
            if x.type == "OWNS" and "share" in x.properties and said(x, "status") in ("", "held"):
                pairs[x.start, x.end].append(x)
        over: dict[str, set[str]] = defaultdict(set)
        for (owner, owned), stakes in pairs.items():
            latest = max((said(x, "valid_to") == "", said(x, "valid_from")) for x in stakes)
            now = [
                x for x in stakes if (said(x, "valid_to") == "", said(x, "valid_from")) == latest
            ]
            if owner != owned and min(float(x.properties["share"]) for x in now) > 50:
                over[owned].add(owner)
        return {owned: next(iter(owners)) for owned, owners in over.items() if len(owners) == 1}

    def line(self, id_: str) -> list[str]:
        """It, its majority owner, and so on until the end or a circle closes."""
        line = [id_]
        while (after := self.majority.get(line[-1])) and after not in line:
            line.append(after)
        return line

    def top(self, id_: str) -> str:
        line = self.line(id_)
        back = self.majority.get(line[-1])
        return min(line[line.index(back) :]) if back else line[-1]

    def whose(self, plant: str) -> Holder:
        facts = self.facts
        if self.by_place:
            level = {"region": "province", "country": "country"}[self.by]
            above = facts.up(facts.places(plant, "LOCATED_IN"), "PART_OF")
            return tuple(sorted(r for r in above if facts.get(r, "kind") == level))
        run = {x.start for x in unended(facts.into(plant, "OPERATES"))}
        major = {self.majority[plant]} if plant in self.majority else set()
        first, second = (major, run) if self.by == "owner" else (run, major)
        who = first or second or {x.start for x in unended(facts.into(plant, "OWNS"))}
        rest = {w for w in who if not any(w in self.line(o)[1:] for o in who if o != w)}
        return tuple(sorted(rest or who))

    def named(self, holder: Holder) -> Holder:
        return tuple(sorted({self.top(x) for x in holder})) if self.by == "owner" else holder

    # Sums

    def spread(self) -> Answer:
        of: dict[Holder, list[str]] = defaultdict(list)
        for plant in sorted(self.plants):
            of[self.whose(plant)].append(plant)
        homeless = [p for p in of.pop((), []) if p in self.working]
        firms = {} if self.by_place else self.firms
        holders = {*of, *((f,) for f in firms)}
        answer = Answer(nobody=len(homeless))
        counted_in: set[Holder] = set()
        units = {u for d in (*self.plants.values(), *self.firms.values()) for u in d}
        for unit in units:
            few, within = self._by_unit(unit, of, firms, holders)
            if few:
                answer.shares[unit] = few
            counted_in |= within
        answer.sites = self._sites(of, firms)
        self._gaps(answer, of, firms, counted_in)
        if self.by_place:
            run = {
                x.start
                for few in of.values()
                for p in few
                for x in self.facts.into(p, "OPERATES", "OWNS")
            }
            answer.nobody += sum(f in self.working and f not in run for f in self.firms)
        return answer

    def _by_unit(
        self, unit: Any, of: dict[Holder, list[str]], firms: dict[str, Any], holders: set[Holder]
    ) -> tuple[list[tuple[Holder, float, str, list[str]]], set[Holder]]:
        """The shares in one unit, and whom a total counts."""
        totals: dict[Holder, list[str]] = {(f,): d[unit] for f, d in firms.items() if unit in d}
        plants = {
            h: [n for p in of.get(h, []) for n in self.plants[p].get(unit, [])] for h in holders
        }
        everyone = self._with_those_above(holders)
        whole: set[Holder] = set()

        def weigh(holder: Holder) -> float:
            below = sum(weigh(h) for h in everyone if self._above(h) == holder)
            parts = self.value(plants.get(holder, [])) + below
            if holder in totals and self.value(totals[holder]) >= parts:
                whole.add(holder)
                return self.value(totals[holder])
            return parts

        for holder in everyone:
            if self._above(holder) is None:
                weigh(holder)

        def hidden(holder: Holder) -> bool:
            above = self._above(holder)
            return above is not None and (above in whole or hidden(above))

        inside = {h for h in everyone if h in whole or hidden(h)}
        inside |= {h for h in of if len(h) > 1 and any((one,) in inside for one in h)}
        merged: dict[Holder, list[tuple[str, list[str]]]] = defaultdict(list)
        for holder in everyone:
            if holder in whole and not hidden(holder):
                merged[self.named(holder)].append(("total", totals[holder]))
            elif holder not in inside and plants.get(holder):
                merged[self.named(holder)].append(("plants", plants[holder]))
        shares = []
        for holder, few in merged.items():
            ways = {way for way, _ in few}
            numbers = [n for _, some in few for n in some]
            way = ways.pop() if len(ways) == 1 else "both"
            shares.append((holder, self.value(numbers), way, sorted(numbers)))
        return shares, inside

    def _above(self, holder: Holder) -> Holder | None:
        if self.by_place:
            return None
        tops = {self.top(x) for x in holder}
        if len(tops) > 1:
            return None
        if len(holder) > 1:
            return (tops.pop(),)
        after = self.majority.get(holder[0])
        return None if holder[0] in tops or after is None else (after,)

    def _with_those_above(self, holders: set[Holder]) -> set[Holder]:
        found = set(holders)
        for holder in holders:
            here: Holder | None = holder
            while here is not None:
                found.add(here)
                here = self._above(here)
        return found

    def _sites(self, of: dict[Holder, list[str]], firms: dict[str, Any]) -> dict[Holder, int]:
        found: dict[Holder, int] = defaultdict(int)
        everyone = self._with_those_above({*of, *((f,) for f in firms)})
        busy = {h for h, plants in of.items() if any(p in self.working for p in plants)}
        for holder in list(busy):
            here: Holder | None = holder
            while here is not None:
                busy.add(here)
                here = self._above(here)
        for holder in everyone:
            number = sum(p in self.working for p in of.get(holder, []))
            if (
                holder not in busy
                and len(holder) == 1
                and holder[0] in firms
                and holder[0] in self.working
            ):
                number = 1
            if number:
                found[self.named(holder)] += number
        return dict(found)

    def _gaps(
        self,
        answer: Answer,
        of: dict[Holder, list[str]],
        firms: dict[str, Any],
        within: set[Holder],
    ) -> None:
        have = {h for few in answer.shares.values() for h, *_ in few}
        for holder in {*of, *((f,) for f in firms)} - within:
            bare = [p for p in of.get(holder, []) if not self.plants[p]]
            answer.plants_without += sum(p in self.working for p in bare)
            if len(holder) == 1 and holder[0] in firms and not firms[holder[0]]:
                bare.append(holder[0])
            name = self.named(holder)
            if name in have:
                continue
            if any(self.shared.get(b) for b in bare):
                answer.joint.add(name)
            if any(self.shared.get(b) or b in self.working for b in bare):
                answer.without.add(name)


@dataclass
class Answer:
    """By unit: holder, amount, how counted, numbers; and what is not known."""

    shares: dict[Any, list[tuple[Holder, float, str, list[str]]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    sites: dict[Holder, int] = field(default_factory=dict)
    without: set[Holder] = field(default_factory=set)
    joint: set[Holder] = field(default_factory=set)
    plants_without: int = 0
    nobody: int = 0

    def blocks(self) -> list[tuple[Any, list[tuple[Holder, float, str, list[str]]]]]:
        """What the answer shows: units of which two holders are known, else plants."""
        known = [
            (unit, self.shares[unit]) for unit in sorted(self.shares) if len(self.shares[unit]) > 1
        ]
        counts: list[tuple[Holder, float, str, list[str]]] = [
            (holder, float(n), "sites", []) for holder, n in self.sites.items()
        ]
        blocks = known or ([(None, counts)] if counts else [])
        return [(unit, sorted(few, key=lambda s: (-s[1], s[0]))) for unit, few in blocks]


def displayed(amount: float, base: str) -> tuple[float, str]:
    """Large units from one of them on, tonnes below."""
    names = {u.base: n for n, u in schema().units.items() if u.factor == COUNTED.get(u.base)}
    if base == "t/a" and amount < 1e4:
        return round(amount, 6), "t_per_year"
    return round(amount / COUNTED[base], 6), names[base]


def concentration(facts: Facts, product: str, by: str, **given: Any) -> list[tuple[Any, ...]]:
    """The rows of one product."""
    answer = Holdings(facts, product, by, **given).spread()
    rows = []
    for unit, few in answer.blocks():
        whole = sum(amount for _, amount, *_ in few)
        squares = sum((amount / whole) ** 2 for _, amount, *_ in few)
        numbers = [n for *_, some in few for n in some]
        periods = [p for n in numbers if (p := facts.get(n, "period"))]
        total = displayed(whole, unit[0]) if unit else (whole, "count")
        rows.append(
            (
                product, "capacity" if unit else "sites", round(10_000 * squares),
                round(100 * sum(s[1] for s in few[:3]) / whole, 1),
                [x for s in few[:3] for x in s[0]], len(few), *total, unit[1] or None if unit else None,
                sum(s[2] == "total" for s in few),
                sum(facts.get(n, "nature") == "estimate" for n in numbers),
                min(periods, default=None), max(periods, default=None), len(numbers) - len(periods),
                len(answer.without), len(answer.joint), answer.plants_without, answer.nobody,
            )
        )  # fmt: skip
    return rows


def shares_of(facts: Facts, product: str, by: str, **given: Any) -> list[tuple[Any, ...]]:
    """Rank, holder, share, amount, unit, how counted; those without a figure last."""
    holdings = Holdings(facts, product, by, **given)
    answer = holdings.spread()
    rows: list[tuple[Any, ...]] = []
    blocks = answer.blocks()
    for unit, few in blocks:
        whole = sum(s[1] for s in few)
        for holder, amount, way, _ in few:
            rank = 1 + sum(s[1] > amount for s in few)
            shown = displayed(amount, unit[0]) if unit else (amount, "count")
            rows.append((rank, holder, round(100 * amount / whole, 1), *shown, way))
    if any(unit for unit, _ in blocks):
        for holder in sorted(answer.without):
            if holder not in answer.joint:
                rows.append((None, holder, None, None, None, "unknown"))
                continue
            numbers = holdings.joint_of(holder)
            units = {(facts.get(n, "base_unit"), facts.get(n, "basis")) for n in numbers}
            base = str(min(units)[0])
            one = len(units) == 1
            total = displayed(holdings.value(numbers), base) if one else (None, None)
            rows.append((None, holder, None, *total, "joint"))
    return rows
