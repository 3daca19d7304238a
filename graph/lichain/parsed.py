"""YAML files as parsed before: reading them anew takes a tenth of the time of an answer.

What was read is kept as JSON in the user's cache folder, under the names, sizes and times of the
files, and read again whenever one of them is another. Nothing depends on it: a cache that cannot be
read or written is passed over.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any
from zlib import crc32

from lichain import __version__, resources

Stamps = list[list[Any]]


def read_yaml(
    name: str, paths: Sequence[Path], text_of: Callable[[Path], str] | None = None
) -> list[Any]:
    """What each of the files holds, or `text_of` it where only that part is YAML.

    `name` is theirs in the cache, where every installation has its own. ValueError for what is no
    YAML, OSError for what cannot be read.
    """
    here = crc32(str(Path(__file__)).encode())
    kept = resources.cache() / "parsed" / f"{name}-{here:08x}.json"
    stamps: Stamps = [[__version__], *map(_stamp, paths)]
    with suppress(OSError, ValueError, KeyError, TypeError):
        found = json.loads(kept.read_bytes())
        if found["stamps"] == stamps:
            return list(found["contents"])
    contents = [_parse((text_of or _text)(path)) for path in paths]
    with suppress(OSError, ValueError, TypeError):
        _keep(kept, {"stamps": stamps, "contents": contents})
    return contents


def _stamp(path: Path) -> list[Any]:
    found = path.stat()
    return [str(path), found.st_mtime_ns, found.st_size]


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _parse(text: str) -> Any:
    import yaml

    try:
        return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    except yaml.YAMLError as fault:
        raise ValueError(str(fault)) from fault


def _keep(path: Path, value: Any) -> None:
    """Writes the value in one step, unless JSON would change it: a day, or a key that is a number."""
    text = json.dumps(value, ensure_ascii=False)
    if json.loads(text) != value:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(f".{os.getpid()}")
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(path)
