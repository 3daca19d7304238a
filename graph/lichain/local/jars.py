"""The jars of one Neo4j release: pinned in a lock file, kept in a cache, checked at each start.

A lock file has one line per jar, `group:artifact:version[:classifier] sha256`. jgo fetches what
is missing; a fetched jar enters the cache only when its sha256 is the locked one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from lichain.errors import LocalError

_HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True, order=True)
class Jar:
    """One line of a lock file; `classifier` is empty for most."""

    group: str
    artifact: str
    version: str
    classifier: str
    sha256: str

    def __str__(self) -> str:
        parts = (self.group, self.artifact, self.version, self.classifier)
        return ":".join(part for part in parts if part)

    @property
    def path(self) -> Path:
        """Where Maven's layout puts it, relative to a repository's root."""
        tail = f"-{self.classifier}" if self.classifier else ""
        name = f"{self.artifact}-{self.version}{tail}.jar"
        return Path(*self.group.split("."), self.artifact, self.version, name)


def lock_file(version: str) -> Path:
    """The lock file of `2026.08` or `5.26`."""
    return _HERE / f"neo4j-{version}.lock"


def locked(version: str) -> tuple[Jar, ...]:
    """The jars of a version, sorted, as its lock file pins them."""
    return tuple(_parse(lock_file(version).read_text(encoding="ascii").splitlines()))


def _parse(lines: Iterable[str]) -> Iterable[Jar]:
    for line in lines:
        if line and not line.startswith("#"):
            coordinate, sha256 = line.split()
            group, artifact, version, *classifier = coordinate.split(":")
            yield Jar(group, artifact, version, "".join(classifier), sha256)


def release(jars: Iterable[Jar]) -> str:
    """The exact Neo4j release among the jars."""
    return next(jar.version for jar in jars if (jar.group, jar.artifact) == ("org.neo4j", "neo4j"))


def digest(path: Path) -> str:
    """The sha256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def missing(jars: Iterable[Jar], store: Path) -> list[Jar]:
    """Jars that are not in the store; a damaged one is removed and named in a LocalError."""
    absent: list[Jar] = []
    damaged: list[Jar] = []
    jars = tuple(jars)
    with ThreadPoolExecutor(4) as pool:
        for jar, found in zip(
            jars, pool.map(lambda jar: _digest_or_none(store / jar.path), jars), strict=True
        ):
            if found is None:
                absent.append(jar)
            elif found != jar.sha256:
                damaged.append(jar)
    for jar in damaged:
        (store / jar.path).unlink(missing_ok=True)
    if damaged:
        raise LocalError(
            f"{store / damaged[0].path}: the jar {damaged[0]}"
            f"{f' and {len(damaged) - 1} more' if damaged[1:] else ''} "
            "was not as the lock file pins it and was removed; run the command again to fetch it"
        )
    return absent


def _digest_or_none(path: Path) -> str | None:
    try:
        return digest(path)
    except FileNotFoundError:
        return None
