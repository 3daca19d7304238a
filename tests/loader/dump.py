"""Everything that stands in a database, in an order and form that two databases can share."""

from __future__ import annotations

import json
from typing import Any

from lichain.store import Store

Dump = dict[str, list[str]]

_NODES = "MATCH (n) WHERE NOT n:LichainLoad RETURN labels(n), properties(n), elementId(n)"
_LINKS = """MATCH (a)-[r]->(b) RETURN labels(a), properties(a), type(r), properties(r),
labels(b), properties(b), elementId(r)"""
_INDEXES = "SHOW INDEXES YIELD name, type, labelsOrTypes, properties, owningConstraint"
WIPE = "MATCH (n) DETACH DELETE n"


def dump(store: Store, *, handles: bool = False, indexes: bool = False) -> Dump:
    """All nodes and relationships, ours and others'; `handles` tells apart what was made anew."""
    cut = None if handles else -1
    found = {
        "nodes": sorted(_line(row[:cut]) for row in store.rows(_NODES)),
        "relationships": sorted(_line(row[:cut]) for row in store.rows(_LINKS)),
    }
    if indexes:
        found["indexes"] = sorted(_line(row) for row in store.rows(_INDEXES))
    return found


def _line(row: tuple[Any, ...]) -> str:
    values = [sorted(map(str, value)) if _labels(value) else value for value in row]
    return json.dumps(values, sort_keys=True, ensure_ascii=False)


def _labels(value: Any) -> bool:
    return isinstance(value, list)


def run(store: Store, *statements: str, **parameters: Any) -> None:
    """Somebody else's statements, each in a transaction of its own."""
    for text in statements:
        store.write(lambda transaction, text=text: transaction.run(text, **parameters))  # type: ignore[misc]
