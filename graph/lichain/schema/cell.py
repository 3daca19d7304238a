"""The text of one cell: as plain signs, and as a message shows it."""

from __future__ import annotations

import unicodedata

_SHOWN = 80


def plain(text: str) -> str:
    """Full-width digits, letters and signs as plain ones; for codes, dates and numbers only."""
    return unicodedata.normalize("NFKC", text).strip()


def shown(text: str) -> str:
    """`text` quoted, with what cannot be seen written out, and cut to fit a message."""
    return repr(text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…")
