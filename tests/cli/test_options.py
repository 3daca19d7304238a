"""Options as people type them: given once, words in either language, and what a cut table says."""

from __future__ import annotations

import json
import re

import pytest

from .conftest import Command


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (["who-supplies", "--to", "byd", "--to", "catl"], "--to"),
        (["who-supplies", "--format", "csv", "-f", "json"], "--format"),
        (["check", "--lang=zh", "--lang", "en"], "--lang"),
        (["map", "--hops", "1", "--hops", "2"], "--hops"),
    ],
)
def test_an_option_given_twice_is_refused(
    command: Command, arguments: list[str], name: str
) -> None:
    done = command(*arguments)
    assert done.code == 2
    assert done.errors == f"lichain: {name} is given 2 times; give it once"
    assert done.output == ""


def test_a_parameter_given_twice_is_refused_and_others_may_be_many(command: Command) -> None:
    twice = command("query", "who_supplies", "--param", "to=byd", "-p", "to=catl")
    assert twice.code == 2
    assert "is given twice" in twice.errors
    assert command("resolve", "CATL", "--type", "Enterprise", "--type", "Segment").code == 0


@pytest.mark.neo4j
@pytest.mark.usefixtures("served")
@pytest.mark.parametrize(
    ("option", "given", "meant"),
    [
        ("--of", "enterprise", "enterprises"),
        ("--of", "Enterprises", "enterprises"),
        ("--of", "企业", "enterprises"),
        ("--level", "省", "province"),
        ("--level", "省级", "province"),
        ("--level", "PROVINCE", "province"),
        ("--level", "development zone", "zone"),
    ],
)
def test_words_of_a_vocabulary_are_taken_as_people_write_them(
    command: Command, option: str, given: str, meant: str
) -> None:
    done = command("coverage", option, given, "--where", "宜春", "--limit", "1", "--format", "json")
    assert done.code == 0, done.errors
    assert json.loads(done.output)["parameters"][option[2:]] == meant


@pytest.mark.neo4j
@pytest.mark.usefixtures("served")
@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("co", "--level: 'co' is not one of country, county"),
        ("级", "--level: '级' is not one of country, province"),
        ("", "--level: '' is not one of country, province"),
    ],
)
def test_a_word_that_may_be_several_is_asked_back(command: Command, given: str, said: str) -> None:
    done = command("coverage", "--level", given)
    assert done.code == 4
    assert said in done.errors


@pytest.mark.neo4j
@pytest.mark.usefixtures("served")
def test_a_cut_table_says_what_was_left_out(command: Command) -> None:
    given = ["stale", "--before", "2025-06-01", "--lang", "en"]
    shown = command(*given)
    rows = json.loads(command(*given, "--format", "json").output)["rows"]
    assert len(rows) > 200
    total = len(rows)
    said = f"the first 200 of {total} rows; for the rest: --limit {total}, or --out FILE.csv"
    assert said in " ".join(shown.output.split())
    line = re.search(r"^reason: (.+(?:\n.+)??)\n(?:Sources|unknown)", shown.output, re.MULTILINE)
    assert line, shown.output[-2000:]
    counts = [int(part.rpartition(" ")[2]) for part in line[1].replace("\n", " ").split("; ")]
    reasons = [row["reason"] for row in rows]
    assert counts == sorted((reasons.count(one) for one in set(reasons)), reverse=True)
    whole = command(*given, "--limit", str(total))
    assert f"\n{total} rows\n" in whole.output


@pytest.mark.neo4j
@pytest.mark.usefixtures("served")
def test_csv_that_is_cut_says_so_beside_it(command: Command) -> None:
    done = command("who-supplies", "--format", "csv", "--limit", "2", "--lang", "zh")
    assert done.output.count("\n") == 3
    assert re.search(r"共 \d+ 行，此处为前 2 行", done.errors)


@pytest.mark.neo4j
@pytest.mark.usefixtures("served")
def test_one_word_of_several_names_suggests_them_with_their_types(command: Command) -> None:
    done = command("evidence-for", "--what", "电池", "--lang", "en")
    assert done.code == 3
    assert "did you mean" in done.errors
    assert "product lithium-ion-battery" in done.errors
    assert "segment " in done.errors
