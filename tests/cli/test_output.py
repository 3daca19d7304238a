"""Answers into files: every format, and a workbook that holds the rows of JSON, no more and no less."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from lichain import __version__
from lichain.errors import InputError
from lichain.model import Node
from lichain.queries.catalogue import catalogue
from lichain.render.workbook import to_workbook

from ..render.answers import answer, link
from .conftest import Command

served = [pytest.mark.neo4j, pytest.mark.usefixtures("served")]
QUESTIONS = ("who_supplies", "targets_and_actuals", "regions_inside", "path_between", "overview")


def flat(row: dict[str, Any], evidenced: bool) -> dict[str, Any]:
    """A row of JSON as a line of a workbook: nodes by name and id, lists joined."""
    line: dict[str, Any] = {}
    for name, value in row.items():
        if name in ("evidence", "confidence") and evidenced:
            continue
        things = value if isinstance(value, list) else [value]
        nodes = [one for one in things if isinstance(one, dict) and "id" in one]
        if nodes and len(nodes) == len(things):
            line[name] = "; ".join(
                one.get("name_en") or one.get("name_zh") or one["id"] for one in nodes
            )
            line[f"{name}_id"] = "; ".join(one["id"] for one in nodes)
        elif not isinstance(value, list):
            line[name] = None if value == "" else value
    if evidenced:
        line["confidence"] = row["confidence"]
        claims = [one["claim"] for one in row["evidence"]]
        line["evidence"] = "; ".join(f"{one['source']}@{one['locator']}" for one in row["evidence"])
        line["claims"] = "; ".join(claims)
    return {name: value for name, value in line.items() if value not in (None, "")}


def lines_of(sheet: Any) -> list[dict[str, Any]]:
    header, *rest = sheet.iter_rows(values_only=True)
    return [
        {name: value for name, value in zip(header, row, strict=True) if value is not None}
        for row in rest
    ]


@pytest.mark.neo4j
@pytest.mark.usefixtures("served")
@pytest.mark.parametrize("name", QUESTIONS)
def test_a_workbook_holds_the_rows_of_json(command: Command, tmp_path: Path, name: str) -> None:
    question = catalogue()[name]
    given = [
        part
        for key, value in question.example.items()
        for part in (f"--{key.replace('_', '-')}", str(value))
    ]
    book, text = tmp_path / "a.xlsx", tmp_path / "a.json"
    for out in (book, text):
        done = command(question.command, *given, "--out", str(out), "--lang", "en")
        assert done.code == 0, done.errors
    document = json.loads(text.read_text(encoding="utf-8"))
    sheets = load_workbook(book)
    assert sheets.sheetnames == ["answer", "sources", "asked"]
    rows = [flat(row, question.evidenced) for row in document["rows"]]
    shown = lines_of(sheets["answer"])
    assert len(shown) == len(rows) > 0
    for line, row in zip(shown, rows, strict=True):
        assert {key: line.get(key) for key in row} == row
        assert all(isinstance(line[key], str) == isinstance(row[key], str) for key in row)
    assert {line["id"] for line in lines_of(sheets["sources"])} == set(document["sources"])


@pytest.mark.neo4j
@pytest.mark.usefixtures("served")
def test_a_workbook_says_what_was_asked(command: Command, tmp_path: Path) -> None:
    out = tmp_path / "a.xlsx"
    done = command("who-supplies", "--to", "宁德时代", "--out", str(out), "--lang", "zh")
    assert done.output.startswith(f"{out}: ")
    asked = {row[0]: row[1:] for row in load_workbook(out)["提问"].iter_rows(values_only=True)}
    assert asked["question"] == ("who_supplies", "谁在哪里向谁供应什么")
    assert asked["--to"] == ("catl", "宁德时代")
    assert asked["--by"] == (None, None)
    assert asked["program"][0] == f"lichain {__version__}"
    assert len(asked["asked on"][0]) == 10


@pytest.mark.neo4j
@pytest.mark.usefixtures("served")
@pytest.mark.parametrize(
    ("suffix", "name"),
    [(".json", "json"), (".csv", "csv"), (".md", "markdown"), (".markdown", "markdown")],
)
def test_the_suffix_says_the_format(
    command: Command, tmp_path: Path, suffix: str, name: str
) -> None:
    out = tmp_path / f"a{suffix}"
    given = ["who-supplies", "--to", "catl", "--lang", "en"]
    assert command(*given, "--out", str(out)).code == 0
    assert out.read_text(encoding="utf-8") == command(*given, "--format", name).output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--out", "a.csv"], "a.csv is there already; name another file, or --force"),
        (["--out", "b.pdf"], "b.pdf: the name does not say the format"),
        (["--out", "b.xlsx", "--format", "csv"], "is the name of a file of format xlsx"),
        (["--out", "none/b.csv"], "there is no folder none"),
        (["--format", "xlsx"], "name the file to write with --out answer.xlsx"),
    ],
)
def test_a_file_that_cannot_be_meant_is_refused_before_asking(
    command: Command,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")
    Path("a.csv").write_text("mine", encoding="utf-8")
    done = command("who-supplies", *arguments)
    assert done.code == 2
    assert said in done.errors
    assert {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == {
        "a.csv": "mine"
    }


@pytest.mark.neo4j
@pytest.mark.usefixtures("served")
def test_force_writes_over_a_file(command: Command, tmp_path: Path) -> None:
    out = tmp_path / "a.json"
    out.write_text("old", encoding="utf-8")
    assert command("overview", "--out", str(out), "--force").code == 0
    assert json.loads(out.read_text(encoding="utf-8"))["question"] == "overview"


def test_cells_stay_what_they_are(tmp_path: Path) -> None:
    from datetime import date

    values = {
        "code": "002466",
        "day": "2023-05",
        "formula": "=1+1",
        "sum": '+HYPERLINK("x")',
        "steering": "a\x1bb",
        "whole": 12,
        "part": 0.5,
        "sure": True,
        "names": ["甲", "乙"],
        "thing": Node("x", "Enterprise", {"name_zh": "=某"}),
        "none": None,
    }
    result = answer({**values, "evidence": [link("a", "b", "c-1")]}, columns=tuple(values))
    path = tmp_path / "a.xlsx"
    path.write_bytes(to_workbook(result, "zh", date(2026, 1, 2), "1.0"))
    sheet = load_workbook(path)["回答"]
    cells = {head.value: cell for head, cell in zip(sheet[1], sheet[2], strict=True)}
    assert not [cell for cell in cells.values() if cell.data_type == "f"]
    for name in ("code", "day", "formula", "sum"):
        assert (cells[name].value, cells[name].number_format) == (values[name], "@")
    assert cells["formula"].quotePrefix
    assert cells["steering"].value == "a_x001B_b"
    assert [cells[name].value for name in ("whole", "part", "sure")] == [12, 0.5, True]
    assert cells["names"].value == "甲; 乙"
    assert (cells["thing"].value, cells["thing_id"].value) == ("=某", "x")
    assert cells["none"].value is None
    assert cells["claims"].value == "c-1"


def test_a_text_too_long_for_excel_is_refused() -> None:
    from datetime import date

    with pytest.raises(InputError, match="does not fit a cell of Excel"):
        to_workbook(answer({"thing": "x" * 40_000}), "en", date(2026, 1, 2), "1.0")
