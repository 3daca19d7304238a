"""What the driver raises, as one plain sentence with the address and the fix."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from neo4j import exceptions

from lichain.errors import LichainError, QueryError, ServerGone, StoreError

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
            f"a value cannot be sent to Neo4j ({_short(fault)}); correct it",
            f"有一个值无法发送给 Neo4j（{_short(fault)}）；请改正",
        ) from fault
    except (OSError, ValueError) as fault:
        raise StoreError(
            f"cannot talk to {address}: {_short(fault)}; check NEO4J_URI",
            f"无法与 {address} 通信：{_short(fault)}；请检查 NEO4J_URI",
        ) from fault


def translated(fault: exceptions.Neo4jError | exceptions.DriverError, address: str) -> LichainError:
    """The error of ours for one of the driver's."""
    if isinstance(fault, exceptions.AuthError):
        return StoreError(
            f"{address} refused the user name or password; set NEO4J_USERNAME and NEO4J_PASSWORD",
            f"{address} 拒绝了用户名或密码；请设置 NEO4J_USERNAME 和 NEO4J_PASSWORD",
        )
    if isinstance(fault, exceptions.IncompleteCommit):
        return StoreError(
            f"{address} went away while it was told to keep the changes, so that nobody knows whether "
            "it did; do the same again, which does no harm if it had",
            f"{address} 在提交更改时断开，无法得知更改是否已保存；请再做一次，即使已保存也无妨",
        )
    if isinstance(fault, exceptions.ServiceUnavailable | exceptions.SessionExpired):
        return ServerGone(
            f"Neo4j at {address} does not answer or went away ({_reason(fault)}); start it, or set NEO4J_URI",
            f"{address} 的 Neo4j 没有响应或已断开（{_reason(fault)}）；请启动它，或设置 NEO4J_URI",
        )
    if isinstance(fault, exceptions.ConfigurationError):
        return StoreError(
            f"{address} is not an address of a Neo4j ({_short(fault)}); write neo4j://host:7687",
            f"{address} 不是 Neo4j 的地址（{_short(fault)}）；请写成 neo4j://host:7687",
        )
    if isinstance(fault, exceptions.Neo4jError):
        return _server_said(fault, address)
    return StoreError(
        f"the connection to {address} failed: {_short(fault)}; try again",
        f"与 {address} 的连接出错：{_short(fault)}；请重试",
    )


def _server_said(fault: exceptions.Neo4jError, address: str) -> LichainError:
    code, said = fault.code or "", _short(fault)
    if "AccessMode" in code:
        return QueryError(
            f"the query writes, and a question may only read ({said})",
            f"该查询会写入数据，而提问只能读取（{said}）",
        )
    if "DatabaseNotFound" in code:
        return StoreError(
            f"{address} has no such database ({said}); set NEO4J_DATABASE",
            f"{address} 没有这个数据库（{said}）；请设置 NEO4J_DATABASE",
        )
    if "CredentialsExpired" in code:
        return StoreError(
            f"{address} wants the password changed before anything else; change it in Neo4j Browser, "
            "then set NEO4J_PASSWORD",
            f"{address} 要求先修改密码；请在 Neo4j Browser 中修改，再设置 NEO4J_PASSWORD",
        )
    if "Forbidden" in code or "ReadOnly" in code:
        return StoreError(
            f"{address} does not let us write ({said}); use a user or a member that may write",
            f"{address} 不允许写入（{said}）；请换用可写入的用户或集群成员",
        )
    if "too large to index" in said:
        return StoreError(
            f"{address} cannot index a text that long ({said}); shorten it",
            f"{address} 无法为这么长的文本建立索引（{said}）；请缩短文本",
        )
    if "ConstraintCreationFailed" in code or "ConstraintValidationFailed" in code:
        return StoreError(
            f"{address} holds nodes that clash with ours ({said}); remove or relabel them, then load again",
            f"{address} 中有与本图谱冲突的节点（{said}）；请删除它们或更换标签，再重新加载",
        )
    if "no such fulltext schema index" in said:
        return StoreError(
            f"{address} holds no graph of ours yet; run `lichain load`",
            f"{address} 中还没有本图谱；请运行 `lichain load`",
        )
    if "TimedOut" in code or "Terminated" in code:
        return QueryError(
            f"the query took too long and was stopped ({said}); narrow it, or raise --timeout",
            f"查询耗时过长，已被中止（{said}）；请缩小范围，或调大 --timeout",
        )
    if "OutOfMemory" in code or "MemoryPool" in code:
        return StoreError(
            f"Neo4j at {address} ran out of memory ({said}); give it more, or narrow the query",
            f"{address} 的 Neo4j 内存不足（{said}）；请增加内存，或缩小查询范围",
        )
    if code.startswith(("Neo.ClientError.Statement", "Neo.ClientError.Procedure")):
        return QueryError(f"Neo4j does not accept the query: {said}", f"Neo4j 不接受该查询：{said}")
    return StoreError(
        f"Neo4j at {address} refused: {said}", f"{address} 的 Neo4j 拒绝了请求：{said}"
    )


def _short(fault: Exception) -> str:
    """What the server said, or what the driver wrote: its `message` is a code alone."""
    said = fault.message if isinstance(fault, exceptions.Neo4jError) else str(fault)
    return " ".join((said or type(fault).__name__).split())[:300].rstrip(".")


def _reason(fault: Exception) -> str:
    """Why there is no connection, without the driver's account of its attempts."""
    said = _short(fault)
    if "defunct connection" in said:
        return "the connection broke"
    match = _ERRNO.search(said)
    return match[1] if match else said.partition(". ")[0]
