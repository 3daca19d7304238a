"""Partial dates and periods: 2023, 2023-12, 2023-12-14, and 2022/2024."""

from __future__ import annotations

import re
from calendar import monthrange

from lichain.schema.cell import shown

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?", re.ASCII)
_YEAR_LAST = re.compile(r"\d{1,2}[-/. ]\w{1,9}[-/. ]\d{4}")
_EARLIEST, _LATEST = 1900, 2100


def check_date(text: str) -> str:
    """`text` as it is; ValueError with the fix where it is no (partial) date."""
    match = _DATE.fullmatch(text)
    if not match:
        raise ValueError(f"{shown(text)} is not a date; {_fix(text)}")
    year, month, day = (int(part) if part else 0 for part in match.groups())
    if not _EARLIEST <= year <= _LATEST:
        raise ValueError(f"{text!r} has a year outside {_EARLIEST} to {_LATEST}; correct the year")
    if match[2] and not 1 <= month <= 12:
        raise ValueError(f"{text!r} has a month that does not exist; months run from 01 to 12")
    if match[3] and not 1 <= day <= monthrange(year, month)[1]:
        days = f"{text[:7]} runs from 01 to {monthrange(year, month)[1]}"
        raise ValueError(f"{text!r} has a day that does not exist; {days}")
    return text


def check_period(text: str) -> str:
    """A date, or `first/last`; ValueError where it is neither or runs backwards."""
    parts = text.split("/")
    if len(parts) > 2 or (len(parts) == 2 and _YEAR_FIRST.fullmatch(text)):
        fix = _fix(text, "write 2024, 2024-06 or 2022/2024")
        raise ValueError(f"{shown(text)} is not a period; {fix}")
    for part in parts:
        try:
            check_date(part)
        except ValueError as fault:
            within = f", in the period {shown(text)}" if len(parts) > 1 else ""
            raise ValueError(f"{fault}{within}") from fault
    if first_day(text) > last_day(text):
        raise ValueError(f"{text!r} ends before it begins; write the earlier date first")
    return text


def first_day(period: str) -> str:
    """The first day of a date or period: 2023-12 gives 2023-12-01."""
    start = period.split("/")[0]
    return (start + "-01-01"[len(start) - 4 :]) if len(start) < 10 else start


def last_day(period: str) -> str:
    """The last day of a date or period: 2024-02 gives 2024-02-29."""
    end = period.split("/")[-1]
    if len(end) == 4:
        return f"{end}-12-31"
    if len(end) == 7:
        return f"{end}-{monthrange(int(end[:4]), int(end[5:]))[1]:02d}"
    return end


def _fix(text: str, usual: str = "write 2023, 2023-12 or 2023-12-14") -> str:
    """How to write what a spreadsheet or a local habit made of a date."""
    if match := _YEAR_FIRST.fullmatch(text):
        return "write it as " + "-".join(part.zfill(2) for part in match.groups() if part)
    if _YEAR_LAST.fullmatch(text):
        return "write the year first, as in 2023-12-14"
    return usual
