"""A command: options are given once, misuse gets one sentence, and simple values are read without
loading pydantic."""

from __future__ import annotations

from collections import Counter
from enum import Enum
from typing import Any

from typer._click import Context
from typer._click.exceptions import MissingParameter, NoSuchOption, UsageError
from typer.core import TyperCommand, TyperOption

from lichain.errors import InputError

COMPLETES = "completes"
"""The attribute of a command's function that says by parameter what to offer for its value."""


class Command(TyperCommand):
    """A command of typer's that refuses an option given twice, of which typer takes the last."""

    def get_params(self, ctx: Context) -> list[Any]:
        """The arguments and options, --help among them; those that name things offer their names."""
        found = made_ours(super().get_params(ctx))
        for parameter in found if ctx.resilient_parsing else ():
            if kinds := getattr(self.callback, COMPLETES, {}).get(parameter.name):
                from lichain.cli.completion import completer

                parameter._custom_shell_complete = completer(kinds)
        return found

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Reads the arguments; InputError for what is missing, unknown, or given twice."""
        try:
            if not ctx.resilient_parsing:
                self._refuse_twice(ctx, args)
            return super().parse_args(ctx, args)
        except UsageError as fault:
            raise misused(ctx.command_path, fault) from fault

    def _refuse_twice(self, ctx: Context, args: list[str]) -> None:
        _, _, order = self.make_parser(ctx).parse_args(args=list(args))
        for parameter, times in Counter(order).items():
            if times > 1 and isinstance(parameter, TyperOption) and not parameter.multiple:
                name = parameter.opts[0]
                raise InputError(
                    f"{name} is given {times} times; give it once",
                    f"{name} 给出了 {times} 次；请只给一次",
                )


def misused(command: str, fault: UsageError) -> InputError:
    """One sentence, in both languages, on a command that was called wrongly."""
    en, zh = f"`{command} -h` shows how", f"用法见 `{command} -h`"
    if isinstance(fault, NoSuchOption):
        near = ", ".join(fault.possibilities or ())
        return InputError(
            f"there is no option {fault.option_name}; {f'did you mean {near}? ' if near else ''}{en}",
            f"没有选项 {fault.option_name}；{f'您是否要用 {near}？' if near else ''}{zh}",
        )
    if isinstance(fault, MissingParameter) and fault.param is not None:
        option = fault.param.opts[0]
        name = option if option.startswith("-") else option.upper()
        return InputError(f"{name} is missing; {en}", f"缺少 {name}；{zh}")
    said = fault.format_message().rstrip(".")
    return InputError(f"{said}; {en}", f"命令有误（{said}）；{zh}")


_TYPERS_OWN = {
    "help": "Show this message and leave. 显示帮助。",
    "install_completion": "Have this shell complete commands and names with Tab. 安装 Tab 补全。",
    "show_completion": "Show the script of --install-completion. 显示补全脚本。",
}


def made_ours(parameters: list[Any]) -> list[Any]:
    """The parameters, to be read by `Simple`, and typer's own with help in both languages."""
    for parameter in parameters:
        parameter._runtime_param = Simple()
        parameter.help = _TYPERS_OWN.get(parameter.name, parameter.help)
    return parameters


class Simple:
    """Takes text and words of an enumeration as they are; leaves everything else to typer.

    Typer builds a pydantic adapter for every option, even one that is not given; importing pydantic
    takes a fifth of the time of an answer.
    """

    def coerce(self, value: Any, param: Any, ctx: Context) -> Any:
        """`value` as the parameter's type; raises BadParameter as typer does."""
        kind = param.type_descriptor.annotation
        several = param.multiple or param.nargs == -1
        if value is None:
            return () if several else None
        if several and kind == list[str]:
            return list(value)
        if isinstance(kind, type) and isinstance(value, kind):
            return value
        if isinstance(kind, type) and issubclass(kind, Enum) and value in [*kind]:
            return kind(value)
        param._runtime_param = None
        return param.get_runtime_param().coerce(value, param=param, ctx=ctx)
