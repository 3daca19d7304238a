"""Chinese or English: the `--lang` option, and the choice when it is not given."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

import typer

from lichain import settings


class Lang(StrEnum):
    """The two languages of every command and map."""

    ZH = "zh"
    EN = "en"

    def pick(self, english: str, chinese: str) -> str:
        """The text in this language."""
        return chinese if self is Lang.ZH else english


def detect(environment: Mapping[str, str] | None = None) -> Lang:
    """LICHAIN_LANG if set, else the locale of the terminal; English for any other language."""
    return Lang(settings.language(environment))


LangOption = Annotated[
    Lang | None,
    typer.Option(
        "--lang",
        help="Language of the answer, 语言: zh or en (else LICHAIN_LANG, else the locale).",
        show_default=False,
    ),
]
