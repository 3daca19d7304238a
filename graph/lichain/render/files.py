"""Files written whole or not at all, and refused before the work is done rather than after it."""

from __future__ import annotations

import secrets
from contextlib import suppress
from pathlib import Path

from lichain.errors import InputError


def check_target(path: Path, *, thing: str, example: str) -> None:
    """InputError where `thing`, a map or a graph, cannot become the file `path`."""
    try:
        if not path.parent.is_dir():
            raise InputError(
                f"{path}: the folder {path.parent} does not exist; create it or name another file for the {thing}"
            )
        if path.is_dir():
            raise InputError(
                f"{path} is a folder; name a file in it for the {thing}, such as {path / example}"
            )
        if path.exists() and not path.is_file():
            raise InputError(f"{path} is not a plain file; name another file for the {thing}")
    except (OSError, ValueError) as error:
        raise _cannot(path, error, thing) from error


def replace(path: Path, content: bytes, *, thing: str) -> None:
    """Writes `content` to `path`, in place of what is there; InputError where that cannot be done."""
    try:
        target = path.resolve()
        draft = target.parent / f".lichain-{secrets.token_hex(6)}.tmp"
        try:
            with draft.open("xb") as file:
                file.write(content)
            draft.replace(target)
        finally:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
    except (OSError, ValueError) as error:
        raise _cannot(path, error, thing) from error


def _cannot(path: Path, error: OSError | ValueError, thing: str) -> InputError:
    why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return InputError(
        f"{path}: the {thing} cannot be written here ({why}); name a file in a folder you may write to"
    )
