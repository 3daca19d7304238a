"""Make the lock files again: `python -m lichain.local.relock [2026.08=RELEASE] [5.26=RELEASE]`.

jgo resolves each release afresh from its Maven repository, fetches every jar and pins what came.
Read the difference before you keep it.
"""

from __future__ import annotations

import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from lichain.local import download, jars, options
from lichain.local.jars import Jar

RELEASES = {"2026.08": "2026.08.1", "5.26": "5.26.30"}
BROWSER = "5.24.0"


def relock(version: str, release: str, repository: Path) -> str:
    """The text of the lock file for a release, whose jars are fetched into `repository`."""
    context = download.maven(repository, options.read().mirror)
    roots = (
        f"org.neo4j:neo4j:{release}",
        f"org.neo4j.app:neo4j-server:{release}",
        f"org.neo4j.client:neo4j-browser:{BROWSER}",
    )
    inputs, rest = context.resolver.resolve([context.create_dependency(root) for root in roots])
    with ThreadPoolExecutor(8) as pool:
        pinned = sorted(
            pool.map(
                _pin, {dependency.artifact.key: dependency for dependency in inputs + rest}.values()
            )
        )
    lines = [f"{jar} {jar.sha256}" for jar in pinned]
    return "\n".join([f"# Neo4j {release}, made by python -m lichain.local.relock", *lines, ""])


def _pin(dependency: Any) -> Jar:
    artifact = dependency.artifact
    fetched = Path(artifact.resolve())
    parts = (artifact.groupId, artifact.artifactId, artifact.version, artifact.classifier or "")
    return Jar(*parts, jars.digest(fetched))


def main(arguments: list[str]) -> None:
    """Write the lock files that the arguments name, or all."""
    wanted = dict(argument.split("=", 1) for argument in arguments) or RELEASES
    for version, release in wanted.items():
        with tempfile.TemporaryDirectory() as folder:
            text = relock(version, release, Path(folder))
        jars.lock_file(version).write_text(text, encoding="ascii", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
