"""Completion in real shells: commands, options, things by their names, and silence about errors."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from .shells import environment, terminal

SUPPLIES = "lichain who-supplies --to "


def shell(name: str) -> str:
    """The shell's program; a missing one skips the test, but fails it in CI."""
    found = shutil.which(name)
    if found is None and os.environ.get("CI") == "true":
        pytest.fail(f"{name} is not installed in CI", pytrace=False)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def install(name: str, home: Path, *options: str) -> None:
    """Runs `lichain --install-completion` out of the shell."""
    done = subprocess.run(
        [shell(name), *options, "-c", "lichain --install-completion; true"],
        env=environment(home),
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert f"{name} completion installed" in done.stdout


def asked(home: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """What `lichain` tells bash of the last of the words."""
    return subprocess.run(
        ["lichain"],
        env=environment(
            home,
            _LICHAIN_COMPLETE="complete_bash",
            COMP_WORDS="\n".join(words),
            COMP_CWORD=str(len(words) - 1),
            **more,
        ),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def offered(home: Path, *words: str, **more: str) -> list[str]:
    return asked(home, "lichain", *words, **more).stdout.split("\n")[:-1]


def pressed(name: str, home: Path, line: str) -> list[str]:
    """The words of the line after Tab, as the shell reads them."""
    start = {"bash": ["-i"], "zsh": ["-i"]}[name]
    with terminal([shell(name), *start], environment(home, PS1="ready> ", PS2="")) as window:
        window.type("echo aw''ake\r")
        window.read("awake\r\n")
        window.type("lichain zzz\t")  # the first Tab of a session of zsh only loads the function
        window.read()
        window.type(f"\x15{line}\t")
        window.read()
        window.type("\x01printf '<%s>' \x05; printf 'en''d\\n'\r")
        shown = window.read("end\r\n")
    return re.findall("<([^<>]*)>", shown[shown.rindex("<lichain>") :].partition("end\r\n")[0])


@pytest.mark.slow
@pytest.mark.parametrize("name", ["bash", "zsh"])
@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("lichain who-s", "who-supplies"),
        ("lichain who-supplies --forc", "--force"),
        (SUPPLIES + "Contemporary\\ A", "Contemporary Amperex Technology"),
        (SUPPLIES + "宁德时", "宁德时代"),
        ("lichain coverage --of ent", "enterprises"),
    ],
)
def test_tab_completes_the_word(name: str, typed: str, word: str, tmp_path: Path) -> None:
    shell(name)
    (tmp_path / ".zshrc").touch()
    install(name, tmp_path)
    assert pressed(name, tmp_path, typed)[-1].strip() == word


@pytest.mark.slow
def test_fish_offers_what_the_others_do(tmp_path: Path) -> None:
    fish = shell("fish")
    install("fish", tmp_path)

    def complete(line: str) -> list[str]:
        done = subprocess.run(
            [fish, "-i", "-c", f"complete -C '{line}'"],
            env=environment(tmp_path),
            capture_output=True,
            text=True,
            check=True,
            timeout=120,
        )
        return [each.partition("\t")[0] for each in done.stdout.splitlines()]

    assert complete("lichain who-s") == ["who-supplies"]
    assert "Contemporary Amperex Technology" in complete(SUPPLIES + "Contemp")
    assert "宁德时代" in complete(SUPPLIES + "宁德时")


def test_a_thing_is_offered_by_whichever_of_its_names_was_begun(tmp_path: Path) -> None:
    def to(typed: str, **more: str) -> list[str]:
        return offered(tmp_path, "who-supplies", "--to", typed, **more)

    assert "宁德时代" in to("宁德")
    assert "寧德時代" in to("寧德")
    assert "赣锋循环" in to("贛鋒")
    assert "CATL" in to("cat")
    assert "时代一汽" in to("时代")
    assert "tianqi-lithium" in to("tianqi-l")
    assert to("Contemporary\\ A") == ["Contemporary\\ Amperex\\ Technology"]
    assert to('"Contemporary A') == ["Contemporary Amperex Technology"]
    assert to("no\\ such\\ thing") == [""]


def test_what_is_offered_fits_the_parameter(tmp_path: Path) -> None:
    assert "Ganzhou" in offered(tmp_path, "who-supplies", "--where", "ganz")
    assert "Ganzhou" not in offered(tmp_path, "who-supplies", "--to", "ganz")
    assert offered(tmp_path, "facilities", "--where", "CATL") == [""]
    assert offered(tmp_path, "coverage", "--of", "") == ["regions", "enterprises"]
    assert "province" in offered(tmp_path, "coverage", "--level", "")
    assert "who_supplies" in offered(tmp_path, "query", "who-")
    assert offered(tmp_path, "who-supplies", "--lang", "") == ["zh", "en"]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda home: {"LICHAIN_SETTINGS": str(home)},
        lambda home: {"LICHAIN_CACHE": "/dev/null/nowhere"},
        lambda home: {"COMP_CWORD": "not a number"},
        lambda home: {"_LICHAIN_COMPLETE": "complete_csh"},
    ],
)
def test_nothing_that_goes_wrong_is_shown(
    spoil: Callable[[Path], dict[str, str]], tmp_path: Path
) -> None:
    env = environment(
        tmp_path,
        **{
            "_LICHAIN_COMPLETE": "complete_bash",
            "COMP_WORDS": "lichain\nwho-supplies\n--nonsense\n'",
            "COMP_CWORD": "3",
            **spoil(tmp_path),
        },
    )
    done = subprocess.run(["lichain"], env=env, capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("", "")


def test_no_neo4j_is_started_nor_its_driver_loaded(tmp_path: Path) -> None:
    done = subprocess.run(
        ["python", "-X", "importtime", "-m", "lichain"],
        env=environment(
            tmp_path,
            _LICHAIN_COMPLETE="complete_bash",
            COMP_WORDS="lichain\nwho-supplies\n--to\ncat",
            COMP_CWORD="3",
            LICHAIN_HOME=str(tmp_path / "home"),
        ),
        capture_output=True,
        text=True,
        check=True,
    )
    assert "CATL" in done.stdout.splitlines()
    assert "lichain.cli.completion" in done.stderr
    assert not any(
        f"| {heavy}\n" in done.stderr.replace("  ", "") for heavy in ("neo4j", "pydantic")
    )
    assert not (tmp_path / "home").exists()
