"""Puts the map together: the chain above, places and the bodies in them below, policies at the foot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lichain.model import Node, Relationship
from lichain.render.map.layout.columns import Stratum, chain
from lichain.render.map.layout.contents import Cards, Contents, contents
from lichain.render.map.layout.shapes import Band, Card, Layout, Place
from lichain.render.map.layout.shelves import shelves
from lichain.render.map.layout.ties import Neighbours

ASPECT = 1.5
"""Width to height of a map: what a wide screen leaves beside the legend."""
_GAP = 88.0
_FIRST, _STEP, _STEPS = 240.0, 1.3, 16
_WIDER = (1.1, 1.2, 1.35, 1.5, 1.75, 2.0, 2.4)
_FINER = (0.82, 0.88, 0.94, 1.06, 1.13, 1.2)


def lay_out(nodes: Sequence[Node], relationships: Sequence[Relationship]) -> Layout:
    """A place for every node; sources and dangling relationships are the caller's to leave out."""
    neighbours = Neighbours(nodes, relationships)
    if not neighbours.nodes:
        return Layout({}, (), ())
    inside = contents(neighbours)

    def crookedness(size: tuple[float, float]) -> float:
        return _crookedness(_stacked(inside, size, neighbours, pulled=False))

    coarse = min(((_FIRST * _STEP**step, 0.0) for step in range(_STEPS)), key=crookedness)
    fine = min((coarse, *((coarse[0] * factor, 0.0) for factor in _FINER)), key=crookedness)
    width = _size(_stacked(inside, fine, neighbours, pulled=False))[0]
    best = min((fine, *((fine[0], width * factor) for factor in _WIDER)), key=crookedness)
    return _stacked(inside, best, neighbours, pulled=True)


def _stacked(
    inside: Contents, size: tuple[float, float], neighbours: Neighbours, *, pulled: bool
) -> Layout:
    """Everything for one height and least width of the chain; `pulled` puts cards near their ties."""
    height, least = size
    empty = Stratum(max(height * ASPECT, least), 0.0, {}, [], [])
    top = chain(inside.columns, height, least) if inside.columns else empty
    places, cards, bands = dict(top.places), list(top.cards), list(top.bands)
    bottom = top.height
    for key, content in inside.strata:
        pull = _pull(content, neighbours, places) if pulled else {}
        level = shelves(content, max(top.width, _widest(content)), pull)
        start = bottom + (_GAP if bottom else 0.0)
        if inside.columns:
            bands.append(Band("stratum", key, 0.0, start - _GAP * 0.55, level.width, _GAP * 0.5))
        places |= {node: place.moved(0.0, start) for node, place in level.places.items()}
        cards += [
            Card(each.key, each.x, each.y + start, each.width, each.height) for each in level.cards
        ]
        bottom = start + level.height
    return Layout(places, tuple(cards), tuple(bands))


def _widest(content: Cards) -> float:
    return max(block.width for blocks in content.values() for block in blocks) + 40


def _pull(content: Cards, neighbours: Neighbours, placed: Mapping[str, Place]) -> dict[str, float]:
    """The mean x of what a card's nodes are tied to further up."""
    pull = {}
    for key, blocks in content.items():
        near = [each.id for item in blocks for node in item.places for each in neighbours.of(node)]
        found = [placed[node].x for node in near if node in placed]
        pull[key] = sum(found) / len(found) if found else 0.0
    return pull


def _crookedness(layout: Layout) -> float:
    """How far the map is from the shape of a screen."""
    width, height = _size(layout)
    return abs(width / height - ASPECT)


def _size(layout: Layout) -> tuple[float, float]:
    width = max(card.x + card.width for card in layout.cards)
    return width, max(card.y + card.height for card in layout.cards)
