from __future__ import annotations

import pytest

from lichain.model import Node, Relationship

from ..render import graphs
from .conftest import Opened, Opener

pytestmark = pytest.mark.browser


@pytest.fixture
def industry(opener: Opener) -> Opened:
    return opener(*graphs.industry(0.4), graphs.SOURCES)


def chain() -> tuple[list[Node], list[Relationship]]:
    """Two enterprises, what one supplies to the other, and where they are active."""
    nodes = [
        Node("cell", "Segment", {"name_zh": "电芯", "name_en": "Cell", "stage": "midstream", "position": 60}),
        Node("cathode", "Segment", {"name_zh": "正极材料", "name_en": "Cathode", "stage": "midstream", "position": 50}),
        Node("lfp", "Product", {"name_zh": "磷酸铁锂", "name_en": "LFP"}),
        Node("seller", "Enterprise", {"name_zh": "赣江锂业", "name_en": "Ganjiang Lithium", "form": "listed",
                                      "name_keys": "|赣江锂业|赣江|ganjianglithium|", "aliases": ("赣锂",)}),
        Node("buyer", "Enterprise", {"name_zh": "宁川时代", "name_en": "Ningchuan Times"}),
    ]  # fmt: skip
    supply = graphs.claims(1, "disclosed", "doc-1", "doc-2") | {
        "product": "lfp",
        "status": "delivering",
        "valid_from": "2023",
    }
    facts = [
        Relationship("1", "SUPPLIES", "seller", "buyer", supply),
        Relationship("2", "ACTIVE_IN", "seller", "cathode", graphs.claims(2, "inferred", "doc-3")),
        Relationship("3", "ACTIVE_IN", "buyer", "cell", graphs.claims(3, "reported", "doc-1")),
        Relationship("4", "EVIDENCED_BY", "seller", "doc-1", graphs.claims(4, "reported", "doc-1")),
    ]
    return nodes, facts


@pytest.fixture
def two(opener: Opener) -> Opened:
    return opener(*chain(), graphs.SOURCES)


def test_the_map_is_drawn_and_says_what_it_holds(industry: Opened) -> None:
    assert industry.colours() > 50
    assert industry.page.inner_text("h1") == "锂电池产业链图谱"
    summary = industry.page.inner_text("#summary")
    assert "个节点" in summary
    assert "条关系" in summary
    assert "数据截至 2026-11-22" in summary
    assert industry.page.get_attribute("html", "lang") == "zh-CN"


@pytest.mark.parametrize(
    "spelling",
    [
        "赣江锂业",
        "贛江鋰業",
        "ganjiang LITHIUM",
        "ＧａｎＪｉａｎｇ",
        "赣锂",
        "赣江锂业股份有限公司",
        "seller",
    ],
)
def test_any_spelling_finds_the_enterprise(two: Opened, spelling: str) -> None:
    two.choose(spelling)
    assert two.page.inner_text("#panel h2") == "赣江锂业"


def test_the_result_list_works_by_keyboard(two: Opened) -> None:
    two.page.keyboard.press("/")
    assert two.page.evaluate("document.activeElement.id") == "search"
    two.page.keyboard.type("n")
    options = two.page.locator("#results [role=option]")
    assert options.count() == 2
    first = two.page.locator("#results [aria-selected=true]").inner_text()
    two.page.keyboard.press("ArrowDown")
    second = two.page.locator("#results [aria-selected=true]").inner_text()
    assert first != second
    assert two.page.get_attribute("#search", "aria-activedescendant") == "result-1"
    two.page.keyboard.press("Enter")
    assert two.page.inner_text("#panel h2") in second
    assert two.page.evaluate("document.activeElement.tagName") == "H2"
    two.page.keyboard.press("Escape")
    assert two.page.is_hidden("#panel")


def test_a_search_without_an_answer_says_so(two: Opened) -> None:
    two.page.fill("#search", "不存在的公司")
    assert "没有找到" in two.page.inner_text("#results")


def test_a_click_on_a_node_shows_properties_evidence_and_relationships(two: Opened) -> None:
    two.page.mouse.click(*two.point_of("seller"))
    shown = two.panel()
    for words in ("赣江锂业", "Ganjiang Lithium", "企业", "上市公司", "锂电新闻：某市锂电产业观察", "示例日报", "2024-06-18",
                  "第 40–100 字符", "第三方报道", "供应", "宁川时代"):  # fmt: skip
        assert words in shown, words
    code = two.page.locator("#panel dt", has_text="证券代码").locator(
        "xpath=following-sibling::dd[1]"
    )
    assert code.inner_text() == "未知"


def test_a_click_on_a_relationship_shows_its_claims(two: Opened) -> None:
    (x1, y1), (x2, y2) = two.point_of("seller"), two.point_of("cathode")
    two.page.mouse.click((x1 + x2) / 2, (y1 + y2) / 2)
    shown = two.panel()
    for words in ("赣江锂业", "从事", "正极材料", "产业链分类", "推断", "来源未说明年份", "未知"):
        assert words in shown, words


def test_the_list_of_relationships_leads_to_evidence_and_back(two: Opened) -> None:
    two.choose("赣江锂业")
    two.page.click("#panel .why >> nth=0")
    two.page.locator("#panel button[aria-label=返回]").click()
    two.page.locator("#panel .links li", has_text="宁川时代").locator(".why").click()
    shown = two.panel()
    for words in ("供货中", "磷酸铁锂", "2023", "当事方披露", "某公司年度报告", "示例股份"):
        assert words in shown, words
    assert two.page.locator("#panel .claims > li").count() == 2
    two.page.locator("#panel .inline", has_text="磷酸铁锂").click()
    assert two.page.inner_text("#panel h2") == "磷酸铁锂"


def test_only_web_addresses_are_links(two: Opened) -> None:
    two.choose("赣江锂业")
    two.page.locator("#panel .links li", has_text="宁川时代").locator(".why").click()
    links = two.page.eval_on_selector_all("#panel a", "all => all.map(a => [a.href, a.rel])")
    assert links == [["https://example.org/a?b=1", "noopener noreferrer"]]


def test_the_rest_is_dimmed_while_something_is_chosen(two: Opened) -> None:
    before = two.page.screenshot()
    two.choose("赣江锂业")
    two.point_of("seller")
    assert two.page.screenshot() != before
    two.page.click("#reset")
    assert two.page.is_hidden("#panel")


def test_a_type_is_hidden_and_shown_by_its_legend(two: Opened) -> None:
    row = two.page.locator("#type-Enterprise")
    assert row.get_attribute("aria-pressed") == "true"
    row.press("Enter")
    assert two.page.get_attribute("#type-Enterprise", "aria-pressed") == "false"
    assert two.page.evaluate("window.lichainMap.isShown('seller')") is False
    assert two.page.evaluate("document.activeElement.id") == "type-Enterprise"
    two.choose("赣江锂业")
    assert two.page.evaluate("window.lichainMap.isShown('seller')") is True


def test_relationships_are_filtered_by_type_and_confidence(two: Opened) -> None:
    point = [
        sum(pair) / 2 for pair in zip(two.point_of("seller"), two.point_of("cathode"), strict=True)
    ]
    two.page.uncheck("#sure-inferred")
    two.page.mouse.click(*point)
    assert two.page.is_hidden("#panel")
    two.page.check("#sure-inferred")
    two.page.click("#kinds-box summary")
    two.page.uncheck("#kind-ACTIVE_IN")
    assert "1/2" in two.page.inner_text("#kinds-state")
    two.page.mouse.click(*point)
    assert two.page.is_hidden("#panel")
    two.page.check("#kind-ACTIVE_IN")
    two.page.mouse.click(*point)
    assert "从事" in two.panel()


def test_hiding_everything_says_so_and_can_be_undone(two: Opened) -> None:
    for kind in ("Enterprise", "Segment", "Product"):
        two.page.click(f"#type-{kind}")
    assert "所有类型都已隐藏" in two.page.inner_text("#blank")
    two.page.click("#blank-reset")
    assert two.page.is_hidden("#blank")
    two.point_of("buyer")
    assert two.colours() > 10


def test_the_language_is_switched_inside_the_file(two: Opened) -> None:
    two.choose("赣江锂业")
    two.page.click("#lang-en")
    shown = two.page.inner_text("body")
    for words in ("Ganjiang Lithium", "Enterprise", "listed company", "Evidence", "Lithium news", "characters 40–100",
                  "reported", "Table", "unknown", "5 nodes"):  # fmt: skip
        assert words in shown, words
    assert two.page.get_attribute("html", "lang") == "en"
    assert two.page.get_attribute("#search", "placeholder") == "Search names, aliases, codes…"
    two.page.click("#lang-zh")
    assert "证券代码" in two.panel()


def test_a_map_in_english_opens_in_english(opener: Opener) -> None:
    opened = opener(*chain(), graphs.SOURCES, lang="en", title="The chain")
    assert opened.page.title() == "The chain"
    assert "Types" in opened.page.inner_text("#side")


def test_dark_follows_the_system_and_can_be_switched(opener: Opener) -> None:
    opened = opener(*chain(), graphs.SOURCES, color_scheme="dark")
    theme = "document.documentElement.dataset.theme"
    assert opened.page.evaluate(theme) == "dark"
    opened.page.click("#theme")
    assert opened.page.evaluate(theme) == "light"


def test_the_table_lists_every_node_and_opens_the_panel(two: Opened) -> None:
    two.page.click("#view-table")
    assert two.page.locator("#listing tbody tr").count() == 5
    two.page.locator("#listing button", has_text="宁川时代").click()
    assert two.page.inner_text("#panel h2") == "宁川时代"
    two.page.click("#view-map")
    two.point_of("buyer")
    assert two.colours() > 10


def test_nothing_moves_until_physics_is_asked_for_and_reset_puts_it_back(industry: Opened) -> None:
    before = industry.point_of("e1")
    assert industry.page.get_attribute("#physics", "aria-pressed") == "false"
    industry.page.click("#physics")
    assert industry.page.get_attribute("#physics", "aria-pressed") == "true"
    industry.page.wait_for_timeout(600)
    industry.page.click("#reset")
    after = industry.point_of("e1")
    assert after == pytest.approx(before, abs=1)


def test_the_canvas_is_moved_by_keyboard(two: Opened) -> None:
    x, y = two.point_of("seller")
    two.page.focus("#canvas > *")
    two.page.keyboard.press("ArrowRight")
    moved, _ = two.point_of("seller")
    assert moved < x - 50
    two.page.keyboard.press("+")
    two.page.keyboard.press("0")
    assert two.point_of("seller") == pytest.approx((x, y), abs=2)


def test_every_control_has_a_name_and_can_be_reached(industry: Opened) -> None:
    nameless = industry.page.eval_on_selector_all(
        "button, input, [role=application], [role=listbox]",
        "all => all.filter(e => !(e.getAttribute('aria-label') || e.textContent || e.closest('label'))).map(e => e.outerHTML)",
    )
    assert nameless == []
    assert (
        industry.page.eval_on_selector_all(
            "[tabindex]", "all => all.filter(e => e.tabIndex > 0).length"
        )
        == 0
    )


def test_a_map_of_nothing_says_so(opener: Opener) -> None:
    opened = opener([], [], {})
    assert "没有任何节点" in opened.page.inner_text("#blank")
    opened.page.click("#lang-en")
    assert "There is nothing on this map" in opened.page.inner_text("#blank")
    opened.page.click("#view-table")
    assert "There is nothing on this map" in opened.page.inner_text("#listing")


def test_a_narrow_window_keeps_everything_in_reach(opener: Opener) -> None:
    opened = opener(*chain(), graphs.SOURCES, viewport={"width": 480, "height": 700})
    assert opened.page.evaluate("document.documentElement.scrollWidth <= 480")
    opened.page.click("#drawer")
    opened.page.click("#type-Product")
    assert opened.page.evaluate("window.lichainMap.isShown('lfp')") is False


def test_a_title_for_each_language_switches_with_it(opener: Opener) -> None:
    titles = {"zh": "郴州及其周边", "en": "Chenzhou and what surrounds it"}
    opened = opener(*chain(), graphs.SOURCES, title=titles)
    assert opened.page.inner_text("h1") == titles["zh"]
    opened.page.click("#lang-en")
    assert opened.page.inner_text("h1") == titles["en"]
    assert opened.page.title() == titles["en"]


def test_a_connection_says_what_is_supplied_and_since_when(two: Opened) -> None:
    two.choose("宁川时代")
    said = two.panel()
    assert "磷酸铁锂" in said
    assert "供货中" in said
    assert "2023" in said
