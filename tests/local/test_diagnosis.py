from pathlib import Path

import pytest

from lichain.local import diagnosis
from lichain.local.folder import Folder


@pytest.mark.parametrize(
    ("log", "said"),
    [
        ("", "ended while it started"),
        ("Error: Could not reserve enough space for object heap", "LICHAIN_NEO4J_MEMORY"),
        ("java.lang.OutOfMemoryError: Java heap space", "LICHAIN_NEO4J_MEMORY"),
        ("java.io.IOException: No space left on device", "the disk is full"),
        ("Caused by: java.net.BindException: Address already in use", "port"),
        (
            "Caused by: org.neo4j.kernel.internal.locker.FileLockException: Lock file",
            "another program",
        ),
        ("Caused by: java.lang.Exception: odd\n\tat x.Y(Z.java:1)\n", "odd"),
    ],
)
def test_cause(tmp_path: Path, log: str, said: str) -> None:
    folder = Folder(tmp_path)
    folder.log.write_text(log)
    message = str(diagnosis.of(folder))
    assert said in message
    assert str(folder.log) in message
    assert "\n" not in message


def test_last_error_is_told_not_its_trace(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.log.write_text(
        "started\nX: Error: first\n\tat a\nCaused by: B: last\n\tat c\n\t... 12 more\n"
    )
    assert str(diagnosis.of(folder)).endswith("its last error: Caused by: B: last")


def test_no_log_at_all(tmp_path: Path) -> None:
    assert "(it is empty)" in str(diagnosis.of(Folder(tmp_path)))
