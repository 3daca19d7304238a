"""A graph opened for questions."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import TracebackType
from typing import Any

from lichain import settings
from lichain.analysis.network import completed, network_of, surroundings, whole
from lichain.chain.answer import Answer
from lichain.chain.graph import Graph
from lichain.chain.language import checked
from lichain.chain.questions import Questions
from lichain.errors import InputError
from lichain.model import Lang, Node
from lichain.queries.asking import nodes_of, run
from lichain.store import Store, connect


class Chain(Questions):
    """The graph; every question of the catalogue is a method. 打开的图谱；每个问题是一个方法。

    `dir(chain)` lists the questions, `help(chain.who_supplies)` says what one asks and answers.
    Names are taken in any spelling and either language; a node of an earlier answer is taken too.
    """

    def __init__(self, store: Store, *, lang: Lang, limit: int, seconds: float) -> None:
        self._store = store
        self._limit = limit
        self._seconds = seconds
        self.lang = lang

    def ask(self, question: str, /, **parameters: Any) -> Answer:
        """The answer to a question by its name, for names that are not known beforehand. 按名称提问。

        Raises UnknownName where a name means nothing or several things, QueryError for a question
        or an argument that does not fit, StoreError where Neo4j went away.
        """
        given = {
            name: value.id if isinstance(value, Node) else value
            for name, value in parameters.items()
        }
        result = run(question, self._store, seconds=self._seconds, limit=self._limit, **given)
        network = network_of(result)
        held = {node.id for node in network.nodes} | set(result.sources)
        ends = {end for link in network.relationships for end in (link.start, link.end)}
        return Answer(result, self.lang, nodes_of(self._store, ends - held))

    def graph(self, around: str | Node | None = None, *, hops: int = 2) -> Graph:
        """The whole graph, or what lies within `hops` steps (1 to 3) of a thing. 整张图谱，或某事物周围。

        Example: `chain.graph(around="郴州", hops=1).write("chenzhou.graphml")`
        """
        if around is None:
            return Graph(whole(self._store), self.lang)
        named = around.id if isinstance(around, Node) else around
        return Graph(completed(surroundings(self._store, named, hops)), self.lang)

    def close(self) -> None:
        """Give the connections back; a local Neo4j goes on running. 关闭连接。"""
        self._store.close()

    def __enter__(self) -> Chain:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<lichain.Chain at {self._store.address}, answers in {self.lang}>"


def opened(
    uri: str | None,
    *,
    lang: Lang | None,
    limit: int,
    seconds: float,
    progress: Callable[[str], None] | None,
) -> Chain:
    """What `lichain.open` does."""
    chosen = settings.language() if lang is None else checked(lang)
    if not isinstance(limit, int) or limit < 1:
        raise InputError(
            f"limit is {limit!r}; give a whole number of rows, 1 or more",
            f"limit 的值为 {limit!r}；请用不小于 1 的整数（行数）",
        )
    if not isinstance(seconds, int | float) or seconds <= 0:
        raise InputError(
            f"seconds is {seconds!r}; give a number above 0",
            f"seconds 的值为 {seconds!r}；请用大于 0 的数",
        )
    store = connect(settings.read().at(uri), progress or _to_standard_error(chosen))
    return Chain(store, lang=chosen, limit=limit, seconds=seconds)


def _to_standard_error(lang: Lang) -> Callable[[str], None]:
    def report(message: str) -> None:
        text = getattr(message, "zh", message) if lang == "zh" else message
        sys.stderr.write(f"{text}\n")

    return report
