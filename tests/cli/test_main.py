"""The command line as a process of its own: version, language of errors, streams that fail."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from lichain import __version__
from lichain.cli.main import _lang

COMMAND = [sys.executable, "-m", "lichain"]
FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="no /dev/full on this system")
WRONG = ["resolve", "宁德时待"]


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *arguments],
        capture_output=True,
        encoding="utf-8",
        env=_plain() | environment,
        timeout=60,
        check=False,
    )


def _plain() -> dict[str, str]:
    lang = ("LICHAIN_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
    return {name: value for name, value in os.environ.items() if name not in lang}


def test_version() -> None:
    done = run("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"lichain {__version__}\n", "")


@pytest.mark.parametrize(
    ("arguments", "environment", "said"),
    [
        (WRONG, {}, "lichain: no entry is called '宁德时待'; did you mean 宁德时代"),
        ([*WRONG, "--lang", "zh"], {}, "lichain: 没有名为“宁德时待”的条目；您是否要找 宁德时代"),
        ([*WRONG, "--lang=zh"], {}, "lichain: 没有名为“宁德时待”的条目"),
        (WRONG, {"LICHAIN_LANG": "zh"}, "lichain: 没有名为“宁德时待”的条目"),
        ([*WRONG, "--lang", "en"], {"LC_ALL": "zh_CN.UTF-8"}, "lichain: no entry is called"),
    ],
)
def test_errors_speak_the_language(
    arguments: list[str], environment: dict[str, str], said: str
) -> None:
    done = run(*arguments, **environment)
    assert done.returncode == 3
    assert done.stderr.startswith(said)
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "english", "chinese"),
    [
        (["shares-of"], "--product is missing", "缺少 --product"),
        (["profile"], "NAME is missing", "缺少 NAME"),
        (["who-supplies", "--too", "x"], "did you mean --to", "没有选项 --too"),
        (["who-supplys"], "did you mean who-supplies?", "没有命令 'who-supplys'"),
        (["--foo"], "there is no option --foo", "没有选项 --foo"),
        (["who-supplies", "--limit", "x"], "'--limit'", "命令有误"),
        (["who-supplies", "--to"], "'--to' requires an argument", "命令有误"),
        (["map", "--hops", "9"], "less than or equal to 3", "命令有误"),
    ],
)
def test_a_command_called_wrongly_gets_one_sentence(
    arguments: list[str], english: str, chinese: str
) -> None:
    for lang, said in (("en", english), ("zh", chinese)):
        done = run(*arguments, LICHAIN_LANG=lang)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith("lichain: ")
        assert said in done.stderr
        assert done.stderr.count("\n") == 1


def test_the_last_lang_counts_and_a_wrong_one_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LICHAIN_LANG", "zh")
    assert _lang(["check", "--lang", "zh", "--lang=en"]) == "en"
    assert _lang(["check", "--lang=fr"]) == "zh"
    assert _lang(["check", "--lang"]) == "zh"


@needs_full
@pytest.mark.parametrize("arguments", [["queries"], ["--version"], ["check"]])
def test_a_full_device_is_one_sentence(arguments: list[str]) -> None:
    with FULL.open("w") as full:
        done = subprocess.run(
            [*COMMAND, *arguments],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env=_plain(),
            timeout=60,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr == (
        "lichain: the answer cannot be written (No space left on device); "
        "make room, or write it elsewhere\n"
    )


@needs_full
def test_a_full_standard_error_ends_all_the_same() -> None:
    with FULL.open("w") as full:
        done = subprocess.run(
            [*COMMAND, *WRONG],
            stdout=subprocess.PIPE,
            stderr=full,
            timeout=60,
            check=False,
        )
    assert (done.returncode, done.stdout) == (1, b"")


@pytest.mark.parametrize("arguments", [["queries"], ["--version"], ["--help"]])
def test_a_closed_pipe_is_a_quiet_end(arguments: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [*COMMAND, *arguments],
            stdout=writing,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


def test_closed_streams_do_no_harm() -> None:
    shell = f'exec "{sys.executable}" -m lichain --version >&- 2>&-'
    assert subprocess.run(["/bin/sh", "-c", shell], timeout=60, check=False).returncode == 0
