"""`lichain profile` on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Command

pytestmark = [pytest.mark.neo4j, pytest.mark.usefixtures("served")]


def test_a_page_in_the_terminal_and_in_files(command: Command, tmp_path: Path) -> None:
    shown = command("profile", "宜春", "--rows", "2", "--lang", "zh")
    assert shown.code == 0, shown.errors
    assert "宜春市 · Yichun" in shown.output
    assert "补链" in shown.output
    for name, start in (
        ("page.html", "<!doctype html>"),
        ("page.md", "# 宜春市"),
        ("p.txt", "宜春市"),
    ):
        out = tmp_path / name
        done = command("profile", "宜春", "--rows", "2", "--lang", "zh", "--out", str(out))
        assert done.code == 0, done.errors
        assert out.read_text(encoding="utf-8").startswith(start)
        again = command("profile", "宜春", "--rows", "2", "--lang", "en", "--out", str(out))
        assert again.code == 2
        assert "is there already; name another file, or --force" in again.errors


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["没有这个东西"], 3, "thing that has a profile"),
        (["CATL", "--type", "Source"], 2, "the types are Region"),
        (["CATL", "--as-of", "soon"], 4, "--as-of: 'soon' is not a date"),
        (["CATL", "--min-confidence", "sure"], 4, "disclosed, reported, inferred"),
        (["CATL", "--out", "nowhere/at/all.html"], 2, "does not exist"),
    ],
)
def test_bad_input_gets_one_sentence(
    command: Command, arguments: list[str], code: int, said: str
) -> None:
    done = command("profile", *arguments, "--lang", "en")
    assert done.code == code
    assert said in done.errors
    assert len(done.errors.strip().splitlines()) == 1


def test_a_type_may_be_named_in_chinese(command: Command) -> None:
    done = command("profile", "正极材料", "--type", "环节", "--rows", "1", "--lang", "zh")
    assert done.code == 0, done.errors
    assert "环节 · cathode" in done.output
