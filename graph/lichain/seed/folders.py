"""The folders of the record: which files are tables, and what does not belong there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from lichain.errors import InputError
from lichain.schema import Schema
from lichain.seed.faults import Faults, shown
from lichain.seed.table import Table, read_table

_LOOKUPS = ("aliases", "retired")


class Tables(Protocol):
    """Where tables come from: a folder of files, or a workbook."""

    def check(self, schema: Schema, faults: Faults) -> None:
        """Adds a fault for everything that is no table of the schema."""

    def table(self, folder: str, name: str, faults: Faults) -> Table | None:
        """The table, or None where there is none."""


@dataclass(frozen=True, slots=True)
class FolderTables:
    """The tables under a seed folder; InputError where it is none."""

    path: Path

    def __post_init__(self) -> None:
        if not (self.path / "nodes").is_dir():
            raise InputError(f"{self.path} holds no nodes/ folder of tables; name the seed folder")

    def check(self, schema: Schema, faults: Faults) -> None:
        """Adds a fault for every file that is no table."""
        check_files(self.path, schema, faults)

    def table(self, folder: str, name: str, faults: Faults) -> Table | None:
        """The table, or None where there is none."""
        path = self.path / folder / f"{name}.csv"
        if not (path.exists() or path.is_symlink()):
            return None
        return read_table(path, f"{folder}/{name}.csv", faults)


def check_files(folder: Path, schema: Schema, faults: Faults) -> None:
    """Every file that is no table is a fault, so that a misspelt name is not passed over.

    Hidden files and what spreadsheets and editors leave behind (`~$x.csv`, `x.csv~`) are not.
    """
    known = {
        "nodes": tuple(schema.nodes),
        "relationships": tuple(schema.relationships),
        "lookups": _LOOKUPS,
    }
    for path in sorted(folder.iterdir()):
        if _left_behind(path) or path.name in known:
            continue
        if path.is_dir() or path.suffix.lower() == ".csv":
            message = f"{shown(path.name)} holds no tables here; they are in {', '.join(known)}"
            faults.add(path.name, 0, "", message)
    for name, stems in known.items():
        if (folder / name).is_dir():
            _check_folder(folder / name, stems, faults)
        elif (folder / name).exists():
            faults.add(name, 0, "", "is a file; make it the folder that holds the tables")


def _check_folder(folder: Path, stems: tuple[str, ...], faults: Faults) -> None:
    for path in sorted(folder.iterdir()):
        if not _left_behind(path) and (path.suffix != ".csv" or path.stem not in stems):
            listed = ", ".join(sorted(f"{stem}.csv" for stem in stems))
            message = f"{shown(path.name)} is no table of the schema; {folder.name}/ holds {listed}"
            faults.add(f"{folder.name}/{path.name}", 0, "", message)


def _left_behind(path: Path) -> bool:
    return path.name.startswith((".", "~")) or path.name.endswith("~")
