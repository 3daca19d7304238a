"""What `up` and `down` report while they work: English text that carries its Chinese twin."""

from __future__ import annotations

from collections.abc import Callable

from lichain.errors import Sentence

Progress = Callable[[str], None]


def silent(_message: str) -> None:
    """Report nothing."""


def downloading(done: int, total: int, release: str) -> Sentence:
    """How many of the jars are there."""
    return Sentence(
        f"downloading Neo4j {release} (once): {done} of {total} files",
        f"正在下载 Neo4j {release}(仅首次):{done}/{total} 个文件",
    )


def starting(release: str) -> Sentence:
    """Said once, when the process is started."""
    return Sentence(f"starting Neo4j {release} …", f"正在启动 Neo4j {release} …")


def started(release: str, seconds: float) -> Sentence:
    """Said once, when it answers."""
    return Sentence(
        f"Neo4j {release} is up after {seconds:.1f} s",
        f"Neo4j {release} 已启动，用时 {seconds:.1f} 秒",
    )


WAITING = Sentence(
    "another lichain is starting or stopping the local Neo4j; waiting for it",
    "另一个 lichain 正在启动或停止本地 Neo4j,请稍候",
)
CRASHED = Sentence(
    "the local Neo4j had ended without a clean stop; starting it again",
    "本地 Neo4j 上次未正常停止，正在重新启动",
)
STOPPING = Sentence("stopping the local Neo4j …", "正在停止本地 Neo4j …")
KILLED = Sentence(
    "the local Neo4j did not stop when asked, so its process was ended",
    "本地 Neo4j 未响应停止请求，已强制结束其进程",
)
