"""How far a plant or a line of business has come, out of dated statuses that do not all agree.

A plant does not fall back from building to announced: the furthest step counts, whatever a later
list of announcements calls it. What stops a plant counts if it is no older than that step.
"""

from __future__ import annotations

from collections.abc import Iterable

from lichain.analysis.ground import text
from lichain.model import Relationship

STEPS = ("stated", "exploration", "announced", "planned", "signed", "construction", "operating")
STOPS = ("paused", "idle", "cancelled", "closed")
AT_WORK = frozenset({"operating", "idle"})
BUILDING = frozenset({"construction", "paused"})
PLANNED = frozenset({"exploration", "announced", "planned", "signed"})
GONE = frozenset({"cancelled", "closed"})


def state(links: Iterable[Relationship]) -> str:
    """The status that stands, of ACTIVE_IN and PRODUCES; empty where none is known."""
    dated = [(text(link, "status"), text(link, "valid_from")) for link in links]
    steps = [(STEPS.index(status), since) for status, since in dated if status in STEPS]
    step, since = max(steps, default=(-1, ""))
    stops = [(day, STOPS.index(status)) for status, day in dated if status in STOPS]
    stopped, stop = max(stops, default=("", -1))
    if stop >= 0 and stopped >= since:
        return STOPS[stop]
    return STEPS[step] if step >= 0 else ""
