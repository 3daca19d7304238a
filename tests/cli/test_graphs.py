"""`lichain export-graph`, from Neo4j to files."""

from __future__ import annotations

import csv
from pathlib import Path

import networkx as nx
import pytest

from ..graph import seed_record
from .conftest import Command

pytestmark = [pytest.mark.neo4j, pytest.mark.usefixtures("served")]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_part_of_the_graph_as_gexf(command: Command, tmp_path: Path, lang: str) -> None:
    out = tmp_path / "part.gexf"
    done = command("export-graph", str(out), "--around", "郴州", "--hops", "1", "--lang", lang)
    assert done.code == 0, done.errors
    graph = nx.read_gexf(out, version="1.3")
    assert "cn-431000" in graph
    name = {"zh": "郴州市", "en": "Chenzhou"}[lang]
    assert graph.nodes["cn-431000"]["label"] == name
    nodes = {"zh": "个节点", "en": "nodes"}[lang]
    assert f"{graph.number_of_nodes()} {nodes}" in done.output


def test_all_of_it_as_csv_and_no_second_time_without_force(
    command: Command, tmp_path: Path
) -> None:
    out = tmp_path / "tables"
    assert command("export-graph", str(out)).code == 0
    with (out / "edges.csv").open(encoding="utf-8", newline="") as file:
        keys = {row["Id"] for row in csv.DictReader(file)}
    assert keys == set(seed_record().relationships)
    again = command("export-graph", str(out))
    assert again.code == 2
    assert "is there already; name another file, or --force" in again.errors
    assert command("export-graph", str(out), "--force").code == 0


def test_an_unknown_name_or_format_writes_nothing(command: Command, tmp_path: Path) -> None:
    assert command("export-graph", str(tmp_path / "x.gexf"), "--around", "no such thing").code == 3
    done = command("export-graph", str(tmp_path / "x.svg"))
    assert done.code == 2
    assert ".svg is no format of a graph" in done.errors
    assert not list(tmp_path.iterdir())
