"""`ladder mcp`."""

import os
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from typing import Annotated, Final

import typer

from ladder import shelf
from ladder.cli.commands import COMMANDS
from ladder.cli.options import complete_ladders
from ladder.cli.streams import tell
from ladder.errors import CannotRead, ExitCode, LadderError, argument, quoted
from ladder.names import GIT, normal

INSTALL: Final = "pip install 'career-ladder[mcp]'"


def command(
    ctx: typer.Context,
    ladders: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[LADDER]...",
            help="Ladders to answer from: folders, YAML files, or names. Default: LADDER_DEFAULT or the bundled one.",
            autocompletion=complete_ladders,
        ),
    ] = None,
    *,
    log: Annotated[
        str | None,
        typer.Option(
            "--log", metavar="FILE", help="Let the assistant read this log of your work, private entries too."
        ),
    ] = None,
) -> int:
    """Answer an assistant over standard input and output (Model Context Protocol). It reads these ladders and no more.

    The assistant starts it itself, once you have told it how: `claude mcp add ladder -- ladder mcp`.
    """
    if find_spec("mcp") is None:
        raise CannotRead(f"`ladder mcp` needs an extra: `{INSTALL}`")
    named = ladders or list(filter(None, [ctx.parent.params.get("ladder") if ctx.parent else None]))
    found = _found(named)
    if log is not None and not os.path.exists(log):
        raise CannotRead(f"no log at {quoted(log)}", "name a file, or leave out `--log`")
    if sys.stdin.isatty():
        words = _typed(found, log)
        tell(
            f"`{words}` answers an assistant's questions about {', '.join(found)}; the assistant starts it, not you",
            f"set it up with `claude mcp add ladder -- {words}`; for other clients see the README",
        )
        return ExitCode.DONE
    from ladder.assistants.server import serve

    serve(found, {name: entry.summary for name, entry in COMMANDS.items()}, log)
    return ExitCode.DONE


def _typed(found: Mapping[str, str], log: str | None) -> str:
    """The command that starts this from any folder."""
    usual = list(found) == [shelf.BUNDLED]
    paths = [] if usual else [name if name == shelf.BUNDLED else os.path.abspath(path) for name, path in found.items()]
    return " ".join(
        ["ladder", "mcp", *map(argument, paths), *(["--log", argument(os.path.abspath(log))] if log else [])]
    )


def _found(named: list[str]) -> dict[str, str]:
    """The paths of ladders by name, the first being the usual one.

    Raises LadderError for what is no ladder, and for two of one name.
    """
    found: dict[str, str] = {}
    for where in named or [os.environ.get("LADDER_DEFAULT") or shelf.BUNDLED]:
        if where.startswith(GIT):
            raise LadderError(f"`mcp` answers from files, not from {quoted(where)}", "name a folder or a file")
        path, name = shelf.find(where)
        name = name or shelf.called(path)
        twins = [one for one in found if normal(one) == normal(name)]
        if twins and os.path.realpath(found[twins[0]]) != os.path.realpath(path):
            raise LadderError(f"two ladders are called {quoted(name)}", "give the folder of one another name")
        if not twins:
            found[name] = path
    return found
