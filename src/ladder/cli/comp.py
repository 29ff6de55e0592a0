"""`ladder comp`."""

from typing import Annotated, cast, get_args

import typer

from ladder import api
from ladder.cli.options import amount, answering, complete_roles, one_of, percentile
from ladder.model import Measure
from ladder.render import Printable
from ladder.views import printable


@answering
def command(
    ctx: typer.Context,
    *,
    roles: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NAME]...", help="Levels or roles; all of them if none is given.", autocompletion=complete_roles
        ),
    ] = None,
    at: Annotated[
        str, typer.Option("--percentile", "-p", metavar="N", help="The figures at one percentile, 1 to 99.")
    ] = "",
    measure: Annotated[str, typer.Option(metavar="MEASURE", help=f"Only one of {', '.join(get_args(Measure))}.")] = "",
    offer: Annotated[
        str, typer.Option(metavar="AMOUNT", help="Where an offer stands; base pay unless --measure says otherwise.")
    ] = "",
    yardsticks: Annotated[bool, typer.Option("--yardsticks", help="Add the statistics of whole occupations.")] = False,
    sources: Annotated[
        bool, typer.Option("--sources", help="Say how each figure was made, and what it leaves out.")
    ] = False,
) -> Printable:
    """What it pays, with who says so."""
    chosen = cast("Measure", one_of("measure", measure, get_args(Measure))) if measure else None
    answer = api.comp(
        *(roles or []),
        ladder=ctx.obj.ladder,
        percentile=percentile(at) if at else None,
        measure=chosen or ("base" if offer else None),
        offer=amount(offer) if offer else None,
        yardsticks=yardsticks,
    )
    return printable("comp", answer, sources=sources)
