from __future__ import annotations

import pickle

import pytest
from neo4j import exceptions

from lichain.errors import Fault, LichainError, Sentence, ServerGone, StoreError, TableFaults
from lichain.loader.load import _left
from lichain.store.faults import translated

DRIVER = [
    exceptions.AuthError("no"),
    exceptions.IncompleteCommit("gone"),
    exceptions.ServiceUnavailable("gone"),
    exceptions.ConfigurationError("what"),
    exceptions.DriverError("broken"),
    *(
        exceptions.Neo4jError._hydrate_neo4j(code=code, message=said)
        for code, said in (
            ("Neo.ClientError.Statement.AccessMode", "no writes"),
            ("Neo.ClientError.Database.DatabaseNotFound", "no such"),
            ("Neo.ClientError.Security.CredentialsExpired", "expired"),
            ("Neo.ClientError.Security.Forbidden", "forbidden"),
            ("Neo.ClientError.Statement.ArgumentError", "is too large to index"),
            ("Neo.ClientError.Schema.ConstraintValidationFailed", "twice"),
            ("Neo.ClientError.Procedure.X", "no such fulltext schema index"),
            ("Neo.ClientError.Transaction.TransactionTimedOut", "slow"),
            ("Neo.TransientError.General.MemoryPoolOutOfMemoryError", "much"),
            ("Neo.ClientError.Statement.SyntaxError", "what"),
            ("Neo.DatabaseError.General.UnknownError", "what"),
        )
    ),
]


def test_an_error_speaks_both_languages_and_is_english_as_text() -> None:
    fault = StoreError("gone", "不在了")
    assert (str(fault), fault.said("en"), fault.said("zh")) == ("gone", "gone", "不在了")
    assert LichainError("gone").said("zh") == "gone"
    assert pickle.loads(pickle.dumps(fault)).said("zh") == "不在了"


def test_a_sentence_brings_its_chinese() -> None:
    fault = LichainError(Sentence("gone", "不在了"))
    assert type(str(fault)) is str
    assert fault.said("zh") == "不在了"


def test_table_faults_are_counted_in_both_languages() -> None:
    fault = TableFaults([Fault("b.csv", 2, "id", "bad"), Fault("a.csv", 0, "", "missing")])
    assert str(fault) == (
        "2 faults in the tables, nothing was loaded:\n  a.csv: missing\n  b.csv:2: id: bad"
    )
    assert fault.said("zh").startswith("数据表中有 2 处错误，未加载任何内容：\n  a.csv: missing")


@pytest.mark.parametrize("fault", DRIVER, ids=lambda fault: getattr(fault, "code", None) or "")
def test_what_the_driver_raises_is_said_in_both_languages(
    fault: exceptions.Neo4jError | exceptions.DriverError,
) -> None:
    said = translated(fault, "bolt://a:1")
    assert said.chinese
    assert said.said("zh") != str(said)


@pytest.mark.parametrize(
    ("address", "batched", "end", "up"),
    [
        ("bolt://127.0.0.1:7687", False, "; the graph is as it was before", True),
        ("bolt://[::1]:7687", True, "run `lichain load` again and it goes on from there", True),
        ("neo4j://db.example:7687", False, "; the graph is as it was before", False),
    ],
)
def test_a_load_cut_short_says_what_became_of_the_graph(
    address: str, batched: bool, end: str, up: bool
) -> None:
    gone = translated(exceptions.ServiceUnavailable("gone"), address)
    assert isinstance(gone, ServerGone)
    said = _left(gone, address, batched)
    assert str(said).endswith(end)
    assert ("`lichain up`" in str(said), "`lichain up`" in said.said("zh")) == (up, up)
    assert said.said("zh") != str(said)
    assert said.exit_code == StoreError.exit_code
