"""One cell of a table to one value, by the type its property has in the schema.

Every reader raises ValueError with what is wrong and how to write it; the caller adds file,
line and column.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from lichain.model import Value
from lichain.schema import dates
from lichain.schema.types import Property, Schema

_NUMBER = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?")
_INTEGER = re.compile(r"-?(0|[1-9]\d*)")
_STOCK = re.compile(r"[0-9A-Z][0-9A-Z.\-]{0,11}\.[A-Z]{1,4}")
_CHINA_STOCK = {
    "SZ": re.compile(r"(00|30|20)\d{4}"),
    "SH": re.compile(r"(60|68|90)\d{4}"),
    "BJ": re.compile(r"(4|8|92)\d{4,5}"),
    "HK": re.compile(r"\d{4,5}"),
}
_GB2260, _ISO3166 = re.compile(r"[1-9]\d{5}"), re.compile(r"[A-Z]{2}")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def read(schema: Schema, prop: Property, text: str) -> Value:
    """The value of `text`; ValueError says what does not fit and how to write it."""
    if prop.type == "enum":
        return _enum(schema, prop, text)
    if prop.type == "unit":
        return _member(text, list(schema.units), "unit")
    value = _READERS[prop.type](text)
    if isinstance(value, int | float):
        _bounds(prop, value)
    return value


def _enum(schema: Schema, prop: Property, text: str) -> str:
    return _member(text, list(schema.terms(prop.values or "")), prop.name)


def _member(text: str, allowed: list[str], what: str) -> str:
    if text in allowed:
        return text
    from rapidfuzz import process

    near = [match[0] for match in process.extract(text, allowed, limit=3)]
    listed = ", ".join(allowed if len(allowed) <= 12 else near)
    raise ValueError(
        f"{text!r} is not a known {what}; use {'one of ' if len(allowed) <= 12 else 'for example '}{listed}"
    )


def _bounds(prop: Property, value: float) -> None:
    if prop.minimum is not None and value < prop.minimum:
        raise ValueError(f"{value} is below {prop.minimum:g}")
    if prop.maximum is not None and value > prop.maximum:
        raise ValueError(f"{value} is above {prop.maximum:g}")


def plain(text: str) -> str:
    """Full-width digits, letters and signs as plain ones; for codes, dates and numbers only."""
    return unicodedata.normalize("NFKC", text).strip()


def _text(text: str) -> str:
    return text


def _number(text: str) -> float:
    text = plain(text)
    if not _NUMBER.fullmatch(text):
        raise ValueError(
            f"{text!r} is not a number; write digits with a point for decimals and no separators or units"
        )
    return float(text)


def _integer(text: str) -> int:
    text = plain(text)
    if not _INTEGER.fullmatch(text):
        raise ValueError(f"{text!r} is not a whole number")
    return int(text)


def _boolean(text: str) -> bool:
    if text not in ("yes", "no"):
        raise ValueError(f"{text!r} is neither yes nor no")
    return text == "yes"


def _url(text: str) -> str:
    if not re.fullmatch(r"https?://[^\s<>\"']+", text):
        raise ValueError(
            f"{text!r} is not a web address; it must start with https:// or http:// and hold no blanks"
        )
    return text


def _stock_code(text: str) -> str:
    text = plain(text).upper()
    code, _, market = text.rpartition(".")
    rule = _CHINA_STOCK.get(market)
    if not _STOCK.fullmatch(text) or (rule and not rule.fullmatch(code)):
        raise ValueError(
            f"{text!r} is not a stock code with its exchange; write it like 300750.SZ or 1772.HK"
        )
    return text


def _region_code(text: str) -> str:
    text = plain(text)
    if not (_GB2260.fullmatch(text) or _ISO3166.fullmatch(text)):
        raise ValueError(
            f"{text!r} is neither a GB/T 2260 code of six digits nor an ISO 3166 code of two letters"
        )
    return text


def _sha256(text: str) -> str:
    if not re.fullmatch(r"[0-9a-f]{64}", text):
        raise ValueError(f"{text!r} is not a SHA-256; write 64 hexadecimal digits in lower case")
    return text


def _hs(text: str) -> str:
    text = plain(text).replace(".", "")
    if not re.fullmatch(r"\d{6}(\d{2})?", text):
        raise ValueError(f"{text!r} is not a customs code of six or eight digits")
    return text


def _checked(module: str, what: str) -> Callable[[str], str]:
    def reader(text: str) -> str:
        from importlib import import_module

        text = plain(text).upper()
        if not import_module(module).is_valid(text):
            raise ValueError(
                f"{text!r} is not a valid {what}; its length or check character does not fit"
            )
        return text

    return reader


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
    "stock_code": _stock_code,
    "region_code": _region_code,
    "sha256": _sha256,
    "hs": _hs,
    "cas": _checked("stdnum.casrn", "CAS number"),
    "uscc": _checked("stdnum.cn.uscc", "unified social credit code"),
    "lei": _checked("stdnum.lei", "LEI"),
}
