"""Cells that name a node: an id, or any name by which identity knows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lichain.errors import UnknownName
from lichain.identity import NameIndex, resolve
from lichain.schema import Schema
from lichain.seed.faults import Faults
from lichain.seed.table import Row


@dataclass(slots=True)
class References:
    """Resolves cells; `types` is every node's type by id, `retired` old ids to new ones."""

    schema: Schema
    types: Mapping[str, str]
    retired: Mapping[str, str]
    names: NameIndex
    _known: dict[tuple[str, tuple[str, ...]], str] = field(default_factory=dict)

    def read(self, row: Row, column: str, allowed: Iterable[str], faults: Faults) -> str | None:
        """The id that the cell means among nodes of the `allowed` types, or None with a fault."""
        text = row.get(column)
        if not text:
            faults.add(row.file, row.line, column, "is empty; name a node by its id or name")
            return None
        return self.resolve(row, column, text, tuple(allowed), faults)

    def resolve(
        self, row: Row, column: str, text: str, allowed: tuple[str, ...], faults: Faults
    ) -> str | None:
        """The id that `text` means; an id given outright costs one look-up."""
        text = self.retired.get(text, text)
        types = frozenset().union(*(self.schema.subtypes(name) for name in allowed))
        if self.types.get(text) in types:
            return text
        if (text, allowed) not in self._known:
            try:
                self._known[text, allowed] = resolve(
                    self.names, text, types, what=" or ".join(allowed)
                ).id
            except UnknownName as fault:
                faults.add(row.file, row.line, column, str(fault))
                return None
        return self._known[text, allowed]
