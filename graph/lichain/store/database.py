"""One Neo4j database: reads marked READ, writes in managed transactions, bookmarks shared."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any, TypeVar

import neo4j

from lichain.errors import StoreError
from lichain.store import values
from lichain.store.faults import plainly, translated

_T = TypeVar("_T")
_OLDEST = (5, 26)
_SECONDS = 60.0
_SECONDS_FOR_ALL = 3600.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What a read gave: column names, and rows in the program's own types."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


class Transaction:
    """A write transaction in progress; nothing of it shows to others until it commits."""

    def __init__(self, transaction: neo4j.ManagedTransaction) -> None:
        self._transaction = transaction

    def rows(self, cypher: str, **parameters: Any) -> Iterator[tuple[Any, ...]]:
        """The rows of a statement, streamed."""
        for record in self._transaction.run(cypher, parameters):
            yield tuple(values.plain(item) for item in record.values())

    def run(self, cypher: str, **parameters: Any) -> None:
        """Runs a statement for its effect."""
        self._transaction.run(cypher, parameters).consume()


class Store:
    """A database on a server; close it, or use it in a `with` statement."""

    def __init__(self, driver: neo4j.Driver, address: str, database: str) -> None:
        self._driver = driver
        self.address = address
        self._database = database
        self._bookmarks = neo4j.GraphDatabase.bookmark_manager()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Gives the connections back."""
        self._driver.close()

    def version(self) -> str:
        """The server's version, such as 2026.08.1; StoreError where it is older than 5.26."""
        with plainly(self.address):
            agent = self._driver.get_server_info().agent
        version = agent.rpartition("/")[2]
        try:
            known = tuple(int(part) for part in version.split(".")[:2])
        except ValueError:
            return version
        if known < _OLDEST:
            raise StoreError(
                f"{self.address} runs Neo4j {version}; lichain needs 5.26 or later, upgrade the server"
            )
        return version

    def read(
        self, cypher: str, parameters: Mapping[str, Any] | None = None, seconds: float = _SECONDS
    ) -> Answer:
        """The rows of a reading statement; raises QueryError when it takes longer than `seconds`."""

        def work(transaction: neo4j.ManagedTransaction) -> Answer:
            result = transaction.run(cypher, dict(parameters or {}))
            rows = tuple(tuple(values.plain(item) for item in record.values()) for record in result)
            return Answer(tuple(result.keys()), rows)

        timed = neo4j.unit_of_work(timeout=seconds)(work)
        with plainly(self.address), self._session(neo4j.READ_ACCESS) as session:
            try:
                return session.execute_read(timed)
            except neo4j.exceptions.IncompleteCommit:  # which matters to writes alone
                return session.execute_read(timed)

    def rows(self, cypher: str, **parameters: Any) -> tuple[tuple[Any, ...], ...]:
        """The rows of a reading statement, without their column names."""
        return self.read(cypher, parameters, _SECONDS_FOR_ALL).rows

    def write(self, work: Callable[[Transaction], _T]) -> _T:
        """Runs `work` in one transaction, again from its start where Neo4j asks for a retry."""

        def once(transaction: neo4j.ManagedTransaction) -> _T:
            try:
                return work(Transaction(transaction))
            except neo4j.exceptions.ForbiddenOnReadOnlyDatabase as fault:
                raise translated(fault, self.address) from fault  # it will not pass: no retry

        with plainly(self.address), self._session(neo4j.WRITE_ACCESS) as session:
            return session.execute_write(once)

    def change_schema(self, statements: list[str]) -> None:
        """Runs statements that make constraints and indexes, in a transaction of their own."""

        def work(transaction: Transaction) -> None:
            for text in statements:
                transaction.run(text)

        self.write(work)

    def _session(self, access: str) -> neo4j.Session:
        return self._driver.session(
            database=self._database, default_access_mode=access, bookmark_manager=self._bookmarks
        )
