"""Names looked up in the graph, by the same rules as in the tables."""

from __future__ import annotations

from lichain import resources
from lichain.identity import Match, NameIndex, Suggestion, fold, lookup_keys
from lichain.identity.names import Types
from lichain.identity.naming import named
from lichain.store import Store

_CANDIDATES = 50


class GraphNames:
    """A `Names` over a store: candidates come from its indexes, the decision from the rules in memory."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def exact(self, name: str, types: Types = None) -> tuple[Match, ...]:
        """One match for each node that `name` names by the strongest rule that finds any."""
        keys = [f"|{key}|" for key in lookup_keys(name)]
        return self._index("by_name_key", keys=keys).exact(name, types) if keys else ()

    def similar(self, name: str, types: Types = None, limit: int = 5) -> tuple[Suggestion, ...]:
        """Nodes with names that look like `name`, the likest first."""
        words = _full_text(name)
        if not words:
            return ()
        wanted = None if types is None else sorted(types)
        index = self._index("by_full_text", words=words, types=wanted, limit=_CANDIDATES)
        return index.similar(name, types, limit)

    def _index(self, query: str, **parameters: object) -> NameIndex:
        path = resources.folder("cypher") / "names" / f"{query}.cypher"
        rows = self._store.rows(path.read_text(encoding="utf-8"), **parameters)
        return NameIndex(named(node.id, node.type, node.properties) for (node,) in rows)


def _full_text(name: str) -> str:
    """Words for a full-text query; what Lucene would read as an operator is gone."""
    words = "".join(char if char.isalnum() else " " for char in name[:200])
    return " ".join([*words.lower().split(), fold(name)[:100]]).strip()
