"""Whose a plant is: its operators, the owner at the end of the stakes, or the place where it stands."""

from __future__ import annotations

from lichain.analysis.ground import Ground, text
from lichain.analysis.owners import Owners
from lichain.model import Relationship

Holder = tuple[str, ...]
"""Ids: one, or those who hold together what none of them holds alone; empty where nobody is known."""
LEVELS = {"region": "province", "country": "country"}


class Holders:
    """Holders of plants by enterprise, owner, region or country."""

    def __init__(self, ground: Ground, by: str) -> None:
        self.ground, self.by = ground, by
        self.owners = Owners([link for link in ground.links if link.type == "OWNS"])

    @property
    def placed(self) -> bool:
        """Whether holders are places, where an enterprise's total cannot be put."""
        return self.by in LEVELS

    def of_plant(self, plant: str) -> Holder:
        """Who runs it (not those who only own who runs it), or the places it stands in."""
        if self.placed:
            return self._places(plant)
        running = {link.start for link in self._in_charge(plant)}
        above = {owner for each in running for owner in self.owners.above(each) if each != owner}
        return tuple(sorted(running - above or running))

    def parent(self, holder: Holder) -> Holder | None:
        """The holder that a total of may count this one in; None for one at the top."""
        tops = {self.owners.ultimate(each) for each in holder}
        if len(tops) > 1:
            return None
        (top,) = tops
        if len(holder) > 1:
            return (top,)
        after = self.owners.parent(holder[0])
        return None if holder[0] == top or after is None else (after,)

    def shown(self, holder: Holder) -> Holder:
        """The holder as the answer names it: its ultimate owner where those are asked for."""
        if self.by != "owner":
            return holder
        return tuple(sorted({self.owners.ultimate(each) for each in holder}))

    def reasons(self, plant: str) -> list[Relationship]:
        """The facts that make it theirs."""
        if self.placed:
            return self.ground.out(plant, "LOCATED_IN")
        links = self._in_charge(plant)
        if self.by == "owner":
            return [*links, *(up for link in links for up in self.owners.stakes(link.start))]
        return links

    def _in_charge(self, plant: str) -> list[Relationship]:
        """Who runs it now, else who holds its majority, else its owners; that majority first for owners."""
        stake = self.owners.stake.get(plant)
        majority = [stake] if stake else []
        operators = _open(self.ground.into(plant, "OPERATES"))
        first, second = (majority, operators) if self.by == "owner" else (operators, majority)
        return first or second or _open(self.ground.into(plant, "OWNS"))

    def _places(self, plant: str) -> Holder:
        near = {
            region
            for link in self.ground.out(plant, "LOCATED_IN")
            for region in self.ground.up(link.end, "PART_OF")
        }
        kind = LEVELS[self.by]
        found = {
            region for region in near if self.ground.nodes[region].properties.get("kind") == kind
        }
        return tuple(sorted(found))


def _open(links: list[Relationship]) -> list[Relationship]:
    """Those that have not ended; all of them where all have."""
    return [link for link in links if not text(link, "valid_to")] or links
