"""From a claim to its passage: read where the document is the one that was read, else refused."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from lichain.errors import InputError, TableFaults, UnknownName
from lichain.evidence import check_spans, describe, passage
from lichain.model import Record

from .seed.conftest import CLAIM, SPANNED, TEXT, Seed

NODE, NUMBER = "nodes/Enterprise.csv", "nodes/Indicator.csv"


@pytest.fixture
def seed(tmp_path: Path) -> Seed:
    return Seed(tmp_path / "seed")


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents/doc.txt").write_bytes(TEXT.encode())
    return tmp_path / "documents"


def faults(record: Record, documents: Path) -> list[str]:
    with pytest.raises(TableFaults) as caught:
        check_spans(record, documents)
    return [str(fault) for fault in caught.value.faults]


def claim_of(record: Record, kind: str) -> str:
    (link,) = (link for link in record.relationships.values() if link.type == kind)
    return link.listed("claims")[0]


def test_every_row_with_a_span_is_checked_once(seed: Seed, documents: Path) -> None:
    assert check_spans(seed.read(), documents) == 3


def test_a_wrong_hash(seed: Seed, documents: Path) -> None:
    wrong = "0" * 64
    found = hashlib.sha256(TEXT[0:4].encode()).hexdigest()
    seed.put(NODE, "sha256", wrong).put(NUMBER, "sha256", wrong)
    message = (
        f"sha256: {wrong} is not that of doc.txt at 0-4, which is {found}; "
        "correct the span or its hash, or use the document as it was"
    )
    assert faults(seed.read(), documents) == [f"{NODE}:2: {message}", f"{NUMBER}:2: {message}"]


def test_a_span_past_the_end(seed: Seed, documents: Path) -> None:
    end = len(TEXT)
    whole = hashlib.sha256(TEXT.encode()).hexdigest()
    seed.put(NODE, "locator", f"0-{end}").put(NODE, "sha256", whole)
    assert check_spans(seed.read(), documents) == 3
    seed.put(NODE, "locator", f"0-{end + 1}")
    assert faults(seed.read(), documents) == [
        f"{NODE}:2: locator: '0-{end + 1}' runs past the end of doc.txt at {end}; "
        "correct the span, or use the document as it was"
    ]


def test_a_missing_document_is_one_fault(seed: Seed, documents: Path) -> None:
    (documents / "doc.txt").unlink()
    assert faults(seed.read(), documents) == [
        f"nodes/Source.csv: file: doc: {documents / 'doc.txt'} cannot be read "
        "(No such file or directory); name the folder that holds it"
    ]


def test_a_changed_document_and_the_spans_that_it_moved(seed: Seed, documents: Path) -> None:
    (documents / "doc.txt").write_bytes(("新" + TEXT).encode())
    found = faults(seed.read(), documents)
    assert found[0].startswith(f"{NODE}:2: sha256: ")
    assert found[1].startswith(f"{NODE}:3: sha256: ")
    assert found[2].startswith(f"{NUMBER}:2: sha256: ")
    assert found[3].startswith("nodes/Source.csv: sha256: doc: doc.txt has changed: ")
    assert found[3].endswith(
        "; use the document as it was, or correct the hash and every span in it"
    )


def test_a_document_that_grew_at_its_end_has_changed(seed: Seed, documents: Path) -> None:
    (documents / "doc.txt").write_bytes((TEXT + "。").encode())
    assert len(faults(seed.read(), documents)) == 1


def test_a_document_in_another_encoding(seed: Seed, documents: Path) -> None:
    (documents / "doc.txt").write_bytes(TEXT.encode("gbk"))
    (found,) = faults(seed.read(), documents)
    assert "doc.txt is not UTF-8 at byte 0; use the document as it was" in found


def test_a_folder_that_is_not_there(seed: Seed, documents: Path) -> None:
    with pytest.raises(
        InputError, match=r"gone is no folder; name the folder that holds the documents"
    ):
        check_spans(seed.read(), documents / "gone")


def test_nothing_stays_in_memory(seed: Seed, documents: Path) -> None:
    record = seed.read()
    assert check_spans(record, documents) == 3
    (documents / "doc.txt").write_bytes(b"x" * 99)
    assert faults(record, documents)


def test_a_number_is_several_claims_with_one_passage(seed: Seed, documents: Path) -> None:
    seed.add("nodes/Policy.csv", {"id": "plan", "name_zh": "规划", "kind": "plan", **CLAIM})
    seed.put(NUMBER, "set_by", "plan").put(NUMBER, "scope", "lfp")
    record = seed.read()
    ids = [claim.id for claim in record.claims.values() if claim.file == NUMBER]
    assert len(ids) == len(set(ids)) == 4
    for id_ in ids:
        assert passage(record, record.claims[id_], documents) == TEXT[0:4]
        said = describe(record, id_, documents, "en")
        assert "  Value: 8 bn CNY" in said
        assert "  Period: 2025" in said
        assert said[-2:] == ["passage:", TEXT[0:4]]
    zh = describe(record, claim_of(record, "SETS"), None, "zh")
    assert zh[0].startswith("规划 设定 江西省 · 磷酸铁锂 · 产值")
    assert "  数值: 80 亿元" in zh


def test_a_claim_says_what_it_says(seed: Seed, documents: Path) -> None:
    seed.put("relationships/SUPPLIES.csv", "volume", "3").put(
        "relationships/SUPPLIES.csv", "volume_unit", "t_10k"
    )
    seed.put("relationships/SUPPLIES.csv", "note", "As of the report.")
    record = seed.read()
    id_ = claim_of(record, "SUPPLIES")
    assert describe(record, f" {id_.upper()} ", documents, "en") == [
        "BYD supplies CATL", "  Product: LFP", "  Status: delivering", "  Volume: 30 kt",
        "  Valid from: 2023", "source: A paper · date unknown · paper", "place: p. 1",
        "confidence: reported", "recorded: 2026-11-22", "note: As of the report.",
        "table: relationships/SUPPLIES.csv:2",
        "passage: not at hand; look it up at the place above",
    ]  # fmt: skip
    assert describe(record, id_, None, "zh") == [
        "比亚迪 供应 宁德时代", "  产品: 磷酸铁锂", "  状态: 供货中", "  数量: 3 万吨", "  起始: 2023",
        "来源: A paper · 日期未知 · paper", "位置: p. 1", "可信度: 第三方报道", "记录: 2026-11-22",
        "备注: As of the report.", "数据表: relationships/SUPPLIES.csv:2",
    ]  # fmt: skip


def test_a_node_row_says_what_it_says_of_the_node(seed: Seed) -> None:
    record = seed.read()
    key = "EVIDENCED_BY:catl>doc"
    said = describe(record, record.relationships[key].listed("claims")[0], None, "en")
    assert said[:2] == ["CATL is evidenced by 文", "  Stock code: 300750.SZ"]


def test_a_passage_that_is_not_the_one_that_was_read(seed: Seed, documents: Path) -> None:
    record = seed.put(NODE, "sha256", "0" * 64).read()
    claim = record.relationships["EVIDENCED_BY:byd>doc"].listed("claims")[0]
    with pytest.raises(InputError, match=rf"^{NODE}:2: sha256: 0+ is not that of doc.txt at 0-4, "):
        describe(record, claim, documents, "en")


def test_a_page_is_no_passage(seed: Seed, documents: Path) -> None:
    record = seed.read()
    claim = record.claims[claim_of(record, "SUPPLIES")]
    with pytest.raises(
        InputError, match=r"points to 'p\. 1' of paper, not to a span of a document"
    ):
        passage(record, claim, documents)


def test_an_unknown_claim(seed: Seed) -> None:
    record = seed.add(
        "relationships/EVIDENCED_BY.csv", {"from": "catl", **SPANNED, "locator": "0-5"}
    ).read()
    with pytest.raises(
        UnknownName, match=r"^there is no claim 'x'; claims are shown beside every answer"
    ):
        describe(record, "x", None, "en")
    claims = re.escape(", ".join(record.relationships["EVIDENCED_BY:catl>doc"].listed("claims")))
    with pytest.raises(UnknownName, match=rf"id of a node \(CATL\), and its claims are {claims}$"):
        describe(record, "catl", None, "en")
    with pytest.raises(UnknownName, match=r"id of a node \(A paper\), and claims are shown beside"):
        describe(record, "paper", None, "en")
