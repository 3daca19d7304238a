"""A node with its satellites in arcs above it and room for its label below: one block."""

from __future__ import annotations

import math
from collections.abc import Sequence

from lichain.model import Node
from lichain.render.map.glossary import style
from lichain.render.map.layout.shapes import Block, Place
from lichain.render.map.naming import names

LABEL_HEIGHT = 30.0
_SEGMENT_LABEL = 46.0
"""A segment's name is its card's title: it must fit at the zoom that shows the whole map."""
_GAP = 12.0
_HALF_ARC = math.radians(112)
_SATELLITE_GAP = 6.0
_LABEL = (58.0, 116.0)
_SEGMENT_LABEL_WIDTH = 142.0
_WIDE, _NARROW = 12.5, 6.7


def satellite_radius(node: Node) -> float:
    """A satellite is smaller than the schema's size, whatever touches it."""
    return float(style(node.type)["size"]) * 0.35


def radius(node: Node, degree: int) -> float:
    """Half the schema's size, up to a third less where little is known to touch the node."""
    half = float(style(node.type)["size"]) / 2
    weight = min(1.0, math.log1p(degree) / math.log(30))
    return half * (0.62 + 0.38 * weight)


def block(hub: Node, degree: int, satellites: Sequence[Node]) -> Block:
    """The hub with its satellites, as tight as its label and arcs allow."""
    reach = radius(hub, degree)
    ring = _ring([(node.id, satellite_radius(node)) for node in satellites], reach)
    spread = {hub.id: Place(0.0, 0.0, reach), **ring}
    label = _label_width(hub)
    left = max(label / 2, *(place.radius - place.x for place in spread.values()))
    right = max(label / 2, *(place.radius + place.x for place in spread.values()))
    top = max(place.radius - place.y for place in spread.values())
    below = _SEGMENT_LABEL if hub.type == "Segment" else LABEL_HEIGHT
    bottom = max(reach + below, *(place.radius + place.y for place in spread.values()))
    places = {key: place.moved(left + _GAP / 2, top + _GAP / 2) for key, place in spread.items()}
    return Block(hub.id, left + right + _GAP, top + bottom + _GAP, places)


def _ring(satellites: Sequence[tuple[str, float]], reach: float) -> dict[str, Place]:
    """Arcs around a hub of radius `reach`, open at the bottom where its label is."""
    placed: dict[str, Place] = {}
    if not satellites:
        return placed
    largest = max(size for _, size in satellites)
    step = 2 * largest + _SATELLITE_GAP
    distance, rest = reach + largest + _SATELLITE_GAP, list(satellites)
    while rest:
        angle = 2 * math.asin(min(1.0, step / 2 / distance))
        room = int(2 * _HALF_ARC / angle) + 1
        row, rest = rest[:room], rest[room:]
        start = -angle * (len(row) - 1) / 2
        for index, (key, size) in enumerate(row):
            turn = start + angle * index
            placed[key] = Place(distance * math.sin(turn), -distance * math.cos(turn), size)
        distance += step
    return placed


def _label_width(node: Node) -> float:
    """Room for the longer of both names, so that switching the language moves nothing."""
    widest = max(_text_width(name) for name in names(node).values())
    most = _SEGMENT_LABEL_WIDTH if node.type == "Segment" else _LABEL[1]
    return min(max(widest, _LABEL[0]), most)


def _text_width(text: str) -> float:
    return sum(_WIDE if char >= "\u2e80" else _NARROW for char in text[:40])
