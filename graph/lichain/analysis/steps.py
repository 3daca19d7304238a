"""Steps from what a question's Cypher returns to its rows, where Cypher alone is the wrong tool.

A step is a function in a module of its own under `lichain.analysis`, named like the question that
names it in its header (`step: chokepoints`); it is imported when that question is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any

from lichain.errors import QueryError

Found = Sequence[Mapping[str, Any]]
"""Rows by column; things are `Node` and `Relationship`."""
Step = Callable[[Found, Mapping[str, Any]], Found]
"""From the rows that the Cypher returned, and the values that were asked with, to the answer's rows.

Each row holds the question's columns, with the relationships that it rests on as `evidence`.
"""


def step(name: str) -> Step:
    """The function `step` of `lichain.analysis.NAME`; QueryError where there is none."""
    try:
        found: Step = import_module(f"lichain.analysis.{name}").step
    except (ImportError, AttributeError) as fault:
        raise QueryError(
            f"the question names the step {name!r}, and lichain.analysis has none of that name"
        ) from fault
    return found
