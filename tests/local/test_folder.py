import stat
from pathlib import Path

import pytest

from lichain.errors import LocalError
from lichain.local.folder import Folder
from lichain.resources import cache
from lichain.settings import Settings


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    folder = Folder(tmp_path / "home" / "neo4j-2026.08")
    folder.make()
    return folder


def test_each_version_has_its_folder(tmp_path: Path) -> None:
    old, new = (Folder.of(Settings(home=tmp_path, local_version=v)) for v in ("5.26", "2026.08"))
    assert old.path != new.path
    assert old.path.parent == new.path.parent == tmp_path


def test_folder_is_for_its_owner_only(folder: Folder) -> None:
    assert stat.S_IMODE(folder.path.stat().st_mode) == 0o700


def test_password_is_made_once_for_its_owner_only(folder: Folder) -> None:
    assert folder.ensure_password()
    password = folder.password()
    assert len(password) >= 32
    assert stat.S_IMODE(folder.password_file.stat().st_mode) == 0o600
    assert not folder.ensure_password()
    assert folder.password() == password


def test_empty_password_file_is_made_again(folder: Folder) -> None:
    folder.password_file.touch(mode=0o644)
    assert folder.ensure_password()
    assert folder.password()
    assert stat.S_IMODE(folder.password_file.stat().st_mode) == 0o600


def test_new_password_for_old_data_is_to_be_set(folder: Folder) -> None:
    folder.ensure_password()
    assert not folder.reset.exists()
    (folder.path / "data" / "databases" / "system").mkdir(parents=True)
    folder.password_file.unlink()
    folder.ensure_password()
    assert folder.reset.exists()


def test_unwritable_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file")
    with pytest.raises(LocalError, match=r"home.*cannot be written.*LICHAIN_HOME"):
        Folder(tmp_path / "home" / "neo4j-2026.08").make()


@pytest.mark.parametrize(
    ("found", "ours", "fits"),
    [
        ("2026.08.1", "2026.08.1", True),
        ("2026.08.0", "2026.08.1", True),
        ("2026.08.2", "2026.08.1", False),
        ("2026.09.1", "2026.08.1", False),
        ("5.26.30", "2026.08.1", False),
        ("5.26.9", "5.26.30", True),
    ],
)
def test_data_of_another_release(folder: Folder, found: str, ours: str, fits: bool) -> None:
    folder.check_release(ours)
    folder.release_file.write_text(found)
    if fits:
        folder.check_release(ours)
    else:
        with pytest.raises(LocalError, match=f"Neo4j {found} wrote these data"):
            folder.check_release(ours)


def test_cache_can_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LICHAIN_CACHE", str(tmp_path))
    assert cache() == tmp_path.resolve()
    monkeypatch.delenv("LICHAIN_CACHE")
    assert cache().name == "lichain"
