"""Blocks in rows inside a card of a given width."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lichain.render.map.layout.shapes import Block, Place

PADDING = 14.0


@dataclass(frozen=True, slots=True)
class Packed:
    """A card's content; `width` and `height` include the padding on all sides."""

    key: str
    width: float
    height: float
    places: dict[str, Place]


def narrowest(blocks: Sequence[Block]) -> float:
    """The least width a card of these blocks can have."""
    return max(block.width for block in blocks) + 2 * PADDING


def pack(key: str, blocks: Sequence[Block], width: float, stretch: float = 1.0) -> Packed:
    """Fills rows from the left, spread evenly over the width; `stretch` sets rows further apart."""
    inner = max(width, narrowest(blocks)) - 2 * PADDING
    rows: list[list[Block]] = [[]]
    for block in blocks:
        if rows[-1] and sum(each.width for each in rows[-1]) + block.width > inner:
            rows.append([])
        rows[-1].append(block)
    places: dict[str, Place] = {}
    top = PADDING
    for row in rows:
        height = max(block.height for block in row)
        places |= _row(row, top + height * (1 + stretch) / 2, inner)
        top += height * stretch
    return Packed(key, inner + 2 * PADDING, top + PADDING, places)


def _row(row: Sequence[Block], baseline: float, inner: float) -> dict[str, Place]:
    """Blocks stand on one line, so that their labels do too."""
    places: dict[str, Place] = {}
    gap = (inner - sum(block.width for block in row)) / (len(row) + 1)
    left = PADDING + gap
    for block in row:
        for key, place in block.places.items():
            places[key] = place.moved(left, baseline - block.height)
        left += block.width + gap
    return places
