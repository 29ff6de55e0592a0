"""`ladder record`."""

from typing import Annotated

import typer

from ladder import api
from ladder.cli.options import answering, complete_roles
from ladder.cli.today import today
from ladder.render import Printable


@answering
def command(
    ctx: typer.Context,
    role: Annotated[str, typer.Argument(metavar="NAME", help="A role.", autocompletion=complete_roles)],
) -> Printable:
    """The satirical file record of a role, marked as satire on every paper."""
    from ladder.pages import record as page

    answer = api.record(role, ladder=ctx.obj.ladder, today=today())
    return Printable("record", answer, lambda: page.page(answer), lambda: page.sheet(answer))
