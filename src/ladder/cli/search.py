"""`ladder search`."""

import sys
from typing import Annotated

import typer

from ladder import api
from ladder.cli.options import answering, complete_places, complete_roles, whole
from ladder.errors import NothingFound
from ladder.render import Printable
from ladder.views import printable


@answering
def command(
    ctx: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="What to look for.")],
    *,
    role: Annotated[
        list[str] | None,
        typer.Option(
            "--role",
            "-r",
            metavar="NAME",
            help="Search only this level or role. Can be repeated.",
            autocompletion=complete_roles,
        ),
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PARTS",
            help="Search only these parts, competencies or topics, separated by commas. Can be repeated.",
            autocompletion=complete_places,
        ),
    ] = None,
    within: Annotated[list[str] | None, typer.Option("--in", hidden=True, autocompletion=complete_places)] = None,
    limit: Annotated[str, typer.Option(metavar="N", help="How many hits to show. Default: 20.")] = "20",
) -> Printable:
    """Find the statements that hold the words, best first.

    Raises NothingFound where there are none.
    """
    places = [part for given in (*(only or []), *(within or [])) for part in given.split(",") if part.strip()]
    most = whole("--limit", limit, 1, 1_000_000)
    answer = api.search(*words, ladder=ctx.obj.ladder, roles=role or (), within=places, limit=most)
    found = printable("search", answer)
    if answer.total:
        return found
    from ladder.cli.streams import choose_format, deliver

    if choose_format(ctx.obj, sys.stdout) == "json":
        deliver(found, ctx.obj)
    narrowed = " and ".join(option for option, given in (("`--role`", role), ("`--only`", places)) if given)
    elsewhere = api.search(*words, ladder=ctx.obj.ladder, limit=1).total if narrowed else 0
    raise NothingFound(answer.query, () if elsewhere else answer.near, _hint(narrowed, elsewhere))


def _hint(narrowed: str, elsewhere: int) -> str:
    if elsewhere:
        return f"without {narrowed} there {'is 1 hit' if elsewhere == 1 else f'are {elsewhere:,} hits'}"
    return "try another word, or the beginning of one"
