"""`ladder show`."""

from typing import Annotated

import typer

from ladder import api
from ladder.cli.options import answering, complete_roles, complete_topics
from ladder.cli.today import today
from ladder.render import Printable


@answering
def command(
    ctx: typer.Context,
    role: Annotated[str, typer.Argument(metavar="NAME", help="A level or role.", autocompletion=complete_roles)],
    *,
    topic: Annotated[
        list[str] | None,
        typer.Option(
            "--topic",
            "-t",
            metavar="TOPIC",
            help="Only this topic; may be given again.",
            autocompletion=complete_topics,
        ),
    ] = None,
) -> Printable:
    """Everything known of one level or role."""
    from ladder.pages import show as page

    topics = [part for given in topic or [] for part in given.split(",") if part.strip()]
    answer = api.show(role, ladder=ctx.obj.ladder, topics=topics, today=today())
    return Printable("show", answer, lambda: page.page(answer), lambda: page.sheet(answer))
