"""Text that a terminal only shows: no control character of it reaches the terminal."""

from __future__ import annotations

import re

_BREAK = re.compile("[\t\n\x0b\x0c\r\x1c-\x1e\x85\u2028\u2029]+")
_HOSTILE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_MOST = 300


def safe(text: str) -> str:
    """`text` in one line; what would steer a terminal or turn the writing shows as U+FFFD."""
    return _HOSTILE.sub("\ufffd", _BREAK.sub(" ", text))


def short(text: str, most: int = _MOST) -> str:
    """`text` safe and in at most `most` characters, the last of them … where it was cut."""
    shown = safe(text[: most + 1])
    return shown if len(text) <= most else f"{shown[: most - 1]}…"
