"""Which Neo4j to talk to, from the environment or a settings file.

The environment wins over `settings.toml` in the user's configuration folder. A password is
never taken from the command line, where other users of the machine could read it.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

import platformdirs

from lichain.errors import InputError

LOCAL_VERSIONS = ("2026.08", "5.26")
_KEYS = {
    "uri": "NEO4J_URI",
    "user": "NEO4J_USERNAME",
    "password": "NEO4J_PASSWORD",
    "database": "NEO4J_DATABASE",
    "local_version": "LICHAIN_NEO4J_VERSION",
    "home": "LICHAIN_HOME",
}


@dataclass(frozen=True, slots=True)
class Settings:
    """`uri` is None for the program's own local Neo4j; `home` is the local server's folder."""

    uri: str | None = None
    user: str = "neo4j"
    password: str | None = field(default=None, repr=False)
    database: str = "neo4j"
    local_version: str = LOCAL_VERSIONS[0]
    home: Path = field(
        default_factory=lambda: Path(platformdirs.user_data_dir("lichain", appauthor=False))
    )

    def at(self, uri: str | None) -> Settings:
        """The same settings for another address, as given by `--uri`."""
        return self if uri is None else replace(self, uri=uri)


def settings_file() -> Path:
    """Where the settings file is looked for; `LICHAIN_SETTINGS` names another."""
    named = os.environ.get("LICHAIN_SETTINGS")
    return (
        Path(named)
        if named
        else Path(platformdirs.user_config_dir("lichain", appauthor=False)) / "settings.toml"
    )


def language(environment: Mapping[str, str] | None = None) -> Literal["zh", "en"]:
    """LICHAIN_LANG if set, else the locale of the terminal; English for any other language."""
    env = os.environ if environment is None else environment
    names = ("LICHAIN_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
    said = next((env[name] for name in names if env.get(name)), "")
    return "zh" if said.lower().startswith("zh") else "en"


def read(environment: Mapping[str, str] | None = None) -> Settings:
    """Settings from the file and the environment; InputError names the key that does not fit."""
    env = os.environ if environment is None else environment
    values = _from_file(settings_file())
    if env.get("NEO4J_USER"):
        values["user"] = env["NEO4J_USER"]
    values |= {key: env[name] for key, name in _KEYS.items() if env.get(name)}
    if values.get("local_version", LOCAL_VERSIONS[0]) not in LOCAL_VERSIONS:
        raise InputError(
            f"LICHAIN_NEO4J_VERSION is {values['local_version']!r}; use one of {', '.join(LOCAL_VERSIONS)}"
        )
    home = values.pop("home", None)
    settings = Settings(**values)  # type: ignore[arg-type]
    return replace(settings, home=Path(home).expanduser().resolve()) if home else settings


def _from_file(path: Path) -> dict[str, str]:
    if not path.is_file():
        return {}
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise InputError(
            f'{path}: {fault}; write it as TOML, for example uri = "neo4j://…"'
        ) from fault
    for key, value in content.items():
        if key not in _KEYS or not isinstance(value, str):
            raise InputError(
                f"{path}: {key} = {value!r} is not a setting; the settings are {', '.join(_KEYS)}, each text"
            )
    return dict(content)
