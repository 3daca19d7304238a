from __future__ import annotations

import math
from itertools import combinations, pairwise
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lichain.model import Node, Relationship
from lichain.render.map.layout import Layout, lay_out
from lichain.render.map.payload import Drawn
from lichain.schema import schema

STAGES = ["upstream", "midstream", "downstream", "recycling"]


@pytest.fixture(scope="module")
def drawn(graphs: ModuleType) -> Drawn:
    return Drawn.of(*graphs.industry())


@pytest.fixture(scope="module")
def layout(drawn: Drawn) -> Layout:
    return lay_out(drawn.nodes, drawn.relationships)


def overlaps(layout: Layout) -> list[tuple[str, str]]:
    return [
        (one, other)
        for (one, a), (other, b) in combinations(layout.places.items(), 2)
        if math.hypot(a.x - b.x, a.y - b.y) < a.radius + b.radius - 1e-6
    ]


def test_every_node_has_a_place_and_none_lies_on_another(drawn: Drawn, layout: Layout) -> None:
    assert set(layout.places) == {node.id for node in drawn.nodes}
    assert overlaps(layout) == []


def test_the_order_of_the_input_does_not_matter(drawn: Drawn, layout: Layout) -> None:
    assert lay_out(drawn.nodes[::-1], drawn.relationships[::-1]) == layout


def test_the_chain_runs_from_left_to_right(drawn: Drawn, layout: Layout) -> None:
    segments = [node for node in drawn.nodes if node.properties.get("stage") in STAGES]
    steps: dict[tuple[int, int], list[float]] = {}
    for node in segments:
        step = (
            STAGES.index(str(node.properties["stage"])),
            int(str(node.properties["position"])) // 10,
        )
        steps.setdefault(step, []).append(layout.places[node.id].x)
    for before, after in pairwise(sorted(steps)):
        assert max(steps[before]) < min(steps[after])


def test_stage_headings_are_in_order_and_apart(layout: Layout) -> None:
    stages = [band for band in layout.bands if band.kind == "stage"]
    assert [band.key for band in stages] == STAGES
    for before, after in pairwise(stages):
        assert before.x + before.width < after.x


def test_members_stand_in_the_card_of_their_segment(drawn: Drawn, layout: Layout) -> None:
    cards = {card.key: card for card in layout.cards}
    made_by = {each.start: each.end for each in drawn.relationships if each.type == "BELONGS_TO"}
    for product, segment in made_by.items():
        card, place = cards[f"segment:{segment}"], layout.places[product]
        assert card.x < place.x < card.x + card.width
        assert card.y < place.y < card.y + card.height


def test_satellites_ring_what_they_are_about(drawn: Drawn, layout: Layout) -> None:
    for each in drawn.relationships:
        if each.type == "HAS_PROVISION":
            policy, provision = layout.places[each.start], layout.places[each.end]
            assert math.hypot(policy.x - provision.x, policy.y - provision.y) < 160


def test_cards_do_not_overlap_and_hold_their_nodes(layout: Layout) -> None:
    for a, b in combinations(layout.cards, 2):
        apart_x = a.x + a.width <= b.x + 1e-6 or b.x + b.width <= a.x + 1e-6
        apart_y = a.y + a.height <= b.y + 1e-6 or b.y + b.height <= a.y + 1e-6
        assert apart_x or apart_y, (a, b)
    for place in layout.places.values():
        assert any(
            card.x <= place.x - place.radius + 1e-6 and place.x + place.radius <= card.x + card.width + 1e-6
            and card.y <= place.y - place.radius + 1e-6 and place.y + place.radius <= card.y + card.height + 1e-6
            for card in layout.cards
        )  # fmt: skip


def test_the_map_has_about_the_shape_of_a_screen(layout: Layout) -> None:
    width = max(card.x + card.width for card in layout.cards)
    height = max(card.y + card.height for card in layout.cards)
    assert 1.2 < width / height < 1.9


def test_nothing_gives_nothing() -> None:
    assert lay_out([], []) == Layout({}, (), ())


def test_regions_that_contain_each_other_end() -> None:
    nodes = [Node(key, "Region", {"kind": "county"}) for key in "ab"]
    ring = [Relationship("1", "PART_OF", "a", "b"), Relationship("2", "PART_OF", "b", "a")]
    assert set(lay_out(nodes, ring).places) == {"a", "b"}


kinds = st.sampled_from([*sorted(set(schema().nodes) - {"Source"}), "Stranger"])
links = st.sampled_from(sorted(schema().relationships))
stages = st.sampled_from([*STAGES, "whole", "beside", "nowhere"])


@st.composite
def tangles(draw: st.DrawFn) -> tuple[list[Node], list[Relationship]]:
    """Any types joined in any way, sensible or not."""
    count = draw(st.integers(1, 25))
    nodes = [
        Node(
            f"n{index}", draw(kinds), {"stage": draw(stages), "position": draw(st.integers(0, 999))}
        )
        for index in range(count)
    ]
    ends = st.integers(0, count - 1)
    joined = draw(st.lists(st.tuples(links, ends, ends), max_size=50))
    return nodes, [
        Relationship(f"r{index}", kind, f"n{start}", f"n{end}")
        for index, (kind, start, end) in enumerate(joined)
    ]


@settings(max_examples=60, deadline=None)
@given(tangles())
def test_any_tangle_is_laid_out_without_overlaps(
    tangle: tuple[list[Node], list[Relationship]],
) -> None:
    nodes, relationships = tangle
    layout = lay_out(nodes, relationships)
    assert set(layout.places) == {node.id for node in nodes}
    assert all(
        math.isfinite(place.x) and math.isfinite(place.y) for place in layout.places.values()
    )
    assert overlaps(layout) == []
