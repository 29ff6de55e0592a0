"""`ladder ladders`."""

import typer

from ladder import api
from ladder.cli.options import answering
from ladder.render import Printable


@answering
def command(ctx: typer.Context) -> Printable:
    """The ladders that are known by name."""
    from ladder.pages import ladders as page

    answer = api.ladders()
    return Printable("ladders", answer, lambda: page.page(answer), lambda: page.sheet(answer))
