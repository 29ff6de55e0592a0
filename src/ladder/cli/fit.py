"""`ladder fit`: asked one by one where somebody sits at a terminal; elsewhere answers come from a file, if at all."""

import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from ladder import api
from ladder.cli.options import Paper, Role, answering
from ladder.errors import CannotRead
from ladder.render import Printable
from ladder.render.text import one_line
from ladder.views import printable

if TYPE_CHECKING:
    from ladder.questions.fit import Asked, Fitting


@answering
def command(
    ctx: typer.Context,
    role: Role,
    *,
    answers: Annotated[
        str | None,
        typer.Option(
            "--answers", metavar="FILE", help="A YAML or JSON file with your answers; - reads standard input."
        ),
    ] = None,
) -> Printable:
    """Ask the questions about a level or role, and show what the answers speak for and why."""
    if answers is not None:
        answer = api.fit(role, answers=_answers(answers, role, ctx.obj.ladder), ladder=ctx.obj.ladder)
    else:
        answer = api.fit(role, ladder=ctx.obj.ladder)
        if answer.questions and _at_a_terminal(ctx.obj):
            answer = api.fit(role, answers=_ask(answer), ladder=ctx.obj.ladder)
    return printable("fit", answer)


def _answers(path: str, role: str, ladder: str | None) -> dict[str, str]:
    """The answers in a file.

    Raises CannotRead with a line that could stand in one, where there is no such file.
    """
    from ladder.reading.answers import read_answers

    try:
        return read_answers(path)
    except CannotRead as error:
        asked = api.fit(role, ladder=ladder).questions
        if not asked or not asked[0].answers:
            raise
        line = f"{asked[0].id}: {asked[0].answers[0].say}"
        raise CannotRead(error.message, f"write one line per question, such as `{line}`") from None


def _at_a_terminal(paper: Paper) -> bool:
    """Whether somebody is there to be asked, and wants a page and no data. Options are looked at before anybody is."""
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        return False
    from ladder.cli.streams import choose_colour, choose_format, choose_width

    format = choose_format(paper, sys.stdout)
    choose_width(paper, format, sys.stdout)
    choose_colour(paper.color, os.environ, tty=True)
    return format == "terminal" and paper.output is None


def _ask(fitting: "Fitting") -> dict[str, str]:
    """The answers that somebody types, by the questions' ids. The end of input ends the questions."""
    number = len(fitting.questions)
    _say(f"Is it for you? {fitting.title}")
    _say(f"{number} question{'s' if number != 1 else ''}. Enter skips one, Ctrl-D ends early.")
    answers: dict[str, str] = {}
    for place, asked in enumerate(fitting.questions, 1):
        _say("")
        _say(f"{place}/{number} {asked.ask}")
        for choice, reply in enumerate(asked.answers, 1):
            _say(f"{choice} {reply.say}", indent=4)
        typed = _reply(asked)
        if typed is None:
            break
        answers[asked.id] = typed
    _say("")
    return answers


def _reply(asked: "Asked") -> str | None:
    """A valid answer, or nothing for a skipped question; None at the end of the input."""
    from ladder.cli.streams import typed_line
    from ladder.questions.fit import place_of

    while True:
        line = typed_line()
        if line is None:
            _say("")
            return None
        if not line.strip() or place_of(line, asked.answers) is not None:
            return line.strip()
        _say(f"type a number from 1 to {len(asked.answers)}, or press Enter to skip")


def _say(text: str, indent: int = 0) -> None:
    """A line to whoever is asked; not to standard output, which has the answer alone."""
    sys.stderr.write(" " * indent + one_line(text) + "\n")
