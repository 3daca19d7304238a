"""lichain: the lithium-battery industry chain as a knowledge graph on Neo4j.

>>> import lichain
>>> with lichain.open() as chain:
...     frame = chain.who_supplies(to="CATL").to_pandas()

`help(lichain.open)` says how to reach which Neo4j; docs/python.md shows more.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as in typing, whose import would take longer than all the rest here
if TYPE_CHECKING:
    from collections.abc import Callable

    from lichain.chain import Chain
    from lichain.model import Lang

__version__ = "0.1.0"
__all__ = ["__version__"]  # not `open`: `from lichain import *` must not hide Python's own


def open(  # noqa: A001
    uri: str | None = None,
    *,
    lang: Lang | None = None,
    limit: int = 100_000,
    seconds: float = 60.0,
    progress: Callable[[str], None] | None = None,
) -> Chain:
    """Open the graph to ask it questions; close it, or use it in a `with` statement. 打开图谱以供提问。

    `uri` is the address of a Neo4j. Where it is left out, NEO4J_URI or the settings file say it;
    where those say nothing, the program's own local Neo4j is used, and started if it does not run.
    User, password and database come from NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE, or
    from the settings file.

    `lang` is the language of names and sentences, "zh" or "en" (else LICHAIN_LANG, else the
    locale). `limit` is the most rows of an answer, `seconds` the longest a question may take.
    `progress` is told what takes long; by default standard error is.

    Raises InputError for arguments and settings that do not fit, StoreError where Neo4j is not
    there or refuses, LocalError where the local one cannot start.

    Example: `with lichain.open() as chain: print(chain.who_supplies(to="CATL"))`
    """
    from lichain.chain import opened

    return opened(uri, lang=lang, limit=limit, seconds=seconds, progress=progress)
