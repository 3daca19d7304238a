"""Carries out a plan: one transaction up to `ATOMIC` changes, batches that resume beyond it."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from lichain import __version__
from lichain.errors import Sentence, ServerGone, StoreError
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

_COMPARES = Sentence("compares the tables with the graph", "比较数据表与图谱")
_INDEXES = Sentence("makes constraints and indexes", "创建约束和索引")
_LOOPBACK = frozenset(("localhost", "127.0.0.1", "::1"))


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
    batched = False

    def work(transaction: Transaction) -> Plan:
        nonlocal batched
        progress(_COMPARES)
        transaction.run(statement("lock"))
        plan = compare(record, read_state(schema, transaction))
        for number, step in enumerate(steps(schema, plan), 1):
            if plan.size <= atomic:
                progress(step.what)
                step.run(transaction)
            else:
                batched = True
                progress(_batch(number, step.what))
                store.write(step.run)
        _note(transaction, record)
        return plan

    try:
        _make_indexes(schema, store, progress)
        done = store.write(work)
    except ServerGone as fault:
        raise _left(fault, store.address, batched) from fault
    store.rows(statement("await_indexes"))
    return done


def _batch(number: int, what: Sentence) -> Sentence:
    return Sentence(f"batch {number}: {what}", f"第 {number} 批：{what.zh}")


def _left(fault: ServerGone, address: str, batched: bool) -> ServerGone:
    """`fault` with what became of the graph, and how to start the program's own server."""
    english, chinese = fault.said("en"), fault.said("zh")
    if urlsplit(address).hostname in _LOOPBACK:
        english += ", or run `lichain up` if it is the program's own"
        chinese += "，若为程序自带的 Neo4j，请运行 `lichain up`"
    if batched:
        english += "; nothing is half-loaded, run `lichain load` again and it goes on from there"
        chinese += "；已提交的批次均完整，再次运行 `lichain load` 即可接着加载"
    else:
        english += "; the graph is as it was before"
        chinese += "；图谱保持加载前的状态"
    return ServerGone(english, chinese)


def _make_indexes(schema: Schema, store: Store, progress: Progress) -> None:
    found = constraints.there(store)
    lacking = constraints.lacking(schema, found)
    if clashes := constraints.in_the_way(lacking, found):
        wanted, other = clashes[0]
        raise StoreError(
            f"{store.address} has a {other}, which keeps our {wanted} from being made; "
            f"remove it with {other.drop}, then load again",
            f"{store.address} 中已有 {other}，因此无法创建所需的 {wanted}；"
            f"请用 {other.drop} 将其删除，再重新加载",
        )
    if lacking:
        progress(_INDEXES)
        store.change_schema(list(lacking.values()))


def _note(transaction: Transaction, record: Record) -> None:
    transaction.run(
        statement("done"),
        version=__version__,
        nodes=len(record.nodes),
        relationships=len(record.relationships),
    )
