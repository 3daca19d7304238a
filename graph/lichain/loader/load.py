"""Carries out a plan: one transaction up to `ATOMIC` changes, batches that resume beyond it."""

from __future__ import annotations

from collections.abc import Callable

from lichain import __version__
from lichain.errors import StoreError
from lichain.loader import constraints
from lichain.loader.check import check
from lichain.loader.plan import Plan, compare
from lichain.loader.state import read_state
from lichain.loader.write import steps
from lichain.model import Record
from lichain.schema import Schema
from lichain.store import Store, Transaction
from lichain.store.statements import statement

ATOMIC = 50_000
"""Changes up to which a load is one transaction; above it each batch commits on its own."""

Progress = Callable[[str], None]


def load(
    schema: Schema,
    store: Store,
    record: Record,
    progress: Progress = lambda _: None,
    atomic: int = ATOMIC,
) -> Plan:
    """Makes Neo4j hold what `record` says and returns what was done.

    The difference is worked out behind a lock that is held to the end, so that two loads at
    once come out as one after the other. Up to `atomic` changes others see nothing of it before
    it commits (Neo4j keeps no snapshots: a query that runs in that very moment may see a part),
    and after a StoreError the graph is as it was; beyond that the next load goes on where this
    one stopped. InputError where `record` does not fit the schema.
    """
    check(schema, record)
    _make_indexes(schema, store, progress)

    def work(transaction: Transaction) -> Plan:
        progress("takes its turn: one load at a time")
        transaction.run(statement("lock"))
        plan = compare(record, read_state(schema, transaction))
        for number, step in enumerate(steps(schema, plan), 1):
            if plan.size <= atomic:
                progress(step.what)
                step.run(transaction)
            else:
                progress(f"batch {number}: {step.what}")
                store.write(step.run)
        _note(transaction, record)
        return plan

    done = store.write(work)
    store.rows(statement("await_indexes"))
    return done


def _make_indexes(schema: Schema, store: Store, progress: Progress) -> None:
    found = constraints.there(store)
    lacking = constraints.lacking(schema, found)
    if clashes := constraints.in_the_way(lacking, found):
        wanted, other = clashes[0]
        raise StoreError(
            f"{store.address} has a {other}, which keeps our {wanted} from being made; "
            f"remove it with {other.drop}, then load again"
        )
    if lacking:
        progress("makes constraints and indexes")
        store.change_schema(list(lacking.values()))


def _note(transaction: Transaction, record: Record) -> None:
    transaction.run(
        statement("done"),
        version=__version__,
        nodes=len(record.nodes),
        relationships=len(record.relationships),
    )
