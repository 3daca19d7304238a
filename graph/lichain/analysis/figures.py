"""Capacity figures of plants and enterprises, and which of several counts.

Actual before estimate, plans and targets never; of several of one nature the latest, undated ones
last; of several of one period the largest (the first line, and both lines). A bound (about, at
least …) is taken at its value, a range at its lower end.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from lichain.analysis.ground import Ground, number, text
from lichain.model import Node, Relationship

NATURES = ("estimate", "actual")
Group = tuple[str, str]
"""The base unit and what a tonnage counts (empty where not said): only such figures add up."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One capacity of one thing, in base units, of one product or of several together."""

    number: Node
    subject: str
    products: frozenset[str]
    links: tuple[Relationship, ...]

    def said(self, name: str) -> str:
        """A property of the number as text, empty where it is unknown."""
        return str(self.number.properties.get(name) or "")

    @property
    def value(self) -> float:
        """In the base unit of its group."""
        return number(self.number, "base_value") or 0.0

    @property
    def group(self) -> Group:
        """What it may be added to."""
        return self.said("base_unit"), self.said("basis")

    @property
    def estimated(self) -> bool:
        """Whether it is an estimate."""
        return self.said("nature") == "estimate"

    def order(self) -> tuple[int, str, float, str]:
        """By what the last of several counts."""
        return (
            NATURES.index(self.said("nature")),
            self.said("period_end"),
            self.value,
            self.number.id,
        )


def figures(ground: Ground, subject: str, as_of: str | None) -> list[Figure]:
    """The capacities of `subject` that are no plans, and not of a time after `as_of`."""
    found = []
    for link in ground.into(subject, "OF"):
        node = ground.nodes.get(link.start)
        if text(link, "role") != "subject" or node is None:
            continue
        scopes = [of for of in ground.out(node.id, "OF") if text(of, "role") == "scope"]
        figure = Figure(node, subject, frozenset(of.end for of in scopes), (link,))
        early = as_of is None or figure.said("period_start") <= as_of
        if early and figure.said("nature") in NATURES and node.properties["metric"] == "capacity":
            found.append(figure)
    return found


def chosen(ground: Ground, several: Iterable[Figure], kinds: set[str]) -> dict[Group, list[Figure]]:
    """The figures that add up to the capacity for the products `kinds`, by unit.

    One for each set of products; not those of a kind of another's product, nor those of what goes
    into another's (a plant's base film, which it coats).
    """
    sets: dict[Group, dict[frozenset[str], list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for figure in several:
        if figure.products and figure.products <= kinds:
            sets[figure.group][figure.products].append(figure)
    found = {}
    for group, by_products in sorted(sets.items()):
        alone = [
            products
            for products in by_products
            if not any(_within(ground, products, other) for other in by_products)
        ]
        # A circle of inputs would leave nothing: then all stand.
        kept = alone or list(by_products)
        found[group] = [
            max(by_products[products], key=Figure.order) for products in sorted(kept, key=sorted)
        ]
    return found


def _within(ground: Ground, products: frozenset[str], other: frozenset[str]) -> bool:
    """Whether `other` counts the same goods: it is the wider, or is made of them."""
    if products == other:
        return False
    if products < other:
        return True
    wider = all(any(up in other for up in ground.up(one, "KIND_OF")) for one in products)
    return wider or (
        _goes_into(ground, products, other) and not _goes_into(ground, other, products)
    )


def _goes_into(ground: Ground, products: frozenset[str], other: frozenset[str]) -> bool:
    return all(any(link.end in other for link in ground.out(one, "INPUT_TO")) for one in products)
