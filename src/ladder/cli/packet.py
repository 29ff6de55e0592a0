"""`ladder packet`."""

import typer

from ladder import api_logs
from ladder.cli.logs import Level, OneLog, discreet, naming_log
from ladder.cli.options import answering
from ladder.render import Printable
from ladder.views import printable


@answering
@discreet
def command(ctx: typer.Context, level: Level = None, *, log: OneLog = None) -> Printable:
    """Your case so far, in your own words. Private entries stay out; it lists what to look at before you share it."""
    return naming_log(printable("packet", api_logs.packet(level, log=log, ladder=ctx.obj.ladder)), [log] if log else [])
