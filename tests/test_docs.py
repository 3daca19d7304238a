"""The examples in docs/python.md and python.zh.md run as they stand, and every link leads somewhere."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from lichain.local import Address
from lichain.store import Store

from .graph import loaded as loaded

DOCS = Path(__file__).resolve().parents[1] / "docs"
BLOCK = re.compile(r"```python\n(.*?)```", re.DOTALL)
PAGES = ["python.md", "python.zh.md"]


def blocks(page: str) -> list[str]:
    return BLOCK.findall((DOCS / page).read_text(encoding="utf-8"))


@pytest.mark.neo4j
@pytest.mark.parametrize("page", PAGES)
def test_the_examples_run(
    page: str,
    loaded: Store,
    neo4j_server: Address,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NEO4J_URI", neo4j_server.uri)
    monkeypatch.setenv("NEO4J_USERNAME", neo4j_server.user)
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_server.password)
    names: dict[str, Any] = {}
    for block in blocks(page):
        exec(compile(block, page, "exec"), names)
    assert len(names["supply"]) > 10
    assert names["first"].supplier.id in names["frame"]["supplier"].tolist()
    assert names["supplies"]
    frame = names["frame"]
    assert len(names["suppliers"]) == frame[frame["customer"] == "catl"]["supplier"].nunique()
    written = {path.name for path in tmp_path.iterdir()}
    assert written == {"chenzhou.gexf", "chain.graphml", "chain.jsonld", "chain-csv"}
    assert "disclosed" in (said := capsys.readouterr().out) or "reported" in said


def test_both_languages_have_the_same_examples_and_headings() -> None:
    english, chinese = (blocks(page) for page in PAGES)
    assert len(english) == len(chinese) >= 5
    heads = [re.findall(r"^#+ ", (DOCS / page).read_text("utf-8"), re.MULTILINE) for page in PAGES]
    assert heads[0] == heads[1]


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", (DOCS / page).read_text("utf-8")):
        assert (DOCS / target).exists(), target
