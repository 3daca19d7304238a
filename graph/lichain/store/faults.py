"""What the driver raises, as one plain sentence with the address and the fix."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from neo4j import exceptions

from lichain.errors import LichainError, QueryError, StoreError


@contextmanager
def plainly(address: str) -> Iterator[None]:
    """Turns the driver's exceptions into StoreError or QueryError about `address`."""
    try:
        yield
    except LichainError:
        raise
    except (exceptions.Neo4jError, exceptions.DriverError) as fault:
        raise _translated(fault, address) from fault
    except (OSError, ValueError) as fault:
        raise StoreError(f"cannot talk to {address}: {_short(fault)}; check NEO4J_URI") from fault


def _translated(fault: Exception, address: str) -> LichainError:
    if isinstance(fault, exceptions.AuthError):
        return StoreError(
            f"{address} refused the user name or password; set NEO4J_USERNAME and NEO4J_PASSWORD"
        )
    if isinstance(fault, exceptions.ServiceUnavailable | exceptions.SessionExpired):
        return StoreError(
            f"Neo4j at {address} does not answer or went away ({_short(fault)}); start it, or set NEO4J_URI"
        )
    if isinstance(fault, exceptions.ConfigurationError):
        return StoreError(
            f"{address} is not an address of a Neo4j ({_short(fault)}); write neo4j://host:7687"
        )
    if isinstance(fault, exceptions.Neo4jError):
        return _server_said(fault, address)
    return StoreError(f"the connection to {address} failed: {_short(fault)}; try again")


def _server_said(fault: exceptions.Neo4jError, address: str) -> LichainError:
    code, said = fault.code or "", _short(fault)
    if "DatabaseNotFound" in code:
        return StoreError(f"{address} has no such database ({said}); set NEO4J_DATABASE")
    if (
        "AccessMode" in code
        or "Forbidden" in code
        or "ReadOnly" in code
        or "WriteOnReadOnly" in code
    ):
        return StoreError(
            f"{address} does not let us write ({said}); use a user or a member that may write"
        )
    if "ConstraintCreationFailed" in code or "ConstraintValidationFailed" in code:
        return StoreError(
            f"{address} holds nodes that clash with ours ({said}); remove or relabel them, then load again"
        )
    if "no such fulltext schema index" in said:
        return StoreError(f"{address} holds no graph of ours yet; run `lichain load`")
    if "TimedOut" in code or "Terminated" in code:
        return QueryError(
            f"the query took too long and was stopped ({said}); narrow it, or raise --timeout"
        )
    if "OutOfMemory" in code or "MemoryPool" in code:
        return StoreError(
            f"Neo4j at {address} ran out of memory ({said}); give it more, or narrow the query"
        )
    if code.startswith(("Neo.ClientError.Statement", "Neo.ClientError.Procedure")):
        return QueryError(f"Neo4j does not accept the query: {said}")
    return StoreError(f"Neo4j at {address} refused: {said}")


def _short(fault: Exception) -> str:
    text = getattr(fault, "message", None) or str(fault) or type(fault).__name__
    return " ".join(text.split())[:300].rstrip(".")
