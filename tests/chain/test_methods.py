"""Every question is a method with a real signature, and the stub says the same."""

from __future__ import annotations

import ast
import inspect
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import lichain
from lichain.chain import Answer, Chain
from lichain.errors import InputError, LichainError, QueryError
from lichain.model import Node
from lichain.queries import Question, catalogue

STUB = Path(lichain.__file__).parent / "chain" / "questions.pyi"
QUESTIONS = list(catalogue().values())
CJK = re.compile(r"[\u4e00-\u9fff]")


def stub_methods() -> dict[str, ast.FunctionDef]:
    (made,) = [n for n in ast.parse(STUB.read_text("utf-8")).body if isinstance(n, ast.ClassDef)]
    return {node.name: node for node in made.body if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_the_signature_is_the_parameters_of_the_question(question: Question) -> None:
    signature = inspect.signature(getattr(Chain, question.name))
    given = list(signature.parameters.values())[1:]
    assert [p.name for p in given] == [p.name for p in question.parameters]
    assert all(p.kind is inspect.Parameter.KEYWORD_ONLY for p in given)
    for shown, parameter in zip(given, question.parameters, strict=True):
        empty = shown.default is inspect.Parameter.empty
        assert empty == parameter.required
        assert empty or shown.default == parameter.default
    assert signature.return_annotation is Answer


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_help_has_both_languages_every_parameter_and_an_example(question: Question) -> None:
    text = inspect.getdoc(getattr(Chain, question.name)) or ""
    assert text.startswith(f"{question.title('en')}.\n{question.title('zh')}。")
    assert CJK.search(text)
    assert all(f"    {p.name}: {p.en}"[:40] in text for p in question.parameters)
    call = ast.parse(text.rpartition("Example 例: ")[2], mode="eval").body
    assert isinstance(call, ast.Call)
    assert {k.arg for k in call.keywords} == set(question.example)


def test_the_stub_has_the_signatures_of_the_methods() -> None:
    found = stub_methods()
    assert list(found) == list(catalogue())
    for name, node in found.items():
        real = list(inspect.signature(getattr(Chain, name)).parameters.values())[1:]
        assert [argument.arg for argument in node.args.kwonlyargs] == [p.name for p in real]
        defaults = [d and ast.literal_eval(d) for d in node.args.kw_defaults]
        assert defaults == [None if p.default is p.empty else p.default for p in real]
        assert [d is None for d in node.args.kw_defaults] == [p.default is p.empty for p in real]
        assert ast.unparse(node.returns or ast.Constant(0)) == "Answer"
        shown = [
            eval(ast.unparse(a.annotation), {"Node": Node, "date": date})
            for a in node.args.kwonlyargs
        ]  # type: ignore[arg-type]
        assert shown == [p.annotation for p in real]


def test_tab_completion_lists_every_question_and_no_question_hides_anything() -> None:
    assert set(catalogue()) <= set(dir(Chain))
    own = {name for name in vars(Chain) if not name.startswith("_")} | {"lang"}
    assert not own & set(catalogue())


def test_an_argument_without_its_name_is_refused_with_an_example() -> None:
    chain = Chain(None, lang="en", limit=1, seconds=1)  # type: ignore[arg-type]
    with pytest.raises(QueryError, match=r"by name, not 'CATL' alone; .*to='catl'"):
        chain.who_supplies("CATL")  # type: ignore[misc]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"lang": "fr"}, 'lang is \'fr\'; give "zh" or "en"'),
        ({"limit": 0}, "limit is 0; give a whole number"),
        ({"limit": "9"}, "limit is '9'; give a whole number"),
        ({"seconds": -1}, "seconds is -1; give a number above 0"),
    ],
)
def test_arguments_of_open_are_checked_before_anything_is_started(given: dict, said: str) -> None:
    with pytest.raises(InputError, match=re.escape(said)) as caught:
        lichain.open("bolt://127.0.0.1:1", **given)
    assert CJK.search(caught.value.said("zh"))


def test_import_lichain_is_light() -> None:
    heavy = "neo4j pandas polars networkx numpy yaml rich typer typing pyvis py2neo"
    code = f"import sys, lichain; print([m for m in {heavy.split()} if m in sys.modules])"
    # -S and -I: what site-packages start by themselves is not ours
    path = str(Path(lichain.__file__).parents[1])
    done = subprocess.run(
        [sys.executable, "-S", "-I", "-c", f"import sys; sys.path.insert(0, {path!r}); {code}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"


def test_opening_loads_no_graph_library() -> None:
    """Nor data frames of our own accord: the driver imports pandas and numpy where they are installed."""
    code = (
        "import sys, lichain.chain; "
        "print([m for m in ('polars', 'networkx', 'pyvis', 'py2neo') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_notebook_shows_the_sentence_and_no_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    from IPython.core.interactiveshell import InteractiveShell

    shell = InteractiveShell()
    shell.run_cell("import lichain; lichain.open(lang='fr')")
    shown = capsys.readouterr().out + capsys.readouterr().err
    assert "lang is 'fr'; give" in shown
    assert "请用" in shown
    assert "Traceback" not in shown
    assert LichainError("only English")._render_traceback_() == ["LichainError: only English"]


@pytest.mark.slow
def test_a_type_checker_knows_the_questions(tmp_path: Path) -> None:
    code = tmp_path / "use.py"
    code.write_text(
        "import lichain\n"
        "with lichain.open(lang='en') as chain:\n"
        "    reveal_type(chain.who_supplies(to='CATL'))\n"
        "    chain.who_supplies(whom='CATL')\n"
        "    chain.upstream_of(tiers=2)\n"
        "    chain.upstream_of(what='cell', tiers='two')\n",
        encoding="utf-8",
    )
    root = Path(lichain.__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--config-file=", str(code)],
        capture_output=True,
        text=True,
        cwd=root,
        env=os.environ | {"MYPYPATH": str(root / "graph")},
    )
    assert 'Revealed type is "lichain.chain.answer.Answer"' in done.stdout
    assert 'Unexpected keyword argument "whom" for "who_supplies"' in done.stdout
    assert 'Missing named argument "what" for "upstream_of"' in done.stdout
    assert 'Argument "tiers" to "upstream_of"' in done.stdout
