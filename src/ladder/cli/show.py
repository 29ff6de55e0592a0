"""`ladder show`: whatever has a name, each kind by the question that answers it."""

from typing import Annotated

import typer

from ladder import asking, meanings
from ladder.cli.options import answering, complete_named, complete_topics
from ladder.render import Printable
from ladder.showing import kind_of
from ladder.views import printable, sheet


@answering
def command(
    ctx: typer.Context,
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME",
            help="A level or role, a competency, an archetype, a company or one of its levels, or a source.",
            autocompletion=complete_named,
        ),
    ],
    *,
    only: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PARTS",
            help="Show only these topics, competencies or parts, separated by commas. Can be repeated.",
            autocompletion=complete_topics,
        ),
    ] = None,
    topic: Annotated[
        list[str] | None, typer.Option("--topic", "-t", hidden=True, autocompletion=complete_topics)
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", help="On a cumulative ladder, include what the level takes from those below it.")
    ] = False,
) -> Printable:
    """Everything known of whatever has this name. Where several have it, a level or role comes first."""
    parts = [part for given in (*(only or []), *(topic or [])) for part in given.split(",") if part.strip()]
    kinds = meanings.meanings(name, ctx.obj.ladder)
    answer = asking.show_as(kinds, name, ladder=ctx.obj.ladder, only=parts)
    kind = kind_of(answer)
    if kind == "show":
        shown = printable(kind, answer, parts=bool(parts), every=every)
        found = shown._replace(sheet=lambda: sheet(kind, answer, every=every))
    else:
        found = printable(kind, answer)
    return found._replace(also=tuple(meanings.command_for(other, name) for other in kinds[1:]))
