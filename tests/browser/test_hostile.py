from __future__ import annotations

import pytest

from ..render import graphs
from .conftest import Opened, Opener

pytestmark = pytest.mark.browser

SHORT = [name for name in graphs.HOSTILE if len(name) < 1000]
LONG = graphs.HOSTILE[-1]


@pytest.fixture
def hostile(opener: Opener) -> Opened:
    nodes, relationships, sources = graphs.hostile()
    return opener(nodes, relationships, sources, title=graphs.HOSTILE[0])


def test_hostile_names_run_nothing_anywhere(hostile: Opened) -> None:
    page = hostile.page
    assert page.title() == graphs.HOSTILE[0]
    assert page.inner_text("h1") == graphs.HOSTILE[0]
    for name in SHORT:
        page.fill("#search", name)
        page.keyboard.press("Enter")
        page.wait_for_timeout(20)
    page.click("#view-table")
    for button in page.locator("#listing tbody button").all():
        button.click()
        for why in page.locator("#panel .why").all()[:1]:
            why.click()
    page.click("#lang-en")
    page.click("#view-map")
    page.mouse.move(*hostile.point_of(graphs.HOSTILE[0]))
    page.wait_for_timeout(200)
    assert page.evaluate("window.pwned") is None
    assert page.locator("body img, #panel script, #listing script, #results script").count() == 0
    assert (
        page.eval_on_selector_all(
            "a[href]", "all => all.filter(a => /^(javascript|data):/i.test(a.href)).length"
        )
        == 0
    )


@pytest.mark.parametrize(
    "name", [name for name in SHORT if "\n" not in name], ids=range(len(SHORT) - 1)
)
def test_a_hostile_name_is_shown_as_the_text_it_is(hostile: Opened, name: str) -> None:
    hostile.page.click("#view-table")
    shown = hostile.page.eval_on_selector_all(
        "#listing tbody tr", "all => all.map(row => row.querySelector('button').textContent)"
    )
    plain = name.translate({ord(mark): None for mark in "\u202e\u2066\u200f"})
    hostile.page.locator("#listing tbody button").nth(shown.index(plain)).click()
    assert hostile.page.text_content("#panel h2") == name
    assert name in (hostile.page.text_content("#panel .facts") or "")
    assert name in (hostile.page.text_content("#panel .id") or "")


def test_a_very_long_name_is_short_in_lists_and_whole_in_the_panel(hostile: Opened) -> None:
    hostile.page.fill("#search", "超超超")
    option = hostile.page.locator("#results b").first
    assert len(option.inner_text()) <= 80
    hostile.page.keyboard.press("Enter")
    assert hostile.page.text_content("#panel h2") == LONG
    box = hostile.page.locator("#panel").bounding_box()
    assert box is not None
    assert box["height"] < 900
    assert hostile.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    hostile.page.click("#view-table")
    names = hostile.page.eval_on_selector_all(
        "#listing button", "all => all.map(e => e.textContent.length)"
    )
    assert max(names) <= 120


def test_an_emoji_is_not_cut_in_two(hostile: Opened) -> None:
    hostile.page.fill("#search", "电池")
    assert "👩‍🔬🔋 电池" in hostile.page.inner_text("#results")


def test_an_injected_script_would_not_run(hostile: Opened) -> None:
    """The policy holds even where the escaping would not."""
    hostile.page.evaluate(
        """() => {
          const script = document.createElement('script');
          script.textContent = 'window.pwned = 1';
          document.body.append(script);
          const box = document.createElement('div');
          box.innerHTML = '<img src="x" onerror="window.pwned = 1">';
          document.body.append(box);
        }"""
    )
    hostile.page.wait_for_timeout(200)
    assert hostile.page.evaluate("window.pwned") is None
    for refused in ("image", "inline script"):
        assert any(
            refused in error and "Content Security Policy" in error for error in hostile.errors
        )
    hostile.errors.clear()
    del hostile.requests[1:]  # Chromium reports the image that it then refuses to load.
