"""The connection goes away in the middle of a load, at the commit, and for good."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from lichain.errors import StoreError
from lichain.loader import load, verify
from lichain.loader import write as loader_write
from lichain.schema import schema
from lichain.settings import Settings
from lichain.store import Store, connect

from ..store.proxy import COMMIT, Proxy, proxied
from .dump import Dump, dump, run
from .records import chain, node, record

pytestmark = pytest.mark.neo4j

BEFORE, WANTED = record(node("firm-0000"), node("gone")), chain(12)


@pytest.fixture
def proxy(own_settings: Settings) -> Iterator[Proxy]:
    with proxied(str(own_settings.uri)) as found:
        yield found


@pytest.fixture
def through(proxy: Proxy, own_settings: Settings, short_retry: None) -> Iterator[Store]:
    with connect(replace(own_settings, uri=proxy.uri)) as store:
        yield store


@pytest.fixture
def wanted(empty_store: Store) -> Dump:
    """The dump of a clean load of WANTED; then the store holds BEFORE."""
    load(schema(), empty_store, WANTED)
    found = dump(empty_store)
    run(empty_store, "MATCH (n) DETACH DELETE n")
    load(schema(), empty_store, BEFORE)
    return found


@pytest.mark.parametrize("when", ["before", "during", "after"])
def test_cut_at_the_commit(
    empty_store: Store, through: Store, proxy: Proxy, wanted: Dump, when: str
) -> None:
    """Whether the commit went through is unknown; all or nothing is there, and a re-run converges."""
    before = dump(empty_store, handles=True)
    noted = False

    def judge(data: bytes) -> str | None:
        nonlocal noted
        noted = noted or b"load.done" in data
        return when if noted and COMMIT in data else None

    proxy.judge = judge
    with pytest.raises(
        StoreError, match="nobody knows whether it did; do the same again"
    ) as caught:
        load(schema(), through, WANTED)
    assert "\n" not in str(caught.value)
    assert proxy.cuts
    proxy.judge = lambda _: None
    if when == "before":
        assert dump(empty_store, handles=True) == before
    elif when == "after":
        assert dump(empty_store) == wanted
    load(schema(), through, WANTED)
    assert dump(empty_store) == wanted
    assert verify(schema(), through, WANTED).good


def test_cut_at_the_end_of_a_read_is_asked_again(through: Store, proxy: Proxy) -> None:
    proxy.judge = lambda data: "during" if COMMIT in data and not proxy.cuts else None
    assert through.rows("RETURN 1") == ((1,),)
    assert proxy.cuts == 1


@pytest.mark.parametrize("word", [b"LichainLoad", b"LichainRetired", b"$others", b"CREATE (a)-[r"])
def test_cut_on_the_way_is_tried_again(
    empty_store: Store, through: Store, proxy: Proxy, wanted: Dump, word: bytes
) -> None:
    proxy.judge = lambda data: "before" if word in data and not proxy.cuts else None
    load(schema(), through, WANTED)
    assert proxy.cuts == 1
    assert dump(empty_store) == wanted


def test_cut_for_good_leaves_the_graph_as_it_was(
    empty_store: Store, through: Store, proxy: Proxy, wanted: Dump
) -> None:
    before = dump(empty_store, handles=True)
    proxy.judge = lambda data: "during" if b"CREATE (a)-[r" in data else None
    with pytest.raises(
        StoreError, match=r"does not answer or went away .*; start it, or set NEO4J_URI"
    ):
        load(schema(), through, WANTED)
    assert proxy.cuts > 1
    assert dump(empty_store, handles=True) == before


def test_cut_between_batches_goes_on_where_it_stopped(
    empty_store: Store, through: Store, proxy: Proxy, wanted: Dump, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loader_write, "BATCH", 4)
    seen = 0

    def judge(data: bytes) -> str | None:
        nonlocal seen
        seen += COMMIT in data
        return "during" if seen == 4 and COMMIT in data else None

    proxy.judge = judge
    with pytest.raises(StoreError, match="do the same again"):
        load(schema(), through, WANTED, atomic=0)
    proxy.judge = lambda _: None
    assert dump(empty_store) != wanted
    load(schema(), through, WANTED, atomic=0)
    assert dump(empty_store) == wanted
    assert verify(schema(), through, WANTED).good
