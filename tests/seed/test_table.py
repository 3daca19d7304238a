"""Files that are not quite CSV: read where that is safe, else refused by line."""

from __future__ import annotations

from pathlib import Path

import pytest

from lichain.seed.faults import Faults
from lichain.seed.table import Table, read_table


def read(tmp_path: Path, content: bytes | str) -> tuple[Table, list[str]]:
    path = tmp_path / "X.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    faults = Faults()
    table = read_table(path, "X.csv", faults)
    return table, [str(fault) for fault in faults.found]


@pytest.mark.parametrize(
    "content",
    [
        "a,b\n1,一\n",
        "\ufeffa,b\n1,一\n",
        "a,b\r\n1,一\r\n",
        "a,b\r1,一\r",
        "a,b\n1,一",
        " a ,b\t\n 1 , 一 \n",
        '"a","b"\n"1","一"\n',
        "a,b,,\n1,一,,\n",
        "a,b\n1,一\n".encode("utf-16"),
        "a,b\r\n1,一\r\n".encode("utf-16-be").join([b"\xfe\xff", b""]),
    ],
    ids=["lf", "bom", "crlf", "cr", "no-end", "blanks", "quoted", "spare", "utf-16", "utf-16-be"],
)
def test_reads_what_is_safe(tmp_path: Path, content: bytes | str) -> None:
    table, faults = read(tmp_path, content)
    assert faults == []
    assert table.columns == ("a", "b")
    assert [(row.line, dict(row.cells)) for row in table.rows] == [(2, {"a": "1", "b": "一"})]


def test_lines_are_right_after_quoted_line_breaks_and_blank_lines(tmp_path: Path) -> None:
    table, faults = read(tmp_path, '\n\na,b\n"x\ny",1\n\n , \nz,2\n"p\r\nq\rr",3\nlast,4\n')
    assert faults == []
    assert table.header == 3
    assert [(row.line, row.get("a")) for row in table.rows] == [
        (4, "x\ny"),
        (8, "z"),
        (9, "p\nq\nr"),
        (12, "last"),
    ]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("", "X.csv: has no header row; write the column names in the first row"),
        ("\n \n,\n", "X.csv: has no header row; write the column names in the first row"),
        ("a,b\n1\n", "X.csv:2: has 1 cells where the header has 2; its first cell is '1'; add or"),
        ('a,b\n"x\ny",1\n1,2,3\n', "X.csv:4: has 3 cells where the header has 2; its first"),
        ("a,b,a\n1,2,3\n", "X.csv:1: a: stands twice in the header; keep one column"),
        ("\na,a\n1,2\n", "X.csv:2: a: stands twice in the header; keep one column"),
        ("a,b,\n1,2,3\n", "X.csv:2: '3' stands in column 3, which has no name in the header; name"),
        ('a,b\n1,2\n"3,4\n', "X.csv:3: is not well-formed CSV: unexpected end of data; check the"),
        ('a,b\n"1"x,2\n', "X.csv:2: is not well-formed CSV: ',' expected after '\"'; check the"),
        ("a,b\n1,2\n3,\0\n", "X.csv:3: holds a NUL character; remove it, or save the file as UTF-8"),
        ("a,b\r1,2\r3,\0\r", "X.csv:3: holds a NUL character"),
        ("a,b\n1,一\n".encode("utf-16-le"), "X.csv:1: holds a NUL character; remove it, or save"),
        ("a,b\n1,2\n宁,德\n".encode("gbk"), "X.csv:3: byte 0xc4 is not UTF-8 (it may be GB18030 or"),
        ("a,b\r1,2\r宁,德\r".encode("gbk"), "X.csv:3: byte 0xc4 is not UTF-8 (it may be GB18030"),
        ("a,b\n1,2\ncafé,3\n".encode("latin-1"), "X.csv:3: byte 0xe9 is not UTF-8 (it may be Latin"),
        (b"\xff\xfea\0,\0\n\0\0\xd8", "X.csv:2: byte 0x00 is damaged UTF-16; save the file as UTF-8"),
    ],
)  # fmt: skip
def test_refuses_by_line(tmp_path: Path, content: bytes | str, fault: str) -> None:
    _, faults = read(tmp_path, content)
    assert len(faults) == 1, faults
    assert faults[0].startswith(fault)


def test_a_header_alone_is_an_empty_table(tmp_path: Path) -> None:
    table, faults = read(tmp_path, "a,b\n")
    assert (faults, table.rows, table.whole) == ([], (), True)


def test_every_ragged_row_is_reported_and_the_rest_is_read(tmp_path: Path) -> None:
    table, faults = read(tmp_path, "a,b\n1\n2,2\n3,3,3\n4,4\n")
    assert [fault.split(":")[1] for fault in faults] == ["2", "4"]
    assert [row.get("a") for row in table.rows] == ["2", "4"]
    assert [row.get("a") for row in table.ragged] == ["1", "3"]


def test_what_stands_before_an_unclosed_quote_is_read(tmp_path: Path) -> None:
    table, _ = read(tmp_path, 'a,b\n1,2\n"3,4\n5,6\n')
    assert [row.get("a") for row in table.rows] == ["1"]
    assert not table.whole


def test_a_cell_too_large_is_refused(tmp_path: Path) -> None:
    _, faults = read(tmp_path, f"a,b\n1,{'x' * 1_000_001}\n")
    assert len(faults) == 1
    assert "X.csv:2: is not well-formed CSV: field larger than field limit" in faults[0]


def test_a_long_first_cell_is_cut_in_the_message(tmp_path: Path) -> None:
    _, faults = read(tmp_path, f"a,b\n{'x' * 10_000}\n")
    assert len(faults[0]) < 250
