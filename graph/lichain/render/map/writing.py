"""Writes the page to its file, whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from lichain.model import Lang, Node, Relationship
from lichain.render import files
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
    files.check_target(path, thing="map", example="map.html")
    page = map_html(nodes, relationships, lang=lang, title=title, sources=sources)
    files.replace(path, page.encode("utf-8"), thing="map")
