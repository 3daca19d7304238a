"""requirements/*.lock: complete, hashed, of one mind, and free of anybody's registry."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LOCKS = {
    "run": (["local"], ["build"]),
    "dev": (["local", "py2neo", "notebook", "test", "dev"], ["build"]),
}


def entries(root: Path, lock: str) -> list[str]:
    text = (root / "requirements" / f"{lock}.lock").read_text("utf-8").replace("\\\n", "")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def pins(root: Path, lock: str) -> list[Requirement]:
    return [Requirement(entry.split(" --hash")[0]) for entry in entries(root, lock)]


def declared(root: Path, lock: str) -> list[Requirement]:
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    extras, groups = LOCKS[lock]
    lines = list(project["project"]["dependencies"])
    for extra in extras:
        lines += project["project"]["optional-dependencies"][extra]
    for group in groups:
        lines += project["dependency-groups"][group]
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize("lock", LOCKS)
def test_what_pyproject_asks_for_is_pinned_to_a_version_it_allows(root: Path, lock: str) -> None:
    pinned: dict[str, list[str]] = {}
    for pin in pins(root, lock):
        (clause,) = pin.specifier
        assert clause.operator == "=="
        pinned.setdefault(canonicalize_name(pin.name), []).append(clause.version)
    for requirement in declared(root, lock):
        versions = pinned.get(canonicalize_name(requirement.name), [])
        assert versions, f"{requirement} is not in {lock}.lock: run scripts/lock"
        assert all(requirement.specifier.contains(version) for version in versions), (
            f"{lock}.lock has {requirement.name} {versions}, pyproject.toml asks {requirement}: "
            "run scripts/lock"
        )


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_is_hashed_and_names_no_registry(root: Path, lock: str) -> None:
    for entry in entries(root, lock):
        assert "--hash=sha256:" in entry
        assert not re.search(r"://|--(extra-)?index-url|--find-links| @ |/", entry), entry


def test_the_environments_of_demo_and_test_agree(root: Path) -> None:
    run, dev = ({(pin.name, str(pin.specifier)) for pin in pins(root, lock)} for lock in LOCKS)
    assert run <= dev
