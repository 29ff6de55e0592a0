"""`ladder list`."""

from typing import Annotated

import typer

from ladder import api
from ladder.cli.options import answering
from ladder.render import Printable
from ladder.views import printable

LISTS = ("levels", "roles", "competencies", "activities", "sources", "companies", "statements")


@answering
def command(
    ctx: typer.Context,
    *,
    what: Annotated[
        str | None,
        typer.Argument(
            metavar=f"[{'|'.join(LISTS)}]",
            help="One list; levels and roles if none is given.",
            autocompletion=lambda incomplete: [name for name in LISTS if name.startswith(incomplete)],
        ),
    ] = None,
) -> Printable:
    """What stands in the ladder."""
    from ladder.names import find_word

    chosen = find_word(what, {name: name for name in LISTS}, "list") if what else None
    if chosen == "statements":
        return _statements(ctx.obj.ladder)
    answer = api.listing(chosen, ladder=ctx.obj.ladder)
    return printable("list", answer)


def _statements(where: str | None) -> Printable:
    """All statements, which stand in levels' files: a question of its own."""
    answer = api.statements(ladder=where)
    return printable("statements", answer)
