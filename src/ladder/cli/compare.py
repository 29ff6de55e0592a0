"""`ladder compare`."""

from typing import Annotated

import typer

from ladder import api
from ladder.cli.options import answering, complete_roles, complete_topics
from ladder.render import Printable
from ladder.views import printable


@answering
def command(
    ctx: typer.Context,
    *,
    roles: Annotated[
        list[str] | None,
        typer.Argument(metavar="NAME NAME...", help="Two to four levels or roles.", autocompletion=complete_roles),
    ] = None,
    changes: Annotated[bool, typer.Option("--changes", help="Leave out what stays the same.")] = False,
    only: Annotated[
        str,
        typer.Option(
            metavar="PARTS",
            help="Only these parts, with commas: time, comp, expects, or competencies.",
            autocompletion=complete_topics,
        ),
    ] = "",
) -> Printable:
    """What changes between two to four levels or roles."""
    parts = [part for part in only.split(",") if part.strip()]
    answer = api.compare(*(roles or []), ladder=ctx.obj.ladder, only=parts, changes=changes)
    return printable("compare", answer)
