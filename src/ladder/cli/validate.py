"""`ladder validate`."""

from functools import partial
from typing import Annotated

import typer

from ladder import api
from ladder.cli.options import answering, complete_ladders
from ladder.errors import ExitCode
from ladder.render import Printable
from ladder.views import printable


def _complete_codes(incomplete: str) -> list[tuple[str, str]]:
    from ladder.questions.explain import CODES

    return [(name, one.title) for name, one in CODES.items() if name.startswith(incomplete)]


@partial(answering, formats=("text", "github"))
def command(
    ctx: typer.Context,
    ladders: Annotated[
        list[str] | None,
        typer.Argument(metavar="LADDER...", help="Folders, YAML files, or names.", autocompletion=complete_ladders),
    ] = None,
    *,
    strict: Annotated[bool, typer.Option("--strict", help="Treat warnings as errors.")] = False,
    explain: Annotated[
        str | None,
        typer.Option(
            "--explain", metavar="CODE", help="Explain a code, or `all` of them.", autocompletion=_complete_codes
        ),
    ] = None,
) -> Printable:
    """Check whole ladders: errors, then warnings."""
    if explain is not None:
        told = api.explain(explain)
        return printable("code", told)
    from ladder.pages.validate import summary
    from ladder.render import problems
    from ladder.render.text import one_line

    answer = api.validate(*(ladders or filter(None, [ctx.obj.ladder])), strict=strict)

    def text(colour: bool) -> str:
        lines = summary(answer)
        return problems.text(answer.problems, colour=colour) + "".join(one_line(line) + "\n" for line in lines)

    code = ExitCode.DONE if answer.valid else ExitCode.NO
    own = {"text": text, "github": lambda colour: problems.github(answer.problems)}
    return printable("validation", answer, exit_code=code)._replace(own=own)
