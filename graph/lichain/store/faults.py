"""What the driver raises, as one plain sentence with the address and the fix."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from neo4j import exceptions

from lichain.errors import LichainError, QueryError, StoreError

_ERRNO = re.compile(r"\[Errno -?\d+\] ([^()]+)")


@contextmanager
def plainly(address: str) -> Iterator[None]:
    """Turns the driver's exceptions into StoreError or QueryError about `address`."""
    try:
        yield
    except LichainError:
        raise
    except (exceptions.Neo4jError, exceptions.DriverError) as fault:
        raise translated(fault, address) from fault
    except (OverflowError, UnicodeError) as fault:
        raise QueryError(
            f"a value cannot be sent to Neo4j ({_short(fault)}); correct it"
        ) from fault
    except (OSError, ValueError) as fault:
        raise StoreError(f"cannot talk to {address}: {_short(fault)}; check NEO4J_URI") from fault


def translated(fault: exceptions.Neo4jError | exceptions.DriverError, address: str) -> LichainError:
    """The error of ours for one of the driver's."""
    if isinstance(fault, exceptions.AuthError):
        return StoreError(
            f"{address} refused the user name or password; set NEO4J_USERNAME and NEO4J_PASSWORD"
        )
    if isinstance(fault, exceptions.IncompleteCommit):
        return StoreError(
            f"{address} went away while it was told to keep the changes, so that nobody knows whether "
            "it did; do the same again, which does no harm if it had"
        )
    if isinstance(fault, exceptions.ServiceUnavailable | exceptions.SessionExpired):
        return StoreError(
            f"Neo4j at {address} does not answer or went away ({_reason(fault)}); start it, or set NEO4J_URI"
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
    if "AccessMode" in code:
        return QueryError(f"the query writes, and a question may only read ({said})")
    if "DatabaseNotFound" in code:
        return StoreError(f"{address} has no such database ({said}); set NEO4J_DATABASE")
    if "CredentialsExpired" in code:
        return StoreError(
            f"{address} wants the password changed before anything else; change it in Neo4j Browser, "
            "then set NEO4J_PASSWORD"
        )
    if "Forbidden" in code or "ReadOnly" in code:
        return StoreError(
            f"{address} does not let us write ({said}); use a user or a member that may write"
        )
    if "too large to index" in said:
        return StoreError(f"{address} cannot index a text that long ({said}); shorten it")
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
    """What the server said, or what the driver wrote: its `message` is a code alone."""
    said = fault.message if isinstance(fault, exceptions.Neo4jError) else str(fault)
    return " ".join((said or type(fault).__name__).split())[:300].rstrip(".")


def _reason(fault: Exception) -> str:
    """Why there is no connection, without the driver's account of its attempts."""
    said = _short(fault)
    match = _ERRNO.search(said)
    return match[1] if match else said.partition(". ")[0]
