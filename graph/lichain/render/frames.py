"""An answer as columns for a data frame: one row a row, the same columns whatever the answer holds.

A column of things gives two: `supplier`, the id, and `supplier_name`, in one language. A list
stays a list, of ids and of names. A fact stands by its key; of a path of things and facts the
first column lists ids and keys in turn, the second is its text. Codes (`status`) stay codes,
dates the text of the source (2023, 2023-12). Where the question has evidence, what each row
rests on follows: `evidence_confidence` of its weakest link, and lists with one entry a claim.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from lichain.errors import InputError
from lichain.model import Lang, Node, Relationship
from lichain.queries.question import Column
from lichain.render import cells
from lichain.result import Result, Row

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

_EVIDENCE: Mapping[str, Callable[[Row], Any]] = {
    "evidence_confidence": lambda row: row.confidence,
    "evidence_claims": lambda row: [one.claim for one in row.evidence],
    "evidence_sources": lambda row: [one.source for one in row.evidence],
    "evidence_locators": lambda row: [one.locator for one in row.evidence],
    "evidence_confidences": lambda row: [one.confidence for one in row.evidence],
    "evidence_notes": lambda row: [one.note for one in row.evidence],
    "evidence_known": lambda row: [one.known for one in row.evidence],
}
_PANDAS = {"whole": "Int64", "number": "float64", "truth": "boolean"}


def columns(result: Result, lang: Lang) -> dict[str, list[Any]]:
    """The values of each column, of one kind in each: text, whole, number, truth, list of text or of numbers."""
    known = cells.known_nodes(result)
    found: dict[str, list[Any]] = {}
    for column in result.question.columns:
        if column.name == "evidence":
            continue
        found[column.name] = _alike([_plain(row.values.get(column.name)) for row in result.rows])
        if column.types:
            names = [_name(column, row.values, lang, known) for row in result.rows]
            found[f"{column.name}_name"] = _alike(names)
    if result.question.evidenced:
        found |= {name: [read(row) for row in result.rows] for name, read in _EVIDENCE.items()}
    return found


def to_pandas(result: Result, lang: Lang) -> pd.DataFrame:
    """A pandas data frame; whole numbers are Int64, which may be missing, and numbers float64."""
    try:
        import pandas as pd
    except ImportError as fault:
        raise _missing("pandas") from fault
    frame = {
        name: pd.Series(values, dtype=_PANDAS.get(_kind(values)) or (None if values else "object"))
        for name, values in columns(result, lang).items()
    }
    return pd.DataFrame(frame, index=range(len(result.rows)))


def to_polars(result: Result, lang: Lang) -> pl.DataFrame:
    """A polars data frame; what is missing is null."""
    try:
        import polars as pl
    except ImportError as fault:
        raise _missing("polars") from fault
    types: dict[str, Any] = {
        "whole": pl.Int64,
        "number": pl.Float64,
        "truth": pl.Boolean,
        "list": pl.List(pl.String),
        "list of numbers": pl.List(pl.Float64),
        "text": pl.String,
    }
    return pl.DataFrame(
        [
            pl.Series(name, values, dtype=types[_kind(values)])
            for name, values in columns(result, lang).items()
        ]
    )


def _missing(library: str) -> InputError:
    return InputError(
        f"{library} is not installed; run: pip install {library}",
        f"尚未安装 {library}；请运行：pip install {library}",
    )


def _plain(value: Any) -> Any:
    """A thing by its id, a fact by its key, a list as a list of such."""
    if isinstance(value, Node):
        return value.id
    if isinstance(value, Relationship):
        return value.key
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value


def _name(
    column: Column, values: Mapping[str, Any], lang: Lang, known: Mapping[str, Node]
) -> str | list[str] | None:
    value = values.get(column.name)
    if value is None:
        return None
    if isinstance(value, list | tuple) and not cells.is_path(value):
        return [cells.item(one, lang, known) for one in value]
    return cells.cell(column, values, lang, known)


def _kind(values: Sequence[Any]) -> str:
    held = {type(value) for value in values if value is not None}
    if not held:
        return "text"
    if held == {bool}:
        return "truth"
    if held == {list}:
        items = {type(one) for value in values for one in value or () if one is not None}
        return "list of numbers" if items and items <= {int, float} else "list"
    if held == {int}:
        return "whole"
    return "number" if held <= {int, float} else "text"


def _alike(values: list[Any]) -> list[Any]:
    """The values, of one kind: among lists a single value is a list of one, whole numbers among
    others are numbers, and what is still of several kinds is text."""
    if any(isinstance(value, list) for value in values):
        values = [
            value if value is None or isinstance(value, list) else [value] for value in values
        ]
    kind = _kind(values)
    if kind == "number":
        return [_float(value) for value in values]
    if kind == "list of numbers":
        return [value if value is None else [_float(one) for one in value] for value in values]
    if kind == "list":
        return [value if value is None else [_string(one) for one in value] for value in values]
    if kind != "text":
        return values
    return [_string(value) for value in values]


def _float(value: Any) -> float | None:
    return None if value is None else float(value)


def _string(value: Any) -> str | None:
    return None if value is None else str(value)
