"""The folders of the record: which files are tables, and what does not belong there."""

from __future__ import annotations

from pathlib import Path

from lichain.schema import Schema
from lichain.seed.faults import Faults, shown

_LOOKUPS = ("aliases", "retired")


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
