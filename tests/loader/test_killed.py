"""A loader that is killed with SIGKILL leaves the graph as it was, or a state to go on from."""

from __future__ import annotations

import time

import pytest

from lichain.loader import load, verify
from lichain.local import Address
from lichain.schema import schema
from lichain.store import Store

from .dump import Dump, dump, run
from .loading import start
from .records import chain, node, record

pytestmark = pytest.mark.neo4j

LENGTH = 9
BEFORE = record(node("firm-0000"), node("gone", stock_code="300750.SZ"), node("gone-too"))
STEPS = 6  # takes its turn; removes relationships, nodes; looks for retired; writes both


@pytest.fixture
def wanted(empty_store: Store) -> Dump:
    load(schema(), empty_store, chain(LENGTH))
    found = dump(empty_store)
    run(empty_store, "MATCH (n) DETACH DELETE n")
    load(schema(), empty_store, BEFORE)
    return found


def test_killed_at_each_step_of_one_transaction(
    empty_store: Store, own_server: Address, wanted: Dump
) -> None:
    before = dump(empty_store, handles=True)
    for step in range(1, STEPS + 1):
        loader = start(own_server, LENGTH, stop=step)
        said, complaint = loader.communicate(timeout=120)
        assert loader.returncode == -9, said + complaint
        _until_idle(empty_store)
        assert dump(empty_store, handles=True) == before, said
    said, complaint = start(own_server, LENGTH, stop=STEPS + 1).communicate(timeout=120)
    assert said.splitlines()[-1].startswith("done"), "it was killed at every step"
    assert dump(empty_store) == wanted


def test_killed_at_each_batch_then_run_again(
    empty_store: Store, own_server: Address, wanted: Dump
) -> None:
    """Each killed run gets a few batches further, and the last one through."""
    states = [dump(empty_store)]
    for _ in range(20):
        loader = start(own_server, LENGTH, atomic=0, batch=4, stop=5)
        said, complaint = loader.communicate(timeout=120)
        _until_idle(empty_store)
        states.append(dump(empty_store))
        if loader.returncode == 0:
            break
        assert loader.returncode == -9, said + complaint
        assert states[-1] not in (*states[:-1], wanted), "each run does something"
    assert len(states) > 4
    assert states[-1] == wanted
    assert verify(schema(), empty_store, chain(LENGTH)).good


def _until_idle(store: Store) -> None:
    """The server notices a dead client at once, but ends its transaction on its own time."""
    end = time.monotonic() + 30
    while time.monotonic() < end:
        if len(store.rows("SHOW TRANSACTIONS YIELD transactionId")) == 1:
            return
        time.sleep(0.05)
    raise AssertionError("the killed loader's transaction did not end")
