"""Real Chromium, started once; every page is watched for requests, dialogs and errors."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

from lichain.model import Lang, Node, Relationship
from lichain.render.map import write_map

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The machine's own Chromium; without one the test is skipped, but fails in CI."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        reason = f"none of {', '.join(NAMES)} is on this machine"
        if os.environ.get("CI") == "true":
            pytest.fail(f"no Chromium in CI: {reason}", pytrace=False)
        pytest.skip(f"no Chromium: {reason}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(QUIET))
        yield browser
        browser.close()


@dataclass
class Opened:
    """A page with everything it did that it should not have done."""

    page: Page
    url: str
    requests: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def until(self, expression: str, seconds: float = 10) -> Any:
        """Polls from outside: under the page's policy nothing may be evaluated inside it."""
        end = time.monotonic() + seconds
        while not (value := self.page.evaluate(expression)):
            assert time.monotonic() < end, f"never came true: {expression}"
            time.sleep(0.05)
        return value

    def point_of(self, node: str) -> tuple[float, float]:
        """Where a node is on the screen, once the view has come to rest."""
        before: Any = None
        while (now := self.page.evaluate("id => window.lichainMap.pointOf(id)", node)) != before:
            before = now
            time.sleep(0.15)
        return now["x"], now["y"]

    def search(self, words: str) -> None:
        self.page.fill("#search", words)
        self.until("document.querySelector('#results').children.length > 0")
        self.page.keyboard.press("Enter")

    def choose(self, words: str) -> None:
        self.search(words)
        self.until("!document.querySelector('#panel').hidden")

    def panel(self) -> str:
        return self.page.inner_text("#panel")

    def colours(self) -> int:
        """How many colours the canvas shows; 1 is a blank one."""
        count: int = self.page.evaluate(
            """() => {
              const canvas = document.querySelector('#canvas canvas');
              const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
              return new Set(new Uint32Array(data.buffer)).size;
            }"""
        )
        return count

    def check_quiet(self) -> None:
        """No request but for the file itself, no dialog, no error."""
        assert self.requests == [self.url]
        assert self.dialogs == []
        assert self.errors == []


Opener = Callable[..., Opened]


@pytest.fixture
def opener(chromium: Browser, tmp_path: Path) -> Iterator[Opener]:
    """Writes a map, opens it with the network off, and checks afterwards that it kept quiet."""
    everything: list[Opened] = []

    def open_map(
        nodes: Sequence[Node],
        relationships: Sequence[Relationship],
        sources: Mapping[str, Node],
        *,
        lang: Lang = "zh",
        title: str | Mapping[Lang, str] = "锂电池产业链图谱",
        **context: Any,
    ) -> Opened:
        path = tmp_path / f"map-{len(everything)}.html"
        write_map(nodes, relationships, path, lang=lang, title=title, sources=sources)
        setting = {"viewport": {"width": 1400, "height": 900}, "offline": True} | context
        page = chromium.new_context(**setting).new_page()
        opened = Opened(page, path.as_uri())

        def route(asked: Route) -> None:
            asked.continue_() if asked.request.url == opened.url else asked.abort()

        page.on("request", lambda request: opened.requests.append(request.url))
        page.on("dialog", lambda dialog: (opened.dialogs.append(dialog.message), dialog.dismiss()))
        page.on("pageerror", lambda error: opened.errors.append(str(error)))
        page.on(
            "console",
            lambda said: (
                opened.errors.append(said.text) if said.type in ("error", "warning") else None
            ),
        )
        page.context.route("**/*", route)
        page.goto(opened.url)
        opened.until("document.documentElement.dataset.ready === 'true'")
        everything.append(opened)
        return opened

    yield open_map
    for opened in everything:
        opened.check_quiet()
        opened.page.context.close()
