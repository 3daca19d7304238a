"""Where a region is strong: segment by segment and product by product, against its peers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from lichain.analysis.figures import Figure, Group
from lichain.analysis.ground import Ground, text
from lichain.analysis.makers import MAKES, Maker, makers
from lichain.analysis.standing import AT_WORK, BUILDING, GONE, PLANNED, state
from lichain.analysis.steps import Found
from lichain.analysis.units import shown
from lichain.model import Node, Relationship


def step(found: Found, values: Mapping[str, Any]) -> Found:
    """Rows of `strengths_of`, the best rank first, then the largest share."""
    survey = _Survey(Ground(found), values["where"], values["as_of"])
    rows = [row for segment in survey.ground.of_type("Segment") for row in survey.rows(segment)]
    return sorted(rows, key=_order)


@dataclass(frozen=True, slots=True)
class _Measure:
    """How much a region has of something against the others of its level."""

    name: str
    amount: float
    whole: float
    rank: int | None
    among: int


class _Survey:
    def __init__(self, ground: Ground, where: str, as_of: str | None) -> None:
        self.ground, self.where, self.as_of = ground, where, as_of
        self.inside = ground.down(where, "PART_OF")
        self.peers = {
            row: ground.down(row, "PART_OF")
            for row in ground.of_type("Region")
            if _kind(ground, row) == _kind(ground, where)
        }

    def rows(self, segment: str) -> list[dict[str, Any]]:
        """The segment's row, then one for each of its products and units; none where R has nothing."""
        within = self.ground.down(segment, "PART_OF")
        plants = [
            Maker(id_, plant=True, state=state(links), at_work=state(links) in AT_WORK)
            for id_ in self.ground.of_type("Facility")
            if (links := [x for x in self.ground.out(id_, "ACTIVE_IN") if x.end in within])
        ]
        plants = [plant for plant in plants if plant.state not in GONE]
        firms = [
            id_
            for id_ in self.ground.of_type("Enterprise")
            if (links := [x for x in self.ground.out(id_, "ACTIVE_IN") if x.end in within])
            and state(links) not in GONE
        ]
        rows = self._row(segment, None, within, plants, firms, None)
        for product in self._products(segment):
            every = makers(self.ground, product, self.as_of)
            plants = [maker for maker in every if maker.plant]
            firms = [maker.id for maker in every if not maker.plant]
            kinds = self.ground.down(product, "KIND_OF")
            groups = {group for m in plants for group in m.figures if self._here(m.id)}
            units: list[Group | None] = [*sorted(groups)] or [None]
            for group in units:
                rows += self._row(segment, product, kinds, plants, firms, group)
        return rows

    def _products(self, segment: str) -> list[str]:
        """Products of the segment itself that something in the region makes under that name."""
        found = []
        for link in self.ground.into(segment, "BELONGS_TO"):
            made = {make.start for make in self.ground.into(link.start, *MAKES)}
            for of in self.ground.into(link.start, "OF"):
                made |= {
                    x.end for x in self.ground.out(of.start, "OF") if text(x, "role") == "subject"
                }
            if any(self._here(id_) or self._seated(id_) for id_ in made):
                found.append(link.start)
        return found

    def _row(
        self,
        segment: str,
        product: str | None,
        kinds: set[str],
        plants: list[Maker],
        firms: list[str],
        group: Group | None,
    ) -> list[dict[str, Any]]:
        nodes = self.ground.nodes
        here = [plant for plant in plants if self._here(plant.id)]
        seated = [firm for firm in firms if self._seated(firm)]
        if not here and not seated:
            return []
        running = {link.start for plant in here for link in self._operators(plant.id)}
        enterprises = sorted(running | set(seated))
        measure = self._measure(plants, group)
        used = (
            [figure for plant in here for figure in plant.figures.get(group, [])] if group else []
        )
        amount, unit = shown(measure.amount, group[0]) if group else (None, None)
        whole = shown(measure.whole, group[0]) if group else (None, None)
        targets = self._targets({segment} if product is None else kinds)
        return [
            {
                "segment": nodes[segment],
                "product": nodes[product] if product else None,
                "rank": measure.rank,
                "among": measure.among,
                "measure": measure.name,
                "share": round(100 * measure.amount / measure.whole, 1) if measure.amount else None,
                "enterprises": len(enterprises),
                "at_work": sum(plant.at_work for plant in here),
                "building": sum(_is(plant, BUILDING) for plant in here),
                "planned": sum(_is(plant, PLANNED) for plant in here),
                "unsure": sum(
                    not plant.at_work and plant.state not in BUILDING | PLANNED for plant in here
                ),
                "capacity": amount,
                "unit": unit,
                "counts": (group[1] or None) if group else None,
                "country": whole[0],
                "country_unit": whole[1],
                "estimates": sum(figure.estimated for figure in used),
                "latest": max((p for f in used if (p := f.said("period"))), default=None),
                "without": sum(plant.at_work and not plant.figures for plant in here)
                if product
                else None,
                "largest": self._largest(here, group),
                "listed": [
                    nodes[id_] for id_ in enterprises if nodes[id_].properties.get("stock_code")
                ],
                "named": [nodes[id_] for id_ in enterprises if self.ground.into(id_, "COVERS")],
                "targets": [nodes[link.start] for link in targets],
                "evidence": self._evidence(here, seated, kinds, used, targets),
            }
        ]

    def _measure(self, plants: list[Maker], group: Group | None) -> _Measure:
        """By capacity where there is one, else by plants at work; ranked where anything is known."""

        def amount(some: Iterable[Maker]) -> float:
            if group is None:
                return float(sum(plant.at_work for plant in some))
            return sum(plant.amount(group) for plant in some if group in plant.figures)

        def of(region: str) -> float:
            return amount(p for p in plants if self._places(p.id) & self.peers[region])

        mine = amount(plant for plant in plants if self._here(plant.id))
        others = [value for region in self.peers if region != self.where and (value := of(region))]
        rank = (
            1 + sum(value > mine for value in others)
            if mine and self.peers.keys() - {self.where}
            else None
        )
        name = "sites" if group is None else "capacity"
        return _Measure(name, mine, amount(plants), rank, len(others) + bool(mine))

    def _largest(self, here: list[Maker], group: Group | None) -> list[Node]:
        """Who runs the largest capacity in the region; nobody where none is known."""
        amounts: dict[str, float] = {}
        for plant in here:
            if group and group in plant.figures:
                for link in self._operators(plant.id):
                    amounts[link.start] = amounts.get(link.start, 0) + plant.amount(group)
        most = max(amounts.values(), default=0)
        return [self.ground.nodes[id_] for id_ in sorted(amounts) if amounts[id_] == most]

    def _targets(self, of: set[str]) -> list[Relationship]:
        """The targets set for the region or one in it, of these products or this segment."""
        found = []
        for region in sorted(self.inside):
            for link in self.ground.into(region, "OF"):
                scopes = {
                    x.end for x in self.ground.out(link.start, "OF") if text(x, "role") == "scope"
                }
                if (
                    text(link, "role") == "subject"
                    and link.start in self.ground.nodes
                    and scopes & of
                ):
                    found.append(link)
        return sorted(found, key=lambda link: link.key)

    def _evidence(
        self,
        here: list[Maker],
        seated: list[str],
        kinds: set[str],
        used: list[Figure],
        targets: list[Relationship],
    ) -> list[Relationship]:
        links = [link for figure in used for link in figure.links]
        for id_ in [*(plant.id for plant in here), *seated]:
            links += [x for x in self.ground.out(id_, "ACTIVE_IN", *MAKES) if x.end in kinds]
            links += self.ground.out(id_, "LOCATED_IN", "HEADQUARTERED_IN")
        links += [link for plant in here for link in self._operators(plant.id)]
        return list({link.key: link for link in [*links, *targets]}.values())

    def _operators(self, plant: str) -> list[Relationship]:
        links = self.ground.into(plant, "OPERATES")
        return [link for link in links if not text(link, "valid_to")] or links

    def _places(self, id_: str) -> set[str]:
        return {link.end for link in self.ground.out(id_, "LOCATED_IN")}

    def _here(self, id_: str) -> bool:
        return self.ground.nodes[id_].type == "Facility" and bool(self._places(id_) & self.inside)

    def _seated(self, id_: str) -> bool:
        seats = self.ground.out(id_, "HEADQUARTERED_IN")
        now = [link for link in seats if not text(link, "valid_to")] or seats
        return any(link.end in self.inside for link in now)


def _kind(ground: Ground, region: str) -> object:
    return ground.nodes[region].properties.get("kind")


def _is(plant: Maker, states: frozenset[str]) -> bool:
    return not plant.at_work and plant.state in states


def _order(row: dict[str, Any]) -> tuple[Any, ...]:
    return (
        row["rank"] is None,
        row["rank"] or 0,
        -(row["share"] or 0),
        -row["at_work"],
        row["segment"].id,
        row["product"].id if row["product"] else "",
        row["unit"] or "",
        row["counts"] or "",
    )
