"""`ladder path`."""

from typing import Annotated

import typer

from ladder import api
from ladder.cli.options import Role, answering, complete_roles
from ladder.render import Printable
from ladder.views import printable


@answering
def command(
    ctx: typer.Context,
    role: Role,
    goal: Annotated[
        str | None, typer.Argument(metavar="[GOAL]", help="A higher level or role.", autocompletion=complete_roles)
    ] = None,
) -> Printable:
    """The way up from a level: evidence, obstacles, years; and without a goal the ways sideways, out and back."""
    answer = api.path(role, goal, ladder=ctx.obj.ladder)
    return printable("path", answer)
