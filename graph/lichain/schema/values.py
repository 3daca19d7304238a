"""One cell of a table to one value, by the type its property has in the schema.

Every reader raises ValueError with what is wrong and how to write it; the caller adds file,
line and column.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable

from lichain.model import Value
from lichain.schema import dates
from lichain.schema.cell import plain, shown
from lichain.schema.codes import CODES
from lichain.schema.types import Property, Schema

_NUMBER = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?", re.ASCII)
_INTEGER = re.compile(r"-?(0|[1-9]\d*)", re.ASCII)
_GROUPED = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d+)?", re.ASCII)
_SCIENTIFIC = re.compile(r"[-+]?\d+(\.\d+)?[eE][-+]?\d+", re.ASCII)
_DIGITS, _LARGEST = 15, 1e18
_SPREADSHEET = {"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!"}
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def read(schema: Schema, prop: Property, text: str) -> Value:
    """The value of `text`; ValueError says what does not fit and how to write it."""
    try:
        if prop.type == "enum":
            return _member(text, list(schema.terms(prop.values or "")), prop.name)
        if prop.type == "unit":
            return _member(text, list(schema.units), "unit")
        value = _READERS[prop.type](text)
    except ValueError as fault:
        if text[0] in "'’":
            raise ValueError(f"{fault}; take off the apostrophe in front of it") from fault
        raise
    if isinstance(value, int | float):
        _bounds(prop, value, text)
    return value


def _member(text: str, allowed: list[str], what: str) -> str:
    if text in allowed:
        return text
    if len(allowed) <= 12:
        raise ValueError(f"{shown(text)} is not a known {what}; use one of {', '.join(allowed)}")
    from rapidfuzz import process

    near = [match[0] for match in process.extract(text[:80], allowed, limit=3)]
    raise ValueError(f"{shown(text)} is not a known {what}; use for example {', '.join(near)}")


def _bounds(prop: Property, value: float, text: str) -> None:
    least, most = prop.minimum, prop.maximum
    if (least is not None and value < least) or (most is not None and value > most):
        limits = [f"from {least:g}"] if least is not None else []
        limits += [f"to {most:g}"] if most is not None else []
        unit = f" ({prop.unit_text})" if prop.unit_text else ""
        raise ValueError(
            f"{shown(text)} is out of bounds; {prop.name} runs {' '.join(limits)}{unit}"
        )


def _text(text: str) -> str:
    if text in _SPREADSHEET:
        raise ValueError(f"{text!r} is a spreadsheet's error, not a value; write what is meant")
    return text


def _number(text: str) -> float:
    number = plain(text)
    if not _NUMBER.fullmatch(number):
        raise ValueError(f"{shown(text)} is not a number; {_number_fix(number)}")
    if len(number.replace("-", "").replace(".", "").strip("0")) > _DIGITS:
        raise ValueError(f"{shown(text)} has more than {_DIGITS} digits that count; round it")
    value = float(number) if len(number) < 400 else math.inf
    if abs(value) > _LARGEST:
        raise ValueError(f"{shown(text)} is larger than {_LARGEST:g}; use a larger unit")
    return value


def _number_fix(number: str) -> str:
    if _SCIENTIFIC.fullmatch(number):
        return "write out every digit; a spreadsheet may have dropped some"
    if _GROUPED.fullmatch(number):
        return f"write {number.replace(',', '')}, without separators"
    return "write digits with a point for decimals and no separators or units"


def _integer(text: str) -> int:
    number = plain(text)
    if not _INTEGER.fullmatch(number):
        raise ValueError(f"{shown(text)} is not a whole number; write digits alone")
    if len(number) > 18:
        raise ValueError(f"{shown(text)} is larger than {_LARGEST:g}; correct it")
    return int(number)


def _boolean(text: str) -> bool:
    if text not in ("yes", "no"):
        raise ValueError(f"{shown(text)} is neither yes nor no; write one of them")
    return text == "yes"


def _url(text: str) -> str:
    if not re.fullmatch(r"https?://[^\s<>\"']+", text):
        raise ValueError(
            f"{shown(text)} is not a web address; it must start with https:// or http:// and hold no blanks"
        )
    return text


def _period(text: str) -> str:
    return dates.check_period(plain(text))


def _date(text: str) -> str:
    return dates.check_date(plain(text))


_READERS: dict[str, Callable[[str], Value]] = {
    "text": _text,
    "name": _text,
    "number": _number,
    "integer": _integer,
    "boolean": _boolean,
    "date": _date,
    "period": _period,
    "url": _url,
    **CODES,
}
