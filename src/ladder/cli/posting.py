"""`ladder posting`."""

from typing import Annotated

import typer

from ladder import api_postings
from ladder.cli.options import answering, complete_roles
from ladder.render import Printable
from ladder.views import printable


@answering
def command(
    ctx: typer.Context,
    role: Annotated[
        str, typer.Argument(metavar="NAME", help="The level or role to hire for.", autocompletion=complete_roles)
    ],
    *,
    pay: Annotated[bool, typer.Option("--pay", help="State the ladder's band of base pay, if it has one.")] = False,
    title: Annotated[str, typer.Option("--title", metavar="TEXT", help="Another title for the posting.")] = "",
    company: Annotated[str, typer.Option("--company", metavar="NAME", help="Who is hiring.")] = "",
) -> Printable:
    """Draft a job posting from what the ladder says of a level. What it cannot know stands in brackets for you."""
    answer = api_postings.posting(role, ladder=ctx.obj.ladder, pay=pay, title=title, company=company)
    return printable("posting", answer)
