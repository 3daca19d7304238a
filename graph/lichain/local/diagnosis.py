"""Why a server ended while it started, from what it left in its log."""

from __future__ import annotations

import re

from lichain.errors import LocalError
from lichain.local.folder import Folder

_NOISE = re.compile(
    r"^\s*(at |\.\.\. \d+ more|File \"|\^+|Traceback|# Can't open|WARNING:|raise |During handling|$)"
)
_MEMORY = re.compile(
    r"OutOfMemoryError|Could not reserve enough space|insufficient memory|heap size|"
    r"Java Virtual Machine|Cannot allocate memory|initialization of VM"
)
_CAUSES = {
    re.compile(r"No space left on device"): "the disk is full; make room in {folder} and try again",
    re.compile(r"StoreLock|FileLockException|lock file has been locked"): (
        "another program has the data in {folder} open; stop it and try again"
    ),
    re.compile(r"UnsupportedFormatVersion|newer version|downgrade|Unknown store version"): (
        "the data in {folder} were written by another Neo4j version; "
        "set LICHAIN_HOME to another folder and load again"
    ),
    _MEMORY: (
        "Java could not start or ran out of memory; "
        "free some, or set LICHAIN_NEO4J_MEMORY to another size, such as 512m or 2g"
    ),
}
_PORT = re.compile(r"Address already in use|BindException")


class PortTakenError(LocalError):
    """A port that was free a moment ago was taken when Neo4j wanted it."""


def of(folder: Folder) -> LocalError:
    """The error that names the cause if it is a known one, the log and its last error line."""
    text = _text(folder)
    where = f"the log is {folder.log}, its last error: {_last_error(text)}"
    if _PORT.search(text):
        return PortTakenError(
            f"a port of the local Neo4j was taken while it started, try again; {where}"
        )
    for pattern, sentence in _CAUSES.items():
        if pattern.search(text):
            return LocalError(f"{sentence.format(folder=folder.path)}; {where}")
    return LocalError(f"the local Neo4j ended while it started; {where}")


def _text(folder: Folder) -> str:
    try:
        return folder.log.read_text(encoding="utf-8", errors="replace")[-200_000:]
    except OSError:
        return ""


def _last_error(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if not _NOISE.match(line)]
    telling = [
        line
        for line in lines
        if re.search(r"Caused by|Error|Exception|refused|[Ii]nsufficient", line)
    ]
    return (telling or lines or ["(it is empty)"])[-1][:300]
