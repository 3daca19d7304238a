"""What an enterprise has in a region: sites, suppliers by tier, customers, owners and stakes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import prod
from typing import Any

from lichain.analysis.ground import Ground, number, text
from lichain.analysis.steps import Found
from lichain.model import Node, Relationship

_STAKES_UP_OR_DOWN = 4
Links = list[Relationship]


def step(found: Found, values: Mapping[str, Any]) -> Found:
    """Rows of `exposure`: by kind and tier, each with how many of how many known are there."""
    ground = Ground(found)
    if values["of"] not in ground.nodes:
        return []
    reach = _Reach(ground, values["of"])
    places = _Places(ground, values["to"])
    ties = [
        *(("site", 1, tie) for tie in reach.sites()),
        *(("supplier", tier, tie) for tier, tie in reach.suppliers(int(values["tiers"]))),
        *(("customer", 1, tie) for tie in reach.customers()),
        *(("owner", len(tie.path), tie) for tie in reach.owners()),
        *(("stake", len(tie.path), tie) for tie in reach.stakes()),
    ]
    rows = []
    for kind, tier in dict.fromkeys((kind, tier) for kind, tier, _ in ties):
        rows += _rows(
            ground, places, kind, tier, [tie for k, t, tie in ties if (k, t) == (kind, tier)]
        )
    return rows


@dataclass(frozen=True, slots=True)
class _Tie:
    """One thing tied to the enterprise by `path`; `links` say what it is and where it comes from."""

    who: str
    path: tuple[Relationship, ...]
    links: tuple[Relationship, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """Whether it is there (None where nobody can say), where, by what, and on which facts."""

    there: bool | None
    regions: tuple[str, ...] = ()
    basis: str | None = None
    links: tuple[Relationship, ...] = ()


def _rows(
    ground: Ground, places: _Places, kind: str, tier: int, ties: list[_Tie]
) -> list[dict[str, Any]]:
    found = [(tie, places.of(tie, by_deal=kind == "supplier")) for tie in ties]
    there = {tie.who for tie, place in found if place.there}
    unplaced = {tie.who for tie, place in found if place.there is None} - there
    known = {tie.who for tie in ties}
    counts = {"here": len(there), "known": len(known), "unplaced": len(unplaced)}
    rows = [_row(ground, kind, tier, tie, place, counts) for tie, place in found if place.there]
    if rows:
        return rows
    evidence = [link for tie in ties for link in tie.links]
    return [
        {"kind": kind, "tier": tier, "finding": "none_known", **counts, "who": None, "products": [],
         "place": [], "place_basis": None, "path": [], "share": None, "evidence": evidence}
    ]  # fmt: skip


def _row(
    ground: Ground, kind: str, tier: int, tie: _Tie, place: _Place, counts: dict[str, int]
) -> dict[str, Any]:
    products = {text(link, "product") for link in tie.links} - {""}
    stakes = [share for link in tie.path if (share := number(link, "share")) is not None]
    owned = kind in ("owner", "stake") and len(stakes) == len(tie.path)
    return {
        "kind": kind,
        "tier": tier,
        "finding": "there",
        **counts,
        "who": ground.nodes[tie.who],
        "products": [ground.nodes[id_] for id_ in sorted(products) if id_ in ground.nodes],
        "place": [ground.nodes[id_] for id_ in place.regions],
        "place_basis": place.basis,
        "path": _path(ground, tie.path),
        "share": round(100 * prod(share / 100 for share in stakes), 2) if owned else None,
        "evidence": [*tie.path, *(x for x in tie.links if x not in tie.path), *place.links],
    }


def _path(ground: Ground, links: Iterable[Relationship]) -> list[Node | Relationship]:
    """Nodes and relationships in turn, from where a fact starts to where the last one ends."""
    steps: list[Node | Relationship] = []
    for link in links:
        steps += [] if steps else [ground.nodes[link.start]]
        steps += [link, ground.nodes[link.end]]
    return steps


class _Reach:
    """What is tied to an enterprise, near and far."""

    def __init__(self, ground: Ground, of: str) -> None:
        self.ground, self.of = ground, of

    def sites(self) -> Iterator[_Tie]:
        """Facilities that it runs or holds a stake in."""
        links = self.ground.out(self.of, "OPERATES", "OWNS")
        for id_, few in _by(links, lambda link: link.end):
            if self.ground.nodes[id_].type == "Facility":
                yield _Tie(id_, (few[0],), tuple(few))

    def suppliers(self, tiers: int) -> Iterator[tuple[int, _Tie]]:
        """Suppliers, theirs, and so on, each at the nearest tier."""
        paths: dict[str, tuple[Relationship, ...]] = {self.of: ()}
        edge = [self.of]
        for tier in range(1, tiers + 1):
            deals = [link for id_ in sorted(edge) for link in self.ground.into(id_, "SUPPLIES")]
            fresh = [link for link in deals if link.start not in paths]
            edge = []
            for id_, few in _by(fresh, lambda link: link.start):
                paths[id_] = (few[0], *paths[few[0].end])
                edge.append(id_)
                yield tier, _Tie(id_, paths[id_], tuple(few))

    def customers(self) -> Iterator[_Tie]:
        """Whom it supplies."""
        for id_, few in _by(self.ground.out(self.of, "SUPPLIES"), lambda link: link.end):
            yield _Tie(id_, (few[0],), tuple(few))

    def owners(self) -> Iterator[_Tie]:
        """Who holds a stake in it, and in those, each way up."""
        for way in self._ways(lambda id_: self.ground.into(id_, "OWNS"), lambda link: link.start):
            path = tuple(reversed(way))
            yield _Tie(path[0].start, path, path)

    def stakes(self) -> Iterator[_Tie]:
        """What it holds a stake in, and those, each way down."""
        for way in self._ways(lambda id_: self.ground.out(id_, "OWNS"), lambda link: link.end):
            yield _Tie(way[-1].end, way, way)

    def _ways(
        self, near: Callable[[str], Links], far: Callable[[Relationship], str]
    ) -> Iterator[tuple[Relationship, ...]]:
        """Every way along stakes that meets nobody twice, the shortest first."""
        ways: list[tuple[Relationship, ...]] = [()]
        for _ in range(_STAKES_UP_OR_DOWN):
            longer = []
            for way in ways:
                met = {self.of, *(far(link) for link in way)}
                for id_, few in _by(near(far(way[-1]) if way else self.of), far):
                    if id_ not in met:
                        longer.append((*way, max(few, key=_latest)))
            ways = longer
            yield from ways


class _Places:
    """Whether things are in a region; a wider place says neither yes nor no."""

    def __init__(self, ground: Ground, region: str) -> None:
        self.ground = ground
        self.inside = ground.down(region, "PART_OF")
        self.around = ground.up(region, "PART_OF") - {region}

    def of(self, tie: _Tie, *, by_deal: bool) -> _Place:
        """Where a tie lies: of a supplier where the goods come from, the head office standing in."""
        if not by_deal:
            return self._seat(tie.who, "seat")
        found = [self._origin(link) for link in tie.links]
        for there in (True, None):
            if few := [place for place in found if place.there is there]:
                return few[0]
        return found[0]

    def _origin(self, deal: Relationship) -> _Place:
        region, site = text(deal, "region"), text(deal, "site")
        if region:
            return self._judge([region], "supply", [])
        stands = self.ground.out(site, "LOCATED_IN") if site else []
        if stands:
            return self._judge([link.end for link in stands], "site", stands)
        return self._seat(deal.start, "head_office")

    def _seat(self, id_: str, basis: str) -> _Place:
        if seats := _open(self.ground.out(id_, "HEADQUARTERED_IN")):
            return self._judge([link.end for link in seats], basis, seats)
        if lies := _open(self.ground.out(id_, "LOCATED_IN")):
            return self._judge([link.end for link in lies], "located", lies)
        return _Place(None)

    def _judge(self, regions: list[str], basis: str, links: Links) -> _Place:
        within = sorted({region for region in regions if region in self.inside})
        if within:
            return _Place(True, tuple(within), basis, tuple(x for x in links if x.end in within))
        return _Place(None if set(regions) & self.around else False)


def _by(
    links: Iterable[Relationship], end: Callable[[Relationship], str]
) -> list[tuple[str, Links]]:
    """Links by the thing at one end, things in order."""
    found: dict[str, Links] = {}
    for link in links:
        found.setdefault(end(link), []).append(link)
    return sorted(found.items())


def _latest(stake: Relationship) -> tuple[bool, str, float, str]:
    share = number(stake, "share")
    return (
        not text(stake, "valid_to"),
        text(stake, "valid_from"),
        -1.0 if share is None else share,
        stake.key,
    )


def _open(links: Links) -> Links:
    return [link for link in links if not text(link, "valid_to")] or links
