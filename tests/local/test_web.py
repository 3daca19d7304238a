"""Neo4j Browser's files are unpacked once, and anew for another Browser."""

from __future__ import annotations

import zipfile
from pathlib import Path

from lichain.local import web
from lichain.local.folder import Folder


def jar(folder: Path, version: str) -> Path:
    path = folder / f"neo4j-browser-{version}.jar"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("browser/index.html", version)
        archive.writestr("META-INF/MANIFEST.MF", "not to be served")
    return path


def test_browser_is_first_on_the_class_path(tmp_path: Path) -> None:
    folder, other = Folder(tmp_path / "server"), tmp_path / "neo4j.jar"
    first = jar(tmp_path, "1.0")
    assert web.prepare(folder, [other, first]) == (folder.web, other, first)
    assert (folder.web / "browser" / "index.html").read_text() == "1.0"
    assert not (folder.web / "META-INF").exists()


def test_pages_stay_until_browser_is_another(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "server")
    web.prepare(folder, [jar(tmp_path, "1.0")])
    folder.pages.mkdir()
    web.prepare(folder, [jar(tmp_path, "1.0")])
    assert folder.pages.is_dir()
    web.prepare(folder, [jar(tmp_path, "2.0")])
    assert not folder.pages.exists()
    assert (folder.web / "browser" / "index.html").read_text() == "2.0"


def test_half_unpacked_is_unpacked_again(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "server")
    one = jar(tmp_path, "1.0")
    (folder.web / "browser").mkdir(parents=True)
    web.prepare(folder, [one])
    assert (folder.web / "browser" / "index.html").exists()


def test_without_browser_nothing_is_unpacked(tmp_path: Path) -> None:
    folder, other = Folder(tmp_path / "server"), tmp_path / "neo4j.jar"
    assert web.prepare(folder, [other]) == (other,)
    assert not folder.web.exists()
