"""Dependencies point one way, and each kind of thing stays in its room."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "graph" / "lichain"
MODULES = sorted(PACKAGE.rglob("*.py"))
LEVEL = {
    "errors": 0,
    "model": 1,
    "schema": 3,
    "resources": 1,
    "parsed": 2,
    "settings": 1,
    "ogm": 4,
    "identity": 3,
    "local": 3,
    "seed": 4,
    "listing": 4,
    "store": 4,
    "loader": 5,
    "queries": 5,
    "result": 5,
    "analysis": 5,
    "render": 6,
    "evidence": 7,
    "chain": 7,
    "cli": 8,
}
CYPHER = re.compile(
    r"\b(MATCH|MERGE|UNWIND|DETACH DELETE|CREATE (CONSTRAINT|INDEX|FULLTEXT))\b\s*[(\w]"
)


def imported(path: Path) -> set[str]:
    """Every module that a file imports, wherever in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def room(name: str) -> str | None:
    """The room of `lichain.room.…`, None for anything else."""
    parts = name.split(".")
    return parts[1] if parts[0] == "lichain" and len(parts) > 1 and parts[1] in LEVEL else None


def own_room(path: Path) -> str:
    """The room that a file stands in."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def texts(path: Path) -> list[str]:
    """Every string in a file but its docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    described = {
        ast.get_docstring(node, clean=False)
        for node in ast.walk(tree)
        if isinstance(node, documented)
    }
    strings = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    return [text for text in strings if text not in described]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_down(path: Path) -> None:
    own = own_room(path)
    if own not in LEVEL:
        return
    upward = {
        name for name in imported(path) if (other := room(name)) and LEVEL[other] > LEVEL[own]
    }
    assert not upward


@pytest.mark.parametrize(
    ("library", "rooms"),
    [
        ("neo4j", {"store"}),
        ("typer", {"cli"}),
        ("pyvis", {"render"}),
        ("jpype", {"local"}),
        ("jgo", {"local"}),
        ("networkx", {"analysis", "render", "chain"}),
        ("csv", {"seed", "render", "listing"}),
        ("pandas", {"render", "chain"}),
        ("polars", {"render", "chain"}),
        ("py2neo", {"ogm"}),
        ("openpyxl", {"seed", "render"}),
        ("defusedxml", {"seed"}),
    ],
)
def test_a_library_stays_in_its_room(library: str, rooms: set[str]) -> None:
    users = {
        own_room(path)
        for path in MODULES
        if any(name.split(".")[0] == library for name in imported(path))
    }
    assert users <= rooms
    assert users, f"nothing imports {library}; drop it"


def test_no_cypher_in_python() -> None:
    strings = {(str(path.relative_to(PACKAGE)), text) for path in MODULES for text in texts(path)}
    assert not {found for found in strings if CYPHER.search(found[1])}


def test_files_stay_small() -> None:
    long = {
        str(path.relative_to(PACKAGE))
        for path in MODULES
        if len(path.read_text(encoding="utf-8").splitlines()) > 400
    }
    assert not long


def test_every_public_thing_has_a_docstring() -> None:
    bare = []
    for path in MODULES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if not ast.get_docstring(tree):
            bare.append(str(path))
        bare += [
            f"{path.name}:{node.name}"
            for node in tree.body
            if isinstance(node, ast.FunctionDef | ast.ClassDef)
            and not node.name.startswith("_")
            and not ast.get_docstring(node)
        ]
    assert not bare
