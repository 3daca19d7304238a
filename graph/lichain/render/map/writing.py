"""Writes the page to its file, whole or not at all."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from lichain.errors import InputError
from lichain.model import Lang, Node, Relationship
from lichain.render.map.page import map_html


def write_map(
    nodes: Sequence[Node],
    relationships: Sequence[Relationship],
    path: Path,
    *,
    lang: Lang,
    title: str | Mapping[Lang, str],
    sources: Mapping[str, Node],
) -> None:
    """Writes the map to `path`, replacing an older one; InputError where that cannot be done."""
    _refuse(path)
    page = map_html(nodes, relationships, lang=lang, title=title, sources=sources)
    _replace(path, page.encode("utf-8"))


def _refuse(path: Path) -> None:
    """Raises before the work is done rather than after it."""
    try:
        if not path.parent.is_dir():
            raise InputError(
                f"{path}: the folder {path.parent} does not exist; create it or name another file for the map"
            )
        if path.is_dir():
            raise InputError(
                f"{path} is a folder; name a file in it for the map, such as {path / 'map.html'}"
            )
        if path.exists() and not path.is_file():
            raise InputError(f"{path} is not a plain file; name another file for the map")
    except (OSError, ValueError) as error:
        raise _cannot(path, error) from error


def _replace(path: Path, content: bytes) -> None:
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
        raise _cannot(path, error) from error


def _cannot(path: Path, error: OSError | ValueError) -> InputError:
    why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return InputError(
        f"{path}: the map cannot be written here ({why}); name a file in a folder you may write to"
    )
