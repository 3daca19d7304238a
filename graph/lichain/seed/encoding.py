"""From the bytes of a file to its text, or to the line at which it is no text."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from lichain.seed.faults import Faults

_LARGEST_FILE = 512 * 1024 * 1024
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_BREAK = re.compile(r"\r\n|\r|\n")


def decode(path: Path, file: str, faults: Faults) -> str | None:
    """The text of `path`, a byte-order mark aside; None with a fault where it is not UTF-8 or UTF-16."""
    raw = _bytes(path, file, faults)
    if raw is None:
        return None
    wide = raw.startswith(_UTF16)
    try:
        text = raw.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as fault:
        before = raw[: fault.start].decode("utf-16" if wide else "utf-8", "replace")
        hint = "is damaged UTF-16" if wide else f"is not UTF-8{_guess(raw)}"
        faults.add(
            file,
            line_at(before),
            "",
            f"byte 0x{raw[fault.start]:02x} {hint}; save the file as UTF-8",
        )
        return None
    if "\0" in text:
        message = "holds a NUL character; remove it, or save the file as UTF-8 if it is UTF-16"
        faults.add(file, line_at(text[: text.index("\0")]), "", message)
        return None
    return text


def line_at(before: str) -> int:
    """The line that follows the text `before`; CRLF, CR and LF each end one."""
    return sum(1 for _ in _BREAK.finditer(before)) + 1


def _bytes(path: Path, file: str, faults: Faults) -> bytes | None:
    try:
        if path.is_dir():
            faults.add(file, 0, "", "is a folder, not a table; move it away")
        elif path.stat().st_size > _LARGEST_FILE:
            faults.add(file, 0, "", f"is larger than {_LARGEST_FILE >> 20} MiB; split it")
        else:
            return path.read_bytes()
    except OSError as fault:
        reason = fault.strerror or type(fault).__name__
        faults.add(file, 0, "", f"cannot be read: {reason}; make it a file that you may read")
    return None


def _guess(raw: bytes) -> str:
    """What the file may be instead; a guess, which a person must judge."""
    if b"\0" in raw:
        return " (it may be UTF-16 without a byte-order mark)"
    try:
        raw.decode("gb18030")
    except UnicodeDecodeError:
        return " (it may be Latin-1, Windows-1252 or damaged)"
    return " (it may be GB18030 or GBK)"
