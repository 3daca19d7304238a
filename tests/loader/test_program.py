"""`lichain load | plan | verify`: one sentence, an exit code, no traceback, the graph as it was."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from lichain.settings import Settings
from lichain.store import Store

from ..store.program import lichain
from ..store.proxy import proxied
from .dump import dump, run

pytestmark = [pytest.mark.neo4j, pytest.mark.slow]


def test_plan_load_verify(empty_store: Store, own_settings: Settings) -> None:
    """What plan says is what load does; verify finds what somebody takes away."""
    planned = json.loads(lichain(own_settings, "plan", "--json").output)
    assert dump(empty_store) == {"nodes": [], "relationships": []}
    loaded = lichain(own_settings, "load")
    assert loaded.code == 0, loaded.errors
    ((nodes, links),) = empty_store.rows(
        "MATCH (n:Lichain) RETURN count(n), sum(COUNT { (n)-->() })"
    )
    assert (nodes, links) == (len(planned["nodes"]["add"]), len(planned["relationships"]["add"]))
    assert f"+{nodes + links} ~0 -0" in loaded.output
    run(empty_store, "MATCH (:Lichain)-[r:SUPPLIES]->() WITH r LIMIT 1 DELETE r")
    verified = lichain(own_settings, "verify")
    assert verified.code == 7
    assert "1 nodes or relationships differ" in verified.output


def test_too_old(empty_store: Store, own_settings: Settings) -> None:
    """A real server that gives itself out for an old one."""

    def older(data: bytes) -> bytes:
        at = data.find(b"Neo4j/")
        if at < 0:
            return data
        length = data[at - 1] & 0x0F if data[at - 1] < 0x90 else data[at - 1]
        return data[:at] + b"Neo4j/4.4.".ljust(length, b"0") + data[at + length :]

    with proxied(str(own_settings.uri)) as proxy:
        proxy.answer = older
        ended = lichain(replace(own_settings, uri=proxy.uri), "load")
    assert ended.code == 5
    assert "runs Neo4j 4.4.0" in ended.sentence
    assert ended.sentence.endswith("lichain needs 5.26 or later, upgrade the server")


PASSWORD = "refused the user name or password; set NEO4J_USERNAME and NEO4J_PASSWORD"
DATABASE = "has no such database .*; set NEO4J_DATABASE"


@pytest.mark.parametrize(
    ("command", "wrong", "sentence"),
    [
        ("load", {"password": "no"}, PASSWORD),
        ("load", {"password": None}, "no password is set for .*; put it in NEO4J_PASSWORD"),
        ("load", {"database": "nowhere"}, DATABASE),
        ("plan", {"database": "nowhere"}, DATABASE),
        (
            "verify",
            {"uri": "bolt://127.0.0.1:1"},
            r"answer .*refused\); start it, or set NEO4J_URI",
        ),
    ],
    ids=["password", "no password", "database", "database of plan", "down"],
)
def test_what_is_wrong_is_one_sentence(
    own_settings: Settings, command: str, wrong: dict[str, str | None], sentence: str
) -> None:
    ended = lichain(replace(own_settings, **wrong), command)  # type: ignore[arg-type]
    assert ended.code == 5
    assert len(ended.errors.splitlines()) == 1
    assert re.search(sentence, ended.sentence)
    assert ended.output == ""
