"""`ladder list`."""

from typing import Annotated

import typer

from ladder import api
from ladder.cli.options import answering
from ladder.render import Printable

LISTS = ("levels", "roles", "competencies", "activities", "sources", "companies")


@answering
def command(
    ctx: typer.Context,
    *,
    what: Annotated[
        str | None,
        typer.Argument(
            metavar=f"[{'|'.join(LISTS)}]",
            help="One list; levels and roles if none is given.",
            autocompletion=lambda incomplete: [name for name in LISTS if name.startswith(incomplete)],
        ),
    ] = None,
) -> Printable:
    """What stands in the ladder."""
    from ladder.pages import listing as page

    answer = api.listing(what, ladder=ctx.obj.ladder)
    return Printable("list", answer, lambda: page.page(answer), lambda: page.sheet(answer))
