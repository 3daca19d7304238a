"""The catalogue of questions: one Cypher file each, run through one function.

`run` is imported on first use, so that listing questions does not load the driver.
"""

from typing import TYPE_CHECKING, Any

from lichain.queries.catalogue import catalogue, find
from lichain.queries.question import Column, Parameter, Question

if TYPE_CHECKING:
    from lichain.queries.asking import run

__all__ = ["Column", "Parameter", "Question", "catalogue", "find", "run"]


def __getattr__(name: str) -> Any:
    if name == "run":
        from lichain.queries.asking import run

        return run
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
