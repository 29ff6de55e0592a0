"""`ladder ladders`."""

import typer

from ladder import api
from ladder.cli.options import answering
from ladder.render import Printable
from ladder.views import printable


@answering
def command(ctx: typer.Context) -> Printable:
    """The ladders that are known by name."""
    answer = api.ladders()
    return printable("ladders", answer)
