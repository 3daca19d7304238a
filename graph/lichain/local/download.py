"""Fetching jars with jgo into the cache, each checked before it gets there."""

from __future__ import annotations

import errno
import shutil
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import Any

from lichain.errors import LocalError
from lichain.local import jars as jar_files
from lichain.local import lock, messages
from lichain.local.jars import Jar
from lichain.local.messages import Progress

_ROOM = 400 * 2**20
_TRIES = 3
_AT_ONCE = 8
_REPORT_EVERY = 20


def class_path(version: str, cache: Path, mirror: str | None, progress: Progress) -> list[Path]:
    """The jars of a version, fetched where missing; needs no network once they are there."""
    jars = jar_files.locked(version)
    store = cache / "jars"
    if jar_files.missing(jars, store):
        _make(store)
        with lock.hold(
            cache / "fetch.lock", seconds=3600, on_wait=lambda: progress(messages.WAITING)
        ):
            _fetch(jars, cache, mirror, progress)
    return [store / jar.path for jar in jars]


def _make(store: Path) -> None:
    try:
        store.mkdir(parents=True, exist_ok=True)
        free = shutil.disk_usage(store).free
    except OSError as fault:
        raise LocalError(
            f"{store}: the jars of Neo4j cannot be kept there ({fault.strerror}); "
            "free the folder or set LICHAIN_CACHE to another one"
        ) from fault
    if free < _ROOM:
        raise LocalError(
            f"{store}: {free // 2**20} MB are free and Neo4j's jars need up to {_ROOM // 2**20}; "
            "make room or set LICHAIN_CACHE to a folder on another disk"
        )


def _fetch(jars: tuple[Jar, ...], cache: Path, mirror: str | None, progress: Progress) -> None:
    store, incoming = cache / "jars", cache / "incoming"
    absent = jar_files.missing(jars, store)  # another process may have fetched them meanwhile
    shutil.rmtree(incoming, ignore_errors=True)
    context = maven(incoming, mirror)
    name, done = jar_files.release(jars), len(jars) - len(absent)
    pool = ThreadPoolExecutor(_AT_ONCE)
    try:
        for job in as_completed([pool.submit(_fetch_one, jar, context, store) for jar in absent]):
            job.result()
            done += 1
            if done % _REPORT_EVERY == 0 or done == len(jars):
                progress(messages.downloading(done, len(jars), name))
    finally:
        pool.shutdown(cancel_futures=True)
        shutil.rmtree(incoming, ignore_errors=True)


def maven(repository: Path, mirror: str | None) -> Any:
    """jgo's Maven context that downloads into `repository`, from Maven Central or a mirror."""
    from jgo.maven import MavenContext

    remote = {"mirror": mirror.rstrip("/")} if mirror else None
    return MavenContext(repo_cache=repository, remote_repos=remote, timeout=60)


def _fetch_one(jar: Jar, context: Any, store: Path) -> None:
    artifact = (
        context.project(jar.group, jar.artifact)
        .at_version(jar.version)
        .artifact(jar.classifier, "jar")
    )
    for attempt in range(_TRIES):
        try:
            fetched = Path(artifact.resolve())
        except (OSError, RuntimeError) as fault:  # what requests and jgo raise
            _give_up(jar, fault, store, last=attempt == _TRIES - 1)
            artifact.cached_path.unlink(missing_ok=True)
            continue
        if jar_files.digest(fetched) == jar.sha256:
            target = store / jar.path
            target.parent.mkdir(parents=True, exist_ok=True)
            fetched.replace(target)
            return
        fetched.unlink()
    raise LocalError(
        f"the jar {jar} came over the network other than the lock file pins it, {_TRIES} times; "
        "try again later, from another network or without a mirror (LICHAIN_MAVEN_MIRROR)"
    )


def _give_up(jar: Jar, fault: Exception, store: Path, *, last: bool) -> None:
    if isinstance(fault, OSError) and fault.errno == errno.ENOSPC:
        raise LocalError(
            f"{store}: the disk is full; make room or set LICHAIN_CACHE to a folder on another disk"
        ) from fault
    if last:
        raise LocalError(
            f"the jar {jar} could not be downloaded ({type(fault).__name__}); check the network "
            "(a proxy goes in HTTPS_PROXY, a mirror in LICHAIN_MAVEN_MIRROR) and try again"
        ) from fault
