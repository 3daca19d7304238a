"""Numbers with their units, as a reader of the language writes them."""

from __future__ import annotations

from lichain.model import Lang
from lichain.schema.read import schema

_NEXT = {"kt": "Mt", "kt/a": "Mt/a", "million CNY": "bn CNY", "bn CNY": "trillion CNY"}
"""What an English reader expects from a thousand on."""


def number(value: float) -> str:
    """Up to ten significant digits, thousands set apart, no needless decimals: 1,234.5."""
    text = f"{value:,.10g}"
    if "e" in text:
        text = f"{value:,.4f}".rstrip("0").rstrip(".")
    return text


def quantity(
    value: float, unit: str, lang: Lang, bound: str = "exact", high: float | None = None
) -> str:
    """A number in `unit`: 超过 500 万吨, or more than 5 Mt."""
    known = schema().units.get(unit)
    scale = known.en_scale if known and lang == "en" else 1.0
    word = (known.zh if lang == "zh" else known.en) if known else unit
    if lang == "en" and word in _NEXT and abs(value * scale) >= 1000:
        scale, word = scale / 1000, _NEXT[word]
    figures = number(value * scale) + (f"–{number(high * scale)}" if high is not None else "")
    prefix = "" if bound in ("", "exact", "range") else schema().label("bound", bound, lang)
    gap = "" if word in ("%", "") else " "
    return " ".join(part for part in (prefix, f"{figures}{gap}{word}".strip()) if part)
