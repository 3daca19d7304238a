"""What `up` and `down` report while they work: English text that carries its Chinese twin."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str], None]


class Message(str):
    """English as a plain string; `zh` is the same in Chinese."""

    __slots__ = ("zh",)

    zh: str

    def __new__(cls, english: str, chinese: str) -> Message:
        """Keep the Chinese beside the English."""
        message = super().__new__(cls, english)
        message.zh = chinese
        return message


def silent(_message: str) -> None:
    """Report nothing."""


def downloading(done: int, total: int, release: str) -> Message:
    """How many of the jars are there."""
    return Message(
        f"downloading Neo4j {release} (once): {done} of {total} files",
        f"正在下载 Neo4j {release}(仅首次):{done}/{total} 个文件",
    )


def starting(release: str) -> Message:
    """Said once, when the process is started."""
    return Message(f"starting Neo4j {release} …", f"正在启动 Neo4j {release} …")


def started(release: str, seconds: float) -> Message:
    """Said once, when it answers."""
    return Message(
        f"Neo4j {release} is up after {seconds:.1f} s",
        f"Neo4j {release} 已启动,用时 {seconds:.1f} 秒",
    )


WAITING = Message(
    "another lichain is starting or stopping the local Neo4j; waiting for it",
    "另一个 lichain 正在启动或停止本地 Neo4j,请稍候",
)
CRASHED = Message(
    "the local Neo4j had ended without a clean stop; starting it again",
    "本地 Neo4j 上次未正常停止,正在重新启动",
)
STOPPING = Message("stopping the local Neo4j …", "正在停止本地 Neo4j …")
KILLED = Message(
    "the local Neo4j did not stop when asked, so its process was ended",
    "本地 Neo4j 未响应停止请求,已强制结束其进程",
)
