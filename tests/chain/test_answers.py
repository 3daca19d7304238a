"""Answers in a notebook: rows, frames, graphs and tables, for every question, against the engine."""

from __future__ import annotations

import copy
import json
import math
import pickle
import sys
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest

import lichain
from lichain.chain import Answer, Chain
from lichain.errors import InputError, QueryError, StoreError, UnknownName
from lichain.model import Lang, Node, Relationship
from lichain.queries import catalogue, run
from lichain.schema import schema
from lichain.store import Store

from ..graph import seed_record

pytestmark = pytest.mark.neo4j
EVIDENCE = [
    f"evidence_{name}"
    for name in ("confidence", "claims", "sources", "locators", "confidences", "notes", "known")
]


_ASKED: dict[str, Answer] = {}


def asked(chain: Chain, name: str) -> Answer:
    """The answer to the question's example, asked once."""
    if name not in _ASKED:
        _ASKED[name] = getattr(chain, name)(**catalogue()[name].example)
    return _ASKED[name]


def expected_columns(name: str) -> list[str]:
    question = catalogue()[name]
    own = [
        shown
        for column in question.columns
        if column.name != "evidence"
        for shown in ([column.name, f"{column.name}_name"] if column.types else [column.name])
    ]
    return own + (EVIDENCE if question.evidenced else [])


def shown(value: Any) -> Any:
    """A value as the documentation says that a frame holds it."""
    if isinstance(value, Node):
        return value.id
    if isinstance(value, Relationship):
        return value.key
    return [shown(item) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize("name", sorted(catalogue()))
def test_a_method_gives_what_the_engine_gives(chain: Chain, served: Store, name: str) -> None:
    answer = asked(chain, name)
    assert isinstance(answer, Answer)
    direct = run(name, served, **catalogue()[name].example)
    assert [row.values for row in answer] == [row.values for row in direct.rows]
    assert answer.parameters == direct.parameters
    assert set(answer.sources) == {one.source for row in answer for one in row.evidence}


@pytest.mark.parametrize("name", sorted(catalogue()))
def test_columns_of_things_say_so_and_others_hold_none(chain: Chain, name: str) -> None:
    """Or a frame would lack the column of names where the first answer has none."""
    question = catalogue()[name]
    answers = [asked(chain, name)]
    if not any(parameter.required for parameter in question.parameters):
        answers.append(chain.ask(name))
    for column in question.columns:
        taken = {t for kind in column.types if kind != "any" for t in schema().subtypes(kind)}
        cells = [row.values.get(column.name) for answer in answers for row in answer]
        for value in cells:
            for item in value if isinstance(value, list) else [value]:
                if isinstance(item, Node):
                    assert column.types, f"{name}.{column.name} holds {item.type}"
                    assert "any" in column.types or item.type in taken


@pytest.mark.parametrize("name", sorted(catalogue()))
def test_frames_hold_every_row_under_the_same_columns(chain: Chain, name: str) -> None:
    answer = asked(chain, name)
    frame, polar = answer.to_pandas(), answer.to_polars()
    assert list(frame.columns) == polar.columns == expected_columns(name)
    assert len(frame) == polar.height == len(answer)
    empty = answer[:0]
    assert list(empty.to_pandas().columns) == empty.to_polars().columns == list(frame.columns)
    for column in answer.columns:
        told = [shown(row.values[column]) for row in answer]
        kinds = {type(value) for value in told if value is not None}
        if list in kinds:
            told = [x if x is None or isinstance(x, list) else [x] for x in told]
        elif len(kinds) > 1 and not kinds <= {int, float}:
            told = [value if value is None else str(value) for value in told]
        for held in (frame[column].tolist(), polar[column].to_list()):
            assert [missing(value) for value in held] == told, column


def missing(value: Any) -> Any:
    import pandas as pd

    return None if value is pd.NA or (isinstance(value, float) and math.isnan(value)) else value


def test_evidence_is_in_the_frame(chain: Chain) -> None:
    answer = chain.who_supplies(to="CATL")
    frame = answer.to_pandas()
    for place, row in enumerate(answer):
        line = frame.iloc[place]
        assert line["evidence_claims"] == [one.claim for one in row.evidence]
        assert line["evidence_sources"] == [one.source for one in row.evidence]
        assert line["evidence_confidence"] == row.confidence
    told = {claim for claims in frame["evidence_claims"] for claim in claims}
    facts = [x for x in seed_record().relationships.values() if x.type == "SUPPLIES"]
    assert told >= {claim for x in facts if x.end == "catl" for claim in x.listed("claims")}


def test_names_are_in_the_language_asked_and_ids_are_the_same(chain: Chain) -> None:
    answer = chain.who_supplies(to="CATL")
    chinese, english = answer.to_pandas(lang="zh"), answer.to_polars(lang="en")
    assert chinese["customer_name"].tolist() == [row.customer.name("zh") for row in answer]
    assert english["customer_name"].to_list() == [row.customer.name("en") for row in answer]
    assert "宁德时代" in set(chinese["customer_name"])
    assert chinese["supplier"].tolist() == english["supplier"].to_list()
    with pytest.raises(InputError, match="lang is 'fr'"):
        answer.to_pandas(lang="fr")  # type: ignore[arg-type]


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_missing_library_is_one_sentence_with_the_command(
    chain: Chain, monkeypatch: pytest.MonkeyPatch, library: str
) -> None:
    answer = chain.who_supplies(to="CATL")
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(InputError, match=f"{library} is not installed; run: pip install {library}"):
        getattr(answer, f"to_{library}")()


def test_rows_are_read_by_attribute_by_name_and_as_mappings(chain: Chain) -> None:
    row = chain.who_supplies(to="CATL")[0]
    assert row.supplier is row["supplier"] is dict(row)["supplier"]
    assert row["from"] == row.values["from"]
    assert set(answer_columns := list(row)) <= set(dir(row))
    assert "evidence" not in answer_columns
    assert row.evidence[0].source in chain.who_supplies(to="CATL").sources
    assert not hasattr(row, "nothing_of_the_kind")
    with pytest.raises(AttributeError, match="no column 'suplier'"):
        row.suplier  # noqa: B018
    assert copy.deepcopy(row) == row == pickle.loads(pickle.dumps(row))


def test_an_answer_is_a_sequence(chain: Chain) -> None:
    answer = chain.who_supplies(to="CATL")
    assert len(answer) == len(list(answer)) == len(answer.rows) > 10
    assert answer[-1] == answer.rows[-1]
    assert isinstance(answer[:5], Answer)
    assert len(answer[:5]) == 5
    assert answer.meaning == ""


def test_an_empty_answer_says_what_it_means(chain: Chain) -> None:
    answer = chain.who_supplies(to="ganfeng", by="byd")
    assert not answer
    assert "not the same as none" in answer.meaning
    assert "not the same as none" in repr(answer)
    assert "not the same as none" in answer._repr_html_()
    assert answer.to_dicts() == []
    assert answer.to_networkx().number_of_edges() == 0


def test_dicts_are_plain(chain: Chain) -> None:
    answer = chain.who_supplies(to="CATL")
    plain = json.loads(json.dumps(answer.to_dicts(), ensure_ascii=False))
    assert [row["supplier"]["id"] for row in plain] == [row.supplier.id for row in answer]
    assert all(row["evidence"] for row in plain)


@pytest.mark.parametrize("name", sorted(set(catalogue()) - {"coverage", "everything"}))
def test_the_graph_of_an_answer_has_every_thing_and_fact(chain: Chain, name: str) -> None:
    answer = asked(chain, name)
    graph = answer.to_networkx()
    assert graph.is_multigraph()
    assert graph.is_directed()
    record = seed_record()
    for row in answer:
        assert {link.key for link in row.links} <= {key for _, _, key in graph.edges(keys=True)}
    for id_, kind in graph.nodes(data="type"):
        assert record.nodes[id_].type == kind
    for start, end, key in graph.edges(keys=True):
        fact = record.relationships[key]
        assert (fact.start, fact.end) == (start, end)


def test_a_node_of_an_answer_is_an_argument(chain: Chain) -> None:
    first = chain.who_supplies(to="CATL")[0]
    by_node = chain.who_supplies(by=first.supplier)
    by_name = chain.who_supplies(by=first.supplier.id)
    assert by_node.parameters == by_name.parameters
    assert by_node.rows == by_name.rows
    assert len(chain.graph(around=first.supplier, hops=1)) > 1


def test_a_limit_shows_that_more_was_cut(served: Store) -> None:
    with lichain.open(lang="zh", limit=3) as chain:
        answer = chain.who_supplies()
        assert len(answer) == 3
        assert answer.more
        assert "3+ 行" in repr(answer)
        assert "截断" in answer._repr_html_()


def test_what_does_not_fit_is_said(chain: Chain) -> None:
    with pytest.raises(UnknownName, match="did you mean"):
        chain.who_supplies(to="宁德时待")
    with pytest.raises(QueryError, match="no parameter 'whom'"):
        chain.who_supplies(whom="CATL")  # type: ignore[call-arg]
    with pytest.raises(QueryError, match="needs --what"):
        chain.upstream_of()  # type: ignore[call-arg]
    with pytest.raises(QueryError, match="out of bounds; give 1 to 3"):
        chain.graph(around="CATL", hops=9)
    with pytest.raises(QueryError, match="there is no question 'who_buys'"):
        chain.ask("who_buys")


def test_a_closed_chain_says_so(served: Store) -> None:
    with lichain.open(lang="en") as chain:
        pass
    with pytest.raises(StoreError):
        chain.who_supplies(to="CATL")


class Tags(HTMLParser):
    """What tags there are, and the text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("name", sorted(catalogue()))
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_answer_shows_as_a_headed_table(chain: Chain, name: str, lang: Lang) -> None:
    answer = replace(asked(chain, name), lang=lang)
    seen = Tags()
    seen.feed(answer._repr_html_())
    tags = [tag for tag, _ in seen.tags]
    assert tags.count("caption") == 1
    heads = [attributes for tag, attributes in seen.tags if tag == "th"]
    assert heads
    assert all(attributes["scope"] == "col" for attributes in heads)
    rows = min(len(answer), 60)
    assert tags.count("tr") == rows + 1
    assert tags.count("td") == rows * len(heads)
    assert catalogue()[name].title(lang) in seen.text
    for row in answer[:60]:
        assert all(one.claim in seen.text for one in row.evidence[:3])
    text = repr(answer)
    assert catalogue()[name].title(lang) in text
    assert len(text.splitlines()) <= 15
