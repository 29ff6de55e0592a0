"""`ladder map`."""

from typing import Annotated

import typer

from ladder import api
from ladder.cli.options import answering, complete_companies, complete_rungs
from ladder.render import Printable
from ladder.views import printable


@answering
def command(
    ctx: typer.Context,
    what: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]", help="A level, a role, or a company's level: google:L6.", autocompletion=complete_rungs
        ),
    ] = None,
    *,
    company: Annotated[
        str | None,
        typer.Option(
            "--company", metavar="NAME", help="Show all levels of a company.", autocompletion=complete_companies
        ),
    ] = None,
) -> Printable:
    """What other companies call a level, what a company's level is here, and who disagrees."""
    answer = api.map(what, company=company, ladder=ctx.obj.ladder)
    return printable("map", answer)
