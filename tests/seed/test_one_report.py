"""All faults of all files come in one report, each once, and no more than there are."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from lichain.errors import InputError
from lichain.schema import schema
from lichain.seed import read_record

from .conftest import BASE, CLAIM, Seed, as_csv

ENTERPRISE = "nodes/Enterprise.csv"
LINK = "relationships/SUPPLIES.csv"


def test_faults_of_all_files_in_one_report(seed: Seed) -> None:
    seed.put("nodes/Source.csv", "kind", "rumour").put("nodes/Region.csv", "code", "36")
    seed.put("nodes/Product.csv", "recorded_at", "today").put("nodes/Indicator.csv", "value", "x")
    seed.put(ENTERPRISE, "stock_code", "1", row=1).put(LINK, "to", "nobody at all")
    seed.add("lookups/aliases.csv", {"name": "x", "id": "y", "kind": "z", "reason": ""})
    seed.add("lookups/retired.csv", {"id": "a", "now": "b", "reason": "c"})
    seed.write("relationships/FEEDS.csv", "宁德".encode("gbk")).write("relationships/X.csv", "a\n")
    assert [":".join(fault.split(": ")[:2]) for fault in seed.faults()] == [
        "lookups/aliases.csv:2:id",
        "lookups/aliases.csv:2:kind",
        "lookups/aliases.csv:2:reason",
        "lookups/retired.csv:2:now",
        "nodes/Enterprise.csv:3:stock_code",
        "nodes/Indicator.csv:2:value",
        "nodes/Product.csv:2:recorded_at",
        "nodes/Region.csv:2:code",
        "nodes/Source.csv:2:kind",
        "relationships/FEEDS.csv:1:byte 0xc4 is not UTF-8 (it may be GB18030 or GBK); save the file as UTF-8",
        "relationships/SUPPLIES.csv:2:to",
        "relationships/X.csv:'X.csv' is no table of the schema; relationships/ holds "
        + ", ".join(sorted(f"{name}.csv" for name in schema().relationships)),
    ]


def test_all_faults_of_one_row(seed: Seed) -> None:
    seed.add(LINK, {"from": "", "to": "x y z", "product": "catl", "status": "?", "valid_from": "soon",
                    "volume": "much", "source": "?", "locator": "?", "confidence": "?"})  # fmt: skip
    columns = {fault.split(": ")[1] for fault in seed.faults()}
    assert columns == {"from", "to", "product", "status", "valid_from", "volume", "volume_unit",
                       "source", "locator", "confidence", "recorded_at"}  # fmt: skip


def test_a_fault_in_a_node_is_not_repeated_by_what_names_it(seed: Seed) -> None:
    seed.put(ENTERPRISE, "stock_code", "wrong", row=1)
    assert seed.fault().startswith(f"{ENTERPRISE}:3: stock_code: 'wrong' is not a stock code")


def test_an_unknown_column_hides_no_other_fault(seed: Seed) -> None:
    seed.put(ENTERPRISE, "colour", "red").put(ENTERPRISE, "confidence", "sure", row=1)
    faults = seed.faults()
    assert faults[0].startswith(
        f"{ENTERPRISE}:1: colour: 'colour' is not a column of this table; its columns are id, name_zh, "
    )
    assert faults[1].startswith(f"{ENTERPRISE}:3: confidence: 'sure' is not known")
    assert len(faults) == 2


@pytest.mark.parametrize(
    ("file", "column"),
    [
        (ENTERPRISE, "source"),
        (ENTERPRISE, "locator"),
        (ENTERPRISE, "confidence"),
        (ENTERPRISE, "recorded_at"),
        ("nodes/Region.csv", "kind"),
        ("nodes/Source.csv", "kind"),
        (LINK, "from"),
        (LINK, "to"),
        (LINK, "source"),
        ("nodes/Indicator.csv", "subject"),
        ("nodes/Indicator.csv", "unit"),
        ("nodes/Indicator.csv", "value"),
        ("nodes/Indicator.csv", "metric"),
        ("nodes/Indicator.csv", "bound"),
        ("nodes/Indicator.csv", "nature"),
    ],
)
def test_a_missing_column_is_one_fault(seed: Seed, file: str, column: str) -> None:
    seed.drop(file, column)
    assert seed.fault() == f"{file}:1: {column}: is missing from the header; add the column"


def test_a_column_twice(seed: Seed) -> None:
    text = as_csv(BASE[LINK]).replace("volume,volume_unit", "status,status", 1)
    seed.write(LINK, text)
    assert seed.fault() == f"{LINK}:1: status: stands twice in the header; keep one column"


def test_cells_set_apart_by_something_else(seed: Seed) -> None:
    seed.write(ENTERPRISE, as_csv(BASE[ENTERPRISE]).replace(",", ";"))
    fault = seed.fault()
    assert fault.startswith(
        f"{ENTERPRISE}:1: holds none of the columns of this table, but 'id;name_zh"
    )
    assert "the first row names the columns, with commas between them: id, name_zh" in fault


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (as_csv(BASE[ENTERPRISE]).encode("gbk"), 2),
        (as_csv(BASE[ENTERPRISE]).replace("宁德时代", '"宁德时代').encode(), 3),
        (b"", 0),
    ],
    ids=["gbk", "quote", "empty"],
)
def test_a_table_that_cannot_be_read_is_one_fault(seed: Seed, content: bytes, line: int) -> None:
    seed.write(ENTERPRISE, content)
    assert seed.fault().startswith(f"{ENTERPRISE}:{line}: " if line else f"{ENTERPRISE}: ")


def test_sources_that_cannot_be_read_are_one_fault(seed: Seed) -> None:
    seed.write("nodes/Source.csv", as_csv(BASE["nodes/Source.csv"]).encode("utf-16-le"))
    assert seed.fault().startswith(
        "nodes/Source.csv:2: byte 0x87 is not UTF-8 (it may be UTF-16 without a byte-order mark); save"
    )


def test_a_ragged_row_is_one_fault(seed: Seed) -> None:
    seed.write(ENTERPRISE, as_csv(BASE[ENTERPRISE]).replace("catl,", "catl,,", 1))
    assert seed.fault().startswith(
        f"{ENTERPRISE}:3: has 10 cells where the header has 9; its first cell is 'catl'; add or"
    )


def test_ids_are_unique_in_a_file_and_across_files(seed: Seed) -> None:
    row = {"name_zh": "又一个", **CLAIM}
    seed.add(ENTERPRISE, {"id": "byd", **row}).add("nodes/Person.csv", {"id": "catl", **row})
    assert seed.faults() == [
        f"{ENTERPRISE}:4: id: 'byd' stands in {ENTERPRISE}:2 already; ids are unique",
        f"nodes/Person.csv:2: id: 'catl' stands in {ENTERPRISE}:3 already; ids are unique",
    ]


def test_a_folder_named_like_a_table(seed: Seed) -> None:
    (seed.folder / "nodes/Person.csv").mkdir()
    assert seed.fault() == "nodes/Person.csv: is a folder, not a table; move it away"


def test_a_link_to_nowhere(seed: Seed) -> None:
    (seed.folder / "nodes/Person.csv").symlink_to(seed.folder / "gone.csv")
    assert seed.fault() == (
        "nodes/Person.csv: cannot be read: No such file or directory; make it a file that you may read"
    )


def test_a_file_that_may_not_be_read(seed: Seed, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "Product.csv":
            raise PermissionError(errno.EACCES, "Permission denied")
        return whole(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert seed.fault() == (
        "nodes/Product.csv: cannot be read: Permission denied; make it a file that you may read"
    )


@pytest.mark.parametrize(
    "name", ["~$Enterprise.csv", ".DS_Store", ".~lock.Enterprise.csv#", "x.csv~"]
)
def test_what_programs_leave_behind_is_passed_over(seed: Seed, name: str) -> None:
    seed.write(f"nodes/{name}", b"\x00\xff")
    assert seed.read().nodes


@pytest.mark.parametrize(
    ("file", "fault"),
    [
        ("nodes/Company.csv", "nodes/Company.csv: 'Company.csv' is no table of the schema; nodes/ holds Cluster.csv, "),
        ("nodes/enterprise.csv", "nodes/enterprise.csv: 'enterprise.csv' is no table of the schema"),
        ("nodes/Person.xlsx", "nodes/Person.xlsx: 'Person.xlsx' is no table of the schema"),
        ("relationships/SELLS.csv", "relationships/SELLS.csv: 'SELLS.csv' is no table of the schema; relationships/"),
        ("lookups/names.csv", "lookups/names.csv: 'names.csv' is no table of the schema; lookups/ holds aliases.csv"),
        ("node/Person.csv", "node: 'node' holds no tables here; they are in nodes, relationships, lookups"),
        ("Person.csv", "Person.csv: 'Person.csv' holds no tables here; they are in nodes"),
        ("nodes/a\nb.csv", "'nodes/a\\nb.csv': 'a\\nb.csv' is no table of the schema"),
    ],
)  # fmt: skip
def test_files_that_are_no_tables(seed: Seed, file: str, fault: str) -> None:
    seed.write(file, "id\n")
    assert seed.fault().startswith(fault)


def test_other_files_beside_the_folders_are_welcome(seed: Seed) -> None:
    seed.write("README.md", "# Seed\n").write("expectations.yaml", "").write(".git/x.csv", "")
    assert seed.read().nodes


def test_a_folder_without_tables(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no nodes/ folder of tables; name the seed folder"):
        read_record(tmp_path)


def test_header_only_and_blank_lines_are_tables(seed: Seed) -> None:
    seed.write("nodes/Person.csv", "id,name_zh,source,locator,confidence,recorded_at\n\n \n,,,,,\n")
    assert seed.read().counts()["Person"] == 0


def test_a_file_where_a_folder_should_be(seed: Seed) -> None:
    seed.write("lookups", "name,id\n")
    assert seed.fault() == "lookups: is a file; make it the folder that holds the tables"


def test_names_that_may_stand_in_a_table_not_read_are_not_faults_too(seed: Seed) -> None:
    seed.add("lookups/aliases.csv", {"name": "x", "id": "wang", "kind": "short", "reason": "usual"})
    seed.write("nodes/Person.csv", "id,name_zh\nwang,王\n".encode("gbk"))
    assert seed.fault().startswith("nodes/Person.csv:2: byte 0xcd is not UTF-8 (it may be GB18030")
