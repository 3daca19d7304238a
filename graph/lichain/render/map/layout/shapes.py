"""What a layout is made of; lengths are canvas units (pixels at zoom 1), y runs downwards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where a node's centre is, and how far it reaches."""

    x: float
    y: float
    radius: float

    def moved(self, dx: float, dy: float) -> Place:
        """The same node elsewhere."""
        return Place(self.x + dx, self.y + dy, self.radius)


@dataclass(frozen=True, slots=True)
class Block:
    """A node with its satellites, as one rectangle from (0, 0) that nothing else may enter."""

    id: str
    width: float
    height: float
    places: Mapping[str, Place]


@dataclass(frozen=True, slots=True)
class Card:
    """A rectangle drawn behind the nodes that live in it; `key` is its home."""

    key: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Band:
    """A heading: a stage above its columns, or a stratum (`chain`, `places`, `policies`)."""

    kind: str
    key: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything goes."""

    places: Mapping[str, Place]
    cards: tuple[Card, ...]
    bands: tuple[Band, ...]
