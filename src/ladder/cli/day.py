"""`ladder day`."""

from typing import Annotated

import typer

from ladder import api
from ladder.cli.options import Role, answering, clock, complete_archetypes, hours, one_of, words
from ladder.render import Printable
from ladder.views import printable

VOICES = ("plain", "candid", "both")


@answering
def command(
    ctx: typer.Context,
    role: Role,
    *,
    voice: Annotated[
        str,
        typer.Option(
            metavar="VOICE",
            help="plain (what people do), candid (what a satirist says about it), or both.",
            autocompletion=words(*VOICES),
        ),
    ] = "both",
    length: Annotated[str, typer.Option("--hours", metavar="HOURS", help="Hours of a composed day. Default: 8.")] = "",
    start: Annotated[str, typer.Option(metavar="TIME", help="When a composed day starts. Default: 09:00.")] = "",
    week: Annotated[bool, typer.Option("--week", help="Show five days, if five were recorded.")] = False,
    every: Annotated[bool, typer.Option("--all", help="Show every day that was recorded.")] = False,
    composed: Annotated[
        bool, typer.Option("--composed", help="Compose a day from the shares of a week, even if days are on record.")
    ] = False,
    archetype: Annotated[
        str,
        typer.Option(metavar="NAME", help="Show the schedule of one archetype.", autocompletion=complete_archetypes),
    ] = "",
) -> Printable:
    """Show a day at a level or role."""
    chosen = one_of("voice", voice, VOICES)
    answer = api.day(
        role,
        ladder=ctx.obj.ladder,
        hours=hours(length) if length else None,
        start=clock(start) if start else None,
        week=week,
        every=every,
        archetype=archetype,
        composed=composed,
    )
    return printable("day", answer, voice=chosen)
