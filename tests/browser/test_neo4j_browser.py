"""Neo4j Browser as `lichain browser` opens it: guide, style and saved scripts, and files dropped by hand."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from typer.testing import CliRunner

from lichain.cli.main import application
from lichain.local import Address
from lichain.model import Lang
from lichain.queries.catalogue import catalogue
from lichain.render.browser import SCRIPTS, STYLE, write_kit
from lichain.render.browser.guide import by_theme, theme_title, words
from lichain.schema import schema
from lichain.store import Store

from ..graph import loaded as loaded

pytestmark = [pytest.mark.browser, pytest.mark.neo4j]

SECONDS = 30_000
expect.set_options(timeout=SECONDS)
ANSWERED = re.compile(r"Displaying \d+ nodes|Only first 300 nodes|Started streaming \d+ records")
SETTLED = re.compile(rf"{ANSWERED.pattern}|ERROR|Successfully set your parameters")
PAGES = [
    *(page["title"]["zh"] for page in words()["pages"].values()),
    words()["tour"]["title"]["zh"],
    *(theme_title(theme, "zh") for theme in by_theme()),
]
DROP = """([selector, name, content]) => {
  const bytes = Uint8Array.from(atob(content), (one) => one.charCodeAt(0));
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([bytes], name));
  const event = { bubbles: true, cancelable: true, dataTransfer };
  document.querySelector(selector).dispatchEvent(new DragEvent("drop", event));
}"""


@pytest.fixture(scope="module")
def home(neo4j_home: Path, neo4j_version: str) -> Iterator[Path]:
    """The session's server, as the program's own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LICHAIN_HOME", str(neo4j_home))
        patch.setenv("LICHAIN_NEO4J_VERSION", neo4j_version)
        patch.setenv("LICHAIN_SETTINGS", str(neo4j_home / "none.toml"))
        yield neo4j_home


def printed_address(lang: Lang) -> str:
    done = CliRunner().invoke(application(), ["browser", "--print", "--lang", lang])
    assert done.exit_code == 0, done.output
    return str(done.output).split("\n")[0]


@contextmanager
def connected(chromium: Browser, address: str, server: Address) -> Iterator[Page]:
    """Neo4j Browser at an address; only the password is entered where that is prepared."""
    page = chromium.new_context(viewport={"width": 1400, "height": 900}).new_page()
    page.set_default_timeout(SECONDS)
    page.goto(address)
    if "open.html" not in address:
        page.fill("[data-testid=boltaddress]", server.uri.split("://")[1])
        page.select_option("[data-testid=authenticationMethod]", value="NATIVE")
        page.fill("[data-testid=username]", server.user)
    page.fill("[data-testid=password]", server.password)
    page.click("[data-testid=connect]")
    expect(page.get_by_text("You are connected as user")).to_be_visible(timeout=SECONDS)
    yield page
    page.context.close()


@pytest.fixture(scope="module", params=["zh", "en"])
def opened(
    request: pytest.FixtureRequest, chromium: Browser, home: Path, neo4j_server: Address
) -> Iterator[tuple[Page, Lang]]:
    """Browser at the address that `lichain browser --print` gives, in each language."""
    with connected(chromium, printed_address(request.param), neo4j_server) as page:
        yield page, request.param


@pytest.fixture(scope="module")
def guided(chromium: Browser, home: Path, neo4j_server: Address) -> Iterator[Page]:
    with connected(chromium, printed_address("zh"), neo4j_server) as page:
        yield page


@pytest.fixture(scope="module")
def bare(chromium: Browser, neo4j_server: Address) -> Iterator[Page]:
    """Browser as Neo4j ships it."""
    with connected(chromium, neo4j_server.browser, neo4j_server) as page:
        yield page


def frame(page: Page) -> Locator:
    return page.locator("[data-testid=frame]").first


def settled(page: Page, before: int) -> str:
    """What the new frame says once its statement has run."""
    expect(page.locator("[data-testid=frame]")).to_have_count(before + 1, timeout=SECONDS)
    expect(frame(page)).to_contain_text(SETTLED, timeout=SECONDS)
    return frame(page).inner_text()


def close(page: Page) -> None:
    """Closes the newest frame, so that its drawing costs the next one nothing."""
    frame(page).get_by_title("Close", exact=True).click()


def answer(page: Page, text: str) -> str:
    """What a statement says that is put into the editor, as one pastes, and run."""
    before = page.locator("[data-testid=frame]").count()
    page.click("[data-testid=activeEditor]")
    page.keyboard.insert_text(text)
    page.click("[data-testid=editor-Run]")
    return settled(page, before)


def turn_to(page: Page, at: int) -> None:
    """Turns the guide's pages, from where it is."""
    while page.locator(".slide h3").inner_text() != PAGES[at]:
        page.get_by_role("button", name="Next").click()


def play(page: Page, query: Locator) -> str:
    """What the frame says after a click on a query's play icon in the guide."""
    before = page.locator("[data-testid=frame]").count()
    query.locator("i").first.click()
    return settled(page, before)


@pytest.mark.parametrize("at", range(len(PAGES)), ids=PAGES)
def test_each_query_of_the_guide_runs(guided: Page, loaded: Store, at: int) -> None:
    turn_to(guided, at)
    queries = guided.locator(".slide pre.runnable")
    for number in range(queries.count()):
        said = play(guided, queries.nth(number))
        assert ANSWERED.search(said), said[-400:]
        assert "ERROR" not in said
        assert not re.search(r"Displaying 0 nodes|streaming 0 records|no changes, no records", said)
        close(guided)


def test_the_guide_opens_in_the_language(opened: tuple[Page, Lang]) -> None:
    page, lang = opened
    expect(page.get_by_text(words()["title"][lang], exact=True)).to_be_visible()
    assert page.locator(".slide h3").inner_text() == words()["pages"]["how"]["title"][lang]
    page_numbers = page.get_by_text(str(len(PAGES)), exact=True)
    expect(page_numbers).to_be_visible()


def test_the_graph_is_drawn_in_the_language(opened: tuple[Page, Lang], loaded: Store) -> None:
    page, lang = opened
    assert ANSWERED.search(
        answer(page, "MATCH (n)-[r:SUPPLIES]->(catl {id: 'catl'}) RETURN n, r, catl LIMIT 3")
    )
    node = frame(page).locator("svg .node", has_text={"zh": "宁德时代", "en": "CATL"}[lang]).first
    expect(node).to_be_visible()
    style = schema().nodes["Enterprise"].style
    ring = node.locator("circle.b-outline")
    assert ring.get_attribute("fill") == style["colour"]
    assert float(ring.get_attribute("r") or 0) == int(style["size"]) / 2
    kind = schema().relationships["SUPPLIES"]
    captions = frame(page).locator("svg .relationship text").all_text_contents()
    assert captions
    assert set(captions) == {kind.zh if lang == "zh" else kind.en}
    close(page)


def test_a_node_without_that_name_has_the_other(opened: tuple[Page, Lang], loaded: Store) -> None:
    page, lang = opened
    lacking = f"MATCH (n:Enterprise) WHERE n.name_{lang} IS NULL RETURN n LIMIT 5"
    other = "en" if lang == "zh" else "zh"
    names = loaded.rows(lacking.replace("RETURN n", f"RETURN n.name_{other}"))
    assert ANSWERED.search(answer(page, lacking))
    nodes = frame(page).locator("svg .node")
    expect(nodes).to_have_count(len(names))
    assert all(text.strip() for text in nodes.all_text_contents())
    close(page)


def test_the_questions_are_saved_scripts_by_theme(opened: tuple[Page, Lang], loaded: Store) -> None:
    page, lang = opened
    page.get_by_role("button", name="Favorites").click()
    theme, questions = next(iter(by_theme().items()))
    for each in by_theme():
        expect(page.get_by_test_id(f"savedScriptsFolder-{theme_title(each, lang)}")).to_be_visible()
    folder = page.get_by_test_id(f"savedScriptsFolder-{theme_title(theme, lang)}")
    folder.get_by_text(theme_title(theme, lang)).click()
    script = page.get_by_text(questions[0].title(lang), exact=True).first
    before = page.locator("[data-testid=frame]").count()
    script.hover()
    page.get_by_test_id("savedScriptsButton-Run").first.click()
    said = settled(page, before)
    assert ANSWERED.search(said), said[-400:]
    close(page)


def test_scripts_of_the_user_stay(chromium: Browser, home: Path, neo4j_server: Address) -> None:
    mine = [{"id": "mine", "content": "// mine\nRETURN 1"}]
    address = printed_address("en")
    page = chromium.new_context().new_page()
    page.goto(neo4j_server.http.replace("127.0.0.1", "localhost") + "/browser/LICENSE")
    for _ in range(2):
        page.evaluate("mine => localStorage.setItem('neo4j.documents', mine)", json.dumps(mine))
        page.goto(address)
        page.wait_for_selector("[data-testid=password]")
        kept = page.evaluate("JSON.parse(localStorage.getItem('neo4j.documents'))")
        ids = [one.get("id") for one in kept]
        assert "mine" in ids
        ours = [id_ for id_ in ids if str(id_).startswith("lichain-")]
        assert len(ours) == len(set(ours)) == len(catalogue())
        mine = kept
    page.context.close()


@pytest.mark.parametrize("name", ["path_between", "partners_of"])
def test_a_file_runs_as_pasted(bare: Page, loaded: Store, name: str) -> None:
    offered = re.search(r"^// (:param .*)$", catalogue()[name].cypher, re.MULTILINE)
    assert offered
    assert "ERROR" not in answer(bare, offered[1])
    said = answer(bare, catalogue()[name].cypher)
    assert ANSWERED.search(said), said[-400:]
    close(bare)


def test_a_mistake_is_seen_as_one(bare: Page, loaded: Store) -> None:
    assert "Neo.ClientError" in answer(bare, "MATCH (n RETURN n")


def drop(page: Page, file: Path) -> None:
    content = base64.b64encode(file.read_bytes()).decode()
    page.evaluate(DROP, [".filedrop", file.name, content])


def test_what_is_dropped_by_hand_is_taken(bare: Page, tmp_path: Path) -> None:
    write_kit(tmp_path, "zh")
    drop(bare, tmp_path / STYLE)
    expect(frame(bare)).to_contain_text(str(schema().nodes["Enterprise"].style["colour"]))
    drop(bare, tmp_path / SCRIPTS)
    bare.get_by_role("button", name="Favorites").click()
    for theme in by_theme():
        folder = bare.get_by_test_id(f"savedScriptsFolder-{theme_title(theme, 'zh')}")
        expect(folder).to_be_visible()
