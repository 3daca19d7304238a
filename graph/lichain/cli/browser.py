"""`lichain browser`: Neo4j Browser with our style, a guide and the questions as saved scripts."""

from __future__ import annotations

import webbrowser
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import typer

from lichain import local, settings
from lichain.cli.language import Lang, LangOption, detect
from lichain.cli.local import reporter
from lichain.errors import LocalError
from lichain.local import Address
from lichain.local.folder import Folder


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command(rich_help_panel="Local Neo4j")(browser)


def browser(
    lang: LangOption = None,
    print_only: Annotated[
        bool, typer.Option("--print", help="Print the address and open nothing. 只显示地址。")
    ] = False,
    password: Annotated[
        bool, typer.Option("--password", help="Print the password as well. 同时显示密码。")
    ] = False,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            help="Only write style, guide and scripts there, for another Neo4j. 只写到此文件夹，供其他 Neo4j 使用。",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Open Neo4j Browser on the local Neo4j, started if need be, with style, guide and scripts.

    打开 Neo4j Browser，样式、导览与保存的查询已备好。If the password was changed in Neo4j Browser,
    delete the password file and restart with `lichain down` and `lichain up`: a new one is set.

    Example: lichain browser --print
    """
    from lichain.render.browser import write_kit, write_opening

    chosen = lang or detect()
    if out is not None:
        write_kit(out, chosen.value)
        _tell_imports(out.resolve(), chosen)
        return
    current = settings.read()
    address = local.up(current, reporter(chosen))
    folder = Folder.of(current)
    _check_served(folder)
    pages = folder.pages / chosen.value
    bolt = urlsplit(address.uri)
    write_opening(pages, chosen.value, f"{bolt.scheme}://{address.user}@{bolt.netloc}")
    page = _page(address, chosen)
    typer.echo(page)
    _tell_connection(address, folder, chosen, password)
    _tell_imports(pages, chosen)
    if not print_only and not webbrowser.open(page):
        typer.echo(
            chosen.pick(
                "no web browser opened; open the address yourself",
                "未能打开浏览器，请自行打开上述地址",
            ),
            err=True,
        )


def _check_served(folder: Folder) -> None:
    if not folder.web.is_dir():
        raise LocalError(
            f"{folder.path}: this local Neo4j was started by an older lichain and cannot show the guide; "
            "run `lichain down`, then this command again",
            f"{folder.path}：这个本地 Neo4j 由旧版 lichain 启动，无法显示导览；请先运行 `lichain down`，再运行本命令",
        )


def _page(address: Address, lang: Lang) -> str:
    """The page that opens Browser; by localhost, the one host whose guides Browser always takes."""
    return f"http://localhost:{urlsplit(address.http).port}/browser/lichain/{lang.value}/open.html"


def _tell_connection(address: Address, folder: Folder, lang: Lang, password: bool) -> None:
    typer.echo(f"{lang.pick('connect to', '连接地址')}: {address.uri}")
    typer.echo(f"{lang.pick('user', '用户名')}: {address.user}")
    if password:
        typer.echo(f"{lang.pick('password', '密码')}: {address.password}")
        return
    hint = lang.pick("(or see it with --password)", "(或加 --password 显示)")
    typer.echo(f"{lang.pick('password in', '密码文件')}: {folder.password_file} {hint}")


def _tell_imports(folder: Path, lang: Lang) -> None:
    """What another Neo4j's Browser must be given by hand, in three lines."""
    from lichain.render.browser import GUIDE, SCRIPTS, STYLE

    typer.echo(
        lang.pick(
            f"In another Neo4j's Browser, by hand: drop {folder / STYLE} on the page for colours and captions;\n"
            f"drop {folder / SCRIPTS} on it for the saved scripts, once (they are added each time);\n"
            f"put {folder / GUIDE} on a web server that it may fetch from, then `:guide http://…/{GUIDE}`.",
            f"在其他 Neo4j 的 Browser 中需手工导入：把 {folder / STYLE} 拖到页面上，即得颜色与图注；\n"
            f"把 {folder / SCRIPTS} 拖上去一次，即得保存的查询（每拖一次都会再添加一份）；\n"
            f"把 {folder / GUIDE} 放到它可读取的网站上，再运行 `:guide http://…/{GUIDE}`。",
        )
    )
