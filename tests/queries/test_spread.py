"""The spread of a stop and the tiers of suppliers, on small graphs that are made up at random."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from lichain.analysis import suppliers_upstream, what_stops
from lichain.model import Node, Relationship

NAMES = "abcdef"
supplies = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES), st.sampled_from(["x", "y", None])),
    max_size=14,
)


def rows(links: list[tuple[str, str, str | None]], when: str) -> list[dict[str, Any]]:
    return [
        {
            "facility": None,
            "makes": None,
            "supplier": Node(start, "Enterprise"),
            "supplies": Relationship(f"{n:02}", "SUPPLIES", start, end),
            "customer": Node(end, "Enterprise"),
            "product": Node(product, "Product") if product else None,
            "wider": [product] if product else [],
            "basis": "itself" if start == when else None,
            "place": [],
            "looks": [],
        }
        for n, (start, end, product) in enumerate(links)
        if start != end
    ]


def stopped(links: list[tuple[str, str, str | None]], tiers: int, spread: str) -> dict[Any, str]:
    asked = {"when": "a", "tiers": tiers, "spread": spread}
    found = what_stops.step(rows(links, "a"), asked)
    return {
        (row["who"].id, row["product"] and row["product"].id): row["state"]
        for row in found
        if row["state"] != "stops"
    }


@given(supplies)
def test_cut_off_is_what_only_stopped_suppliers_sell(
    links: list[tuple[str, str, str | None]],
) -> None:
    """At the end of the spread: the least set of enterprises that is closed under being cut off."""
    silent, grown = {"a"}, True
    cut: set[tuple[str, str]] = set()
    while grown:
        bought = {(end, product) for start, end, product in links if start != end and product}
        cut = {
            (who, product)
            for who, product in bought
            if who != "a"
            and {x for x, y, p in links if (y, p) == (who, product) and x != y} <= silent
        }
        grown = bool({who for who, _ in cut} - silent)
        silent |= {who for who, _ in cut}
    found = stopped(links, 6, "cut_off")
    assert {key for key, state in found.items() if state == "cut_off"} == cut


@given(supplies, st.integers(1, 6))
def test_more_tiers_and_a_wider_spread_never_take_a_loss_back(
    links: list[tuple[str, str, str | None]], tiers: int
) -> None:
    few = stopped(links, tiers, "cut_off")
    for more in (stopped(links, tiers + 1, "cut_off"), stopped(links, tiers, "hit")):
        assert few.keys() <= more.keys()
        assert all(more[key] == "cut_off" for key, state in few.items() if state == "cut_off")


@given(supplies, st.integers(1, 6))
def test_a_path_is_as_long_as_its_tier_and_none_is_shorter(
    links: list[tuple[str, str, str | None]], tiers: int
) -> None:
    found = rows(links, "a")
    alone = {"supplier": None, "supplies": None, "customer": Node("a", "Enterprise"),
             "product": None, "looks": []}  # fmt: skip
    told = suppliers_upstream.step([*found, alone], {"of": "a", "tiers": tiers})
    tier = {row["enterprise"].id: row["tier"] for row in told}
    assert tier["a"] == 0
    for row in told[1:]:
        assert len(row["path"]) == 2 * row["tier"] + 1
    for start, end, _ in links:
        if start != end and tier.get(end, tiers) < tiers:
            assert tier[start] <= tier[end] + 1
