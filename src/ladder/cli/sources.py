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
            help="A source, by its id, title or publisher; all of them if you name none.",
            autocompletion=complete_sources,
        ),
    ] = None,
) -> Printable:
    """Show all sources, or what cites one of them."""
    answer = api.sources(source, ladder=ctx.obj.ladder)
    return printable("sources", answer)
