"""The chain: stages from left to right, one column per step of a stage, a card per segment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lichain.render.map.layout.packing import Packed, narrowest, pack
from lichain.render.map.layout.shapes import Band, Block, Card, Place

GAP = 46.0
HEADING = 58.0
STAGES = ("upstream", "midstream", "downstream", "recycling")
_HALVINGS = 6
_STRETCH = 1.35


@dataclass(frozen=True, slots=True)
class Stratum:
    """One level of the map, from (0, 0)."""

    width: float
    height: float
    places: dict[str, Place]
    cards: list[Card]
    bands: list[Band]


@dataclass(frozen=True, slots=True)
class Column:
    """The cards of one step along the chain, top to bottom."""

    stage: str
    cards: tuple[tuple[str, tuple[Block, ...]], ...]

    def fitted(self, height: float) -> list[Packed]:
        """The narrowest set of cards that is no higher than `height`."""
        low = max(narrowest(blocks) for _, blocks in self.cards)
        high = max(sum(block.width for block in blocks) for _, blocks in self.cards) + low
        if self._height(low) <= height:
            return self._packed(low)
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            if self._height(middle) <= height:
                high = middle
            else:
                low = middle
        return self._packed(high)

    def widened(self, packed: Sequence[Packed], spare: float) -> list[Packed]:
        """The same cards, each wider by `spare`."""
        return self._packed(packed[0].width + spare)

    def stretched(self, packed: Sequence[Packed], height: float) -> list[Packed]:
        """The same cards with their rows further apart, where `height` leaves room for that."""
        used = sum(card.height + GAP / 2 for card in packed)
        return self._packed(packed[0].width, min(_STRETCH, max(1.0, height / used)))

    def _packed(self, width: float, stretch: float = 1.0) -> list[Packed]:
        return [pack(key, blocks, width, stretch) for key, blocks in self.cards]

    def _height(self, width: float) -> float:
        return sum(card.height + GAP / 2 for card in self._packed(width))


def chain(columns: Sequence[Column], height: float, width: float = 0.0) -> Stratum:
    """The columns side by side, each centred on the height of the tallest, under their stages.

    Columns are widened alike where they do not fill `width`.
    """
    fitted = [column.fitted(height) for column in columns]
    natural = sum(packed[0].width + GAP for packed in fitted) - GAP
    if (spare := (width - natural) / len(columns)) > 0:
        fitted = [
            column.widened(packed, spare) for column, packed in zip(columns, fitted, strict=True)
        ]
    tallest = max(sum(card.height + GAP / 2 for card in cards) for cards in fitted)
    places: dict[str, Place] = {}
    cards: list[Card] = []
    spans: dict[str, tuple[float, float]] = {}
    left = 0.0
    for column, tight in zip(columns, fitted, strict=True):
        packed = column.stretched(tight, tallest)
        width = max(card.width for card in packed)
        spare = (tallest - sum(card.height for card in packed)) / len(packed)
        top = HEADING + GAP / 2 + spare / 2
        for card in packed:
            places |= {key: place.moved(left, top) for key, place in card.places.items()}
            cards.append(Card(card.key, left, top, width, card.height))
            top += card.height + spare
        spans[column.stage] = (spans.get(column.stage, (left, 0.0))[0], left + width)
        left += width + GAP
    bands = [Band("stage", stage, x, 0.0, end - x, HEADING) for stage, (x, end) in spans.items()]
    return Stratum(left - GAP, HEADING + GAP / 2 + tallest, places, cards, bands)


def columns_of(
    segments: Mapping[str, tuple[str, int]], cards: Mapping[str, tuple[Block, ...]]
) -> list[Column]:
    """Columns from the cards of segments; `segments` gives each card's stage and position."""
    steps: dict[tuple[int, int], list[str]] = {}
    for key, (stage, position) in segments.items():
        steps.setdefault((STAGES.index(stage), position // 10), []).append(key)
    return [
        Column(
            STAGES[step[0]],
            tuple(
                (key, cards[key]) for key in sorted(keys, key=lambda key: (segments[key][1], key))
            ),
        )
        for step, keys in sorted(steps.items())
    ]
