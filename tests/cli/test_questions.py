"""Questions on the command line: formats, languages, names in any spelling, and honest emptiness."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from lichain.cli.questions import answer  # noqa: F401
from lichain.queries.catalogue import catalogue
from lichain.store import Store

from ..graph import seed_record
from .conftest import Command

pytestmark = [pytest.mark.neo4j, pytest.mark.usefixtures("served")]


def suppliers_of_catl() -> set[tuple[str, str | None]]:
    """Supplier and product of every supply to CATL, out of the tables."""
    return {
        (link.start, link.properties.get("product"))  # type: ignore[misc]
        for link in seed_record().relationships.values()
        if link.type == "SUPPLIES" and link.end == "catl"
    }


def owned_by(owner: str) -> set[str]:
    """What it has a stake in, at any remove, out of the tables."""
    stakes = [x for x in seed_record().relationships.values() if x.type == "OWNS"]
    found, size = {owner}, 0
    while len(found) > size:
        size = len(found)
        found |= {stake.end for stake in stakes if stake.start in found}
    return found - {owner}


def asked(command: Command, *arguments: str) -> dict[str, Any]:
    done = command(*arguments, "--format", "json")
    assert done.code == 0, done.errors
    found: dict[str, Any] = json.loads(done.output)
    return found


@pytest.mark.parametrize(
    "spelling",
    ["CATL", "宁德时代", "寧德時代", "300750", "Contemporary Amperex Technology", "ｃａｔｌ"],
)
def test_any_spelling_gives_the_same_answer(command: Command, spelling: str) -> None:
    found = asked(command, "who-supplies", "--to", spelling)
    assert found["parameters"]["to"]["id"] == "catl"
    rows = {
        (row["supplier"]["id"], row["product"] and row["product"]["id"])
        for row in found["rows"]
        if row["customer"]["id"] == "catl"
    }
    assert rows == suppliers_of_catl()
    others = {row["customer"]["id"] for row in found["rows"]} - {"catl"}
    assert others <= owned_by("catl")
    assert others
    assert all(row["evidence"] and row["confidence"] for row in found["rows"])


def test_every_row_names_a_source_that_is_told(command: Command) -> None:
    found = asked(command, "who-supplies")
    named = {one["source"] for row in found["rows"] for one in row["evidence"]}
    assert named == set(found["sources"])


@pytest.mark.parametrize("question", sorted(catalogue()))
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_question_prints_its_example_as_a_table(
    command: Command, question: str, lang: str
) -> None:
    asked_ = catalogue()[question]
    arguments = [
        part
        for name, value in asked_.example.items()
        for part in (f"--{name.replace('_', '-')}", str(value))
    ]
    done = command(asked_.command, *arguments, "--lang", lang, "--limit", "5")
    assert done.code == 0, done.errors
    assert asked_.title(lang) in done.output  # type: ignore[arg-type]
    told = {"zh": "\n来源\n", "en": "\nSources\n"}[lang] in done.output
    assert told == asked_.evidenced


def test_csv_has_the_rows_of_json(command: Command) -> None:
    rows = asked(command, "who-supplies", "--to", "catl")["rows"]
    done = command("who-supplies", "--to", "catl", "--format", "csv", "--lang", "zh")
    lines = list(csv.DictReader(io.StringIO(done.output)))
    assert [line["supplier_id"] for line in lines] == [row["supplier"]["id"] for row in rows]
    assert [line["confidence"] for line in lines] == [row["confidence"] for row in rows]
    assert "宁德时代" in {line["customer"] for line in lines}


def test_markdown_has_a_line_a_row_and_the_sources(command: Command) -> None:
    rows = asked(command, "who-supplies", "--to", "catl")["rows"]
    text = command("who-supplies", "--to", "catl", "--format", "markdown", "--lang", "en").output
    assert sum(line.startswith("| ") for line in text.splitlines()) == len(rows) + 2
    assert "### Sources" in text


def test_query_runs_any_question_by_name(command: Command) -> None:
    direct = asked(command, "who-supplies", "--to", "CATL")
    by_name = asked(command, "query", "who_supplies", "--param", "to=CATL")
    assert by_name == direct


def test_nothing_known_is_told_apart_from_no_such_name(command: Command) -> None:
    nothing = command("who-supplies", "--to", "ganfeng", "--by", "byd", "--lang", "en")
    assert nothing.code == 0
    assert "not the same as none" in nothing.output
    as_csv = command(
        "who-supplies", "--to", "ganfeng", "--by", "byd", "--lang", "en", "--format", "csv"
    )
    assert as_csv.output.count("\n") == 1
    assert "not the same as none" in as_csv.errors
    unknown = command("who-supplies", "--to", "宁德时待", "--lang", "en")
    assert unknown.code == 3
    assert "宁德时代" in unknown.errors
    assert "did you mean" in unknown.errors


def test_a_day_and_a_confidence_narrow_the_answer(command: Command) -> None:
    def rows(*options: str) -> list[dict[str, Any]]:
        done = command("who-supplies", "--to", "catl", "--format", "json", *options)
        assert done.code == 0, done.errors
        found: list[dict[str, Any]] = json.loads(done.output)["rows"]
        return found

    every = rows()
    disclosed = rows("--min-confidence", "当事方披露")
    assert 0 < len(disclosed) < len(every)
    assert all(e["confidence"] == "disclosed" for row in disclosed for e in row["evidence"])
    known = rows("--known-at", "2022")
    assert 0 < len(known) < len(every)
    assert all(e["known"] <= "2022-12-31" for row in known for e in row["evidence"])
    held = rows("--as-of", "2020-06-30")
    assert 0 < len(held) < len(every)
    assert all((row["from"] or "")[:10] <= "2020-06-30" for row in held)


def test_an_ambiguous_name_lists_its_candidates(command: Command, served: Store) -> None:
    done = command("evidence-for", "--what", "Cathode material")
    assert done.code == 3
    assert "cathode-material" in done.errors
    assert "segment cathode" in done.errors


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["query", "who_supplys"], 4, "did you mean who-supplies"),
        (["query", "who_supplies", "--param", "foo=1"], 4, "no parameter 'foo'"),
        (["query", "who_supplies", "--param", "to"], 2, "write it as name=value"),
        (["who-supplies", "--to", "磷酸铁锂"], 3, "is a product, not an enterprise"),
        (["policies-covering", "--as-of", "2024-13-45"], 4, "month that does not exist"),
        (["who-supplies", "--known-at", "203"], 4, "--known-at: '203' is not a date"),
        (["who-supplies", "--min-confidence", "sure"], 4, "disclosed, reported, inferred"),
        (["path-between", "--start", "catl"], 2, "--end"),
    ],
)
def test_a_question_asked_wrongly_gets_one_sentence(
    command: Command, arguments: list[str], code: int, said: str
) -> None:
    done = command(*arguments)
    assert done.code == code
    assert said in done.errors
    assert "Traceback" not in done.errors


@pytest.mark.parametrize(
    "name",
    [
        "<img onerror=alert(1)>",
        "'; MATCH (n) DETACH DELETE n //",
        "甲" * 10_000,
        "😀",
        "\u202eabc",
        "|",
        " ",
    ],
)
def test_hostile_names_are_only_text(command: Command, served: Store, name: str) -> None:
    done = command("who-supplies", "--to", name, "--by", "catl")
    assert done.code in (0, 3)
    assert len(done.errors) < 1_000
    assert asked(command, "who-supplies", "--to", "catl")["rows"]
