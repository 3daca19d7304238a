"""Formatting: one order, one hand, no character lost, and twice is as good as once."""

from __future__ import annotations

import csv
import io
import random
import shutil
import tempfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lichain.errors import TableFaults
from lichain.seed import read_record
from lichain.seed.format import format_tables

from .conftest import CLAIM, Seed, as_csv
from .test_facts import REPO_SEED, placed

LINK, NODE = "relationships/SUPPLIES.csv", "nodes/Enterprise.csv"


def lines(seed: Seed, file: str) -> list[str]:
    return (seed.folder / file).read_text(encoding="utf-8").split("\n")


def test_rows_go_by_id_and_columns_as_in_the_schema(seed: Seed) -> None:
    rows = [
        {"note": "n", "stock_code": "", "name_en": "B", "id": "b", **CLAIM},
        {"note": "m", "stock_code": "", "name_en": "A", "id": "a", **CLAIM},
    ]
    seed.rows[NODE] = []
    seed.add(NODE, *rows)
    format_tables(seed.folder)
    assert lines(seed, NODE) == [
        "id,name_en,stock_code,source,locator,confidence,recorded_at,note",
        "a,A,,paper,p. 1,reported,2026-11-22,m",
        "b,B,,paper,p. 1,reported,2026-11-22,n",
        "",
    ]


def test_relationships_go_by_ends_identity_source_and_place(seed: Seed) -> None:
    ends = {"from": "byd", "to": "catl", **CLAIM}
    seed.rows[LINK] = [
        {**ends, "product": "lfp", "locator": "p. 130"},
        {**ends, "product": "lfp", "locator": "p. 16"},
        {**ends, "product": "lfp", "source": "doc", "locator": "1000-1001"},
        {**ends, "product": "lfp", "source": "doc", "locator": "99-1002"},
        {**ends, "product": "", "locator": "p. 9"},
        {**ends, "from": "a", "product": "zz"},
    ]
    seed.write(LINK)
    format_tables(seed.folder)
    found = [
        (row["from"], row["product"], row["locator"]) for row in csv.DictReader(lines(seed, LINK))
    ]
    assert found == [
        ("a", "zz", "p. 1"),
        ("byd", "", "p. 9"),
        ("byd", "lfp", "99-1002"),
        ("byd", "lfp", "1000-1001"),
        ("byd", "lfp", "p. 16"),
        ("byd", "lfp", "p. 130"),
    ]
    assert lines(seed, LINK)[0].startswith("from,to,product,")


def test_lookups_go_by_id_and_name(seed: Seed) -> None:
    alias = {"kind": "short", "reason": "usual"}
    seed.add("lookups/aliases.csv", *({"name": n, "id": i, **alias} for n, i in ("zc", "ad", "bc")))
    format_tables(seed.folder)
    assert lines(seed, "lookups/aliases.csv") == [
        "id,name,kind,reason", "c,b,short,usual", "c,z,short,usual", "d,a,short,usual", "",
    ]  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_encoding_and_line_end_becomes_one(seed: Seed, encoding: str, end: str) -> None:
    format_tables(seed.folder)
    wanted = (seed.folder / NODE).read_bytes()
    seed.write(NODE, wanted.decode().replace("\n", end).encode(encoding))
    assert format_tables(seed.folder) == ([] if (end, encoding) == ("\n", "utf-8") else [NODE])
    assert (seed.folder / NODE).read_bytes() == wanted


def test_needless_quotes_blank_lines_and_nameless_columns_go(seed: Seed) -> None:
    columns = "id,name_en,source,locator,confidence,recorded_at"
    seed.write(
        "nodes/Person.csv",
        f'{columns},\n\n"a","A, ""x""",paper,p. 1,reported,2026-11-22,\n,,,,,,\n',
    )
    format_tables(seed.folder)
    assert lines(seed, "nodes/Person.csv") == [
        columns, 'a,"A, ""x""",paper,p. 1,reported,2026-11-22', "",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "damage", ["id,name_zh,colour\nx,y,z\n", "id,name_zh\nx\n", 'id\n"x\n', "", "id,id\na,b\n"]
)
def test_nothing_is_written_where_a_table_cannot_be_read(seed: Seed, damage: str) -> None:
    seed.write("nodes/Person.csv", damage).write(NODE, "\n" + as_csv(seed.rows[NODE]))
    before = {path: path.read_bytes() for path in seed.folder.glob("*/*")}
    with pytest.raises(TableFaults, match=r"nodes/Person\.csv"):
        format_tables(seed.folder)
    assert {path: path.read_bytes() for path in seed.folder.glob("*/*")} == before


CELL = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=9)
LOCATOR = st.one_of(CELL, st.from_regex(r"[0-9]{1,5}-[0-9]{1,5}", fullmatch=True))


@given(rows=st.lists(st.tuples(CELL, CELL, LOCATOR, CELL), max_size=6), chance=st.randoms())
@settings(max_examples=40, deadline=None)
def test_no_character_is_lost_and_twice_is_as_good_as_once(
    rows: list[tuple[str, ...]], chance: random.Random
) -> None:
    columns = ["note", "id", "locator", "name_en"]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "nodes/Person.csv"
        path.parent.mkdir()
        written = []
        for given_rows in (rows, chance.sample(rows, len(rows))):
            out = io.StringIO()
            csv.writer(out, quoting=csv.QUOTE_ALL).writerows([columns, *given_rows])
            path.write_bytes(out.getvalue().encode())
            format_tables(Path(folder))
            written.append(path.read_bytes())
            assert format_tables(Path(folder)) == []
        assert written[0] == written[1]
        found = list(csv.reader(io.StringIO(written[0].decode(), newline="")))
    assert found[0] == ["id", "name_en", "locator", "note"]
    wanted = [(row[1], row[3], row[2], row[0]) for row in rows if any(cell.strip() for cell in row)]
    assert Counter(map(tuple, found[1:])) == Counter(wanted)


def test_formatting_the_shipped_tables_changes_nothing_that_they_say(tmp_path: Path) -> None:
    shutil.copytree(REPO_SEED, tmp_path / "seed")
    format_tables(tmp_path / "seed")
    assert placed(read_record(tmp_path / "seed")) == placed(read_record(REPO_SEED))
    assert format_tables(tmp_path / "seed") == []


def test_the_shipped_tables_are_formatted(tmp_path: Path) -> None:
    shutil.copytree(REPO_SEED, tmp_path / "seed")
    assert format_tables(tmp_path / "seed") == []


def test_a_file_keeps_its_permissions(seed: Seed) -> None:
    seed.write(NODE, "\n" + as_csv(seed.rows[NODE]))
    (seed.folder / NODE).chmod(0o640)
    assert NODE in format_tables(seed.folder)
    assert (seed.folder / NODE).stat().st_mode & 0o777 == 0o640
    assert not [path for path in seed.folder.rglob("*") if path.suffix == ".tmp"]
