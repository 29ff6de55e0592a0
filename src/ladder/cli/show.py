"""`ladder show`: whatever has a name, each kind by the question that answers it."""

from typing import Annotated

import typer

from ladder import api, meanings
from ladder.cli.options import answering, complete_named, complete_topics
from ladder.errors import UnknownName
from ladder.meanings import Kind
from ladder.render import Printable
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
    ladder = ctx.obj.ladder
    kinds = meanings.meanings(name, ladder)
    if not kinds or kinds[0] == "role":
        try:
            profile = api.show(name, ladder=ladder, topics=parts)
        except UnknownName as unknown:
            raise (unknown if kinds else meanings.nothing_called(name, ladder, unknown)) from None
        shown = printable("show", profile, parts=bool(parts), every=every)
        found = shown._replace(sheet=lambda: sheet("show", profile, every=every))
    else:
        found = _other(kinds[0], name, ladder)
    return found._replace(also=tuple(meanings.command_for(kind, name) for kind in kinds[1:]))


def _other(kind: Kind, name: str, ladder: str | None) -> Printable:
    """The page of what is no level or role."""
    if kind == "competency":
        return printable("competency", api.competency(name, ladder=ladder))
    if kind == "archetype":
        return printable("archetypes", api.archetypes(name, ladder=ladder))
    if kind == "company":
        return printable("map", api.map(company=name, ladder=ladder))
    return printable("sources", api.sources(name, ladder=ladder))
