"""The steps that carry out a plan, in the order that keeps every step valid.

What goes, goes first, so that a node can take over an identifier of one that is gone.
Relationships go before the nodes they hang on, and come after them: MERGE of both at once
plans Eager, and is slow. Labels and types are values of a row, not text: planning a statement
for each type takes longer than the rest of a first load.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from lichain.errors import Sentence, StoreError
from lichain.loader.plan import Change, Plan
from lichain.loader.state import Standing
from lichain.model import Node, Relationship, Value
from lichain.schema import MARKER, Schema
from lichain.store import Transaction
from lichain.store.statements import statement

BATCH = 2_000
"""Rows a statement; between 100 and 5,000 the speed is the same."""

_Row = dict[str, Any]
_Run = Callable[[Transaction, Sequence[_Row]], None]
_T = TypeVar("_T")
_Thing = TypeVar("_Thing", Node, Relationship)


@dataclass(frozen=True, slots=True)
class Step:
    """One batch of one kind of change."""

    what: Sentence
    run: Callable[[Transaction], None]


def steps(schema: Schema, plan: Plan) -> Iterator[Step]:
    """The steps of `plan`, batch by batch."""
    links = [_handle(standing, "key") for standing in plan.removed_relationships]
    yield from _steps(
        Sentence("removes relationships", "删除关系"), _run("remove_relationships"), links
    )
    gone = [_removal(standing) for standing in plan.removed_nodes]
    yield from _steps(
        Sentence("removes nodes", "删除节点"), partial(_remove, [*schema.nodes, MARKER]), gone
    )
    yield from _steps(
        Sentence("frees identifiers", "腾出标识符"), _run("release_nodes"), _released(schema, plan)
    )
    for batch in _batches(plan.added_nodes):
        nothing = {node.id: dict.fromkeys(schema.nodes[node.type].properties) for node in batch}
        revive = partial(Transaction.run, cypher=statement("revive_nodes"), nothing=nothing)
        yield Step(Sentence("looks for retired nodes", "查找已停用的节点"), revive)
    nodes = [_node(node, {}) for node in plan.added_nodes]
    nodes += [_node(change.new, change.old.properties) for change in plan.changed_nodes]
    yield from _steps(Sentence("writes nodes", "写入节点"), partial(_put, schema), nodes)
    new = [_link(link) for link in plan.added_relationships]
    yield from _steps(
        Sentence("writes relationships", "写入关系"), partial(_all, "create_relationships"), new
    )
    changed = [_changed(change) for change in plan.changed_relationships]
    yield from _steps(
        Sentence("changes relationships", "修改关系"),
        partial(_all, "change_relationships"),
        changed,
    )


def _removal(standing: Standing[Node]) -> _Row:
    properties = standing.thing.properties
    ours = {"ours": ["id", *properties], "nothing": dict.fromkeys(properties)}
    return _handle(standing, "id") | ours


def _handle(standing: Standing[_Thing], name: str) -> _Row:
    return {"element": standing.element, name: getattr(standing.thing, name)}


def _released(schema: Schema, plan: Plan) -> list[_Row]:
    unique = {
        p.name for kind in schema.nodes.values() for p in kind.properties.values() if p.unique
    }
    found = []
    for change in plan.changed_nodes:
        names = unique.intersection(change.differing()) & change.old.properties.keys()
        if names:
            found.append({"id": change.new.id, "nothing": dict.fromkeys(names)})
    return found


def _node(node: Node, old: Mapping[str, Value]) -> _Row:
    return {"id": node.id, "type": node.type, "properties": _values(node.properties, old)}


def _link(link: Relationship) -> _Row:
    ends = {"start": link.start, "end": link.end, "type": link.type}
    return ends | {"properties": _values(link.properties, {})}


def _changed(change: Change[Relationship]) -> _Row:
    properties = _values(change.new.properties, change.old.properties)
    return _handle(change.standing, "key") | {"properties": properties}


def _values(new: Mapping[str, Value], old: Mapping[str, Value]) -> _Row:
    """What to set: the new values, and null for a value of ours that is gone."""
    return dict.fromkeys(old) | {
        name: list(value) if isinstance(value, tuple) else value for name, value in new.items()
    }


def _run(name: str) -> _Run:
    return lambda transaction, rows: transaction.run(statement(name), rows=rows)


def _remove(labels: list[str], transaction: Transaction, rows: Sequence[_Row]) -> None:
    transaction.run(statement("retire_nodes"), rows=rows, labels=labels)
    transaction.run(statement("remove_nodes"), rows=rows)


def _put(schema: Schema, transaction: Transaction, rows: Sequence[_Row]) -> None:
    labels = {kind.name: list(kind.labels) for kind in schema.nodes.values()}
    others = {name: [o for o in schema.nodes if o not in own] for name, own in labels.items()}
    transaction.run(statement("put_nodes"), rows=rows, labels=labels, others=others)


def _all(name: str, transaction: Transaction, rows: Sequence[_Row]) -> None:
    ((done,),) = transaction.rows(statement(name), rows=rows)
    if done != len(rows):
        raise StoreError(
            f"{len(rows) - done} of {len(rows)} relationships found no nodes to join: something else "
            "changes this database at the same time; load again when it has ended",
            f"{len(rows)} 条关系中有 {len(rows) - done} 条找不到要连接的节点：有别的程序在同时修改此数据库；"
            "请待其结束后重新加载",
        )


def _steps(what: Sentence, run: _Run, rows: Sequence[_Row]) -> Iterator[Step]:
    for batch in _batches(rows):
        yield Step(what, lambda transaction, batch=batch: run(transaction, batch))  # type: ignore[misc]


def _batches(items: Sequence[_T]) -> Iterator[Sequence[_T]]:
    for start in range(0, len(items), BATCH):
        yield items[start : start + BATCH]
