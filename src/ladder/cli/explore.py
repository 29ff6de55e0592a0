"""`ladder explore`: what it needs is looked at first, and nothing is drawn before it is there."""

import gc
import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Final

import typer

from ladder.cli.options import Paper, complete_ladders
from ladder.errors import CannotRead, ExitCode, InvalidLadder, LadderError

if TYPE_CHECKING:
    from ladder.render import Printable

INSTEAD: Final = "`ladder matrix`, `ladder show staff` and `ladder compare senior staff` print the same pages anywhere"


def command(
    ctx: typer.Context,
    ladder: Annotated[
        str | None,
        typer.Argument(
            metavar="[LADDER]",
            help="A folder, a YAML file, or a name that `ladder ladders` lists.",
            autocompletion=complete_ladders,
        ),
    ] = None,
    *,
    also: Annotated[str | None, typer.Option("--ladder", hidden=True, autocompletion=complete_ladders)] = None,
) -> int:
    """Walk through a ladder on the whole screen; what else the help says stands in the table of commands."""
    outer: Mapping[str, str | None] = ctx.parent.params if ctx.parent is not None else {}
    _check_terminal(os.environ)
    try:
        from ladder.explore.app import Explorer
        from ladder.explore.library import Library
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] == "ladder":
            raise
        raise CannotRead("`ladder explore` needs an extra: `pip install 'career-ladder[explore]'`", INSTEAD) from None
    from ladder.cli.again import asking

    typed = ladder or also or outer.get("ladder")
    found: Library | LadderError
    try:
        found = Library(typed, asking)
    except InvalidLadder as error:
        found = error
    _decide_colour(outer.get("color"))
    collect_seldom()
    explorer = Explorer(typed, asking, _save, found)
    explorer.run()
    if explorer.bug is not None:
        raise explorer.bug
    return ExitCode.DONE


def collect_seldom() -> None:
    """Collects garbage, since this process lives longer than one that prints a page, but only what is young.

    A collection of everything stops the screen: while 2,000 roles were searched, for twice as long as anything else.
    """
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
    gc.enable()


def _check_terminal(environment: Mapping[str, str]) -> None:
    """Raises LadderError where nothing could be drawn, or no key be read."""
    streams = ("input", sys.stdin), ("output", sys.stdout), ("error", sys.stderr)
    for name, stream in streams:
        if not stream.isatty():
            raise LadderError(f"`explore` needs a terminal, and standard {name} is none", INSTEAD)
    if environment.get("TERM", "dumb") in ("dumb", "unknown", "") and os.name != "nt":
        said = environment.get("TERM") or "not set"
        raise LadderError(f"`explore` needs a terminal that can draw, and TERM is {said}", INSTEAD)


def _decide_colour(asked: str | None) -> None:
    """Tells Textual, which only knows whether there is a NO_COLOR, what was decided."""
    from ladder.cli.streams import choose_colour

    if choose_colour(asked, os.environ, tty=True):
        os.environ.pop("NO_COLOR", None)
    else:
        os.environ["NO_COLOR"] = "1"


def _save(thing: "Printable", path: str, ladder: str, over: bool) -> None:
    """Writes an answer as `-o` does. Raises LadderError."""
    from ladder.cli.streams import deliver

    if path == "-":
        raise LadderError("standard output is the screen", "name a file")
    deliver(thing, Paper(ladder=ladder or None, output=path, force=over, full=True))
