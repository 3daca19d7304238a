import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from lichain.cli import browser, language
from lichain.cli import local as commands
from lichain.cli.language import Lang
from lichain.errors import LocalError
from lichain.local import lock, messages
from lichain.local.folder import Folder
from lichain.local.state import State
from lichain.settings import Settings


@pytest.fixture
def app() -> typer.Typer:
    app = typer.Typer()
    commands.register(app)
    browser.register(app)
    return app


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    """A server that seems to run, as long as the test holds its lock."""
    monkeypatch.setenv("LICHAIN_HOME", str(tmp_path))
    monkeypatch.setenv("LICHAIN_SETTINGS", str(tmp_path / "settings.toml"))
    monkeypatch.setenv("LICHAIN_LANG", "en")
    monkeypatch.delenv("LICHAIN_NEO4J_VERSION", raising=False)
    folder = Folder.of(Settings(home=tmp_path))
    folder.make()
    folder.ensure_password()
    folder.web.mkdir()
    State("running", 1, 17687, 17474, "2026.08.1", "2026-11-01T00:00:00+00:00").write(folder)
    return folder


def run(app: typer.Typer, folder: Folder, *arguments: str) -> str:
    with lock.hold(folder.alive, seconds=0):
        result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.parametrize("command", ["up", "down", "status", "browser"])
def test_every_command_has_help(app: typer.Typer, folder: Folder, command: str) -> None:
    assert "Neo4j" in run(app, folder, command, "--help")


def test_up_says_where(app: typer.Typer, folder: Folder) -> None:
    assert "address: bolt://127.0.0.1:17687" in run(app, folder, "up")
    assert "地址: bolt://127.0.0.1:17687" in run(app, folder, "up", "--lang", "zh")


def test_status_in_both_languages(app: typer.Typer, folder: Folder) -> None:
    assert "state: running" in run(app, folder, "status")
    assert "状态: 运行中" in run(app, folder, "status", "--lang", "zh")


def test_status_for_programs(app: typer.Typer, folder: Folder) -> None:
    found = json.loads(run(app, folder, "status", "--json"))
    assert found["phase"] == "running"
    assert found["since"] == "2026-11-01 00:00:00+00:00"


def test_browser_shows_the_password_only_when_asked(
    app: typer.Typer, folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", lambda url: not opened.append(url))
    quiet = run(app, folder, "browser", "--print")
    assert not opened
    assert quiet.startswith("http://localhost:17474/browser/lichain/en/open.html\n")
    assert folder.password() not in quiet
    assert folder.password_file.name in quiet
    assert folder.password() in run(app, folder, "browser", "--password")
    assert opened == ["http://localhost:17474/browser/lichain/en/open.html"]
    assert all(folder.password() not in file.read_text("utf-8") for file in pages(folder, "en"))


def pages(folder: Folder, lang: str) -> list[Path]:
    return [path for path in (folder.pages / lang).iterdir() if path.suffix in (".json", ".html")]


@pytest.mark.parametrize(("lang", "named"), [("zh", "手工导入"), ("en", "by hand")])
def test_browser_says_in_three_lines_what_to_import(
    app: typer.Typer, folder: Folder, lang: str, named: str
) -> None:
    said = run(app, folder, "browser", "--print", "--lang", lang).rstrip().split("\n")[-3:]
    assert named in said[0]
    for line, name in zip(said, ("style.grass", "scripts.zip", "guide.html"), strict=True):
        path = folder.pages / lang / name
        assert path.is_file()
        assert str(path) in line


def test_browser_of_an_older_server_is_to_be_restarted(app: typer.Typer, folder: Folder) -> None:
    folder.web.rmdir()
    with lock.hold(folder.alive, seconds=0):
        result = CliRunner().invoke(app, ["browser", "--print"])
    assert isinstance(result.exception, LocalError)
    assert "lichain down" in str(result.exception)
    assert "lichain down" in result.exception.said("zh")


def test_browser_out_writes_and_starts_nothing(app: typer.Typer, tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["browser", "--out", str(tmp_path / "kit"), "--lang", "en"])
    assert result.exit_code == 0, result.output
    assert result.output.count("\n") == 3
    assert sorted(path.name for path in (tmp_path / "kit").iterdir()) == [
        "guide.html",
        "scripts",
        "scripts.zip",
        "style.grass",
    ]


def test_down_when_nothing_runs(app: typer.Typer, folder: Folder) -> None:
    result = CliRunner().invoke(app, ["down"])
    assert "no local Neo4j was running" in result.output


def test_progress_speaks_the_language_and_to_a_terminal_only(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    commands.reporter(Lang.EN)(messages.STOPPING)
    assert capsys.readouterr() == ("", "")
    monkeypatch.setattr(commands, "watched", lambda: True)
    commands.reporter(Lang.ZH)(messages.STOPPING)
    commands.reporter(Lang.EN)(messages.STOPPING)
    assert capsys.readouterr() == ("", "正在停止本地 Neo4j …\nstopping the local Neo4j …\n")


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, Lang.EN),
        ({"LANG": "zh_CN.UTF-8"}, Lang.ZH),
        ({"LANG": "zh_CN.UTF-8", "LICHAIN_LANG": "en"}, Lang.EN),
        ({"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, Lang.EN),
        ({"LANG": "de_DE.UTF-8"}, Lang.EN),
        ({"LICHAIN_LANG": "ZH"}, Lang.ZH),
    ],
)
def test_language(environment: dict[str, str], expected: Lang) -> None:
    assert language.detect(environment) is expected
