"""A bare `ladder`: the ladder itself, and three commands to try."""

import typer

from ladder import api
from ladder.render import Printable
from ladder.views import printable


def ask(ctx: typer.Context) -> Printable:
    """The front page of the ladder that was asked for."""
    answer = api.list(ladder=ctx.obj.ladder)
    return printable("ladder", answer)
