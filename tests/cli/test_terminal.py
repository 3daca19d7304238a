"""Answers at a real terminal: pages, colours, width; and none of it in a pipe."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len

from lichain.cli.pager import pager
from lichain.local import Address

from .shells import environment, terminal

LONG = ["who-supplies", "--to", "catl"]
SHORT = ["who-supplies", "--to", "ganfeng", "--by", "byd"]
STYLE = re.compile(r"\x1b\[[0-9;]*m")
COMMAND = [sys.executable, "-m", "lichain"]


@pytest.fixture
def env(served: object, neo4j_server: Address, tmp_path: Path) -> dict[str, str]:
    """A user whose pager says so and shows three lines, and whose Neo4j holds the seed."""
    own = tmp_path / "own-pager"
    own.write_text("#!/bin/sh\necho 'PAGED' \"$@\"\nhead -n 3\n", encoding="utf-8")
    own.chmod(0o755)
    return environment(
        tmp_path,
        PAGER=f"{own} --so",
        NEO4J_URI=neo4j_server.uri,
        NEO4J_USERNAME=neo4j_server.user,
        NEO4J_PASSWORD=neo4j_server.password,
    )


def seen(arguments: list[str], env: dict[str, str], columns: int = 120) -> str:
    """What the command shows at a terminal of 24 lines."""
    with terminal([*COMMAND, *arguments], env, columns=columns) as window:
        shown = window.read("\0")
        assert window.process.wait() == 0
    return shown.replace("\r\n", "\n")


@pytest.mark.neo4j
def test_a_long_answer_goes_through_the_users_pager(env: dict[str, str]) -> None:
    shown = seen(LONG, env)
    assert shown.startswith("PAGED --so\n")
    assert len(shown.splitlines()) == 4
    assert "PAGED" in seen(["queries"], env)


@pytest.mark.neo4j
@pytest.mark.parametrize(
    ("arguments", "more"),
    [
        (SHORT, {}),
        ([*LONG, "--no-pager"], {}),
        (LONG, {"PAGER": "cat"}),
        (LONG, {"PAGER": ""}),
        (LONG, {"PAGER": "no-such-program"}),
        (LONG, {"PAGER": "less '"}),
        (LONG, {"TERM": "dumb"}),
    ],
)
def test_no_page_where_none_is_wanted(
    env: dict[str, str], arguments: list[str], more: dict[str, str]
) -> None:
    shown = seen(arguments, env | more)
    assert "PAGED" not in shown
    assert ("Sources" in shown) is (arguments is not SHORT)


@pytest.mark.neo4j
@pytest.mark.parametrize(
    ("more", "styles"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_styles_on_a_terminal_that_wants_them(
    env: dict[str, str], more: dict[str, str], styles: bool
) -> None:
    shown = seen([*LONG, "--no-pager"], env | more)
    assert bool(STYLE.search(shown)) is styles
    assert "\x1b" not in STYLE.sub("", shown)


@pytest.mark.neo4j
def test_a_pipe_gets_text_alone(env: dict[str, str]) -> None:
    done = subprocess.run(
        [*COMMAND, *LONG], env=env, capture_output=True, encoding="utf-8", check=True
    )
    assert "Sources" in done.stdout
    assert "PAGED" not in done.stdout
    assert "\x1b" not in done.stdout
    assert done.stderr == ""


@pytest.mark.neo4j
@pytest.mark.parametrize("columns", [40, 80, 160, 200])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_lines_fit_the_window_and_columns_align(
    env: dict[str, str], lang: str, columns: int
) -> None:
    shown = STYLE.sub("", seen([*LONG, "--lang", lang, "--no-pager"], env, columns))
    assert max(cell_len(line) for line in shown.splitlines()) <= columns
    rows = [line for line in shown.splitlines() if line and line[0] in "┏┡├└│┃"]
    assert bool(rows) is (columns >= 160)
    assert len({cell_len(line) for line in rows}) <= 1


@pytest.mark.neo4j
@pytest.mark.skipif(not shutil.which("less"), reason="less is not installed")
def test_less_is_left_before_the_end_without_a_word(env: dict[str, str]) -> None:
    del env["PAGER"]
    with terminal([*COMMAND, *LONG], env, columns=120) as window:
        first = window.read("┏")
        window.type("q")
        rest = window.read("\0")
        assert window.process.wait() == 0
    assert "Sources" not in first + rest
    assert "Traceback" not in first + rest


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"PAGER": "sh -c 'cat'"}, ["sh", "-c", "cat"]),
        ({"PAGER": "cat"}, []),
        ({"PAGER": ""}, []),
        ({"PAGER": "'"}, []),
    ],
)
def test_the_pager_is_the_users(environment: dict[str, str], expected: list[str]) -> None:
    assert pager(environment) == expected


def test_without_one_less_or_more_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert pager({}) == []
    monkeypatch.setattr(shutil, "which", lambda name: name if name == "more" else None)
    assert pager({}) == ["more"]


@pytest.mark.neo4j
def test_only_what_the_question_needs_is_loaded(env: dict[str, str]) -> None:
    """Each of the heavy ones takes as long to import as Neo4j takes to answer."""
    program = (
        "import sys; from lichain.cli.main import main\n"
        f"sys.argv = ['lichain', *{LONG!r}]\n"
        "try: main()\n"
        "except SystemExit: print(*filter(sys.modules.get, sys.modules), file=sys.stderr)\n"
    )
    for _ in range(2):  # the first may have to read the YAML
        done = subprocess.run(
            [sys.executable, "-c", program],
            env=env,
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
    loaded = set(done.stderr.split())
    assert {"neo4j", "lichain.render.table"} <= loaded
    heavy = {"pydantic", "yaml", "rapidfuzz", "rich.console", "openpyxl", "pandas", "numpy"}
    assert not heavy & loaded
    assert not {"lichain.seed", "lichain.cli.tables", "lichain.cli.maps", "lichain.loader"} & loaded
