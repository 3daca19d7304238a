"""The files that make Neo4j Browser ours: style, guide and saved scripts, for importing or for opening."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO
from pathlib import Path

from lichain.errors import InputError
from lichain.model import Lang
from lichain.render.browser.guide import by_theme, guide, theme_title
from lichain.render.browser.scripts import script
from lichain.render.browser.style import browser_style, rules
from lichain.schema import schema

_TEMPLATE = Path(__file__).resolve().parent / "template"
_OURS = "lichain-"
_EARLIEST = (1980, 1, 1, 0, 0, 0)

STYLE, GUIDE, SCRIPTS = "style.grass", "guide.html", "scripts.zip"


def write_kit(folder: Path, lang: Lang) -> None:
    """Style, guide and scripts for importing by hand; InputError where `folder` cannot be written."""
    scripts = _scripts(lang)
    files = {f"scripts/{name}": text.encode() for name, text in scripts.items()}
    files |= {
        STYLE: browser_style(schema(), lang).encode(),
        GUIDE: guide(lang).encode(),
        SCRIPTS: _zipped(scripts),
    }
    _write(folder, files)


def write_opening(folder: Path, lang: Lang, dbms: str) -> None:
    """The same, and a page `open.html` that readies Browser and opens it.

    `folder` must be served two levels below Browser; `dbms` is the Bolt address to connect to,
    with the user's name in it.
    """
    write_kit(folder, lang)
    files = {path.name: path.read_bytes() for path in _TEMPLATE.iterdir()}
    files["kit.json"] = json.dumps(_kept(lang, dbms), ensure_ascii=False).encode()
    _write(folder, files)


def _kept(lang: Lang, dbms: str) -> dict[str, object]:
    """What Browser keeps of all this between visits."""
    return {
        "dbms": dbms,
        "style": rules(schema(), lang),
        "folders": [
            {"id": _OURS + theme, "name": theme_title(theme, lang)} for theme in by_theme()
        ],
        "documents": [
            {"id": _OURS + one.name, "folder": _OURS + theme, "content": script(one, lang)}
            for theme, questions in by_theme().items()
            for one in questions
        ],
    }


def _scripts(lang: Lang) -> dict[str, str]:
    return {
        f"{theme_title(theme, lang)}/{question.name}.cypher": script(question, lang)
        for theme, questions in by_theme().items()
        for question in questions
    }


def _zipped(scripts: dict[str, str]) -> bytes:
    """One file to drop on Browser, the same bytes each time."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in scripts.items():
            archive.writestr(zipfile.ZipInfo(name, _EARLIEST), text)
    return held.getvalue()


def _write(folder: Path, files: dict[str, bytes]) -> None:
    try:
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    except (OSError, ValueError) as fault:
        why = fault.strerror if isinstance(fault, OSError) and fault.strerror else str(fault)
        raise InputError(
            f"{folder}: the files for Neo4j Browser cannot be written there ({why}); "
            "name a folder you may write to with --out",
            f"{folder}：无法在此写入 Neo4j Browser 所需文件（{why}）；请用 --out 指定一个可写的文件夹",
        ) from fault
