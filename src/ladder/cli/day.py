"""`ladder day`."""

from typing import Annotated

import typer

from ladder import api
from ladder.cli.options import answering, clock, complete_archetypes, complete_roles, hours, one_of
from ladder.render import Printable
from ladder.views import printable

VOICES = ("plain", "candid", "both")


@answering
def command(
    ctx: typer.Context,
    role: Annotated[str, typer.Argument(metavar="NAME", help="A level or role.", autocompletion=complete_roles)],
    *,
    voice: Annotated[
        str, typer.Option(metavar="VOICE", help="plain: what is done; candid: what a satirist says of it; or both.")
    ] = "both",
    length: Annotated[
        str, typer.Option("--hours", metavar="HOURS", help="Hours of a composed day, 8 if not given.")
    ] = "",
    start: Annotated[str, typer.Option(metavar="TIME", help="When a composed day starts, 09:00 if not given.")] = "",
    week: Annotated[bool, typer.Option("--week", help="Five days, where five were recorded.")] = False,
    every: Annotated[bool, typer.Option("--all", help="Every day that was recorded.")] = False,
    archetype: Annotated[
        str,
        typer.Option(metavar="NAME", help="The schedule of one archetype.", autocompletion=complete_archetypes),
    ] = "",
) -> Printable:
    """What one would do all day."""
    chosen = one_of("voice", voice, VOICES)
    answer = api.day(
        role,
        ladder=ctx.obj.ladder,
        hours=hours(length) if length else None,
        start=clock(start) if start else None,
        week=week,
        every=every,
        archetype=archetype,
    )
    return printable("day", answer, voice=chosen)
