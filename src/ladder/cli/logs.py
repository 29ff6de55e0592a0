"""What the commands about a log share: its option, the level, and silence about its entries in reports of faults."""

import re
from collections.abc import Callable, Sequence
from functools import wraps
from typing import Annotated, Final, ParamSpec, TypeVar

import typer

from ladder.cli.options import complete_roles
from ladder.errors import LadderError, argument
from ladder.render import Printable

Given = ParamSpec("Given")
Made = TypeVar("Made")

_HELP: Final = "Your log: a file, or a folder of them. Unless given: LADDER_LOG, else log.md in your data folder."

Level = Annotated[
    str | None,
    typer.Argument(
        metavar="[LEVEL]",
        help="The level to look at. Unless given: the log's `next`, else the one above its `now`.",
        autocompletion=complete_roles,
    ),
]
Logs = Annotated[list[str] | None, typer.Option("--log", metavar="FILE", help=f"{_HELP} Several stand side by side.")]
OneLog = Annotated[str | None, typer.Option("--log", metavar="FILE", help=_HELP)]


class FaultWithLog(Exception):
    """A fault of this program while it had a log open. What it says of the fault quotes nothing."""


def discreet(function: Callable[Given, Made]) -> Callable[Given, Made]:
    """A command whose faults are reported without their message, in which an entry may be quoted."""

    @wraps(function)
    def command(*given: Given.args, **named: Given.kwargs) -> Made:
        try:
            return function(*given, **named)
        except (LadderError, OSError, typer.Exit, typer.Abort, typer.BadParameter):
            raise
        except Exception as bug:
            raise FaultWithLog(f"a {type(bug).__name__} while a log was read") from bug

    return command


def naming_log(thing: Printable, logs: Sequence[str]) -> Printable:
    """A page on which each suggested command about a log names the one that was asked."""
    if not logs:
        return thing
    from ladder.cli.again import respelled

    page, named = thing.page, " ".join(f"--log {argument(one)}" for one in logs)

    def spell(text: str) -> str:
        return f"{text} {named}" if re.match(r"ladder (?:log|gap|plan|packet)\b(?!.*--log)", text) else text

    return thing._replace(page=lambda *given, **how: respelled(page(*given, **how), spell))
