"""new, export, import, check of a workbook, and names in bulk on the command line."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from lichain import resources
from lichain.seed.format import format_tables

from ..seed.conftest import Seed
from .conftest import Command


def small(tmp_path: Path) -> Path:
    """A folder with a few tables, formatted."""
    seed = Seed(tmp_path / "seed")
    format_tables(seed.folder)
    return seed.folder


def test_new_prints_a_row_and_what_is_missing(command: Command) -> None:
    done = command("new", "supplies", "from=宁德时代", "to=Tesla", "--lang", "en")
    assert done.code == 0, done.errors
    row = next(csv.DictReader(io.StringIO(done.output)))
    assert (row["from"], row["to"]) == ("catl", "tesla")
    assert "missing: confidence: [disclosed, reported, inferred]" in done.errors
    assert "尚缺：source（来源）" in command("new", "supplies", "--lang", "zh").errors
    assert command("new", "supplies", "from").code == 2
    assert command("new", "supplies", "from=byd", "from=catl").code == 2


def test_new_puts_the_row_into_its_table(command: Command, tmp_path: Path) -> None:
    folder = small(tmp_path)
    row = ["from=宁德时代", "to=比亚迪", "product=LFP", "status=announced", "confidence=reported"]
    short = command("new", "supplies", *row, "--append", "--seed", str(folder))
    assert short.code == 2
    assert "the row still lacks source, locator" in short.errors
    place = ["source=paper", "locator=p. 3"]
    done = command("new", "supplies", *row, *place, "--append", "--seed", str(folder))
    assert done.code == 0, done.errors
    assert "in order" in command("check", "--seed", str(folder), "--lang", "en").output
    text = (folder / "relationships/SUPPLIES.csv").read_text(encoding="utf-8")
    assert text.count("\n") == 3


def test_check_lists_what_is_missing(command: Command) -> None:
    done = command("check", "--missing", "--lang", "en")
    assert "lack HEADQUARTERED_IN: " in done.output
    assert " more\n" in done.output
    assert "个缺 HEADQUARTERED_IN：" in command("check", "--missing", "--lang", "zh").output


def test_a_company_under_two_ids_is_warned_of(command: Command, tmp_path: Path) -> None:
    seed = Seed(tmp_path / "seed")
    twin = {
        **seed.rows["nodes/Enterprise.csv"][1],
        "id": "catl-two",
        "stock_code": "",
        "name_en": "",
    }
    seed.add("nodes/Enterprise.csv", twin)
    done = command("check", "--seed", str(seed.folder))
    assert done.code == 0
    assert "catl-two: name_zh: '宁德时代' is a name of catl already; use that id" in done.errors


def test_out_to_excel_and_back(command: Command, tmp_path: Path) -> None:
    folder, book = small(tmp_path), tmp_path / "t.xlsx"
    assert command("export", "--xlsx", str(book), "--seed", str(folder)).code == 0
    assert "in order" in command("check", str(book), "--seed", str(folder), "--lang", "en").output
    back = command("import", str(book), "--seed", str(folder), "--lang", "en")
    assert back.output == "nothing would change\n"
    again = command("export", "--xlsx", str(book), "--seed", str(folder))
    assert again.code == 2
    assert "is there already, and edits in it would be lost" in again.errors
    found = load_workbook(book)
    sheet = found["Enterprise"]
    header = [cell.value for cell in sheet[1]]
    sheet.cell(2, header.index("name_en") + 1).value = "A New Name"
    found.save(book)
    before = (folder / "nodes/Enterprise.csv").read_bytes()
    shown = command("import", str(book), "--seed", str(folder), "--lang", "en")
    assert shown.code == 2
    assert "nodes/Enterprise.csv: +1 -1" in shown.output
    assert "nothing was written; give --yes" in shown.errors
    assert (folder / "nodes/Enterprise.csv").read_bytes() == before
    assert command("import", str(book), "--seed", str(folder), "--yes").code == 0
    assert "A New Name" in (folder / "nodes/Enterprise.csv").read_text(encoding="utf-8")


def test_a_workbook_at_fault_changes_nothing(command: Command, tmp_path: Path) -> None:
    folder, book = small(tmp_path), tmp_path / "t.xlsx"
    assert command("export", "--xlsx", str(book), "--seed", str(folder)).code == 0
    found = load_workbook(book)
    found["SUPPLIES"].cell(2, 1).value = "nobody at all"
    found["Region"].cell(2, 2).value = "改名"
    found.save(book)
    before = {path: path.read_bytes() for path in folder.glob("*/*.csv")}
    done = command("import", str(book), "--seed", str(folder), "--yes")
    assert done.code == 2
    assert "t.xlsx SUPPLIES:2: from: no Enterprise is called 'nobody at all'" in done.errors
    assert {path: path.read_bytes() for path in folder.glob("*/*.csv")} == before


def test_names_in_bulk(command: Command, tmp_path: Path) -> None:
    names = tmp_path / "names.txt"
    names.write_text("\ufeff寧德時代\n\n300750\n天奇\n", encoding="utf-8")
    done = command("resolve", "--file", str(names), "--type", "Enterprise")
    assert done.code == 3
    assert "1 of 3 names match nothing" in done.errors
    rows = list(csv.DictReader(io.StringIO(done.output)))
    assert [row["id"] for row in rows] == ["catl", "catl", ""]
    assert rows[2]["status"] == "unknown"
    assert "tianqi-automation" in rows[2]["may_be"]
    both = json.loads(command("resolve", "CATL", "BYD", "--json").output)
    assert [one["matches"][0]["id"] for one in both] == ["catl", "byd"]
    assert command("resolve").code == 2
    assert command("resolve", "--file", str(tmp_path / "none")).code == 2


def test_the_tables_of_an_installed_program_are_not_for_editing(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path)
    monkeypatch.setattr(resources, "folder", lambda name: small(tmp_path))
    for arguments in (["format"], ["import", "t.xlsx"], ["new", "supplies", "--append"]):
        done = command(*arguments)
        assert done.code == 2
        assert "are not for editing; name a folder of your own with --seed" in done.errors
