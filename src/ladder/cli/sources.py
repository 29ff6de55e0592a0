"""`ladder sources`."""

from typing import Annotated

import typer

from ladder import api
from ladder.cli.options import answering, complete_sources
from ladder.render import Printable


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
    from ladder.pages import sources as page

    answer = api.sources(source, ladder=ctx.obj.ladder)
    return Printable("sources", answer, lambda: page.page(answer), lambda: page.sheet(answer))
