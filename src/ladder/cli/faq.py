"""`ladder faq`."""

from typing import Annotated

import typer

from ladder import api
from ladder.cli.options import answering, complete_roles
from ladder.render import Printable
from ladder.views import printable


@answering
def command(
    ctx: typer.Context,
    role: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="A level or role.", autocompletion=complete_roles)
    ] = None,
) -> Printable:
    """Show questions about one level or role, or about all, with answers."""
    answer = api.faq(role, ladder=ctx.obj.ladder)
    return printable("faq", answer)
