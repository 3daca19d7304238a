"""The documents that claims point into, where a folder of them is at hand."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from lichain.errors import InputError
from lichain.model import Claim, Node
from lichain.seed.evidence import SPAN, Problem


@dataclass(slots=True)
class Documents:
    """A folder of documents, each read once."""

    folder: Path
    _read: dict[str, bytes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.folder.is_dir():
            raise InputError(
                f"{self.folder} is no folder; name the folder that holds the documents"
            )

    def text(self, file: str) -> str:
        """The document as characters; InputError where it is missing or not UTF-8."""
        try:
            return self._bytes(file).decode()
        except UnicodeDecodeError as fault:
            raise InputError(
                f"{self.folder / file} is not UTF-8 at byte {fault.start}; use the document as it was"
            ) from fault

    def problem(self, source: Node) -> Problem | None:
        """What is wrong with the file of `source` as a whole, and in which column it stands."""
        file, written = str(source.properties["file"]), source.properties.get("sha256")
        try:
            found = hashlib.sha256(self._bytes(file)).hexdigest()
            self.text(file)
        except InputError as fault:
            return "file", f"{source.id}: {fault}"
        if found != written:
            fix = "use the document as it was, or correct the hash and every span in it"
            return "sha256", f"{source.id}: {file} has changed: {found}, not {written}; {fix}"
        return None

    def _bytes(self, file: str) -> bytes:
        if file not in self._read:
            try:
                self._read[file] = (self.folder / file).read_bytes()
            except OSError as fault:
                raise InputError(
                    f"{self.folder / file} cannot be read ({fault.strerror}); name the folder that holds it"
                ) from fault
        return self._read[file]


def span_of(claim: Claim) -> tuple[int, int] | None:
    """First character and the one after the last, or None for a page, a row and the like."""
    span = SPAN.fullmatch(claim.locator)
    return (int(span[1]), int(span[2])) if span else None


def span_problem(text: str, file: str, claim: Claim) -> Problem | None:
    """Why the claim's span is not what was read, and in which column; None where it is."""
    start, end = span_of(claim) or (0, 0)
    if end > len(text):
        fix = "correct the span, or use the document as it was"
        return "locator", f"{claim.locator!r} runs past the end of {file} at {len(text)}; {fix}"
    found = hashlib.sha256(text[start:end].encode()).hexdigest()
    if found != claim.sha256:
        fix = "correct the span or its hash, or use the document as it was"
        message = f"{claim.sha256} is not that of {file} at {claim.locator}, which is {found}"
        return "sha256", f"{message}; {fix}"
    return None
