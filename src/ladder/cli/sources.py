"""`ladder sources`."""

from typing import Annotated

import typer

from ladder import api
from ladder.cli.options import answering, complete_sources
from ladder.render import Printable
from ladder.views import printable


@answering
def command(
    ctx: typer.Context,
    source: Annotated[
        str | None,
        typer.Argument(
            metavar="[ID]",
            help="One source, by its id, its title or its publisher; all of them if none is given.",
            autocompletion=complete_sources,
        ),
    ] = None,
) -> Printable:
    """Who says so, and what rests on it."""
    answer = api.sources(source, ladder=ctx.obj.ladder)
    return printable("sources", answer)
