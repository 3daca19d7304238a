from __future__ import annotations

import os
from pathlib import Path

import pytest

from lichain.errors import InputError
from lichain.model import Node
from lichain.render.map import map_html, write_map

NODES = [Node("catl", "Enterprise", {"name_zh": "宁德时代", "name_en": "CATL"})]


def write(path: Path) -> None:
    write_map(NODES, [], path, lang="zh", title="图", sources={})


def test_the_file_is_the_page_in_utf_8_with_unix_line_ends(tmp_path: Path) -> None:
    out = tmp_path / "地图.html"
    write(out)
    assert out.read_bytes() == map_html(NODES, [], lang="zh", title="图", sources={}).encode(
        "utf-8"
    )
    assert b"\r" not in out.read_bytes()
    assert "宁德时代".encode() in out.read_bytes()


def test_an_older_map_is_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    out = tmp_path / "map.html"
    out.write_text("old")
    write(out)
    assert out.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert [file.name for file in tmp_path.iterdir()] == ["map.html"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.html").write_text("old")
    (tmp_path / "link.html").symlink_to(tmp_path / "real.html")
    write(tmp_path / "link.html")
    assert (tmp_path / "link.html").is_symlink()
    assert (tmp_path / "real.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_failure_leaves_the_older_map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "map.html"
    out.write_text("old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(InputError, match="No space left on device"):
        write(out)
    assert out.read_text() == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["map.html"]


def test_a_missing_folder_is_named_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nowhere does not exist; create it"):
        write(tmp_path / "nowhere" / "map.html")
    assert not (tmp_path / "nowhere").exists()


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"is a folder; name a file in it"):
        write(tmp_path)


@pytest.mark.parametrize("name", ["x" * 300 + ".html", "a\0b.html"])
def test_a_name_no_file_can_have_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="cannot be written here"):
        write(tmp_path / name)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_not_a_plain_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InputError, match="not a plain file"):
        write(tmp_path / "pipe")


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere"
)
def test_a_folder_that_may_not_be_written_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(InputError, match="cannot be written here"):
        write(tmp_path / "map.html")
