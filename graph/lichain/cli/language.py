"""Chinese or English: the `--lang` option, and the choice when it is not given."""

from __future__ import annotations

import os
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

import typer


class Lang(StrEnum):
    """The two languages of every command and map."""

    ZH = "zh"
    EN = "en"

    def pick(self, english: str, chinese: str) -> str:
        """The text in this language."""
        return chinese if self is Lang.ZH else english


def detect(environment: Mapping[str, str] | None = None) -> Lang:
    """LICHAIN_LANG if set, else the locale of the terminal; English for any other language."""
    env = os.environ if environment is None else environment
    names = ("LICHAIN_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
    said = next((env[name] for name in names if env.get(name)), "")
    return Lang.ZH if said.lower().startswith("zh") else Lang.EN


LangOption = Annotated[
    Lang | None,
    typer.Option(
        "--lang",
        help="Language of the answer, 语言: zh or en (else LICHAIN_LANG, else the locale).",
        show_default=False,
    ),
]
