"""Every file of the catalogue is whole: header, words, parameters, columns and safe Cypher."""

from __future__ import annotations

import inspect
import keyword
import re
from pathlib import Path

import pytest

from lichain.errors import QueryError
from lichain.queries import Question, catalogue, find, run
from lichain.queries.question import read_question
from lichain.schema import MARKER, schema

from ..graph import seed_record
from .text import bare, literal, param_line, returned, statement

QUESTIONS = list(catalogue().values())
PLAIN_TYPES = {"any", "date", "integer", "since", "text", "year"}
REQUIRED = {
    "who_supplies", "active_in", "upstream_of", "downstream_of", "policies_covering",
    "provisions_of", "targets_and_actuals", "path_between", "neighbours_of", "evidence_for",
    "claims_of_source", "projects", "facilities", "events", "people", "clusters", "resources_in",
    "stakes_of", "partners_of", "regions_inside", "products_of", "sources", "overview",
    "everything", "around", "coverage", "conflicts", "stale",
    "concentration", "shares_of", "chokepoints", "exposure", "strengths_of",
    "gaps_in", "extensions_of", "side_by_side", "loop_in", "policy_gaps", "changes", "weakly_evidenced",
    "suppliers_upstream", "what_stops", "one_known_supplier", "substitutes_for",
}  # fmt: skip
WITHOUT_EVIDENCE = {"sources", "overview", "everything"}
"""Counts and lists of sources rest on no single claim; the whole graph holds them all."""
OTHER_COMMANDS = {
    "map", "evidence", "resolve", "check", "plan", "load", "verify", "up", "down", "status",
    "browser", "queries", "query", "run", "help",
}  # fmt: skip
FORBIDDEN = re.compile(
    r"\b(LOAD\s+CSV|CREATE|MERGE|SET|DELETE|REMOVE|FOREACH|USE|TERMINATE|SHOW|DROP"
    r"|IN\s+(CONCURRENT\s+)?TRANSACTIONS)\b"
    r"|\b(apoc\.|(element)?id\s*\(|CALL\s*\{|CALL\s+[a-z]\w*\.)"
    r"|\$\(|;|`",
    re.IGNORECASE,
)
each = pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)


def test_the_catalogue_holds_what_it_promises() -> None:
    assert set(catalogue()) >= REQUIRED


def test_no_two_questions_share_a_name() -> None:
    paths = [question.file for question in QUESTIONS]
    folder = paths[0].parents[1]
    themes = {path.parent.name for path in paths}
    files = [path.stem for path in folder.glob("*/*.cypher") if path.parent.name in themes]
    assert sorted(files) == sorted(question.name for question in QUESTIONS)


@each
def test_words_are_there_in_both_languages(question: Question) -> None:
    said = [question.title, question.about, question.nothing]
    for lang, script in (("zh", r"[\u4e00-\u9fff]"), ("en", r"^[^\u4e00-\u9fff]+$")):
        texts = [text(lang) for text in said]  # type: ignore[arg-type]
        texts += [getattr(one, lang) for one in (*question.parameters, *question.columns)]
        terms = [
            getattr(t, lang) for c in question.columns for t in c.terms.values() if not c.values
        ]
        for text in [*texts, *terms]:
            known = {"CAS"}
            assert text in known or re.search(script, text), f"{lang}: {text!r}"
    assert not question.title("en").endswith((".", "?"))
    assert not question.title("zh").endswith(("。", "？"))


@each
def test_limits_are_said_in_both_languages_or_not_at_all(question: Question) -> None:
    zh, en = question.limits("zh"), question.limits("en")
    assert (zh is None) == (en is None)
    if zh and en:
        assert zh.endswith("。")
        assert en.endswith(".")


@each
def test_an_empty_answer_says_what_it_means(question: Question) -> None:
    assert question.nothing("en").endswith(".")
    assert question.nothing("zh").endswith("。")
    assert question.nothing("en") != question.about("en")


@each
def test_parameters_are_of_known_types_and_can_be_asked_for(question: Question) -> None:
    taken = {*inspect.signature(run).parameters, "lang", "format", "limit", "uri", "cypher"}
    for parameter in question.parameters:
        assert re.fullmatch(r"[a-z][a-z_]*", parameter.name)
        assert not keyword.iskeyword(parameter.name)
        assert parameter.name not in taken
        assert set(parameter.types) <= {*schema().nodes, *PLAIN_TYPES}
        assert len(parameter.types) == 1 or not {*parameter.types} & PLAIN_TYPES
        assert not (parameter.required and parameter.default is not None)
        if parameter.values:
            assert parameter.types == ("text",)
            assert schema().terms(parameter.values)


@each
def test_every_parameter_is_used_and_none_is_unknown(question: Question) -> None:
    used = set(re.findall(r"\$(\w+)", bare(question)))
    assert used == {parameter.name for parameter in question.parameters}


@each
def test_columns_are_what_is_returned(question: Question) -> None:
    names = [column.name for column in question.columns]
    assert question.step or returned(question) == names
    assert len(set(names)) == len(names)
    assert ("evidence" in names) == (question.name not in WITHOUT_EVIDENCE)
    if "evidence" in names:
        assert names[-1] == "evidence"
    for column in question.columns:
        beside = [name for name in (column.unit, column.bound, column.high) if name]
        assert set(beside) <= set(names)


@each
def test_the_example_fits(question: Question) -> None:
    parameters = {parameter.name: parameter for parameter in question.parameters}
    assert set(question.example) <= set(parameters)
    assert {p.name for p in question.parameters if p.required} <= set(question.example)
    nodes = seed_record().nodes
    for name, value in question.example.items():
        types = parameters[name].types
        if types == ("any",):
            assert value in nodes
        elif not set(types) & PLAIN_TYPES:
            assert nodes[value].type in frozenset().union(*map(schema().subtypes, types))
        elif parameters[name].values:
            assert value in schema().terms(parameters[name].values or "")


@each
def test_the_line_for_the_browser_sets_every_parameter(question: Question) -> None:
    values = {p.name: question.example.get(p.name, p.default) for p in question.parameters}
    inner = ", ".join(f"{name}: {literal(value)}" for name, value in values.items())
    assert param_line(question) == (f":param {{{inner}}}" if values else None)
    assert "}" not in inner, "Neo4j Browser reads up to the first brace"


@each
def test_it_can_be_pasted_into_the_browser(question: Question) -> None:
    text = question.cypher
    assert text.startswith("// ---\n")
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert not re.search(r"^:|/\*", statement(question), flags=re.MULTILINE)
    assert all(len(line) <= 140 or "ACTIVE_IN|" in line for line in statement(question).split("\n"))


@each
def test_nothing_forbidden_is_in_it(question: Question) -> None:
    assert not (found := FORBIDDEN.search(bare(question))), found


@pytest.mark.parametrize(
    "text",
    ["MATCH (n) WHERE id(n) = 1", "CALL apoc.do()", "CALL { RETURN 1 }", "SET n.x = 1", "a; b",
     "MATCH (n:$($label))", "load csv from ''", "CALL db.labels()", "IN TRANSACTIONS", "`n`"],
)  # fmt: skip
def test_what_is_forbidden_is_seen(text: str) -> None:
    assert FORBIDDEN.search(text)


@each
def test_paths_have_literal_bounds(question: Question) -> None:
    for hops in re.findall(r"[A-Z_:](\*[^\]]*)\]", bare(question)):
        assert re.fullmatch(r"\*\d*\.\.\d+", hops), hops


@each
def test_labels_and_types_are_those_of_the_schema(question: Question) -> None:
    known = {*schema().nodes, *schema().relationships, MARKER}
    for names in re.findall(r":([A-Z]\w*(?:\|\w+)*)", bare(question)):
        assert set(names.split("|")) <= known, names


@each
def test_the_order_of_rows_is_said(question: Question) -> None:
    last = re.split(r"^RETURN ", bare(question), flags=re.MULTILINE)[-1]
    assert re.search(r"^ORDER BY ", last, flags=re.MULTILINE)


@pytest.mark.parametrize("name", ["path_between", "around"])
def test_a_walk_takes_every_fact_and_no_evidence(name: str) -> None:
    walks = re.findall(r"\[(?:link)?:([A-Z_|]+)", statement(find(name)))
    assert set(max(walks, key=len).split("|")) == set(schema().relationships) - {
        "EVIDENCED_BY",
        "LOOKED_INTO",
    }


def test_the_overview_knows_every_type_of_thing() -> None:
    named = set(re.findall(r"'([A-Z]\w+)'", statement(find("overview"))))
    assert named == set(schema().nodes)


def test_commands_do_not_clash_with_others() -> None:
    assert not OTHER_COMMANDS & {question.command for question in QUESTIONS}


def test_a_question_is_found_by_its_command_and_a_near_miss_suggests() -> None:
    assert find("who-supplies") is find("who_supplies")
    with pytest.raises(QueryError, match=r"did you mean .*who-supplies"):
        find("who_supply")


HEADER = """// ---
// title_zh: 甲
// title_en: A
// about_zh: 甲
// about_en: A
// nothing_zh: 甲
// nothing_en: A
// columns:
//   a: {zh: 甲, en: A, values: %s}
// ---
RETURN 1 AS a
"""


@pytest.mark.parametrize(
    ("values", "word"),
    [
        ("confidence", {"disclosed": "当事方披露"}),
        ("types", {"Enterprise": "企业", "SUPPLIES": "供应"}),
        ("{x: {zh: 乙, en: B}}", {"x": "乙", "other": "other"}),
    ],
)
def test_the_words_of_a_column(tmp_path: Path, values: str, word: dict[str, str]) -> None:
    file = tmp_path / "a.cypher"
    file.write_text(HEADER % values, encoding="utf-8")
    column = read_question(file).columns[0]
    for value, zh in word.items():
        assert column.label(value, "zh") == zh


@pytest.mark.parametrize(
    "text",
    [
        "RETURN 1",
        "// ---\n// title_zh: [\n// ---\nRETURN 1",
        HEADER.replace("title_en", "other") % "x",
    ],
)
def test_a_header_at_fault_names_the_file(tmp_path: Path, text: str) -> None:
    file = tmp_path / "broken.cypher"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(QueryError, match=r"broken\.cypher"):
        read_question(file)
