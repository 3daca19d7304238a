"""The steps that carry out a plan, in the order that keeps every step valid.

Relationships go before the nodes they hang on are removed, and nodes come before the
relationships between them: MERGE of both at once plans Eager, and is slow.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from lichain.loader.plan import Plan
from lichain.model import Node, Relationship, Value
from lichain.schema import MARKER, Schema
from lichain.store import Transaction
from lichain.store.statements import statement

BATCH = 2_000
"""Rows a statement; between 100 and 5,000 the speed is the same."""

_Row = dict[str, Any]
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Step:
    """One batch of one kind of change; running it twice does no more than once."""

    what: str
    run: Callable[[Transaction], None]


def steps(schema: Schema, plan: Plan) -> Iterator[Step]:
    """The steps of `plan`, batch by batch."""
    for kind, links in _by_type(plan.removed_relationships, _type):
        text = statement("remove_relationships", type=kind, marker=MARKER)
        yield from _steps(f"removes {kind}", text, [_ends(link) for link in links])
    revive = statement("revive_nodes", marker=MARKER)
    yield from _steps("revives nodes", revive, [{"id": node.id} for node in plan.added_nodes])
    nodes: list[_Put] = [_Put(node, {}) for node in plan.added_nodes]
    nodes += [_Put(change.new, change.old.properties) for change in plan.changed_nodes]
    for kind, puts in _by_type(nodes, _put_type):
        own = schema.nodes[kind].labels
        others = ":".join(name for name in schema.nodes if name not in own)
        text = statement("put_nodes", marker=MARKER, labels=":".join(own), others=others)
        yield from _steps(f"writes {kind}", text, [put.row() for put in puts])
    links_: list[_Put] = [_Put(link, {}) for link in plan.added_relationships]
    links_ += [_Put(change.new, change.old.properties) for change in plan.changed_relationships]
    for kind, puts in _by_type(links_, _put_type):
        text = statement("put_relationships", type=kind, marker=MARKER)
        yield from _steps(f"writes {kind}", text, [put.row() for put in puts])
    for batch in _batches(plan.removed_nodes):
        yield Step("removes nodes", partial(_remove, schema, batch))


@dataclass(frozen=True, slots=True)
class _Put:
    """A node or relationship to write, and what it was."""

    thing: Node | Relationship
    old: Mapping[str, Value]

    def row(self) -> _Row:
        """What to set: the new values, and null for a value of ours that is gone."""
        new = self.thing.properties
        values = {
            name: list(value) if isinstance(value, tuple) else value for name, value in new.items()
        }
        properties = dict.fromkeys(self.old) | values
        own = {"id": self.thing.id} if isinstance(self.thing, Node) else _ends(self.thing)
        return own | {"properties": properties}


def _ends(link: Relationship) -> _Row:
    return {"key": link.key, "start": link.start, "end": link.end}


def _steps(what: str, text: str, rows: Sequence[_Row]) -> Iterator[Step]:
    for batch in _batches(rows):
        yield Step(what, partial(_run, text, batch))


def _run(text: str, rows: Sequence[_Row], transaction: Transaction) -> None:
    transaction.run(text, rows=rows)


def _remove(schema: Schema, nodes: Sequence[Node], transaction: Transaction) -> None:
    """Removes nodes, but only retires those on which something of other people hangs."""
    labels = [*schema.nodes, MARKER]
    names = sorted({"id"}.union(*(kind.properties for kind in schema.nodes.values())))
    ids = [node.id for node in nodes]
    ties = transaction.rows(
        statement("foreign_ties", marker=MARKER), ids=ids, labels=labels, properties=names
    )
    tied = {row[0] for row in ties}
    kept = [
        {"id": node.id, "properties": dict.fromkeys(node.properties)}
        for node in nodes
        if node.id in tied
    ]
    if kept:
        transaction.run(
            statement("retire_nodes", marker=MARKER, labels=":".join(labels)), rows=kept
        )
    gone = [id_ for id_ in ids if id_ not in tied]
    transaction.run(statement("remove_nodes", marker=MARKER), ids=gone)


def _type(thing: Node | Relationship) -> str:
    return thing.type


def _put_type(put: _Put) -> str:
    return put.thing.type


def _by_type(things: Iterable[_T], kind_of: Callable[[_T], str]) -> list[tuple[str, list[_T]]]:
    found: dict[str, list[_T]] = defaultdict(list)
    for thing in things:
        found[kind_of(thing)].append(thing)
    return sorted(found.items())


def _batches(items: Sequence[_T]) -> Iterator[Sequence[_T]]:
    for start in range(0, len(items), BATCH):
        yield items[start : start + BATCH]
