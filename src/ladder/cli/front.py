"""A bare `ladder`: the ladder itself, and three commands to try."""

import typer

from ladder import api
from ladder.pages import listing as page
from ladder.render import Printable


def ask(ctx: typer.Context) -> Printable:
    """The front page of the ladder that was asked for."""
    answer = api.listing(ladder=ctx.obj.ladder)
    return Printable("ladder", answer, lambda: page.front(answer), lambda: page.sheet(answer))
