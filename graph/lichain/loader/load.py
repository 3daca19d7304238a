"""Carries out a plan: one transaction up to `ATOMIC` changes, batches that resume beyond it."""

from __future__ import annotations

from collections.abc import Callable

from lichain import __version__
from lichain.loader import constraints
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

    The difference is worked out inside the writing transaction, behind a lock, so that two
    loads at once come out as one after the other. Raises StoreError; up to `atomic` changes
    the graph is then as it was before, beyond that the next load goes on where this one stopped.
    """
    store.change_schema(constraints.statements(schema))
    store.rows(statement("await_indexes"))
    done = store.write(lambda transaction: _load(schema, transaction, record, progress, atomic))
    if done.size <= atomic:
        return done
    for number, step in enumerate(steps(schema, done), 1):
        progress(f"batch {number}: {step.what}")
        store.write(step.run)
    store.write(lambda transaction: _note(transaction, record))
    return done


def _load(
    schema: Schema, transaction: Transaction, record: Record, progress: Progress, atomic: int
) -> Plan:
    transaction.run(statement("lock"))
    plan = compare(record, read_state(schema, transaction))
    if plan.size <= atomic:
        for step in steps(schema, plan):
            progress(step.what)
            step.run(transaction)
        _note(transaction, record)
    return plan


def _note(transaction: Transaction, record: Record) -> None:
    transaction.run(
        statement("done"),
        version=__version__,
        nodes=len(record.nodes),
        relationships=len(record.relationships),
    )
