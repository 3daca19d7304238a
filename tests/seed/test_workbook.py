"""Tables go to Excel and back without losing a character, a date or a leading zero."""

from __future__ import annotations

import csv
import io
import random
import shutil
import zipfile
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from lichain.errors import InputError, TableFaults
from lichain.seed import read_record
from lichain.seed.export import export_workbook
from lichain.seed.folders import FolderTables
from lichain.seed.format import format_tables
from lichain.seed.importing import compare_workbook, take
from lichain.seed.workbook import (
    GUIDE,
    STATE,
    VALUES,
    WorkbookTables,
    escaped,
    is_like_an_escape,
    unescaped,
)

from ..graph import SEED
from .conftest import Seed

ANY = st.text(
    st.characters(codec="utf-8", exclude_characters="\0\r\n\x85\u2028\u2029"),
    min_size=1,
    max_size=30,
)


def tables(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.glob("*/*.csv")}


def bring_back(book: Path, folder: Path) -> list[str]:
    """Takes the workbook over the folder; the files that changed."""
    changes = compare_workbook(WorkbookTables(book), folder)
    take(changes)
    return [change.file for change in changes]


def there_and_back(folder: Path, to: Path) -> Path:
    export_workbook(folder, to / "tables.xlsx", "zh")
    (to / "back").mkdir()
    state_off(to / "tables.xlsx")
    bring_back(to / "tables.xlsx", to / "back")
    return to / "back"


def state_off(book: Path) -> None:
    """The workbook without the sheet that says which tables it was made from."""
    found = load_workbook(book)
    del found[STATE]
    found.save(book)


def test_the_seed_comes_back_byte_for_byte(tmp_path: Path) -> None:
    folder = tmp_path / "seed"
    shutil.copytree(SEED, folder)
    export_workbook(folder, tmp_path / "tables.xlsx", "zh")
    assert bring_back(tmp_path / "tables.xlsx", folder) == []
    for name, text in tables(there_and_back(folder, tmp_path)).items():
        rows = [list(csv.DictReader(io.StringIO(x.decode()))) for x in (text, tables(SEED)[name])]
        filled = [[{k: v for k, v in row.items() if v} for row in found] for found in rows]
        assert filled[0] == filled[1], name


def test_a_workbook_is_the_same_record(seed: Seed, tmp_path: Path) -> None:
    record = seed.read()
    book = tmp_path / "tables.xlsx"
    export_workbook(seed.folder, book, "en")
    found = read_record(WorkbookTables(book))
    assert found.nodes == record.nodes
    assert found.relationships == record.relationships


@settings(max_examples=5, deadline=None)
@given(texts=st.lists(ANY, min_size=40, max_size=60))
def test_any_text_survives(texts: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    seed = Seed(tmp_path_factory.mktemp("seed"))
    row = seed.rows["nodes/Enterprise.csv"][0]
    rows = [{**row, "id": f"e{n}", "note": text} for n, text in enumerate(texts)]
    seed.add("nodes/Enterprise.csv", *rows)
    format_tables(seed.folder)
    back = there_and_back(seed.folder, tmp_path_factory.mktemp("back"))
    files = [folder / "nodes/Enterprise.csv" for folder in (seed.folder, back)]
    read = [list(csv.DictReader(file.open(encoding="utf-8", newline=""))) for file in files]
    trimmed = [
        [{k: v.strip() for k, v in row.items() if v.strip()} for row in found] for found in read
    ]
    assert trimmed[0] == trimmed[1]


@given(st.text(max_size=40))
def test_escaping_can_be_undone(text: str) -> None:
    if not is_like_an_escape(text):
        assert unescaped(escaped(text)) == text
    assert not set(escaped(text)) & {chr(n) for n in (*range(9), 11, 12, *range(13, 32))}


def test_a_formula_stays_a_text(seed: Seed, tmp_path: Path) -> None:
    for row in seed.rows["nodes/Enterprise.csv"]:
        row["note"] = "=1+1"
    seed.write("nodes/Enterprise.csv")
    book = tmp_path / "tables.xlsx"
    export_workbook(seed.folder, book, "en")
    sheet = load_workbook(book)["Enterprise"]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value == "=1+1"]
    assert cells
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in cells)


def test_new_rows_are_text_too_and_fixed_values_are_offered(seed: Seed, tmp_path: Path) -> None:
    seed.read()
    book = tmp_path / "tables.xlsx"
    export_workbook(seed.folder, book, "en")
    found = load_workbook(book)
    sheet = found["SUPPLIES"]
    assert all(column.number_format == "@" for column in sheet.column_dimensions.values())
    offered = {rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert any(text.startswith(f"'{VALUES}'!") for text in offered)
    assert {GUIDE, VALUES} <= set(found.sheetnames)
    assert found[STATE].sheet_state == "hidden"


def changed(seed: Seed, to: Path, sheet: str, column: str, value: Any) -> WorkbookTables:
    """The workbook of the small seed with one cell of one sheet as Excel may leave it."""
    seed.read()
    book = to / "t.xlsx"
    export_workbook(seed.folder, book, "en")
    found = load_workbook(book)
    header = [cell.value for cell in found[sheet][1]]
    cell = found[sheet].cell(2, header.index(column) + 1)
    cell.value = value
    found.save(book)
    return WorkbookTables(book)


@pytest.mark.parametrize(
    ("sheet", "column", "value", "said"),
    [
        ("Enterprise", "stock_code", 2594, "2594 is a number cell, and leading zeros may be lost"),
        ("Region", "code", 360000, "360000 is a number cell, and leading zeros may be lost"),
        ("SUPPLIES", "valid_from", datetime(2023, 5, 1), "is a date cell; format it as text and write 2023-05-01, or less"),
        ("SUPPLIES", "valid_from", 45047, "45047 is a number cell; format it as text and write the date"),
        ("SUPPLIES", "note", "=A1", "is a formula; write its value"),
        ("SUPPLIES", "note", "#DIV/0!", "is #DIV/0!, an error of Excel's; write what is meant"),
        ("SUPPLIES", "note", timedelta(hours=26), "is a date cell; format it as text"),
        ("SUPPLIES", "note", 12, "12 is a number cell in a column of text; format it as text"),
        ("SUPPLIES", "from", 666, "666 is a number cell in a column of text"),
        ("SUPPLIES", "note", True, "is True as Excel's truth value"),
        ("SUPPLIES", "status", "deliverd", "'deliverd' is not a known"),
    ],
)  # fmt: skip
def test_what_excel_may_have_changed_is_refused(
    seed: Seed, tmp_path: Path, sheet: str, column: str, value: Any, said: str
) -> None:
    book = changed(seed, tmp_path, sheet, column, value)
    with pytest.raises(TableFaults) as caught:
        read_record(book)
    fault = caught.value.faults[0]
    assert (fault.file, fault.line, fault.column) == (f"t.xlsx {sheet}", 2, column)
    assert said in fault.message


@pytest.mark.parametrize(
    ("sheet", "column", "value", "text"),
    [
        ("SUPPLIES", "valid_from", 2023, "2023"),
        ("Indicator", "value", 80.5, "80.5"),
        ("Indicator", "value", 80.0, "80"),
        ("Indicator", "value", 123456789012.0, "123456789012"),
        ("Indicator", "value", 0.00001, "0.00001"),
        ("SUPPLIES", "recorded_at", datetime(2026, 11, 24), "2026-11-24"),
    ],
)
def test_numbers_are_taken_where_nothing_can_be_lost(
    seed: Seed, tmp_path: Path, sheet: str, column: str, value: Any, text: str
) -> None:
    book = changed(seed, tmp_path, sheet, column, value)
    folder = "nodes" if sheet == "Indicator" else "relationships"
    from lichain.seed.faults import Faults

    table = book.table(folder, sheet, Faults())
    assert table is not None
    assert table.rows[0].get(column) == text


def test_a_sheet_that_is_no_table_is_named(tmp_path: Path) -> None:
    book = Workbook()
    book.active.title = "Suplies"
    book.active["A1"] = "from"
    book.save(tmp_path / "t.xlsx")
    with pytest.raises(TableFaults, match=r"t\.xlsx Suplies: 'Suplies' is no table"):
        read_record(WorkbookTables(tmp_path / "t.xlsx", FolderTables(SEED)))


def test_sheets_that_are_missing_come_from_the_folder(seed: Seed, tmp_path: Path) -> None:
    seed.read()
    export_workbook(seed.folder, tmp_path / "t.xlsx", "en")
    book = load_workbook(tmp_path / "t.xlsx")
    for title in book.sheetnames:
        if title != "SUPPLIES":
            del book[title]
    book["SUPPLIES"].delete_rows(2)
    book.save(tmp_path / "t.xlsx")
    few = WorkbookTables(tmp_path / "t.xlsx", FolderTables(seed.folder))
    assert read_record(few).counts()["SUPPLIES"] == 0
    assert read_record(few).counts()["Region"] == 2
    assert not read_record(WorkbookTables(tmp_path / "t.xlsx")).nodes


def edited(seed: Seed, to: Path, *edits: tuple[str, int, int, Any]) -> Path:
    """The small seed as a workbook with some cells changed: sheet, row, column, value."""
    format_tables(seed.folder)
    export_workbook(seed.folder, to / "t.xlsx", "en")
    book = load_workbook(to / "t.xlsx")
    for sheet, line, at, value in edits:
        book[sheet].cell(line, at).value = value
    book.save(to / "t.xlsx")
    return to / "t.xlsx"


def test_a_cell_beyond_the_header_is_a_fault(seed: Seed, tmp_path: Path) -> None:
    book = edited(seed, tmp_path, ("Region", 2, 40, "stray"))
    with pytest.raises(TableFaults, match=r"t\.xlsx Region:2: has 40 cells where the header has"):
        read_record(WorkbookTables(book))


@pytest.mark.parametrize(("line", "at"), [(300_000, 2), (2, 900)])
def test_a_cell_far_out_is_a_fault(seed: Seed, tmp_path: Path, line: int, at: int) -> None:
    book = edited(seed, tmp_path, ("Region", line, at, "stray"))
    with pytest.raises(TableFaults, match="reaches beyond 200000 rows or 200 columns; delete"):
        read_record(WorkbookTables(book))


def test_a_percent_cell_is_refused(seed: Seed, tmp_path: Path) -> None:
    path = edited(seed, tmp_path)
    book = load_workbook(path)
    header = [cell.value for cell in book["Indicator"][1]]
    cell = book["Indicator"].cell(2, header.index("value") + 1)
    cell.value, cell.number_format = 0.51, "0%"
    book.save(path)
    with pytest.raises(TableFaults, match=r"is a percent cell, which holds 0.51; .* write 51"):
        read_record(WorkbookTables(path))


def test_a_column_that_a_sheet_lacks_is_not_lost(seed: Seed, tmp_path: Path) -> None:
    seed.put("relationships/SUPPLIES.csv", "volume", "5")
    seed.put("relationships/SUPPLIES.csv", "volume_unit", "t")
    path = edited(seed, tmp_path)
    book = load_workbook(path)
    header = [cell.value for cell in book["SUPPLIES"][1]]
    book["SUPPLIES"].delete_cols(header.index("volume") + 1)
    book.save(path)
    with pytest.raises(TableFaults, match="volume: is filled in the table and no column of the"):
        compare_workbook(WorkbookTables(path), seed.folder)


def test_a_table_that_changed_since_is_not_written_over(seed: Seed, tmp_path: Path) -> None:
    book = edited(seed, tmp_path, ("Enterprise", 2, 2, "改名"))
    seed.put("nodes/Enterprise.csv", "name_en", "Another", row=1)
    with pytest.raises(InputError, match=r"nodes/Enterprise.csv has changed since t\.xlsx was exp"):
        compare_workbook(WorkbookTables(book), seed.folder)


def test_sheets_are_known_in_any_case_and_blank_ones_passed_over(
    seed: Seed, tmp_path: Path
) -> None:
    path = edited(seed, tmp_path)
    book = load_workbook(path)
    book["SUPPLIES"].title = "Supplies "
    book.create_sheet("Sheet1")
    book.save(path)
    assert read_record(WorkbookTables(path)).counts()["SUPPLIES"] == 1


@pytest.mark.parametrize("text", ["_x000D_", "a_x0009_b", "x005F_"])
def test_what_excel_would_read_as_another_character_is_refused(
    seed: Seed, tmp_path: Path, text: str
) -> None:
    seed.put("nodes/Region.csv", "name_zh", f"中国{text}")
    with pytest.raises(TableFaults, match="name_zh: holds a text like _x000D_"):
        export_workbook(seed.folder, tmp_path / "t.xlsx", "zh")


def test_a_faulty_table_is_not_exported(seed: Seed, tmp_path: Path) -> None:
    path = seed.folder / "relationships/SUPPLIES.csv"
    text = path.read_text(encoding="utf-8").replace("volume_unit", "volume_unti")
    seed.write("relationships/SUPPLIES.csv", text)
    with pytest.raises(TableFaults, match="'volume_unti' is not a column of this table"):
        export_workbook(seed.folder, tmp_path / "t.xlsx", "zh")


def test_a_file_that_is_no_workbook(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    for content in (b"", b"id,name\n", b"PK\x03\x04 not really"):
        path.write_bytes(content)
        with pytest.raises(InputError, match=r"t\.xlsx is not an Excel workbook"):
            WorkbookTables(path)
    with pytest.raises(InputError, match="cannot be read: No such file"):
        WorkbookTables(tmp_path / "none.xlsx")
    with pytest.raises(InputError, match="is a folder, not a workbook; give a folder of tables as"):
        WorkbookTables(tmp_path)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "no workbook")
    with pytest.raises(InputError, match="is not an Excel workbook"):
        WorkbookTables(path)


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in range(6):
            archive.writestr(f"xl/{part}.xml", b"\0" * (50 << 20))
    assert path.stat().st_size < 2 << 20
    with pytest.raises(InputError, match="unpacks to more than 256 MiB"):
        WorkbookTables(path)


def test_entities_are_refused(seed: Seed, tmp_path: Path) -> None:
    seed.read()
    export_workbook(seed.folder, tmp_path / "t.xlsx", "en")
    with (
        zipfile.ZipFile(tmp_path / "t.xlsx") as old,
        zipfile.ZipFile(tmp_path / "evil.xlsx", "w") as new,
    ):
        for entry in old.infolist():
            text = old.read(entry)
            if entry.filename == "xl/worksheets/sheet5.xml":
                text = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' + text
            new.writestr(entry, text)
    with pytest.raises(InputError, match="contains a DOCTYPE or an entity"):
        read_record(WorkbookTables(tmp_path / "evil.xlsx"))


def test_a_cell_too_long_for_excel_is_refused(seed: Seed, tmp_path: Path) -> None:
    seed.put("nodes/Region.csv", "note", "长" * 32_768)
    with pytest.raises(TableFaults, match="has 32768 characters, and Excel holds 32767"):
        export_workbook(seed.folder, tmp_path / "t.xlsx", "zh")
    assert not (tmp_path / "t.xlsx").exists()


def test_a_name_without_the_ending(seed: Seed, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"tables does not end in \.xlsx; name the workbook so"):
        export_workbook(seed.folder, tmp_path / "tables", "zh")


def test_a_damaged_workbook_is_one_sentence(seed: Seed, tmp_path: Path) -> None:
    whole = edited(seed, tmp_path).read_bytes()
    chance = random.Random(7)
    for _ in range(40):
        damaged = bytearray(whole)
        for _ in range(20):
            damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
        (tmp_path / "d.xlsx").write_bytes(damaged)
        with suppress(InputError):
            read_record(WorkbookTables(tmp_path / "d.xlsx"))


def test_a_folder_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be written: No such file or directory"):
        export_workbook(SEED, tmp_path / "none" / "t.xlsx", "zh")
