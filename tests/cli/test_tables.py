"""check, plan, load, verify, resolve, evidence and map on the command line."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from ..graph import SEED, seed_record
from .conftest import Command

DOCUMENTS = Path(__file__).resolve().parents[3] / "shared" / "documents"


def test_check_counts_what_it_read(command: Command) -> None:
    record = seed_record()
    done = command("check", "--lang", "en")
    assert done.code == 0
    for count in (len(record.nodes), len(record.relationships), len(record.claims)):
        assert str(count) in done.output


def test_check_names_file_line_value_and_fix(command: Command, tmp_path: Path) -> None:
    shutil.copytree(SEED, tmp_path / "seed")
    path = tmp_path / "seed" / "relationships" / "FEEDS.csv"
    path.write_text(
        path.read_text(encoding="utf-8").replace("inferred", "sure", 1), encoding="utf-8"
    )
    done = command("check", "--seed", str(tmp_path / "seed"))
    assert done.code == 2
    assert "relationships/FEEDS.csv:2: confidence: 'sure'" in done.errors
    assert "disclosed, reported, inferred" in done.errors


@pytest.mark.documents
@pytest.mark.skipif(not DOCUMENTS.is_dir(), reason="the documents are not beside the checkout")
@pytest.mark.parametrize("name", ["check", "plan", "load"])
def test_a_span_that_is_not_in_the_document_is_refused(
    command: Command, tmp_path: Path, name: str
) -> None:
    shutil.copytree(SEED, tmp_path / "seed")
    path = tmp_path / "seed" / "nodes" / "Person.csv"
    claim = next(c for c in seed_record().claims.values() if c.file == "nodes/Person.csv")
    path.write_text(
        path.read_text(encoding="utf-8").replace(claim.sha256, "0" * 64, 1), encoding="utf-8"
    )
    done = command(name, "--seed", str(tmp_path / "seed"), "--documents", str(DOCUMENTS))
    assert done.code == 2
    assert f"nodes/Person.csv:{claim.line}" in done.errors


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("寧德時代", "catl"),
        ("Contemporary Amperex Technology", "catl"),
        ("贛鋒鋰業", "ganfeng"),
        ("江西赣锋锂业集团股份有限公司", "ganfeng"),
        ("Ganfeng", "ganfeng"),
        ("天奇股份", "tianqi-automation"),
        ("Tianqi Automation", "tianqi-automation"),
        ("天齐锂业", "tianqi-lithium"),
        ("蜂巢能源", "svolt"),
        ("Corun", "corun"),
        ("Gotion", "gotion"),
        ("比亞迪", "byd"),
    ],
)
def test_resolve_says_whom_a_name_means(command: Command, name: str, id_: str, lang: str) -> None:
    done = command("resolve", name, "--type", "Enterprise", "--lang", lang)
    assert done.code == 0, done.errors
    assert done.output.split()[0] == id_


def test_resolve_picks_none_of_several_and_suggests_for_none(command: Command) -> None:
    several = command("resolve", "正极材料")
    assert several.code == 3
    assert "names 2 things" in several.errors
    none = command("resolve", "天奇", "--type", "Enterprise")
    assert none.code == 3
    assert "did you mean" in none.errors
    assert json.loads(command("resolve", "天奇", "--json").output)["status"] == "unknown"


@pytest.mark.documents
@pytest.mark.skipif(not DOCUMENTS.is_dir(), reason="the documents are not beside the checkout")
def test_evidence_prints_the_passage_it_checked(command: Command) -> None:
    claim = next(c for c in seed_record().claims.values() if c.source == "doc-003" and c.sha256)
    done = command("evidence", claim.id, "--documents", str(DOCUMENTS), "--lang", "en")
    assert done.code == 0
    start, end = map(int, claim.locator.split("-"))
    text = next(DOCUMENTS.glob("003_*")).read_text(encoding="utf-8")
    assert text[start:end] in done.output
    assert f"place: {claim.locator}" in done.output


def test_evidence_without_the_documents_says_where(command: Command) -> None:
    claim = next(c for c in seed_record().claims.values() if c.source == "doc-004")
    done = command("evidence", claim.id, "--lang", "zh")
    assert done.code == 0
    assert f"位置: {claim.locator}" in done.output
    assert f"{claim.file}:{claim.line}" in done.output
    assert command("evidence", "c-nothing").code == 3


@pytest.mark.neo4j
@pytest.mark.usefixtures("served")
def test_plan_load_and_verify_agree(command: Command) -> None:
    first = command("load", "--lang", "en")
    assert first.code == 0, first.errors
    plan = json.loads(command("plan", "--json").output)
    assert plan["unchanged"] == len(seed_record().nodes) + len(seed_record().relationships)
    assert not any(
        plan[kind][action]
        for kind in ("nodes", "relationships")
        for action in ("add", "change", "remove")
    )
    verdict = command("verify", "--lang", "en")
    assert verdict.code == 0
    assert "Neo4j holds just what the tables say" in verdict.output


@pytest.mark.neo4j
@pytest.mark.usefixtures("served")
def test_map_writes_one_file_with_the_graph(command: Command, tmp_path: Path) -> None:
    whole, part = tmp_path / "whole.html", tmp_path / "part.html"
    assert command("map", "--out", str(whole), "--lang", "zh").code == 0
    assert (
        command("map", "--around", "郴州", "--hops", "1", "--out", str(part), "--lang", "en").code
        == 0
    )
    assert "宁德时代" in whole.read_text(encoding="utf-8")
    assert "Chenzhou" in part.read_text(encoding="utf-8")
    assert part.stat().st_size < whole.stat().st_size
    assert command("map", "--around", "no such thing", "--out", str(part)).code == 3
    missing = command("map", "--out", str(tmp_path / "not" / "there.html"))
    assert missing.code == 2
    assert "not" in missing.errors
