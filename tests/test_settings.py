"""Which Neo4j to talk to: the environment over the file over the program's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from lichain import settings
from lichain.errors import InputError


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "settings.toml"
    monkeypatch.setenv("LICHAIN_SETTINGS", str(path))
    return path


def test_nothing_set_is_the_local_server() -> None:
    found = settings.read({})
    assert (found.uri, found.user, found.database, found.local_version) == (
        None,
        "neo4j",
        "neo4j",
        "2026.08",
    )


def test_the_environment_wins_over_the_file(file: Path) -> None:
    file.write_text('uri = "neo4j://file"\nuser = "ann"\npassword = "秘密"\n', encoding="utf-8")
    found = settings.read({"NEO4J_URI": "neo4j+s://cloud", "NEO4J_DATABASE": "chain"})
    assert (found.uri, found.user, found.password, found.database) == (
        "neo4j+s://cloud",
        "ann",
        "秘密",
        "chain",
    )


def test_an_address_given_outright_wins_over_both() -> None:
    assert settings.read({"NEO4J_URI": "neo4j://a"}).at("neo4j://b").uri == "neo4j://b"
    assert settings.read({"NEO4J_URI": "neo4j://a"}).at(None).uri == "neo4j://a"


def test_a_password_never_shows() -> None:
    assert "hunter2" not in repr(settings.read({"NEO4J_PASSWORD": "hunter2"}))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("uri = ", "write it as TOML"),
        ('url = "x"', "is not a setting"),
        ("uri = 7", "is not a setting"),
    ],
)
def test_a_file_that_does_not_fit_is_refused(file: Path, text: str, said: str) -> None:
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=said) as fault:
        settings.read({})
    assert str(file) in str(fault.value)


def test_an_unknown_version_is_refused() -> None:
    with pytest.raises(InputError, match=r"'4\.4'.*2026\.08, 5\.26"):
        settings.read({"LICHAIN_NEO4J_VERSION": "4.4"})
