import re
from pathlib import Path

import pytest

from lichain.errors import LocalError
from lichain.local import download, jars
from lichain.local.jars import Jar
from lichain.local.relock import BROWSER, RELEASES
from lichain.settings import LOCAL_VERSIONS

LINE = re.compile(r"[\w.-]+:[\w.-]+:[\w.-]+(:[\w.-]+)? [0-9a-f]{64}")


def jar(name: str, content: bytes) -> Jar:
    import hashlib

    return Jar("org.example", name, "1.0", "", hashlib.sha256(content).hexdigest())


def put(store: Path, one: Jar, content: bytes) -> Path:
    path = store / one.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


class Maven:
    """Stands in for jgo's context and artifact: hands out the given contents in turn."""

    def __init__(self, repository: Path, contents: list[bytes | Exception]) -> None:
        self.cached_path, self.contents = repository / "fetched.jar", contents

    def project(self, *_names: str) -> "Maven":
        return self

    at_version = artifact = project

    def resolve(self) -> Path:
        content = self.contents.pop(0)
        if isinstance(content, Exception):
            raise content
        self.cached_path.parent.mkdir(parents=True, exist_ok=True)
        self.cached_path.write_bytes(content)
        return self.cached_path


@pytest.mark.parametrize("version", LOCAL_VERSIONS)
def test_lock_file(version: str) -> None:
    head, *lines = jars.lock_file(version).read_text(encoding="ascii").splitlines()
    assert head.startswith(f"# Neo4j {RELEASES[version]}")
    assert len(lines) > 200
    assert list(jars.locked(version)) == sorted(jars.locked(version))
    assert all(LINE.fullmatch(line) for line in lines)
    assert not re.search(r"://|/|\\|\brepo\b", "\n".join(lines))


@pytest.mark.parametrize("version", LOCAL_VERSIONS)
def test_lock_file_has_what_was_asked_for(version: str) -> None:
    locked = jars.locked(version)
    names = {str(one) for one in locked}
    assert jars.release(locked) == RELEASES[version]
    assert f"org.neo4j.app:neo4j-server:{RELEASES[version]}" in names
    assert f"org.neo4j.client:neo4j-browser:{BROWSER}" in names
    assert len({one.path for one in locked}) == len(locked)
    assert {one.version for one in locked if one.group == "org.neo4j"} <= {RELEASES[version]}


def test_every_system_gets_its_native_jars() -> None:
    classifiers = {one.classifier for one in jars.locked("2026.08")}
    assert {"linux-x86_64", "linux-aarch_64", "osx-aarch_64"} <= classifiers


def test_maven_layout() -> None:
    path = Jar("io.netty", "netty-x", "4.2", "linux-x86_64", "0" * 64).path
    assert path.as_posix() == "io/netty/netty-x/4.2/netty-x-4.2-linux-x86_64.jar"


def test_tampered_jar_is_named_and_removed(tmp_path: Path) -> None:
    good, bad, absent = jar("good", b"good"), jar("bad", b"bad"), jar("absent", b"")
    put(tmp_path, good, b"good")
    path = put(tmp_path, bad, b"evil")
    with pytest.raises(LocalError, match=r"org\.example:bad:1\.0.*run the command again"):
        jars.missing([good, bad, absent], tmp_path)
    assert not path.exists()
    assert jars.missing([good, bad, absent], tmp_path) == [bad, absent]


@pytest.mark.parametrize("trouble", [[], [b"cut o"], [ConnectionError("reset"), b"evil"]])
def test_fetching_gets_over_a_bad_moment(tmp_path: Path, trouble: list[bytes | Exception]) -> None:
    one = jar("one", b"one")
    download._fetch_one(one, Maven(tmp_path / "incoming", [*trouble, b"one"]), tmp_path)
    assert jars.missing([one], tmp_path) == []


@pytest.mark.parametrize(
    ("contents", "said"),
    [
        ([b"evil"] * 3, "other than the lock file pins it"),
        ([ConnectionError("no route")] * 3, "check the network"),
        ([RuntimeError("not found")] * 3, "check the network"),
        ([OSError(28, "No space left on device")], "the disk is full"),
    ],
)
def test_fetching_gives_up(tmp_path: Path, contents: list[bytes | Exception], said: str) -> None:
    one = jar("one", b"one")
    with pytest.raises(LocalError, match=said):
        download._fetch_one(one, Maven(tmp_path / "incoming", contents), tmp_path / "store")
    assert not (tmp_path / "store").exists()


def test_no_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(download, "_TRIES", 1)
    with pytest.raises(LocalError, match=r"the jar .* could not be downloaded.*check the network"):
        download.class_path("2026.08", tmp_path, "http://127.0.0.1:9", lambda _message: None)
    assert not (tmp_path / "incoming").exists()
