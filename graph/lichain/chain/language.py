"""The language that a caller asks for."""

from __future__ import annotations

from typing import get_args

from lichain.errors import InputError
from lichain.model import Lang


def checked(lang: Lang) -> Lang:
    """The language as it is; InputError where it is neither "zh" nor "en"."""
    if lang not in get_args(Lang):
        raise InputError(
            f'lang is {lang!r}; give "zh" or "en"', f'lang 的值为 {lang!r}；请用 "zh" 或 "en"'
        )
    return lang
