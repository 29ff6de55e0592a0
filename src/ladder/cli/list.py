"""`ladder list`."""

from collections.abc import Callable, Mapping
from typing import Annotated, Final

import typer

from ladder import api
from ladder.cli.options import answering
from ladder.render import Printable
from ladder.views import printable

LISTS = (
    "levels",
    "roles",
    "competencies",
    "archetypes",
    "companies",
    "faq",
    "activities",
    "sources",
    "statements",
    "ladders",
)


OTHERS: Final[Mapping[str, tuple[str, Callable[[str | None], object]]]] = {
    "archetypes": ("archetypes", lambda ladder: api.archetypes(ladder=ladder)),
    "faq": ("faq", lambda ladder: api.faq(ladder=ladder)),
    "statements": ("statements", lambda ladder: api.statements(ladder=ladder)),
    "ladders": ("ladders", lambda ladder: api.ladders()),
}
"""Lists that are questions of their own: the kind of the answer, and who asks."""


@answering
def command(
    ctx: typer.Context,
    *,
    what: Annotated[
        str | None,
        typer.Argument(
            metavar=f"[{'|'.join(LISTS)}]",
            help="What to list; levels and roles if you name nothing.",
            autocompletion=lambda incomplete: [name for name in LISTS if name.startswith(incomplete)],
        ),
    ] = None,
) -> Printable:
    """List what is in the ladder."""
    from ladder.names import find_word

    chosen = find_word(what, {name: name for name in LISTS}, "list") if what else None
    if chosen and chosen in OTHERS:
        kind, ask = OTHERS[chosen]
        return printable(kind, ask(ctx.obj.ladder), parts=True)
    answer = api.list(chosen, ladder=ctx.obj.ladder)
    return printable("list", answer)
