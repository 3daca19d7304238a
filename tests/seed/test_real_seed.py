"""The tables that ship: in order, evidenced, and in our own words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from lichain.evidence import check_spans, describe, passage
from lichain.model import Record
from lichain.schema import schema, values
from lichain.seed import read_record
from lichain.seed.documents import span_of
from lichain.seed.expectations import check_expectations
from lichain.seed.faults import Faults
from lichain.seed.table import read_table

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = ROOT.parent / "shared" / "documents"
PAGES = tuple(f"doc-{number:03}" for number in range(5))
HAN_RUN, WORD_RUN = 24, 12
HAN = re.compile(r"[\u3400-\u9fff]+")
WORD = re.compile(r"[a-z0-9]+(?:['’.-][a-z0-9]+)*")

at_hand = pytest.mark.skipif(not DOCUMENTS.is_dir(), reason=f"no documents in {DOCUMENTS}")


@pytest.fixture(scope="module")
def record() -> Record:
    return read_record(ROOT / "seed")


def children(record: Record, kind: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for link in record.relationships.values():
        if link.type == kind:
            found.setdefault(link.start, set()).add(link.end)
    return found


def test_expectations_hold_without_a_warning(record: Record) -> None:
    assert check_expectations(ROOT / "seed" / "expectations.yaml", record) == []


def test_claims_of_the_documents(record: Record) -> None:
    counts = Counter(claim.source for claim in record.claims.values())
    assert all(counts[page] >= 40 for page in PAGES), counts
    assert sum(counts[page] for page in PAGES) >= 250
    rows = {(claim.file, claim.line) for claim in record.claims.values() if claim.source in PAGES}
    assert len(rows) >= 250


def test_every_source_is_used_and_every_claim_stands_in_a_fact(record: Record) -> None:
    sources = {node.id for node in record.nodes.values() if node.type == "Source"}
    claimed = {claim.source for claim in record.claims.values()}
    assert claimed <= sources
    aliases = (ROOT / "seed" / "lookups" / "aliases.csv").read_text(encoding="utf-8")
    said = " ".join([aliases, *(claim.note for claim in record.claims.values())])
    assert {id_ for id_ in sources - claimed if id_ not in said} == set()
    listed = [id_ for link in record.relationships.values() for id_ in link.listed("claims")]
    assert sorted(listed) == sorted(record.claims)


def test_every_node_but_a_source_has_evidence(record: Record) -> None:
    evidenced = children(record, "EVIDENCED_BY")
    bare = {id_ for id_, node in record.nodes.items() if node.type != "Source"} - set(evidenced)
    assert not bare


def test_claims_of_documents_are_spans(record: Record) -> None:
    loose = [
        claim for claim in record.claims.values() if claim.source in PAGES and not span_of(claim)
    ]
    assert not loose


def test_regions_lie_in_the_region_of_their_code(record: Record) -> None:
    parents = children(record, "PART_OF")
    by_code = {
        node.properties.get("code"): node.id
        for node in record.nodes.values()
        if node.type == "Region"
    }
    for id_, node in record.nodes.items():
        code = str(node.properties.get("code", ""))
        if node.type != "Region" or not re.fullmatch(r"\d{6}", code):
            continue
        assert id_ == f"cn-{code}"
        level = 2 if code.endswith("0000") else 4 if code.endswith("00") else 6
        assert node.properties["kind"] == {2: "province", 4: "prefecture", 6: "county"}[level], id_
        prefixes = [code[:cut].ljust(6, "0") for cut in range(level - 2, 0, -2)]
        wanted = next((by_code[prefix] for prefix in prefixes if prefix in by_code), "cn")
        assert wanted in parents[id_], id_


def test_every_region_of_china_leads_to_china(record: Record) -> None:
    parents = children(record, "PART_OF")
    for id_, node in record.nodes.items():
        if node.type == "Region" and id_.startswith(("cn-", "zone-")):
            seen, open_ = set(), [id_]
            while open_:
                seen.add(one := open_.pop())
                open_ += parents.get(one, set()) - seen
            assert "cn" in seen, id_


def test_stock_codes_are_well_formed(record: Record) -> None:
    prop = schema().nodes["Enterprise"].properties["stock_code"]
    codes = [
        str(n.properties["stock_code"])
        for n in record.nodes.values()
        if "stock_code" in n.properties
    ]
    assert len(codes) == len(set(codes)) >= 25
    assert [values.read(schema(), prop, code) for code in codes] == codes


def test_every_claim_can_be_described(record: Record) -> None:
    for id_ in list(record.claims)[::25]:
        for lang in ("zh", "en"):
            assert len(describe(record, id_, None, lang)) >= 5  # type: ignore[arg-type]


@pytest.mark.documents
@at_hand
def test_spans_and_files_agree_with_the_documents(record: Record) -> None:
    rows = {(claim.file, claim.line) for claim in record.claims.values() if span_of(claim)}
    assert check_spans(record, DOCUMENTS) == len(rows)


@pytest.mark.documents
@at_hand
def test_passages_of_every_kind_of_fact(record: Record) -> None:
    seen = set()
    for link in record.relationships.values():
        for id_ in link.listed("claims"):
            claim = record.claims[id_]
            if span_of(claim) and link.type not in seen:
                seen.add(link.type)
                start, end = span_of(claim) or (0, 0)
                assert len(passage(record, claim, DOCUMENTS)) == end - start
    assert len(seen) >= 15


@pytest.mark.documents
@at_hand
def test_no_text_of_the_documents_is_copied() -> None:
    """Names and titles are facts; elsewhere a run as long as this is somebody's sentence."""
    read: set[str] = set()
    for path in DOCUMENTS.glob("*.txt"):
        read |= set(runs(path.read_text(encoding="utf-8")))
    copied = [
        f"{path.relative_to(ROOT)}:{line}: {run}"
        for path, line, text in our_words()
        for run in runs(text)
        if run in read
    ]
    assert not copied, "\n".join(copied)


def our_words() -> Iterator[tuple[Path, int, str]]:
    """Every note and summary of the tables, and every line of the questions and the README."""
    for path in sorted((ROOT / "seed").glob("*/*.csv")):
        for row in read_table(path, path.name, Faults()).rows:
            for column, cell in row.cells.items():
                if not re.match(r"(legal_)?name|title", column):
                    yield path, row.line, cell
    for path in [
        *(ROOT / "cypher").rglob("*.cypher"),
        *ROOT.glob("*.md"),
        *ROOT.glob("docs/**/*.md"),
    ]:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            yield path, number, line


def runs(text: str) -> Iterator[str]:
    """Every stretch of so many Chinese characters or English words, punctuation aside."""
    for han in HAN.findall(re.sub(r"[\s，。、；：“”‘’（）《》()\"'·—-]", "", text)):
        yield from (han[at : at + HAN_RUN] for at in range(len(han) - HAN_RUN + 1))
    words = WORD.findall(text.lower())
    yield from (" ".join(words[at : at + WORD_RUN]) for at in range(len(words) - WORD_RUN + 1))
