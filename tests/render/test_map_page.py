from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lichain.model import Node, Relationship
from lichain.render.map import map_html
from lichain.render.map.escaping import script_json
from lichain.render.map.network import TEMPLATE, vis_script
from lichain.render.map.page import SCRIPTS, STYLES, ui_words


class Page(HTMLParser):
    """What a browser would see: elements with attributes, and the text of scripts and styles."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, list[str]]] = []
        self._inside = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._inside = tag in ("script", "style", "title")
        if self._inside:
            self.texts.append((dict(attrs).get("type") or tag, []))

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.texts[-1][1].append(data)

    def handle_endtag(self, tag: str) -> None:
        self._inside = False

    def all(self, kind: str) -> list[str]:
        return ["".join(parts) for found, parts in self.texts if found == kind]

    @property
    def data(self) -> Any:
        (text,) = self.all("application/json")
        return json.loads(text)


@pytest.fixture(scope="module")
def html(graphs: ModuleType) -> str:
    return map_html(*graphs.industry(0.3), lang="zh", title="锂电池产业链", sources=graphs.SOURCES)


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    return Page(html)


def digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def policy_of(page: Page) -> dict[str, list[str]]:
    (content,) = [
        at["content"]
        for tag, at in page.elements
        if at.get("http-equiv") == "Content-Security-Policy"
    ]
    return {words[0]: words[1:] for words in (part.split() for part in str(content).split(";"))}


def test_the_policy_allows_these_scripts_and_styles_and_nothing_else(page: Page) -> None:
    policy = policy_of(page)
    assert policy["default-src"] == ["'none'"]
    assert policy["script-src"] == [digest(text) for text in page.all("script")]
    assert policy["style-src"] == [digest(text) for text in page.all("style")]
    assert len(policy["script-src"]) == 2
    assert not any("unsafe" in word for words in policy.values() for word in words)


def test_nothing_on_the_page_is_loaded_from_anywhere(page: Page) -> None:
    for tag, attributes in page.elements:
        assert tag not in ("link", "iframe", "img", "object", "embed", "base", "form")
        assert not {"src", "srcset", "action", "style"} & set(attributes), (tag, attributes)
        assert not [name for name in attributes if name.startswith("on")]
        assert str(attributes.get("href", "#")).startswith("#")
    (style,) = page.all("style")
    assert "url(" not in style
    assert "@import" not in style
    for name in SCRIPTS:
        script = (TEMPLATE / "js" / f"{name}.js").read_text(encoding="utf-8")
        assert not re.search(
            r"fetch\(|XMLHttpRequest|WebSocket|import\(|sendBeacon|innerHTML|outerHTML|eval\(|document\.write",
            script,
        )


def test_the_script_of_vis_network_keeps_its_licence_and_asks_for_no_source_map() -> None:
    script = vis_script()
    assert "@license" in script
    assert "Apache 2.0 License" in script
    assert "sourceMappingURL" not in script
    assert "\r" not in script


def test_the_page_says_its_encoding_and_licences_first(html: str) -> None:
    head = html[: html.index("<style>")]
    assert "vis-network 9.1.2 (Apache-2.0 or MIT" in head
    assert "pyvis 0.3.2 (BSD-3-Clause)" in head
    assert html.encode().index(b'<meta charset="utf-8">') < 1024
    assert '<html lang="zh-CN">' in head


def test_the_same_graph_gives_the_same_page(graphs: ModuleType, html: str) -> None:
    nodes, relationships = graphs.industry(0.3)
    again = map_html(
        nodes[::-1], relationships[::-1], lang="zh", title="锂电池产业链", sources=graphs.SOURCES
    )
    assert again == html


def test_physics_is_off_and_every_position_is_given(page: Page) -> None:
    vis = page.data["vis"]
    assert vis["options"]["physics"]["enabled"] is False
    assert vis["options"]["layout"]["improvedLayout"] is False
    assert vis["options"]["edges"]["smooth"] is False
    assert all({"x", "y", "size", "shape", "color"} <= set(node) for node in vis["nodes"])


def test_sources_are_evidence_and_are_not_drawn(graphs: ModuleType, page: Page) -> None:
    data = page.data
    assert "Source" not in data["glossary"]["nodes"]
    assert "EVIDENCED_BY" not in data["glossary"]["relationships"]
    for item in (*data["nodes"], *data["relationships"]):
        assert item["evidence"]
        for claim in item["evidence"]:
            assert claim["source"] in data["sources"]
            assert claim["locator"]
            assert claim["confidence"] in ("disclosed", "reported", "inferred")
    assert data["as_of"] == "2026-11-22"


def test_two_claims_of_one_fact_stay_two_in_step(graphs: ModuleType) -> None:
    nodes = [Node("a", "Enterprise"), Node("b", "Enterprise")]
    body = graphs.claims(3, "reported", "doc-1", "doc-2") | {"notes": ("", "第二条")}
    fact = Relationship("k", "SUPPLIES", "a", "b", body)
    data = Page(map_html(nodes, [fact], lang="en", title="t", sources=graphs.SOURCES)).data
    (relationship,) = data["relationships"]
    assert [claim["source"] for claim in relationship["evidence"]] == ["doc-1", "doc-2"]
    assert [claim["note"] for claim in relationship["evidence"]] == ["", "第二条"]


def test_a_relationship_with_an_end_that_is_not_drawn_is_left_out(graphs: ModuleType) -> None:
    nodes = [Node("a", "Enterprise")]
    dangling = [Relationship("k", "SUPPLIES", "a", "gone")]
    data = Page(map_html(nodes, dangling, lang="en", title="t", sources={})).data
    assert data["relationships"] == []


def test_indicators_without_names_read_out_their_number(graphs: ModuleType) -> None:
    number = Node(
        "i",
        "Indicator",
        {
            "metric": "output_value",
            "value": 800,
            "bound": "about",
            "unit": "CNY_100m",
            "period": "2027",
        },
    )
    data = Page(map_html([number], [], lang="en", title="t", sources={})).data
    assert data["nodes"][0]["names"] == {
        "zh": "产值 约 800 亿元 (2027)",
        "en": "output value about 80 bn CNY (2027)",
    }
    assert data["nodes"][0]["readings"]["value"] == {"zh": "约 800 亿元", "en": "about 80 bn CNY"}


def test_traditional_spellings_of_the_names_come_along(graphs: ModuleType) -> None:
    data = Page(
        map_html(
            [Node("c", "Enterprise", {"name_zh": "宁德时代"})], [], lang="zh", title="t", sources={}
        )
    ).data
    assert "寧" in data["variants"]["宁"]
    assert "時" in data["variants"]["时"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_map_of_nothing_is_a_page(lang: Any) -> None:
    data = Page(map_html([], [], lang=lang, title="空", sources={})).data
    assert data["nodes"] == []
    assert data["ui"][lang]["empty"]


def test_hostile_texts_end_no_element(graphs: ModuleType) -> None:
    nodes, relationships, sources = graphs.hostile()
    title = graphs.HOSTILE[1]
    page = Page(map_html(nodes, relationships, lang="zh", title=title, sources=sources))
    assert [tag for tag, _ in page.elements].count("script") == 3
    assert page.all("title") == [title]
    assert {node["id"] for node in page.data["nodes"]} == {node.id for node in nodes}


texts = st.text(st.characters(), max_size=60)


@settings(max_examples=60, deadline=None)
@given(st.lists(texts, min_size=1, max_size=4, unique=True), texts)
def test_any_names_come_back_as_they_were(names: list[str], title: str) -> None:
    nodes = [Node(name, "Enterprise", {"name_zh": name, "name_en": name[::-1]}) for name in names]
    facts = [
        Relationship(
            names[0], "SUPPLIES", names[0], names[-1], {"notes": (title,), "sources": ("s",)}
        )
    ]
    html = map_html(nodes, facts, lang="en", title=title, sources={})
    page = Page(html.encode("utf-8").decode("utf-8"))
    assert [tag for tag, _ in page.elements].count("script") == 3
    assert {node["id"] for node in page.data["nodes"]} == set(names)
    assert page.data["titles"] == {"zh": title, "en": title}
    assert len(policy_of(page)["script-src"]) == 2


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(st.characters()),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_json_for_a_script_survives_and_holds_no_markup(value: Any) -> None:
    text = script_json(value)
    assert json.loads(text) == value
    assert not set("<>&\u2028\u2029") & set(text)
    text.encode("utf-8")


def test_both_languages_say_the_same_things_and_all_of_them_are_used() -> None:
    words = ui_words()
    assert set(words["zh"]) == set(words["en"])
    files = [*(TEMPLATE / "js").glob("*.js"), TEMPLATE / "map.html"]
    used = "\n".join(file.read_text(encoding="utf-8") for file in files)
    said = set(re.findall(r'say\("(\w+)"', used)) | set(
        re.findall(r'data-(?:text|label|hint)="(\w+)"', used)
    )
    assert said <= set(words["zh"])
    built = (
        "column_",
        "stratum_",
        "nodes_count",
        "relationships_count",
        "empty",
        "all_hidden",
        "noscript",
        "yes",
        "no",
    )
    assert {key for key in words["zh"] if not key.startswith(built)} <= said
    for key, text in words["zh"].items():
        assert set(re.findall(r"\{(\w+)\}", text)) == set(
            re.findall(r"\{(\w+)\}", words["en"][key])
        ), key


def test_every_template_file_is_in_the_page() -> None:
    assert {file.stem for file in (TEMPLATE / "js").iterdir()} == set(SCRIPTS)
    assert {file.stem for file in (TEMPLATE / "css").iterdir()} == set(STYLES)
