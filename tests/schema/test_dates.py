"""Partial dates and periods, against the datetime module."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lichain.schema import dates

quick = settings(deadline=None, max_examples=80)
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 30))


def forms(day: date) -> tuple[str, str, str]:
    return f"{day:%Y}".zfill(4), f"{day:%Y-%m}", day.isoformat()


@quick
@given(DAYS)
def test_first_and_last_days_are_those_of_the_calendar(day: date) -> None:
    year, month, whole = forms(day)
    next_month = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
    assert dates.first_day(whole) == dates.last_day(whole) == whole
    assert dates.first_day(month) == day.replace(day=1).isoformat()
    assert dates.last_day(month) == (next_month - timedelta(days=1)).isoformat()
    assert dates.first_day(year) == date(day.year, 1, 1).isoformat()
    assert dates.last_day(year) == date(day.year, 12, 31).isoformat()


@quick
@given(st.integers(1890, 2110), st.integers(0, 14), st.integers(0, 33))
def test_a_day_is_a_date_where_the_calendar_has_it(year: int, month: int, day: int) -> None:
    text = f"{year:04}-{month:02}-{day:02}"
    days = monthrange(year, month)[1] if 1 <= month <= 12 else 0
    if 1900 <= year <= 2100 and 1 <= day <= days:
        assert dates.check_date(text) == text
    else:
        with pytest.raises(ValueError, match=text):
            dates.check_date(text)


@quick
@given(DAYS, DAYS, st.integers(0, 2), st.integers(0, 2))
def test_a_period_runs_forward_where_any_of_its_days_may(a: date, b: date, i: int, j: int) -> None:
    first, last = forms(a)[i], forms(b)[j]
    text = f"{first}/{last}"
    if dates.first_day(first) <= dates.last_day(last):
        assert dates.check_period(text) == text
    else:
        with pytest.raises(ValueError, match="ends before it begins"):
            dates.check_period(text)


@quick
@given(st.text(max_size=14))
def test_any_text_is_a_date_or_a_fault_with_a_fix(text: str) -> None:
    for check in (dates.check_date, dates.check_period):
        try:
            found = check(text)
        except ValueError as fault:
            found = str(fault)
        assert found == text or "; " in found


@quick
@given(DAYS, st.sampled_from(["/", ".", "年"]))
def test_the_fix_is_the_date_that_was_meant(day: date, mark: str) -> None:
    for text in (
        f"{day.year}{mark}{day.month}{mark}{day.day}",
        f"{day.year}{mark}{day.month:02}{mark}{day.day:02}",
    ):
        if mark == "年":
            text = f"{day.year}年{day.month}月{day.day}日"
        with pytest.raises(ValueError, match=f"write it as {day.isoformat()}$"):
            dates.check_date(text)


@pytest.mark.parametrize("text", ["2023", "2023-12", "2023-12-14", "2024-02-29"])
def test_a_date_is_a_period(text: str) -> None:
    assert dates.check_period(text) == dates.check_date(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "/",
        "2023/",
        "/2024",
        "2022/2023/2024",
        "2023-1",
        "2023-12-14T00:00",
        "２０２３",
        "2023/24",
    ],
)
def test_no_periods(text: str) -> None:
    with pytest.raises(ValueError, match="write"):
        dates.check_period(text)
