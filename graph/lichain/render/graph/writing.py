"""Chooses the format by the end of the file's name, and writes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from lichain.analysis.network import Network, to_networkx
from lichain.errors import InputError
from lichain.model import Lang
from lichain.render import files
from lichain.render.graph.gexf import gexf
from lichain.render.graph.graphml import graphml
from lichain.render.graph.jsonld import jsonld
from lichain.render.graph.tables import EDGES, NODES, edges_csv, nodes_csv

_FORMATS: Mapping[str, Callable[[Network, Lang], bytes]] = {
    ".graphml": lambda network, lang: graphml(to_networkx(network), lang),
    ".gexf": gexf,
    ".jsonld": lambda network, _: jsonld(network),
}
SUFFIXES = tuple(_FORMATS)


def write_graph(network: Network, path: Path, lang: Lang, *, force: bool = False) -> Path:
    """Writes the network and returns where: a file by its suffix, a folder of CSV without one.

    InputError for another suffix, for what is there already without `force`, and for what cannot
    be written. Labels are in `lang`; names in both languages are among the properties.
    """
    check_path(path, force=force)
    if not path.suffix:
        _write_folder(network, path, lang)
        return path
    content = _FORMATS[path.suffix.lower()](network, lang)
    files.replace(path, content, thing="graph")
    return path


def check_path(path: Path, *, force: bool) -> None:
    """InputError where `write_graph` would raise it before writing."""
    if path.suffix and path.suffix.lower() not in SUFFIXES:
        listed = ", ".join(SUFFIXES)
        raise InputError(
            f"{path}: {path.suffix} is no format of a graph; end the name in {listed}, "
            "or in nothing for a folder of CSV",
            f"{path}：{path.suffix} 不是图谱的格式；请以 {listed} 结尾，或不写扩展名（导出为 CSV 文件夹）",
        )
    targets = [path] if path.suffix else [path / NODES, path / EDGES]
    for target in targets:
        if target.exists() and not force:
            raise InputError(
                f"{target} is there already; name another file, or --force (in Python: force=True)",
                f"{target} 已存在；请换一个文件名，或加 --force（Python 中为 force=True）",
            )
        if target.parent.is_dir():
            files.check_target(target, thing="graph", example="graph.graphml")
    if path.suffix:
        files.check_target(path, thing="graph", example="graph.graphml")
    elif path.exists() and not path.is_dir():
        raise InputError(
            f"{path} is a file, and a folder of CSV was asked for; name a folder, or add .graphml",
            f"{path} 是文件，而这里需要一个存放 CSV 的文件夹；请换一个名称，或加上 .graphml",
        )


def _write_folder(network: Network, folder: Path, lang: Lang) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as fault:
        raise InputError(
            f"{folder}: the folder cannot be made ({fault.strerror}); name one where you may write",
            f"{folder}：无法建立文件夹（{fault.strerror}）；请换到可写入的位置",
        ) from fault
    files.replace(folder / NODES, nodes_csv(network, lang), thing="graph")
    files.replace(folder / EDGES, edges_csv(network, lang), thing="graph")
