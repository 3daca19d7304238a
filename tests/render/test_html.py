"""What a notebook shows: no name in it can become a tag, an attribute or an address."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lichain.model import Lang, Node
from lichain.render.brief import brief
from lichain.render.html import to_html
from lichain.result import Result

from .test_answers import HOSTILE, STEERING, answer, claim, link

HARMLESS = {"div", "table", "caption", "strong", "br", "thead", "tbody", "tr", "th", "td"} | {
    "p", "details", "summary", "ul", "li", "a",
}  # fmt: skip
ATTRIBUTES = {"lang", "scope", "style", "href", "rel"}
ATTACKS = [
    "<img src=x onerror=alert(1)>",
    "</td></table><script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "' autofocus onfocus='alert(1)",
    "<!-- ",
    "]]>",
    "&lt;script&gt;",
    HOSTILE,
]


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)


def made(name: str, address: str = "", lang: Lang = "en") -> tuple[Result, Tags]:
    bad = Node("bad", "Enterprise", {"name_en": name, "name_zh": name})
    first = answer({"thing": bad, "evidence": [link("a", "b", claim(1))]}, what=name)
    source = Node("doc-1", "Source", {"name_en": name, "publisher": name, "address": address})
    result = Result(first.question, {"what": name}, {}, first.rows, {"doc-1": source})
    seen = Tags()
    seen.feed(to_html(result, lang))
    seen.close()
    return result, seen


def check(seen: Tags) -> None:
    assert {tag for tag, _ in seen.found} <= HARMLESS
    assert {name for _, attributes in seen.found for name in attributes} <= ATTRIBUTES
    for tag, attributes in seen.found:
        if tag == "a":
            assert str(attributes["href"]).startswith(("http://", "https://"))
            assert attributes["rel"] == "noopener noreferrer"


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_is_only_text(name: str, lang: Lang) -> None:
    result, seen = made(name, address=name, lang=lang)
    check(seen)
    assert [tag for tag, _ in seen.found].count("td") == 3
    assert not STEERING.search(seen.text)
    assert not STEERING.search(brief(result, lang))


@given(st.text(), st.text())
@settings(deadline=None)
def test_any_name_is_only_text(name: str, address: str) -> None:
    result, seen = made(name, address)
    check(seen)
    assert not STEERING.search(brief(result, "en"))


@pytest.mark.parametrize(
    ("address", "linked"),
    [
        ("https://example.org/a?b=1&c=2", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("https:", False),
        ("http://[", False),
        ("", False),
    ],
)
def test_only_addresses_of_the_web_become_links(address: str, linked: bool) -> None:
    _, seen = made("A", address)
    links: list[Any] = [attributes["href"] for tag, attributes in seen.found if tag == "a"]
    assert links == ([address] if linked else [])


def test_many_rows_are_cut_and_counted() -> None:
    rows = [{"thing": n, "evidence": [link("a", "b", claim(n))]} for n in range(75)]
    result = answer(*rows)
    seen = Tags()
    seen.feed(to_html(result, "en"))
    assert [tag for tag, _ in seen.found].count("tr") == 61
    assert "75 rows, the first 60 shown" in seen.text
    assert "75 rows (the first 10 shown)" in brief(result, "en")
    assert "75 行（显示前 10 行）" in brief(result, "zh")


def test_a_narrow_window_names_the_columns_that_do_not_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    names = tuple(f"column{n}" for n in range(9))
    result = answer(dict.fromkeys(names, "x" * 18) | {"evidence": []}, columns=names)
    lines = brief(result, "en").splitlines()
    assert "column0 column" in lines[1]
    assert lines[-2].startswith("columns not shown: column2 column")
    assert all(len(line) <= 40 for line in lines[1:3])
