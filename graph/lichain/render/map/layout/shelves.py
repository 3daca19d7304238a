"""Cards in rows over a given width: the places and the policies."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from lichain.render.map.layout.columns import Stratum
from lichain.render.map.layout.packing import Packed, narrowest, pack
from lichain.render.map.layout.shapes import Block, Card, Place

GAP = 26.0
_SHAPE = 1.5


def shelves(
    cards: Mapping[str, tuple[Block, ...]], width: float, pull: Mapping[str, float]
) -> Stratum:
    """Rows of cards, the biggest first; within a row, from left to right by `pull`."""
    order = sorted(cards, key=lambda key: (-_area(cards[key]), key))
    rows = _rows([(key, _preferred(cards[key], width)) for key in order], width)
    places: dict[str, Place] = {}
    drawn: list[Card] = []
    top = 0.0
    for row in rows:
        packed = _justified(
            sorted(row, key=lambda each: (pull.get(each[0], 0.0), each[0])), cards, width
        )
        height = max(card.height for card in packed)
        left = 0.0
        for card in packed:
            sunk = top + (height - card.height) / 2
            places |= {key: place.moved(left, sunk) for key, place in card.places.items()}
            drawn.append(Card(card.key, left, top, card.width, height))
            left += card.width + GAP
        top += height + GAP
    return Stratum(width, max(top - GAP, 0.0), places, drawn, [])


def _area(blocks: Sequence[Block]) -> float:
    return sum(block.width * block.height for block in blocks)


def _preferred(blocks: Sequence[Block], width: float) -> float:
    return min(max(narrowest(blocks), math.sqrt(_area(blocks) * _SHAPE) * 1.15), width)


def _rows(cards: Sequence[tuple[str, float]], width: float) -> list[list[tuple[str, float]]]:
    rows: list[list[tuple[str, float]]] = [[]]
    for key, wanted in cards:
        used = sum(each + GAP for _, each in rows[-1])
        if rows[-1] and used + wanted > width:
            rows.append([])
        rows[-1].append((key, wanted))
    return [row for row in rows if row]


def _justified(
    row: Sequence[tuple[str, float]], cards: Mapping[str, tuple[Block, ...]], width: float
) -> list[Packed]:
    """The row's cards widened in proportion, so that both edges of the map are straight."""
    spare = width - sum(wanted for _, wanted in row) - GAP * (len(row) - 1)
    total = sum(wanted for _, wanted in row)
    return [pack(key, cards[key], wanted + max(spare, 0.0) * wanted / total) for key, wanted in row]
