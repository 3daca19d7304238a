"""`lichain up | down | status`: the program's own local Neo4j."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from lichain import local, settings
from lichain.cli.language import Lang, LangOption, detect
from lichain.cli.options import watched
from lichain.errors import Sentence
from lichain.local.messages import Progress

_PHASES = {
    "running": "运行中",
    "starting": "正在启动",
    "stopping": "正在停止",
    "stopped": "未启动",
    "crashed": "异常退出(再次 up 即可恢复)",
}


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    for command in (up, down, status):
        app.command(rich_help_panel="Local Neo4j")(command)


def up(lang: LangOption = None) -> None:
    """Start the local Neo4j in the background and say where it is. 启动本地 Neo4j。

    Example: lichain up
    """
    chosen = lang or detect()
    address = local.up(settings.read(), reporter(chosen))
    typer.echo(f"{chosen.pick('address', '地址')}: {address.uri}")
    typer.echo(f"{chosen.pick('browser', '浏览器')}: {address.browser}")


def down(lang: LangOption = None) -> None:
    """Stop the local Neo4j; its data stay. 停止本地 Neo4j,数据保留。

    Example: lichain down
    """
    chosen = lang or detect()
    stopped = local.down(settings.read(), reporter(chosen))
    typer.echo(
        chosen.pick("the local Neo4j is stopped", "本地 Neo4j 已停止")
        if stopped
        else chosen.pick("no local Neo4j was running", "本地 Neo4j 未在运行")
    )


def status(
    lang: LangOption = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Write one JSON object, for programs. 输出 JSON。")
    ] = False,
) -> None:
    """Say whether the local Neo4j runs, since when and where its data are. 查看本地 Neo4j 状态。

    Example: lichain status --json
    """
    chosen = lang or detect()
    found = local.status(settings.read())
    if as_json:
        values = {name: getattr(found, name) for name in found.__dataclass_fields__}
        typer.echo(json.dumps(values, default=str, ensure_ascii=False))
        return
    since = found.since.astimezone().isoformat(sep=" ", timespec="seconds") if found.since else None
    rows = {
        chosen.pick("state", "状态"): chosen.pick(found.phase, _PHASES[found.phase]),
        chosen.pick("version", "版本"): found.version,
        chosen.pick("address", "地址"): found.uri,
        chosen.pick("since", "启动时间"): since,
        chosen.pick("process", "进程号"): found.pid,
        chosen.pick("folder", "数据目录"): found.folder,
        chosen.pick("log", "日志"): found.log,
    }
    for name, value in rows.items():
        if value is not None:
            typer.echo(f"{name}: {value}")


def reporter(lang: Lang) -> Progress:
    """A progress callback that writes to standard error, if that is a terminal, in the language."""

    def report(message: str) -> None:
        if watched():
            typer.echo(
                message.zh if lang is Lang.ZH and isinstance(message, Sentence) else message,
                err=True,
            )

    return report
