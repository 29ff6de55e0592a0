"""`ladder gap`."""

import typer

from ladder import api_logs
from ladder.cli.logs import Level, Logs, discreet, naming_log
from ladder.cli.options import answering
from ladder.render import Printable
from ladder.views import printable


@answering
@discreet
def command(ctx: typer.Context, level: Level = None, *, log: Logs = None) -> Printable:
    """What a level expects, statement by statement, and which entries of your log you put there.

    It prints no number about you, and what is not in the log is not the same as not done.
    """
    return naming_log(printable("gap", api_logs.gap(level, logs=log or None, ladder=ctx.obj.ladder)), log or [])
