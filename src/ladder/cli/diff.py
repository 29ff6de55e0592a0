"""`ladder diff`."""

from typing import Annotated

import typer

from ladder import api
from ladder.cli.options import answering, complete_ladders
from ladder.render import Printable
from ladder.views import printable


@answering
def command(
    ctx: typer.Context,
    before: Annotated[
        str,
        typer.Argument(
            metavar="BEFORE",
            help="The earlier version: a folder, a YAML file, the name of a ladder, or git:REV:PATH.",
            autocompletion=complete_ladders,
        ),
    ],
    after: Annotated[
        str | None,
        typer.Argument(
            metavar="[AFTER]",
            help="The later version. Default: the one of --ladder, else PATH in the working tree.",
            autocompletion=complete_ladders,
            show_default=False,
        ),
    ] = None,
    *,
    only: Annotated[
        str,
        typer.Option(
            metavar="PARTS", help="Show only these parts, separated by commas: levels, comp, expects, or ids."
        ),
    ] = "",
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit with 1 if anything differs.")] = False,
) -> Printable:
    """What changed between two versions of a ladder."""
    parts = [part.strip() for part in only.split(",") if part.strip()]
    answer = api.diff(before, after or ctx.obj.ladder, only=parts)
    code = int(exit_code and bool(answer.things))
    return printable("diff", answer, exit_code=code)
