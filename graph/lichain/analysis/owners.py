"""Who holds the majority of whom, and who stands at the end of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from lichain.analysis.ground import number, text
from lichain.model import Relationship

_MAJORITY = 50.0


class Owners:
    """The majority holder of each thing, one at most, and the ultimate one.

    Of the stakes of one owner in one thing the latest counts: one without an end before one that
    has ended, then the later start; of two with one start both must pass. Stakes that are only
    announced or agreed are none. Two majority holders of one thing contradict each other: it has
    none then. The members of a circle have the first of them by id for their ultimate owner.
    """

    def __init__(self, stakes: Iterable[Relationship]) -> None:
        between: dict[tuple[str, str], list[Relationship]] = defaultdict(list)
        for stake in stakes:
            if text(stake, "status") in ("", "held") and "share" in stake.properties:
                between[stake.start, stake.end].append(stake)
        held: dict[str, list[tuple[str, Relationship]]] = defaultdict(list)
        for (owner, owned), several in sorted(between.items()):
            last = max(map(_recency, several))
            now = [stake for stake in several if _recency(stake) == last]
            if owner != owned and all(_share(stake) > _MAJORITY for stake in now):
                held[owned].append((owner, now[0]))
        self.stake = {owned: by[0][1] for owned, by in held.items() if len(by) == 1}

    def parent(self, id_: str) -> str | None:
        """Who holds the majority of it."""
        stake = self.stake.get(id_)
        return stake.start if stake else None

    def above(self, id_: str) -> list[str]:
        """Its majority holder, that one's, and so on, each once; never itself."""
        found: list[str] = []
        while (id_after := self.parent(found[-1] if found else id_)) is not None:
            if id_after == id_ or id_after in found:
                break
            found.append(id_after)
        return found

    def ultimate(self, id_: str) -> str:
        """The last owner by majorities; itself where nobody holds its majority."""
        above = self.above(id_)
        last = above[-1] if above else id_
        beyond = self.parent(last)
        if beyond is None:
            return last
        circle = [beyond, *self.above(beyond)]
        return min(circle)

    def stakes(self, id_: str) -> list[Relationship]:
        """The stakes on the way up from it."""
        return [self.stake[owned] for owned in [id_, *self.above(id_)] if owned in self.stake]


def _recency(stake: Relationship) -> tuple[bool, str]:
    return not text(stake, "valid_to"), text(stake, "valid_from")


def _share(stake: Relationship) -> float:
    return number(stake, "share") or 0.0
