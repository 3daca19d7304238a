"""A question: a Cypher file whose header says in both languages what it asks and answers.

The header is YAML in the comments between two lines `// ---`, so that the file can be pasted
into Neo4j Browser as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lichain.errors import QueryError
from lichain.model import Lang
from lichain.parsed import read_yaml
from lichain.schema import NodeType, RelationshipType, Term, schema

_HEADER = re.compile(r"// ---\n(.*?)\n// ---\n", re.DOTALL)
_LIMITS = ("limits_zh", "limits_en")
_TEXTS = ("title_zh", "title_en", "about_zh", "about_en", "nothing_zh", "nothing_en")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value to ask with; `types` are node types, or one of date (its last day), since (its first), integer, text, year.

    `min` and `max` bound an integer, both included.
    """

    name: str
    types: tuple[str, ...]
    zh: str
    en: str
    required: bool = False
    default: str | int | None = None
    values: str | None = None
    min: int | None = None
    max: int | None = None

    @property
    def option(self) -> str:
        """The name as an option of a command: --as-of."""
        return "--" + self.name.replace("_", "-")


LENS = (
    Parameter("as_of", ("date",), "截至日期，不填则不限", "as things stood on this day"),
    Parameter(
        "known_at", ("date",), "当时已公开", "as could be known on this day", default="9999-12-31"
    ),
    Parameter(
        "min_confidence",
        ("text",),
        "最低可信度",
        "how sure at least",
        default="inferred",
        values="confidence",
    ),
)
"""What every question about facts can be asked with: a question has those of them that its Cypher names."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the answer; `values` names the vocabulary its values are labelled from.

    `types` are the node types of its things, `any` for several; a column of text and numbers has none.
    `terms` holds the words for its values, of that vocabulary or of the column's own.
    `unit`, `bound` and `high` name the columns that hold the unit, the bound (about, at least …)
    and the upper value of this number; they are shown with it and not on their own.
    """

    name: str
    zh: str
    en: str
    values: str | None = None
    unit: str | None = None
    bound: str | None = None
    high: str | None = None
    types: tuple[str, ...] = ()
    terms: Mapping[str, Term] = field(default_factory=dict)

    def label(self, value: str, lang: Lang) -> str:
        """The word for `value`; the value itself where there is none."""
        term = self.terms.get(value)
        return value if term is None else (term.zh if lang == "zh" else term.en)


@dataclass(frozen=True, slots=True)
class Fold:
    """How many small rows are shown as few: one a value of `by`, with a column for each term of
    `into` that lists the `item`s, each with its `count` and the latest date among the columns `dates`."""

    by: str
    into: str
    item: str
    count: str
    dates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """One file of the catalogue; `name` is its file's name, `theme` its folder's.

    `distinct` names parameters that must not mean the same thing. `step` names the function in
    `lichain.analysis.steps` that makes the answer's rows out of what the Cypher returns; without
    one its rows are the answer.
    """

    name: str
    theme: str
    file: Path
    cypher: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    example: dict[str, Any]
    texts: dict[str, str]
    distinct: tuple[str, ...] = ()
    fold: Fold | None = None
    step: str | None = None

    def title(self, lang: Lang) -> str:
        """The question as a person would ask it."""
        return self.texts[f"title_{lang}"]

    def about(self, lang: Lang) -> str:
        """What it answers, in a sentence or two."""
        return self.texts[f"about_{lang}"]

    def nothing(self, lang: Lang) -> str:
        """What an empty answer means."""
        return self.texts[f"nothing_{lang}"]

    def limits(self, lang: Lang) -> str | None:
        """What the answer cannot see, to be said beneath it; None where nothing needs saying."""
        return self.texts.get(f"limits_{lang}")

    @property
    def evidenced(self) -> bool:
        """Whether its rows carry evidence; a list of sources, say, does not."""
        return any(column.name == "evidence" for column in self.columns)

    @property
    def command(self) -> str:
        """The name as a command: who-supplies."""
        return self.name.replace("_", "-")


def read_question(path: Path) -> Question:
    """The question in `path`; QueryError names the file and what its header lacks."""
    text = path.read_text(encoding="utf-8")
    try:
        header: dict[str, Any] = read_yaml(f"question-{path.stem}", [path], _header)[0]
        parameters = tuple(
            _parameter(name, body) for name, body in (header.get("parameters") or {}).items()
        )
        columns = tuple(_column(name, body) for name, body in header["columns"].items())
        texts = {name: str(header[name]) for name in _TEXTS}
        texts |= {name: str(header[name]) for name in _LIMITS if name in header}
        fold = _fold(header["fold"]) if "fold" in header else None
        parameters += _lens(
            text.rpartition("// ---\n")[2], {parameter.name for parameter in parameters}
        )
    except (ValueError, KeyError, TypeError, AttributeError) as fault:
        raise QueryError(
            f"{path}: the header is not as it should be ({fault}); compare it with another question"
        ) from fault
    return Question(
        path.stem,
        path.parent.name,
        path,
        text,
        parameters,
        columns,
        header.get("example") or {},
        texts,
        tuple(header.get("distinct") or ()),
        fold,
        header.get("step"),
    )


def _lens(cypher: str, own: set[str]) -> tuple[Parameter, ...]:
    return tuple(
        each for each in LENS if each.name not in own and re.search(rf"\${each.name}\b", cypher)
    )


def _header(path: Path) -> str:
    match = _HEADER.search(path.read_text(encoding="utf-8"))
    if not match:
        raise QueryError(f"{path}: has no header; write it as comments between two lines '// ---'")
    return "\n".join(line.removeprefix("//").removeprefix(" ") for line in match[1].split("\n"))


def _parameter(name: str, body: dict[str, Any]) -> Parameter:
    return Parameter(name, _several(body.pop("type")), **body)


def _column(name: str, body: dict[str, Any]) -> Column:
    """A column; `values` in the header is a vocabulary, `types`, or a mapping of its own words."""
    values, types = body.pop("values", None), _several(body.pop("type", ()))
    if isinstance(values, dict):
        return Column(
            name,
            types=types,
            **body,
            terms={key: Term(key, word["zh"], word["en"]) for key, word in values.items()},
        )
    if values == "types":
        return Column(name, types=types, **body, terms=_types())
    terms = schema().terms(values) if values else {}
    return Column(name, types=types, **body, values=values, terms=terms)


def _several(given: str | Iterable[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


def _fold(body: dict[str, Any]) -> Fold:
    return Fold(body["by"], body["into"], body["item"], body["count"], tuple(body["dates"]))


def _types() -> dict[str, Term]:
    found = schema()
    kinds: list[NodeType | RelationshipType] = [
        *found.nodes.values(),
        *found.relationships.values(),
    ]
    return {kind.name: Term(kind.name, kind.zh, kind.en) for kind in kinds}
