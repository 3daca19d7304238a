"""Neo4j Browser's files in the server's folder, so that pages of ours can stand beside them.

Neo4j serves what lies under `browser/` at the head of its class path: first a folder, if there is one.
"""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Sequence
from pathlib import Path

from lichain.local.folder import Folder

_PREFIX = "browser/"
_NAME = "neo4j-browser-"


def prepare(folder: Folder, class_path: Sequence[Path]) -> tuple[Path, ...]:
    """The class path with the unpacked Browser first; it is unpacked anew when its jar is another."""
    jar = next((path for path in class_path if path.name.startswith(_NAME)), None)
    if jar is None:
        return tuple(class_path)
    mark = folder.web / jar.name
    if not mark.exists():
        shutil.rmtree(folder.web, ignore_errors=True)
        with zipfile.ZipFile(jar) as archive:
            archive.extractall(
                folder.web, [name for name in archive.namelist() if name.startswith(_PREFIX)]
            )
        mark.touch()
    return (folder.web, *class_path)
