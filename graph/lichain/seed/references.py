"""Cells that name a node: an id, or any name by which identity knows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from lichain.errors import UnknownName
from lichain.identity import NameIndex, resolve
from lichain.schema import Schema
from lichain.seed.faults import Faults
from lichain.seed.ids import Ids
from lichain.seed.table import Row

_Asked = tuple[str, tuple[str, ...]]


@dataclass(slots=True)
class References:
    """Resolves cells to ids."""

    schema: Schema
    ids: Ids
    names: NameIndex
    _answers: dict[_Asked, str | UnknownName] = field(default_factory=dict)

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
        text = self.ids.now(text)
        types = frozenset().union(*(self.schema.subtypes(name) for name in allowed))
        if self.ids.types.get(text) in types:
            return text
        if (text, allowed) not in self._answers:
            self._answers[text, allowed] = self._ask(text, types, allowed)
        answer = self._answers[text, allowed]
        if isinstance(answer, str):
            return answer
        if types & self.ids.unread:
            faults.follow()
        else:
            faults.add(row.file, row.line, column, str(answer))
        return None

    def _ask(self, text: str, types: frozenset[str], allowed: tuple[str, ...]) -> str | UnknownName:
        try:
            return resolve(self.names, text, types, what=" or ".join(allowed)).id
        except UnknownName as fault:
            return fault
