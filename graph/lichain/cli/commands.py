"""All commands by name; only the module of the one that is asked for is imported.

The questions are files: their names are known without reading them.
"""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from difflib import get_close_matches
from functools import cache
from importlib import import_module
from typing import Any

import typer
from typer._click.exceptions import NoArgsIsHelpError, UsageError
from typer.core import TyperGroup

from lichain.cli.command import Command, made_ours, misused
from lichain.errors import InputError

PARTS = {
    "tables": ("check", "plan", "load", "verify"),
    "editing": ("new", "format", "export", "import"),
    "evidence": ("evidence", "resolve"),
    "questions": ("queries", "query"),
    "profile": ("profile",),
    "maps": ("map",),
    "graphs": ("export-graph",),
    "local": ("up", "down", "status"),
    "browser": ("browser",),
}
"""The modules of this package and the commands that each one registers, in the order of the help."""


@cache
def names() -> tuple[str, ...]:
    """The names of all commands; the questions stand behind `queries` and `query`."""
    from lichain.queries.catalogue import files

    found: list[str] = []
    for part, own in PARTS.items():
        found += own
        if part == "questions":
            found += [name.replace("_", "-") for name in files()]
    return tuple(found)


class Commands(MutableMapping[str, Any]):
    """Every command by name, made when it is looked up."""

    def __init__(self) -> None:
        self._made: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._made:
            self._make(name)
        return self._made[name]

    def __setitem__(self, name: str, command: Any) -> None:
        self._made[name] = command

    def __delitem__(self, name: str) -> None:
        del self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(names())

    def __len__(self) -> int:
        return len(names())

    def _make(self, name: str) -> None:
        """Makes the command and those that share its module; KeyError where there is none."""
        if name not in names():
            raise KeyError(name)
        part = next((part for part, own in PARTS.items() if name in own), None)
        app = typer.Typer(pretty_exceptions_enable=False, rich_markup_mode=None)
        if part is None:
            from lichain.cli.questions import register_question

            register_question(app, name)
        else:
            import_module(f"lichain.cli.{part}").register(app)
        for info in app.registered_commands:
            info.cls = Command
        self._made |= typer.main.get_group(app).commands


class Root(TyperGroup):
    """`lichain` itself."""

    def __init__(self, **keywords: Any) -> None:
        super().__init__(**keywords)
        self.commands = Commands()

    def get_params(self, ctx: Any) -> list[Any]:
        """The options before the command."""
        return made_ours(super().get_params(ctx))

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        """The commands that begin so; their help would have every one of them read."""
        from typer._click.shell_completion import CompletionItem

        own = [CompletionItem(name) for name in names() if name.startswith(incomplete)]
        return own or super().shell_complete(ctx, incomplete)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that was named; InputError names others where there is none."""
        try:
            return super().resolve_command(ctx, args)
        except UsageError as fault:
            near = ", ".join(get_close_matches(args[0], names()))
            raise InputError(
                f"there is no command {args[0]!r}; {f'did you mean {near}? ' if near else ''}`lichain -h` lists all",
                f"没有命令 {args[0]!r}；{f'您是否要用 {near}？' if near else ''}用 `lichain -h` 列出全部",
            ) from fault

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Reads what stands before the command; InputError for what is unknown."""
        try:
            return super().parse_args(ctx, args)
        except NoArgsIsHelpError:
            raise
        except UsageError as fault:
            raise misused(ctx.command_path, fault) from fault

    def list_commands(self, ctx: Any) -> list[str]:
        """The names in the order of the help."""
        return list(names())
