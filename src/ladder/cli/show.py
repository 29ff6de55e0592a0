"""`ladder show`."""

from typing import Annotated

import typer

from ladder import api
from ladder.cli.options import answering, complete_shown, complete_topics
from ladder.errors import UnknownName
from ladder.render import Printable
from ladder.views import printable, sheet


@answering
def command(
    ctx: typer.Context,
    role: Annotated[
        str, typer.Argument(metavar="NAME", help="A level, role or competency.", autocompletion=complete_shown)
    ],
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
    every: Annotated[
        bool, typer.Option("--all", help="With what a cumulative ladder's level has from those below it.")
    ] = False,
) -> Printable:
    """Everything known of one level or role, or of one competency."""
    topics = [part for given in topic or [] for part in given.split(",") if part.strip()]
    try:
        profile = api.show(role, ladder=ctx.obj.ladder, topics=topics)
    except UnknownName as unknown:
        return _competency(role, ctx.obj.ladder, unknown)
    return printable("show", profile, every=every)._replace(sheet=lambda: sheet("show", profile, every=every))


def _competency(name: str, ladder: str | None, unknown: UnknownName) -> Printable:
    """The page of a competency; where it is none, either, that there is no such level or role."""
    try:
        judged = api.competency(name, ladder=ladder)
    except UnknownName as neither:
        if neither.near and not unknown.near and ":" not in name:
            what = "level, role or competency"
            raise UnknownName(what, name, neither.near, where=" in the ladder") from None
        raise unknown from None
    return printable("competency", judged)
