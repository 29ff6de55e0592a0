"""`ladder record`."""

from typing import Annotated

import typer

from ladder import api
from ladder.cli.options import answering, complete_roles
from ladder.render import Printable
from ladder.views import printable


@answering
def command(
    ctx: typer.Context,
    role: Annotated[str, typer.Argument(metavar="NAME", help="A role.", autocompletion=complete_roles)],
) -> Printable:
    """The satirical file record of a role, marked as satire on every paper."""
    answer = api.record(role, ladder=ctx.obj.ladder)
    return printable("record", answer)
