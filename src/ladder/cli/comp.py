"""`ladder comp`."""

from typing import Annotated, cast, get_args

import typer

from ladder import api
from ladder.cli.options import amount, answering, complete_roles, one_of, percentile, words
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
            metavar="[NAME]...", help="Levels or roles; all of them if you name none.", autocompletion=complete_roles
        ),
    ] = None,
    at: Annotated[
        str, typer.Option("--percentile", "-p", metavar="N", help="Show the figures at one percentile, 1 to 99.")
    ] = "",
    measure: Annotated[
        str,
        typer.Option(
            metavar="MEASURE",
            help=f"Show only one of {', '.join(get_args(Measure))}.",
            autocompletion=words(*get_args(Measure)),
        ),
    ] = "",
    offer: Annotated[
        str,
        typer.Option(metavar="AMOUNT", help="Show where an offer stands. It is base pay unless you give --measure."),
    ] = "",
    yardsticks: Annotated[bool, typer.Option("--yardsticks", help="Add statistics of whole occupations.")] = False,
) -> Printable:
    """Show what levels and roles pay, with sources."""
    chosen = cast("Measure", one_of("measure", measure, get_args(Measure))) if measure else None
    money = amount(offer) if offer else None
    answer = api.comp(
        *(roles or []),
        ladder=ctx.obj.ladder,
        percentile=percentile(at) if at else None,
        measure=chosen or ("base" if offer else None),
        offer=money.amount if money else None,
        currency=money.currency if money else "",
        yardsticks=yardsticks,
    )
    return printable("comp", answer)
