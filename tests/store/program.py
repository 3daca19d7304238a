"""`python -m lichain` as a person runs it, against a given Neo4j."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass

from lichain.settings import Settings


@dataclass(frozen=True)
class Ended:
    code: int
    output: str
    errors: str

    @property
    def sentence(self) -> str:
        """The last line on standard error; a traceback fails the test."""
        assert "Traceback" not in self.errors, self.errors
        return self.errors.splitlines()[-1] if self.errors else ""


def lichain(settings: Settings, *arguments: str) -> Ended:
    """Runs the command line with these settings in its environment."""
    environment = {name: value for name, value in os.environ.items() if "NEO4J" not in name}
    environment |= {
        "NEO4J_URI": str(settings.uri),
        "NEO4J_USERNAME": settings.user,
        "NEO4J_DATABASE": settings.database,
        "LICHAIN_SETTINGS": os.devnull + "/none",
        "LICHAIN_LANG": "en",
        "LC_ALL": "C.UTF-8",
    }
    if settings.password:
        environment["NEO4J_PASSWORD"] = settings.password
    done = subprocess.run(
        [sys.executable, "-m", "lichain", *arguments],
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    return Ended(done.returncode, done.stdout, done.stderr)
