"""The page of a thing holds what its questions answer, no more and no less."""

from __future__ import annotations

import pytest

from lichain.analysis.profile import profile
from lichain.errors import UnknownName
from lichain.queries import run
from lichain.store import Store

pytestmark = pytest.mark.neo4j


@pytest.mark.parametrize(
    ("name", "id_", "asks"),
    [
        ("宜春", "cn-360900", "facilities"),
        ("宁德时代", "catl", "who_supplies"),
        ("cathode", "cathode", "active_in"),
        ("碳酸锂", "lithium-carbonate", "who_supplies"),
        ("mofcom-gacc-2025-58", "mofcom-gacc-2025-58", "provisions_of"),
    ],
)
def test_a_page_is_of_the_thing_named_and_answers_its_questions(
    loaded: Store, name: str, id_: str, asks: str
) -> None:
    page = profile(loaded, name, rows=5)
    assert page.node.id == id_
    assert asks in [section.result.question.name for section in page.sections]
    assert any(section.total for section in page.sections)
    for section in page.sections:
        whole = run(
            section.result.question.name,
            loaded,
            **{k: v for k, v in section.result.parameters.items() if v is not None},
        )
        assert section.total == len(whole.rows)
        assert section.result.rows == whole.rows[:5]
        assert section.result.more == (len(whole.rows) > 5)
        shown = {one.source for row in section.result.rows for one in row.evidence}
        assert set(section.result.sources) == shown


def test_a_shared_name_is_told_apart_by_its_type(loaded: Store) -> None:
    found = {
        kind: profile(loaded, "正极材料", kind=kind, rows=1).node.id
        for kind in ("Product", "Segment")
    }
    assert found == {"Product": "cathode-material", "Segment": "cathode"}


def test_days_and_confidence_reach_every_question_that_has_them(loaded: Store) -> None:
    page = profile(loaded, "catl", as_of="2020-06-30", min_confidence="disclosed")
    for section in page.sections:
        for row in section.result.rows:
            if "min_confidence" in section.result.parameters:
                assert {one.confidence for one in row.evidence} <= {"disclosed"}
                assert section.result.parameters["min_confidence"] == "disclosed"
    assert page.asked == {"as_of": "2020-06-30", "min_confidence": "disclosed"}


def test_a_name_without_a_page_is_said_so(loaded: Store) -> None:
    with pytest.raises(UnknownName, match="thing that has a profile"):
        profile(loaded, "没有这个东西")
