"""The wheel: one top-level name, every data file in it, the same bytes each time."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

JUNK = ("__pycache__", ".DS_Store", ".git*")
LEFT_OUT = shutil.ignore_patterns(
    ".venv*", ".git", ".ci", "out", "dist", "docs", "tests", ".*_cache", ".hypothesis", *JUNK
)


def build(source: Path, folder: Path, *kinds: str) -> Path:
    """The one file that `python -m build` leaves in `folder`."""
    command = [sys.executable, "-m", "build", "--no-isolation", *kinds, "--outdir", folder, source]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = folder.iterdir()
    return built


def contents(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def files_under(folder: Path) -> list[Path]:
    """Every file below `folder` that belongs in a wheel, hidden files and caches left out."""
    return sorted(
        path.relative_to(folder)
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith(".")
    )


@pytest.fixture(scope="session")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(root, tmp_path_factory.mktemp("wheel"), "--wheel")


def test_lichain_is_the_only_top_level_name(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in contents(wheel)}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"lichain"}
    assert len(tops) == 2


@pytest.mark.parametrize(
    ("folder", "target"),
    [
        ("graph/lichain", "lichain"),
        ("cypher", "lichain/_bundled/cypher"),
        ("seed", "lichain/_bundled/seed"),
    ],
)
def test_every_file_is_in_the_wheel_as_it_is(
    root: Path, wheel: Path, folder: str, target: str
) -> None:
    inside = contents(wheel)
    files = files_under(root / folder)
    assert files
    for file in files:
        name = f"{target}/{file.as_posix()}"
        assert name in inside, f"{folder}/{file} is not in the wheel"
        assert inside[name] == (root / folder / file).read_bytes()


def test_nothing_else_is_in_the_wheel(root: Path, wheel: Path) -> None:
    expected = {f"lichain/{file.as_posix()}" for file in files_under(root / "graph/lichain")}
    for folder in ("cypher", "seed"):
        expected |= {
            f"lichain/_bundled/{folder}/{file.as_posix()}" for file in files_under(root / folder)
        }
    assert {name for name in contents(wheel) if ".dist-info/" not in name} == expected


def test_the_licence_and_the_command_come_along(wheel: Path) -> None:
    inside = {name.split(".dist-info/")[-1]: data for name, data in contents(wheel).items()}
    assert b"Apache License" in inside["licenses/LICENSE"]
    assert b"lichain = lichain.cli" in inside["entry_points.txt"]


def test_two_builds_are_the_same_file(
    root: Path, wheel: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In another folder, with other file times and modes, too."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1760000000")
    copy = shutil.copytree(root, tmp_path / "copy", ignore=LEFT_OUT, copy_function=shutil.copyfile)
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    one = build(root, tmp_path / "one", "--wheel")
    two = build(copy, tmp_path / "two", "--wheel")
    assert one.read_bytes() == two.read_bytes()
    assert one.read_bytes() != wheel.read_bytes(), "SOURCE_DATE_EPOCH changes nothing"


def test_a_wheel_made_from_the_source_distribution_is_the_same(
    root: Path, wheel: Path, tmp_path: Path
) -> None:
    (tmp_path / "sdist").mkdir()
    (tmp_path / "wheel").mkdir()
    shutil.unpack_archive(build(root, tmp_path / "sdist", "--sdist"), tmp_path / "source")
    (unpacked,) = (tmp_path / "source").iterdir()
    assert contents(build(unpacked, tmp_path / "wheel", "--wheel")) == contents(wheel)


def test_an_editable_install_bundles_nothing(root: Path, tmp_path: Path) -> None:
    """It reads `cypher/` and `seed/` of the checkout, so an edit shows at once."""
    script = f"import hatchling.build as b; print(b.build_editable({str(tmp_path)!r}))"
    subprocess.run([sys.executable, "-c", script], cwd=root, check=True, capture_output=True)
    (built,) = tmp_path.iterdir()
    assert not [name for name in contents(built) if "_bundled" in name]
