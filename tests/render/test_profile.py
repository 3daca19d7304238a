"""A page holds every row and source once, in either language, and nothing that a name could run."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from lichain.analysis.profile import Profile, Section
from lichain.model import Lang, Node
from lichain.render import profile as render

from .answers import answer, link

A = Node("a", "Enterprise", {"name_zh": "甲新能源", "name_en": "Alpha Materials"})
HOSTILE = "<img src=x onerror=alert(1)>\u202e</script><!--sections-->`|*"


def claim(number: int) -> str:
    return f"c-{number:012d}"


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def page(name: str = "甲公司") -> Profile:
    first = answer({"thing": A, "evidence": [link("a", "b", claim(1))]})
    second = answer({"thing": Node("h", "Enterprise", {"name_zh": name, "name_en": name}),
                     "evidence": [link("b", "c", claim(2))]})  # fmt: skip
    sections = (
        Section("供应商", "Suppliers", first, 1),
        Section("客户", "Customers", second, 7),
        Section("股权", "Stakes", answer(), 0),
    )
    node = Node("n", "Enterprise", {"name_zh": name, "name_en": "Alpha", "form": "listed"})
    return Profile(node, sections, {"as_of": "2025-01-01", "min_confidence": "reported"})


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_each_form_holds_the_parts_their_counts_and_one_list_of_sources(lang: Lang) -> None:
    forms = [
        render.to_text(page(), lang, 100),
        render.to_markdown(page(), lang),
        render.to_html(page(), lang, "2026-11-24"),
    ]
    for text in forms:
        for heading in {"zh": ("供应商 (1)", "客户 (7)"), "en": ("Suppliers (1)", "Customers (7)")}[
            lang
        ]:
            assert re.sub(r"\\", "", text).count(heading) >= 1
        assert claim(1) in text
        assert claim(2) in text
        assert {"zh": "截至 2025-01-01", "en": "as of 2025-01-01"}[lang] in text.replace("\\", "")
        assert ("nothing zh" if lang == "zh" else "nothing en") in text
    assert forms[0].count("[1] ") == 3
    assert {"zh": "上市公司", "en": "listed company"}[lang] in forms[0]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_hostile_name_is_text(lang: Lang) -> None:
    html = render.to_html(page(HOSTILE), lang, "2026-11-24")
    tags = Tags()
    tags.feed(html)
    kinds = {tag for tag, _ in tags.found}
    assert not kinds & {"script", "img", "iframe", "object", "link", "form"}
    assert not [1 for _, attributes in tags.found for name in attributes if name.startswith("on")]
    assert html.count("<main>") == 1
    assert "\u202e" not in html
    assert "default-src 'none'" in html
    assert "\u202e" not in render.to_text(page(HOSTILE), lang, 80)
    assert "<img" not in render.to_markdown(page(HOSTILE), lang)


def test_it_asks_for_nothing_else() -> None:
    tags = Tags()
    tags.feed(render.to_html(page(), "en", "2026-11-24"))
    fetched = [a for tag, a in tags.found if "src" in a or (tag == "link")]
    assert fetched == []
