"""`ladder matrix`."""

from typing import Annotated

import typer

from ladder import api
from ladder.cli.options import answering, complete_roles
from ladder.render import Printable
from ladder.views import printable


@answering
def command(
    ctx: typer.Context,
    *,
    roles: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NAME]...", help="Levels or roles; all levels if you name none.", autocompletion=complete_roles
        ),
    ] = None,
) -> Printable:
    """Levels against competencies: what each level expects, at a glance."""
    return printable("matrix", api.matrix(*(roles or []), ladder=ctx.obj.ladder))
