"""One self-contained HTML network map: no network request, safe with hostile names."""

from lichain.render.map.page import map_html
from lichain.render.map.writing import write_map

__all__ = ["map_html", "write_map"]
