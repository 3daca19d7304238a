"""Settings of the local server alone, all optional, from the environment."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass

from lichain.errors import LocalError

_SIZE = re.compile(r"(\d+)([mg])", re.IGNORECASE)
_LEAST = 256 * 2**20
_USUAL_MEMORY = "1g"


@dataclass(frozen=True, slots=True)
class Options:
    """`memory` is the Java heap as Java writes it; a port is demanded if given, else preferred."""

    memory: str = _USUAL_MEMORY
    bolt: int | None = None
    http: int | None = None
    mirror: str | None = None


def read(environment: Mapping[str, str] | None = None) -> Options:
    """Options from the environment; LocalError names the variable that does not fit."""
    env = os.environ if environment is None else environment
    return Options(
        memory=_memory(env.get("LICHAIN_NEO4J_MEMORY") or _USUAL_MEMORY),
        bolt=_port(env, "LICHAIN_BOLT_PORT"),
        http=_port(env, "LICHAIN_HTTP_PORT"),
        mirror=env.get("LICHAIN_MAVEN_MIRROR") or None,
    )


def _memory(text: str) -> str:
    match = _SIZE.fullmatch(text.strip())
    if not match:
        raise LocalError(f"LICHAIN_NEO4J_MEMORY is {text!r}; write a size such as 512m or 2g")
    size = int(match[1]) * 2 ** (20 if match[2].lower() == "m" else 30)
    if size < _LEAST:
        raise LocalError(
            f"LICHAIN_NEO4J_MEMORY is {text}, too little for Neo4j; give it 256m or more"
        )
    total = _total_memory()
    if total and size > total:
        raise LocalError(
            f"LICHAIN_NEO4J_MEMORY is {text} and the machine has {total / 2**30:.1f}g; give it less"
        )
    return text.strip().lower()


def _total_memory() -> int | None:
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return None


def _port(env: Mapping[str, str], name: str) -> int | None:
    text = env.get(name)
    if not text:
        return None
    if not text.isdecimal() or not 1 <= int(text) <= 65535:
        raise LocalError(f"{name} is {text!r}; write a port from 1 to 65535, or leave it unset")
    return int(text)
