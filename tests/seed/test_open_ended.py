"""Whatever stands in the cells: a Record or a report of faults, never anything else."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from lichain.errors import TableFaults
from lichain.model import Record
from lichain.schema import schema
from lichain.seed import read_record

from .conftest import BASE, CLAIM, Seed, as_csv

AWKWARD = ["", "0", "-1", "9" * 400, "1e999", "nan", "١٢", "２０２３", "2023-02-30", "2022/2024",
           "0-4", "a;b", "'x", "\ufeff", "\u202e", "😀", "yes", "catl", "宁德时代", "doc", "paper",
           "p. 1", "reported", "range", "CNY_100m", "-", "/", "\r\n", '"', "\t"]  # fmt: skip
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
CELL = st.one_of(st.sampled_from(AWKWARD), TEXT)


def outcome(folder: Path) -> Record | TableFaults:
    try:
        return read_record(folder)
    except TableFaults as faults:
        return faults


@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_random_cells(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        seed = Seed(Path(folder))
        for _ in range(data.draw(st.integers(1, 6))):
            file = data.draw(st.sampled_from(sorted(BASE)))
            column = data.draw(st.sampled_from(sorted(columns_of(file))))
            row = data.draw(st.integers(0, len(BASE[file]) - 1))
            seed.put(file, column, data.draw(CELL), row)
        assert outcome(seed.folder)


@given(file=st.sampled_from(sorted(BASE)), content=st.binary(max_size=60))
@settings(max_examples=30, deadline=None)
def test_random_bytes(file: str, content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert outcome(Seed(Path(folder)).write(file, content).folder)


@given(file=st.sampled_from(sorted(BASE)), at=st.integers(0), insert=TEXT, cut=st.integers(0, 9))
@settings(max_examples=30, deadline=None)
def test_random_damage(file: str, at: int, insert: str, cut: int) -> None:
    text = as_csv(BASE[file])
    at %= len(text)
    with tempfile.TemporaryDirectory() as folder:
        seed = Seed(Path(folder)).write(file, text[:at] + insert + text[at + cut :])
        assert outcome(seed.folder)


def columns_of(file: str) -> set[str]:
    """Every column the schema has for a table of the base, and those it is written with."""
    kinds = {**schema().nodes, **schema().relationships}
    return set(BASE[file][0]) | set(kinds[Path(file).stem].properties)


IDS = st.lists(
    st.from_regex(r"[a-z][a-z0-9]{0,6}", fullmatch=True), min_size=2, max_size=6, unique=True
)
PRINTED = st.text(st.characters(categories=["L", "N", "P", "S"]), max_size=9)


@given(ids=IDS, data=st.data())
@settings(max_examples=30, deadline=None)
def test_generated_tables_come_back_as_they_were_written(
    ids: list[str], data: st.DataObject
) -> None:
    names = {f"x-{id_}": f"名{data.draw(PRINTED)}" for id_ in ids}
    ends = st.tuples(*[st.sampled_from(sorted(names))] * 2).filter(lambda pair: pair[0] != pair[1])
    pairs = data.draw(st.lists(ends, unique=True, min_size=1, max_size=8))
    nodes = [{"id": id_, "name_zh": name, **CLAIM} for id_, name in names.items()]
    with tempfile.TemporaryDirectory() as folder:
        seed = Seed(Path(folder)).add("nodes/Organization.csv", *nodes)
        links = [{"from": start, "to": end, **CLAIM} for start, end in pairs]
        record = seed.add("relationships/PARTNERS_WITH.csv", *links).read()
    bodies = {
        n.id: n.properties["name_zh"] for n in record.nodes.values() if n.type == "Organization"
    }
    found = [(r.start, r.end) for r in record.relationships.values() if r.type == "PARTNERS_WITH"]
    assert bodies == names
    assert sorted(found) == sorted(pairs)
    assert {id_ for r in record.relationships.values() for id_ in r.listed("claims")} == set(
        record.claims
    )
