"""What is written out of the schema is up to date, and complete."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from lichain.render.browser.style import browser_style
from lichain.render.dictionary import dictionary
from lichain.schema import schema

ROOT = Path(__file__).resolve().parents[1]


def test_the_files_are_as_the_schema_has_them() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "scripts" / "generate", "--check"], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr


def test_the_dictionary_has_every_type_property_and_term() -> None:
    text = dictionary(schema())
    for kind in [*schema().nodes.values(), *schema().relationships.values()]:
        assert f"### {kind.name} {kind.zh}" in text
        assert kind.means in text
        assert all(f"`{name}`" in text for name in kind.properties)
    for terms in schema().vocabularies.values():
        assert all(f"| `{term.id}` | {term.zh} | {term.en} |" in text for term in terms.values())


def test_the_style_colours_every_type_the_specific_one_last() -> None:
    for lang in ("zh", "en"):
        style = browser_style(schema(), lang)  # type: ignore[arg-type]
        for node in schema().nodes.values():
            assert f"node.{node.name} {{" in style
            assert str(node.style["colour"]) in style
        assert f"'{{name_{lang}}}{{name_{lang}_else}}'" in style
        assert style.index("node.Organization {") < style.index("node.Enterprise {")
        assert style.count("{") == style.count("}")
