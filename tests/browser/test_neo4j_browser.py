"""Every question, pasted into Neo4j Browser as it is, after the `:param` line it offers."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from lichain.local import Address
from lichain.queries.catalogue import catalogue
from lichain.queries.question import Question
from lichain.store import Store

from ..graph import loaded as loaded

pytestmark = [pytest.mark.browser, pytest.mark.neo4j]

PARAM = re.compile(r"^// (:param .*)$", re.MULTILINE)
SECONDS = 30_000


@pytest.fixture(scope="module")
def neo4j_browser(chromium: Browser, neo4j_server: Address) -> Iterator[Page]:
    """Neo4j Browser, connected to the session's server with its password."""
    page = chromium.new_context(viewport={"width": 1400, "height": 900}).new_page()
    page.set_default_timeout(SECONDS)
    page.goto(neo4j_server.browser)
    page.fill("[data-testid=boltaddress]", neo4j_server.uri.split("://")[1])
    page.select_option("[data-testid=authenticationMethod]", value="NATIVE")
    page.fill("[data-testid=username]", neo4j_server.user)
    page.fill("[data-testid=password]", neo4j_server.password)
    page.click("[data-testid=connect]")
    expect(page.get_by_text("You are connected as user")).to_be_visible(timeout=SECONDS)
    yield page
    page.context.close()


def enter(page: Page, text: str) -> None:
    """Puts text into the editor, as one pastes, and runs it."""
    page.click("[data-testid=activeEditor]")
    page.keyboard.insert_text(text)
    page.click("[data-testid=editor-Run]")


def answer(page: Page, text: str) -> str:
    """What the frame of a statement says, once it has run."""
    enter(page, ":clear")
    expect(page.locator("[data-testid=frame]")).to_have_count(0, timeout=SECONDS)
    enter(page, text)
    frame = page.locator("[data-testid=frame]").first
    expect(frame).to_be_visible(timeout=SECONDS)
    expect(frame.locator("[data-testid=spinner]")).to_have_count(0, timeout=SECONDS)
    expect(frame.locator("[data-testid=rerunFrameButton]")).to_be_visible(timeout=SECONDS)
    return frame.inner_text()


@pytest.mark.parametrize("question", catalogue().values(), ids=lambda question: question.name)
def test_a_question_runs_as_pasted(neo4j_browser: Page, loaded: Store, question: Question) -> None:
    offered = PARAM.search(question.cypher)
    assert bool(offered) == bool(question.parameters)
    if offered:
        assert "ERROR" not in answer(neo4j_browser, offered[1])
    said = answer(neo4j_browser, question.cypher)
    assert "ERROR" not in said
    assert "Neo.ClientError" not in said
    assert re.search(
        r"Displaying \d+ nodes|Only first 300 nodes|Started streaming \d+ records", said
    ), said[-400:]


def test_an_answer_is_drawn_with_names(neo4j_browser: Page, loaded: Store) -> None:
    answer(neo4j_browser, ":param {what: null, to: 'catl', where: null, by: null}")
    said = answer(neo4j_browser, catalogue()["who_supplies"].cypher)
    assert "SUPPLIES" in said
    assert re.search(r"Enterprise \(\d+\)", said)
    captions = neo4j_browser.locator("[data-testid=frame] svg text").all_text_contents()
    assert any("宁德时代" in caption for caption in captions)


def test_a_mistake_is_seen_as_one(neo4j_browser: Page, loaded: Store) -> None:
    assert "Neo.ClientError" in answer(neo4j_browser, "MATCH (n RETURN n")
