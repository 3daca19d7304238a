"""Where the files that come with the program are, `cypher/` and `seed/`, and those that it fetches.

A wheel carries both under `lichain/_bundled/`; a checkout has them two levels above the package.
"""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

from lichain.errors import InputError

_PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """The folder `name` (`cypher` or `seed`); raises InputError where neither place has it."""
    for root in (_PACKAGE / "_bundled", _PACKAGE.parents[1]):
        if (root / name).is_dir():
            return root / name
    raise InputError(
        f"the folder {name}/ did not come with this installation; install lichain again"
    )


def is_bundled(path: Path) -> bool:
    """Whether `path` is part of an installed program, and so not for editing."""
    return path.is_relative_to(_PACKAGE)


def cache() -> Path:
    """Where what can be had again is kept, jars for one; `LICHAIN_CACHE` names another folder."""
    named = os.environ.get("LICHAIN_CACHE")
    if named:
        return Path(named).expanduser().resolve()
    return Path(platformdirs.user_cache_dir("lichain", appauthor=False))
