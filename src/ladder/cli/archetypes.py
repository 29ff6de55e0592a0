"""`ladder archetypes`."""

from typing import Annotated

import typer

from ladder import api
from ladder.cli.options import answering, complete_hats_and_roles
from ladder.render import Printable
from ladder.views import printable


@answering
def command(
    ctx: typer.Context,
    what: Annotated[
        str | None,
        typer.Argument(metavar="[NAME]", help="An archetype, level or role.", autocompletion=complete_hats_and_roles),
    ] = None,
) -> Printable:
    """Hats, not levels: what each is about, whom it suits, its focus and its week."""
    answer = api.archetypes(what, ladder=ctx.obj.ladder)
    return printable("archetypes", answer)
