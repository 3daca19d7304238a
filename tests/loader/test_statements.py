"""Every statement of the program's own, as Neo4j plans it in each dialect it has."""

from __future__ import annotations

import re
from pathlib import Path

import neo4j
import pytest

from lichain import resources
from lichain.local import Address
from lichain.schema import MARKER, schema
from lichain.store.statements import statement

FILES = sorted(
    path
    for name in ("write", "verify")
    for path in (resources.folder("cypher") / name).glob("*.cypher")
)
_PARAMETERS = {"rows": []} | dict.fromkeys(
    ("nothing", "labels", "others", "version", "nodes", "relationships")
)
_LABEL = re.compile(r":([A-Z][a-z]\w+)")


def _text(path: Path) -> str:
    if "@" in path.read_text(encoding="utf-8"):
        return statement(path.stem, label="Enterprise", property="uscc")
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_says_what_it_does_and_names_only_what_we_know(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.match(r"(// [^\n]+\n)*// [^\n]+\.\n[A-Z]", text), "the first line says what it does"
    known = {MARKER, "LichainLoad", "LichainRetired", *schema().nodes}
    assert set(_LABEL.findall(text.partition("\n")[2])) <= known


@pytest.mark.neo4j
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_is_planned_without_a_scan_of_everything(
    own_server: Address, neo4j_version: str, path: Path
) -> None:
    dialects = ("CYPHER 5", "CYPHER 25") if neo4j_version != "5.26" else ("CYPHER 5",)
    auth = (own_server.user, own_server.password)
    with neo4j.GraphDatabase.driver(own_server.uri, auth=auth) as driver:
        for dialect in dialects:
            if "INDEX" in _text(path) or "CONSTRAINT" in _text(path):
                continue
            text = f"{dialect} EXPLAIN {_text(path)}"
            _, summary, _ = driver.execute_query(text, _PARAMETERS, database_="neo4j")
            assert "AllNodesScan" not in str(summary.plan)
            deprecated = [
                s for s in summary.gql_status_objects if "DEPRECATION" in str(s.classification)
            ]
            assert not deprecated
