"""The folder of one server: one per Neo4j version, so that their data never mix."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from lichain.errors import LocalError
from lichain.settings import Settings


@dataclass(frozen=True, slots=True)
class Folder:
    """Names the files of the server in `path`; nothing is written before `make`."""

    path: Path

    @classmethod
    def of(cls, settings: Settings) -> Folder:
        """The folder for the version that the settings ask for."""
        return cls(settings.home / f"neo4j-{settings.local_version}")

    @property
    def state(self) -> Path:
        """What the running server says of itself; gone after a clean stop."""
        return self.path / "state.json"

    @property
    def alive(self) -> Path:
        """Locked by the server for as long as its process lives."""
        return self.path / "alive.lock"

    @property
    def starting(self) -> Path:
        """Locked by whoever starts or stops the server."""
        return self.path / "start.lock"

    @property
    def stop(self) -> Path:
        """Its appearance asks the server to stop; works the same on every system."""
        return self.path / "stop"

    @property
    def log(self) -> Path:
        """What the server's process prints; the run before it is in `server.log.1`."""
        return self.path / "server.log"

    @property
    def password_file(self) -> Path:
        """The generated password, readable by its owner only."""
        return self.path / "password"

    @property
    def reset(self) -> Path:
        """Says that the databases still have another password than the file."""
        return self.path / "password.reset"

    @property
    def release_file(self) -> Path:
        """The exact Neo4j release that last ran on this data."""
        return self.path / "release"

    @property
    def web(self) -> Path:
        """Neo4j Browser's own files, unpacked, and the pages for it beside them."""
        return self.path / "web"

    @property
    def pages(self) -> Path:
        """What is served as `/browser/lichain/`."""
        return self.web / "browser" / "lichain"

    @property
    def has_data(self) -> bool:
        """Whether a Neo4j has ever made its databases here."""
        return (self.path / "data" / "databases" / "system").is_dir()

    def make(self) -> None:
        """Create the folder for its owner only; LocalError where that cannot be."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.path.mkdir(mode=0o700, exist_ok=True)
            probe = self.path / f".probe-{os.getpid()}"
            probe.touch()
            probe.unlink(missing_ok=True)
        except OSError as fault:
            raise LocalError(
                f"{self.path}: the folder of the local Neo4j cannot be written ({fault.strerror}); "
                "free it or set LICHAIN_HOME to another one"
            ) from fault

    def password(self) -> str:
        """The password; OSError where there is none yet."""
        return self.password_file.read_text(encoding="ascii").strip()

    def ensure_password(self) -> bool:
        """Generate a password if there is none, and say so."""
        import secrets  # slow to load, and rarely needed

        try:
            if self.password():
                return False
        except FileNotFoundError:
            pass
        if self.has_data:
            self.reset.touch()
        self.password_file.unlink(missing_ok=True)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
        with os.fdopen(os.open(self.password_file, flags, 0o600), "w", encoding="ascii") as file:
            file.write(secrets.token_hex(20) + "\n")
        return True

    def check_release(self, release: str) -> None:
        """LocalError where the data were written by a newer Neo4j, or one of another series."""
        try:
            found = self.release_file.read_text(encoding="ascii").strip()
        except FileNotFoundError:
            return
        numbers, ours = _numbers(found), _numbers(release)
        if numbers[:2] != ours[:2] or numbers > ours:
            raise LocalError(
                f"{self.path}: Neo4j {found} wrote these data and this lichain runs {release}; "
                "get a newer lichain, or set LICHAIN_HOME to another folder and load again"
            )


def _numbers(release: str) -> tuple[int, ...]:
    return tuple(int(part) for part in release.split(".") if part.isdigit())
