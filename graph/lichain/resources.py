"""Where the files that come with the program are: `cypher/` and `seed/`.

A wheel carries both under `lichain/_bundled/`; a checkout has them two levels above the package.
"""

from __future__ import annotations

from pathlib import Path

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
