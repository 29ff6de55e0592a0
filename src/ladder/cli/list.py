"""`ladder list`."""

from typing import Annotated, cast

import typer

from ladder import asking
from ladder.asking import LISTS, List
from ladder.cli.options import answering, words
from ladder.render import Printable
from ladder.showing import kind_of
from ladder.views import printable


@answering
def command(
    ctx: typer.Context,
    *,
    what: Annotated[
        str | None,
        typer.Argument(
            metavar=f"[{'|'.join(LISTS)}]",
            help="What to list; levels and roles if you name nothing.",
            autocompletion=words(*LISTS),
        ),
    ] = None,
) -> Printable:
    """List what is in the ladder."""
    answer = asking.list(cast("List | None", what), ladder=ctx.obj.ladder)
    kind = kind_of(answer)
    return printable(kind, answer, parts=kind != "list")
