"""How a product's capacity, or where that is not known its makers, are spread over holders.

Nothing counts twice. A plant counts once, for those who run it together where none of them holds
the majority of the other. Of an enterprise's own total and the sum of its plants and of what it
holds the majority of, the larger counts: the plants known need not be all, and a total may be old.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from lichain.analysis.figures import Figure, Group
from lichain.analysis.ground import Ground
from lichain.analysis.holders import Holder, Holders
from lichain.analysis.makers import MAKES, Maker, makers
from lichain.model import Relationship


@dataclass(frozen=True, slots=True)
class Share:
    """What one holder has: `amount` in base units from `figures`, or a number of makers."""

    holder: Holder
    amount: float
    counted: str
    makers: tuple[str, ...]
    figures: tuple[Figure, ...] = ()
    covered: tuple[Holder, ...] = ()


@dataclass(slots=True)
class Spread:
    """Who holds how much of one product.

    `shares` by unit and `sites` (makers at work) are ranked; `without` are holders at work of whom
    no figure is known, and `joint` those of them whose figure counts other products too.
    """

    product: str
    shares: dict[Group, list[Share]] = field(default_factory=dict)
    sites: list[Share] = field(default_factory=list)
    without: list[Holder] = field(default_factory=list)
    joint: list[Holder] = field(default_factory=list)
    plants_without: int = 0
    nobody: int = 0

    def bases(self) -> list[tuple[Group | None, list[Share]]]:
        """The units in which two holders or more are known; else the number of makers (None)."""
        known: list[tuple[Group | None, list[Share]]] = [
            (group, few) for group, few in sorted(self.shares.items()) if len(few) > 1
        ]
        return known or ([(None, self.sites)] if self.sites else [])


class Spreading:
    """Spreads products over the holders of one kind."""

    def __init__(self, ground: Ground, by: str, as_of: str | None) -> None:
        self.ground, self.as_of = ground, as_of
        self.holders = Holders(ground, by)

    def makers(self, product: str) -> list[Maker]:
        """Who makes it or a kind of it."""
        return makers(self.ground, product, self.as_of)

    def holder_of(self, maker: Maker) -> Holder:
        """Whose a maker is, as the answer names it; empty where nobody can be named."""
        if not maker.plant:
            return () if self.holders.placed else self.holders.shown((maker.id,))
        return self.holders.shown(self.holders.of_plant(maker.id))

    def over(self, product: str) -> Spread:
        """How `product`, with its kinds, is spread."""
        every = self.makers(product)
        plants: dict[Holder, list[Maker]] = defaultdict(list)
        firms: dict[Holder, Maker] = {}
        for maker in every:
            if maker.plant:
                plants[self.holders.of_plant(maker.id)].append(maker)
            elif not self.holders.placed:
                firms[maker.id,] = maker
        nobody = [m for m in plants.pop((), []) if m.at_work]
        spread = Spread(product, nobody=len(nobody))
        tree = _Tree(self.holders, [*plants, *firms])
        covered: set[Holder] = set()
        groups = {group for maker in every for group in maker.figures}
        for group in groups:
            found = [share for top in tree.tops for share in tree.take(top, group, plants, firms)]
            within = {below for share in found for below in share.covered}
            # A total of one of those who run a plant together may count it.
            joint = {each for each in plants if len(each) > 1 and {(id_,) for id_ in each} & within}
            found = [share for share in found if share.covered or share.holder not in joint]
            covered |= within | joint
            if found := self._shown(found):
                spread.shares[group] = found
        spread.sites = self._shown(tree.sites(plants, firms))
        if self.holders.placed:
            spread.nobody += self._firms_without_plant(every, plants)
        self._gaps(spread, tree, plants, firms, covered)
        return spread

    def _shown(self, shares: Iterable[Share]) -> list[Share]:
        """Put together by the holder that is asked for, the largest first."""
        together: dict[Holder, list[Share]] = defaultdict(list)
        for share in shares:
            together[self.holders.shown(share.holder)].append(share)
        found = [
            Share(
                holder,
                sum(one.amount for one in several),
                several[0].counted if len({one.counted for one in several}) == 1 else "both",
                tuple(id_ for one in several for id_ in one.makers),
                tuple(figure for one in several for figure in one.figures),
            )
            for holder, several in together.items()
        ]
        return sorted(found, key=lambda share: (-share.amount, share.holder))

    def _gaps(
        self,
        spread: Spread,
        tree: _Tree,
        plants: dict[Holder, list[Maker]],
        firms: dict[Holder, Maker],
        covered: set[Holder],
    ) -> None:
        """What is at work without a figure that anybody counted."""
        shown = self.holders.shown
        figured = {share.holder for several in spread.shares.values() for share in several}
        silent, joint = set(), set()
        for holder in {**plants, **firms}:
            if holder in covered:
                continue
            own = [*plants.get(holder, []), *([firms[holder]] if holder in firms else [])]
            bare = [maker for maker in own if not maker.figures]
            spread.plants_without += sum(maker.plant and maker.at_work for maker in bare)
            if any(maker.joint for maker in bare) and shown(holder) not in figured:
                joint.add(shown(holder))
            if any(maker.at_work for maker in bare) and shown(holder) not in figured:
                silent.add(shown(holder))
        spread.without = sorted(silent | joint)
        spread.joint = sorted(joint)

    def _firms_without_plant(self, every: list[Maker], plants: dict[Holder, list[Maker]]) -> int:
        """Enterprises at work of which no plant is known: no place can be said for them."""
        run = {
            link.start
            for several in plants.values()
            for maker in several
            for link in self.ground.into(maker.id, "OPERATES", "OWNS")
        }
        return sum(not maker.plant and maker.at_work and maker.id not in run for maker in every)

    def evidence(self, share: Share) -> list[Relationship]:
        """What a share rests on: its figures or what its makers make, and whose they are."""
        links = [link for figure in share.figures for link in figure.links]
        if not share.figures:
            links += [link for id_ in share.makers for link in self.ground.out(id_, *MAKES)]
        for id_ in share.makers:
            links += self.holders.reasons(id_)
            if not self.holders.placed and self.ground.nodes[id_].type == "Enterprise":
                links += self.holders.owners.stakes(id_) if self.holders.by == "owner" else []
        return list({link.key: link for link in links}.values())


class _Tree:
    """Holders under those who hold their majority."""

    def __init__(self, holders: Holders, known: Iterable[Holder]) -> None:
        self.below: dict[Holder, set[Holder]] = defaultdict(set)
        tops: set[Holder] = set()
        for holder in known:
            while True:
                above = None if holders.placed else holders.parent(holder)
                if above is None:
                    tops.add(holder)
                    break
                self.below[above].add(holder)
                holder = above
        self.tops = sorted(tops)

    def take(
        self,
        holder: Holder,
        group: Group,
        plants: dict[Holder, list[Maker]],
        firms: dict[Holder, Maker],
    ) -> list[Share]:
        """What a holder and those below it have: each their own, or the holder all by its total."""
        found = [
            share
            for below in sorted(self.below.get(holder, ()))
            for share in self.take(below, group, plants, firms)
        ]
        own = [maker for maker in plants.get(holder, []) if group in maker.figures]
        if own:
            used = tuple(figure for maker in own for figure in maker.figures[group])
            amount = sum(figure.value for figure in used)
            found.append(Share(holder, amount, "plants", tuple(m.id for m in own), used))
        firm = firms.get(holder)
        if firm is None or group not in firm.figures:
            return found
        total = firm.amount(group)
        if found and total < sum(share.amount for share in found):
            return found
        used = tuple(firm.figures[group])
        return [Share(holder, total, "total", (firm.id,), used, self.all_below(holder))]

    def all_below(self, holder: Holder) -> tuple[Holder, ...]:
        """The holder and all under it."""
        below = [each for one in sorted(self.below.get(holder, ())) for each in self.all_below(one)]
        return (holder, *below)

    def sites(self, plants: dict[Holder, list[Maker]], firms: dict[Holder, Maker]) -> list[Share]:
        """Plants at work; an enterprise at work is one where neither it nor one below has a plant."""
        found = []
        for holder in sorted({*plants, *firms}):
            own = [maker.id for maker in plants.get(holder, []) if maker.at_work]
            family = [
                m for each in self.all_below(holder) for m in plants.get(each, []) if m.at_work
            ]
            if not family and holder in firms and firms[holder].at_work:
                own = [holder[0]]
            if own:
                found.append(Share(holder, float(len(own)), "sites", tuple(own)))
        return found
