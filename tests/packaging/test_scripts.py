"""The shell scripts: what they say when something is missing, and what they leave alone."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

SCRIPTS = (
    "scripts/demo",
    "scripts/test",
    "scripts/check",
    "scripts/lock",
    "scripts/bench",
    ".ci/run",
)
SOURCED = "scripts/environment.sh"

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_script_can_be_run_and_stops_at_the_first_fault(root: Path, script: str) -> None:
    path = root / script
    text = path.read_text("utf-8")
    assert os.access(path, os.X_OK)
    assert text.startswith("#!/usr/bin/env bash\n")
    assert "\nset -euo pipefail\n" in text
    assert b"\r" not in path.read_bytes()


@pytest.mark.parametrize("script", [*SCRIPTS, SOURCED])
def test_a_script_parses(root: Path, script: str) -> None:
    subprocess.run(["bash", "-n", root / script], check=True)
    if shutil.which("shellcheck"):
        subprocess.run(["shellcheck", "-x", script], cwd=root, check=True)


@pytest.mark.parametrize("script", [*SCRIPTS, SOURCED, "docker-compose.yml", "pyproject.toml"])
def test_a_script_names_no_place_of_one_machine(root: Path, script: str) -> None:
    text = (root / script).read_text("utf-8")
    assert not re.search(r"/(home|root|work|Users|opt)/|https?://(?!127\.0\.0\.1|localhost)", text)


def stub(folder: Path, name: str, body: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"#!/bin/sh\n{body}\n")
    (folder / name).chmod(0o755)


def sourced(
    root: Path, folder: Path, commands: str, **environment: str
) -> subprocess.CompletedProcess[str]:
    """`commands` run after sourcing environment.sh, with only the tools of `folder/bin` to find."""
    tools = folder / "bin"
    tools.mkdir(exist_ok=True)
    for name in ("basename", "dirname", "ls", "rm", "bash", "grep", "tail"):
        found = shutil.which(name)
        assert found
        if not (tools / name).exists():
            (tools / name).symlink_to(found)
    text = f"set -euo pipefail\nsource '{root / SOURCED}'\n{commands}"
    return subprocess.run(
        [tools / "bash", "-c", text, "scripts/demo"],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
        env={"PATH": str(tools), "HOME": str(folder), **environment},
    )


def test_no_python_at_all_is_said_with_the_way_out(root: Path, tmp_path: Path) -> None:
    done = sourced(root, tmp_path, "ensure_environment run", LICHAIN_VENV="venv")
    assert done.returncode == 1
    assert "Python 3.11 or later is needed" in done.stderr
    assert not (tmp_path / "venv").exists()


def test_an_old_python_is_passed_over(root: Path, tmp_path: Path) -> None:
    stub(tmp_path / "bin", "python3", "exit 1")
    stub(tmp_path / "bin", "python3.12", "exit 0")
    assert sourced(root, tmp_path, "find_python").stdout == "python3.12\n"


def test_debians_missing_venv_is_named(root: Path, tmp_path: Path) -> None:
    stub(tmp_path / "bin", "python3", 'case "$*" in *ensurepip*) exit 1;; esac; exit 0')
    done = sourced(root, tmp_path, "find_python")
    assert done.returncode == 1
    assert "apt-get install python3-venv" in done.stderr


def test_a_python_can_be_named(root: Path, tmp_path: Path) -> None:
    stub(tmp_path / "my python", "python", "exit 0")
    named = str(tmp_path / "my python" / "python")
    assert sourced(root, tmp_path, "find_python", LICHAIN_PYTHON=named).stdout == f"{named}\n"


def test_a_folder_that_is_no_environment_is_never_removed(root: Path, tmp_path: Path) -> None:
    stub(tmp_path / "bin", "python3", "exit 0")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/thesis.txt").write_text("years of work")
    done = sourced(root, tmp_path, "make_venv", LICHAIN_VENV="mine")
    assert done.returncode == 1
    assert "is no virtual environment" in done.stderr
    assert (tmp_path / "mine/thesis.txt").exists()


def test_scripts_forget_the_server_that_the_caller_set_up(root: Path, tmp_path: Path) -> None:
    done = sourced(
        root,
        tmp_path,
        'forget_servers; echo "${NEO4J_URI-none} ${NEO4J_PASSWORD-none}"',
        NEO4J_URI="neo4j+s://production",
        NEO4J_PASSWORD="secret",
    )
    assert done.stdout == "none none\n"
