"""What is written for Neo4j Browser: scripts, guide, style and the files that hold them."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any, get_args

import pytest

from lichain.errors import InputError
from lichain.model import Lang
from lichain.queries import Question, catalogue, find
from lichain.render.browser import GUIDE, SCRIPTS, STYLE, write_kit, write_opening
from lichain.render.browser.guide import by_theme, guide, theme_title, words
from lichain.render.browser.scripts import literal, script
from lichain.render.browser.style import browser_style, rules
from lichain.schema import schema

from ..queries.text import param_line

LANGS: tuple[Lang, ...] = get_args(Lang)
in_each_language = pytest.mark.parametrize("lang", LANGS)
each = pytest.mark.parametrize("question", catalogue().values(), ids=lambda one: one.name)
QUERY = re.compile(r'<pre class="pre-scrollable code runnable"[^>]*>(.*?)</pre>', re.DOTALL)


@in_each_language
@each
def test_a_script_runs_by_itself(question: Question, lang: Lang) -> None:
    text = script(question, lang)
    assert text.startswith(f"// {question.title(lang)}\n")
    assert "$" not in text
    assert "// ---" not in text
    if offered := param_line(question):
        assert f"\nWITH {offered.removeprefix(':param ')} AS ask\n" in text
    else:
        assert " AS ask" not in text


def test_a_script_takes_other_values() -> None:
    text = script(find("who_supplies"), "en", to=None, by="o'neil\\")
    assert "WITH {what: null, to: null, where: null, by: 'o\\'neil\\\\', " in text
    assert [literal(one) for one in (None, 3, "a")] == ["null", "3", "'a'"]


@in_each_language
def test_the_guide_has_a_page_per_theme_with_each_question(lang: Lang) -> None:
    pages = guide(lang).split("<slide>")[1:]
    assert len(pages) == len(words()["pages"]) + 1 + len(by_theme())
    last = dict(zip(by_theme(), pages[-len(by_theme()) :], strict=True))
    for question in catalogue().values():
        shown = [unescape(code) for code in QUERY.findall(last[question.theme])]
        assert shown.count(script(question, lang).strip()) == 1
        assert question.title(lang) in unescape(last[question.theme])


@in_each_language
def test_the_guide_names_every_type_and_the_evidence(lang: Lang) -> None:
    text = unescape(guide(lang))
    for kind in [*schema().nodes.values(), *schema().relationships.values()]:
        assert f"{kind.zh if lang == 'zh' else kind.en} <code>{kind.name}</code>" in text
    for term in schema().terms("confidence").values():
        assert f"<code>{term.id}</code> {term.zh if lang == 'zh' else term.en}" in text


@in_each_language
def test_nothing_in_the_guide_looks_like_a_handler_or_asks_the_network(lang: Lang) -> None:
    """Browser takes out ` on…=` and script elements by pattern, wherever they stand."""
    text = guide(lang)
    assert not re.search(r"\son\S*\s*=", text)
    assert not re.search(r"<script|https?://|javascript:|src=|href=", text)
    assert all("=" not in code for code in QUERY.findall(text))


def test_the_words_are_in_both_languages_and_name_what_there_is() -> None:
    def texts(value: Any) -> Iterator[dict[str, str]]:
        if isinstance(value, dict):
            if "zh" in value or "en" in value:
                yield value
            for inner in value.values():
                yield from texts(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from texts(inner)

    found = list(texts(words()))
    assert len(found) > 20
    assert all(one.get("zh") and one.get("en") for one in found)
    assert {question.theme for question in catalogue().values()} == set(words()["themes"])
    for step in words()["tour"]["steps"]:
        asked = {parameter.name for parameter in find(step["question"]).parameters}
        assert set(step["with"]) <= asked


@in_each_language
def test_the_style_captions_things_and_facts_in_the_language(lang: Lang) -> None:
    found = rules(schema(), lang)
    for kind in schema().relationships.values():
        expected = kind.zh if lang == "zh" else kind.en
        assert found[f"relationship.{kind.name}"] == {"caption": expected}
    text = browser_style(schema(), lang)
    for selector, declared in found.items():
        block = text.split(f"{selector} {{\n")[1].split("}\n")[0]
        assert block.count(";") == len(declared)


@in_each_language
def test_the_kit_is_the_same_each_time(tmp_path: Path, lang: Lang) -> None:
    write_kit(tmp_path / "a", lang)
    write_kit(tmp_path / "b", lang)
    written = sorted(
        path.relative_to(tmp_path / "a") for path in (tmp_path / "a").rglob("*") if path.is_file()
    )
    for path in written:
        assert (tmp_path / "a" / path).read_bytes() == (tmp_path / "b" / path).read_bytes()
    tops = {path.parts[0] for path in written}
    assert tops == {STYLE, GUIDE, SCRIPTS, "scripts"}
    with zipfile.ZipFile(tmp_path / "a" / SCRIPTS) as archive:
        names = archive.namelist()
        for name in names:
            assert archive.read(name) == (tmp_path / "a" / "scripts" / name).read_bytes()
    assert sorted(names) == sorted(
        f"{theme_title(one.theme, lang)}/{one.name}.cypher" for one in catalogue().values()
    )


def test_the_opening_has_what_browser_keeps(tmp_path: Path) -> None:
    write_opening(tmp_path, "en", "bolt://neo4j@127.0.0.1:7687")
    kept = json.loads((tmp_path / "kit.json").read_text("utf-8"))
    assert kept["dbms"] == "bolt://neo4j@127.0.0.1:7687"
    assert kept["style"] == rules(schema(), "en")
    folders = {one["id"] for one in kept["folders"]}
    assert all(one["folder"] in folders for one in kept["documents"])
    assert len(kept["documents"]) == len(catalogue())
    assert all(id_.startswith("lichain-") for id_ in folders)


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    with pytest.raises(InputError, match=r"taken: .*--out") as fault:
        write_kit(tmp_path / "taken", "zh")
    assert "--out" in fault.value.said("zh")
    assert "无法" in fault.value.said("zh")
