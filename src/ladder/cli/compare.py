"""`ladder compare`."""

from collections.abc import Sequence
from typing import Annotated

import typer

from ladder import api
from ladder.cli.options import answering, complete_roles, complete_topics
from ladder.errors import LadderError, quoted
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
    match: Annotated[
        list[str] | None,
        typer.Option(
            metavar="OURS=THEIRS",
            help="Between two ladders: pair a competency of the first with one of the second. Can be repeated.",
        ),
    ] = None,
    only: Annotated[
        str,
        typer.Option(
            metavar="PARTS",
            help="Show only these parts, separated by commas: time, comp, expects, or competencies.",
            autocompletion=complete_topics,
        ),
    ] = "",
) -> Printable:
    """Compare two to four levels or roles."""
    parts = [part for part in only.split(",") if part.strip()]
    answer = api.compare(*(roles or []), ladder=ctx.obj.ladder, only=parts, changes=changes, match=_pairs(match or ()))
    return printable("compare", answer, parts=bool(parts))


def _pairs(typed: Sequence[str]) -> dict[str, str]:
    """`ours=theirs`, taken apart. Raises LadderError for anything else."""
    pairs = [one.partition("=") for one in typed]
    for one, (ours, _, theirs) in zip(typed, pairs, strict=True):
        if not ours.strip() or not theirs.strip():
            raise LadderError(f"{quoted(one)} is not a pair of competencies", "write `--match mentoring=people`")
    return {ours.strip(): theirs.strip() for ours, _, theirs in pairs}
