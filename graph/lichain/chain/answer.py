"""An answer as people in a notebook use it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, overload

from lichain.analysis.network import completed, network_of
from lichain.chain.graph import Graph
from lichain.chain.language import checked
from lichain.model import Lang, Node
from lichain.result import Result, Row

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd
    import polars as pl


@dataclass(frozen=True, slots=True, repr=False)
class Answer:
    """Rows with the evidence each one rests on; empty where nothing is known, which `meaning` says.

    `for row in answer: row.supplier.name("zh"), row["from"], row.evidence` reads it row by row.
    `ends` are the things that the evidence leads to beside those in the rows.
    """

    result: Result
    lang: Lang
    ends: Mapping[str, Node]

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows; a value by its column, `row["from"]`, or as an attribute, `row.supplier`."""
        return self.result.rows

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of a row, the evidence left out."""
        return tuple(c.name for c in self.result.question.columns if c.name != "evidence")

    @property
    def parameters(self) -> Mapping[str, Any]:
        """What was asked with, names resolved to ids."""
        return self.result.parameters

    @property
    def sources(self) -> Mapping[str, Node]:
        """The sources that the rows rest on, by id."""
        return self.result.sources

    @property
    def more(self) -> bool:
        """Whether the limit cut rows off."""
        return self.result.more

    @property
    def meaning(self) -> str:
        """What an empty answer to this question means; empty where there are rows."""
        return "" if self.rows else self.result.question.nothing(self.lang)

    def to_pandas(self, *, lang: Lang | None = None) -> pd.DataFrame:
        """A pandas data frame. 转为 pandas 数据框。

        A thing gives its id and, as `…_name`, its name in `lang`; lists stay lists, codes codes,
        dates text; the claims, sources and confidence of each row are the columns `evidence_…`.
        """
        from lichain.render import frames

        return frames.to_pandas(self.result, self._spoken(lang))

    def to_polars(self, *, lang: Lang | None = None) -> pl.DataFrame:
        """A polars data frame with the columns of `to_pandas`. 转为 polars 数据框。"""
        from lichain.render import frames

        return frames.to_polars(self.result, self._spoken(lang))

    def to_dicts(self) -> list[dict[str, Any]]:
        """Rows of plain values, things with all their properties, as `--format json` has them. 转为字典。"""
        from lichain.render.formats import plain_row

        return [plain_row(row) for row in self.rows]

    def to_networkx(self) -> nx.MultiDiGraph:
        """A MultiDiGraph of the things and facts in the rows and behind them. 转为 networkx 图。"""
        return self.graph().to_networkx()

    def graph(self) -> Graph:
        """The things and facts in the rows and behind them, to count on or to write to a file."""
        return Graph(completed(network_of(self.result), self.ends), self.lang)

    def _spoken(self, lang: Lang | None) -> Lang:
        return self.lang if lang is None else checked(lang)

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Answer: ...
    def __getitem__(self, at: int | slice) -> Row | Answer:
        if isinstance(at, int):
            return self.rows[at]
        return replace(self, result=replace(self.result, rows=self.rows[at]))

    def __repr__(self) -> str:
        from lichain.render.brief import brief

        return brief(self.result, self.lang)

    def _repr_html_(self) -> str:
        from lichain.render.html import to_html

        return to_html(self.result, self.lang)
