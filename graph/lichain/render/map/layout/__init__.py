"""Positions computed beforehand: the same graph gives the same picture, with nothing on top of another."""

from lichain.render.map.layout.arrange import lay_out
from lichain.render.map.layout.shapes import Band, Card, Layout, Place

__all__ = ["Band", "Card", "Layout", "Place", "lay_out"]
