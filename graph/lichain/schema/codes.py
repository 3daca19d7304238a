"""Codes that others give out: stock, region, customs, CAS, credit code and LEI, and hashes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import yaml

from lichain.schema.cell import plain, shown

_REGION = re.compile(r"[1-9][0-9]{5}|[A-Z]{2}(-[A-Z0-9]{1,3})?")
_HS = re.compile(r"[0-9]{6}([0-9]{2})?")
SHA256 = re.compile(r"[0-9a-f]{64}")


@cache
def _exchanges() -> Mapping[str, re.Pattern[str]]:
    """The form of a code by the suffix of its exchange."""
    text = Path(__file__).with_name("exchanges.yaml").read_text(encoding="utf-8")
    return {name: re.compile(body["form"]) for name, body in yaml.safe_load(text).items()}


def _stock_code(text: str) -> str:
    """The code with its exchange; Hong Kong's has four digits or five, as the exchange writes it."""
    given, text = text, plain(text).upper()
    code, _, market = text.rpartition(".")
    form = _exchanges().get(market)
    if not form or not form.fullmatch(code):
        raise ValueError(
            f"{shown(given)} is not a stock code with its exchange; {_stock_fix(code or market, market)}"
        )
    return f"{code.lstrip('0').zfill(4)}.HK" if market == "HK" else text


def _stock_fix(code: str, market: str) -> str:
    full = code.zfill(6)
    if len(code) < 6 and market in ("SZ", code) and _exchanges()["SZ"].fullmatch(full):
        return f"its leading zeros may be lost: write {full}.SZ if that is meant"
    if code != market and market not in _exchanges():
        return f"write the exchange as one of {', '.join(_exchanges())}, like 300750.SZ"
    return "write it like 300750.SZ or 1772.HK"


def _region_code(text: str) -> str:
    given, text = text, plain(text)
    if not _REGION.fullmatch(text):
        raise ValueError(
            f"{shown(given)} is neither a GB/T 2260 code of six digits nor an ISO 3166 code; "
            "write it like 360900, DE or US-TN"
        )
    return text


def _sha256(text: str) -> str:
    given, text = text, plain(text).lower()
    if not SHA256.fullmatch(text):
        raise ValueError(f"{shown(given)} is not a SHA-256; write its 64 hexadecimal digits")
    return text


def _hs(text: str) -> str:
    given, text = text, plain(text).replace(".", "")
    if not _HS.fullmatch(text):
        raise ValueError(
            f"{shown(given)} is not a customs code; write six or eight digits, like 850760"
        )
    return text


def _checked(module: str, what: str) -> Callable[[str], str]:
    def reader(text: str) -> str:
        from importlib import import_module

        code = plain(text).upper()
        rules = import_module(module)
        if not code.isascii() or not rules.is_valid(code):
            raise ValueError(
                f"{shown(text)} is not a valid {what}: its length or its check character does not fit; "
                "copy it again from the register"
            )
        return str(rules.validate(code))

    return reader


CODES: Mapping[str, Callable[[str], str]] = {
    "stock_code": _stock_code,
    "region_code": _region_code,
    "sha256": _sha256,
    "hs": _hs,
    "cas": _checked("stdnum.casrn", "CAS number"),
    "uscc": _checked("stdnum.cn.uscc", "unified social credit code"),
    "lei": _checked("stdnum.lei", "LEI"),
}
"""A reader for each type of code; each raises ValueError with the fix."""
