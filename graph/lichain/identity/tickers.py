"""Stock codes: 300750, 300750.SZ, SZ300750 and sz.300750 are one."""

from __future__ import annotations

import re

from lichain.identity.folding import fold, spaced
from lichain.identity.suffixes import suffixes

_NUMBERED = re.compile(r"(?:([a-z]{2,4}) ?)?([0-9]{1,6})(?: ?([a-z]{2,4}))?")


def listed_key(text: str) -> str:
    """The code and its exchange as one key ("300750sz"); "" where `text` is not such a code.

    Hong Kong's leading zeros may be missing: 0666.HK, 00666.HK and 666.HK are one.
    """
    code, exchange = _parsed(text)
    return f"{code}{exchange}" if exchange else ""


def bare_keys(ticker: str) -> tuple[str, ...]:
    """What may be written for our `ticker` by those who leave the exchange out."""
    code, exchange = _parsed(ticker)
    if exchange == "hk":
        return tuple(dict.fromkeys((code.lstrip("0"), code, code.zfill(5))))
    if exchange:
        return (code,)
    return (fold(ticker.rpartition(".")[0] or ticker),)


def _parsed(text: str) -> tuple[str, str]:
    match = _NUMBERED.fullmatch(spaced(text)) if len(text) < 40 else None
    if not match or (match[1] and match[3]):
        return "", ""
    exchange = suffixes().exchanges.get(match[1] or match[3] or "", "")
    code = match[2].lstrip("0").zfill(4) if exchange == "hk" else match[2]
    return code, exchange
