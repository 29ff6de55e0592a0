"""`ladder plan`."""

from typing import Annotated

import typer

from ladder import api_logs
from ladder.cli.logs import Level, OneLog, discreet, naming_log
from ladder.cli.options import answering, complete_statements
from ladder.render import Printable
from ladder.views import printable


@answering
@discreet
def command(
    ctx: typer.Context,
    level: Level = None,
    *,
    for_: Annotated[
        list[str] | None,
        typer.Option(
            "--for",
            metavar="ID",
            help="A statement or competency to plan for; may be given again.",
            autocompletion=complete_statements,
        ),
    ] = None,
    log: OneLog = None,
) -> Printable:
    """What it looks like, how much of a week it takes, what stops people, and what to ask your manager."""
    answer = api_logs.plan(level, statements=for_ or (), log=log, ladder=ctx.obj.ladder)
    return naming_log(printable("plan", answer), [log] if log else [])
