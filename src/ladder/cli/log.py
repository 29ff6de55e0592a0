"""`ladder log`: adds to a person's own log, lists it, walks through what claims nothing yet, opens it in an editor."""

import os
import shlex
import subprocess
import time
from typing import Annotated

import typer

from ladder import api_logs
from ladder.cli.logs import OneLog, discreet, naming_log
from ladder.cli.options import answering, complete_claims
from ladder.errors import CannotRead, CannotWrite, LadderError, quoted
from ladder.render import Printable
from ladder.views import printable


@answering
@discreet
def command(
    ctx: typer.Context,
    text: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[TEXT]",
            help="What you did, with `#competency` or `#competency/statement` behind it if you like.",
            autocompletion=complete_claims,
        ),
    ] = None,
    *,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DAY", help="When: 2026-11-24, 2026-11, yesterday. Unless given: today."),
    ] = None,
    impact: Annotated[str | None, typer.Option("--impact", metavar="TEXT", help="What came of it.")] = None,
    link: Annotated[
        list[str] | None, typer.Option("--link", metavar="URL", help="Where it can be seen; may be given again.")
    ] = None,
    private: Annotated[bool, typer.Option("--private", help="Keep it out of packets.")] = False,
    review: Annotated[bool, typer.Option("--review", help="Walk through the entries that claim nothing yet.")] = False,
    edit: Annotated[bool, typer.Option("--edit", help="Open the log in your editor: VISUAL, else EDITOR.")] = False,
    log: OneLog = None,
) -> Printable | None:
    """Your own log, kept in one Markdown file that you may edit. Nothing of it leaves this machine.

    With a text it adds an entry and shows it as it was read; on a terminal it offers three competencies, each with the
    words that speak for it. Without one it lists the entries.
    """
    from ladder.logs.files import default_path

    path = log or default_path(os.environ)
    if sum((bool(text), review, edit)) > 1:
        raise LadderError("a text, `--review` and `--edit` are three things", "give one of them")
    if text:
        below = [*([f"impact: {impact}"] if impact else []), *(f"link: {one}" for one in link or ())]
        below += ["private"] if private else []
        return _add(path, " ".join(text), _day("today" if on is None else on), tuple(below), ctx.obj.ladder)
    if edit:
        _edit(path)
    if not edit and (on or impact or link or private):
        raise LadderError("no text to add", '`ladder log "what you did"` adds an entry')
    answer = api_logs.log(path)
    if review:
        from ladder.cli.review import at_a_terminal, waiting, walk

        if at_a_terminal():
            walk(path, ctx.obj.ladder)
            return None
        answer = answer._replace(entries=waiting(answer.entries), passed_over=())
    return naming_log(printable("log", answer), [log] if log else [])


def _add(path: str, text: str, date: str, below: tuple[str, ...], ladder: str | None) -> Printable:
    """Adds an entry, and says where the log is if it was made for it."""
    from ladder.cli.review import at_a_terminal, offer
    from ladder.cli.streams import tell
    from ladder.logs.inline import plain
    from ladder.logs.writing import append
    from ladder.questions.log import Logbook

    if not text.strip():
        raise LadderError("an empty text", '`ladder log "what you did"` adds an entry')
    _check_place(path)
    new = not os.path.lexists(path)
    if at_a_terminal() and not plain(text, {}).tags:
        claims = offer(text, path, ladder)
        text = " ".join([text, *(f"#{one}" for one in claims)])
    entry = append(path, text, date, below)
    if new:
        tell(f"your log is {path}; nothing of it leaves this machine")
        tell(
            "say where you stand between two lines of --- at its top, such as now: senior; `ladder log --edit` opens it"
        )
    return printable("log", Logbook((os.path.basename(path),), (os.path.abspath(path),), (entry,), ()))


def _check_place(path: str) -> None:
    """Raises LadderError where a log may not stand; makes the user's own data folder."""
    from ladder.logs.files import default_path
    from ladder.reading.places import HEADER

    if os.path.isdir(path):
        raise CannotWrite(f"{quoted(path)} is a folder, and an entry goes to a file", "name a file in it with `--log`")
    folder = os.path.dirname(os.path.abspath(path))
    above = folder
    while above != os.path.dirname(above):
        if os.path.isfile(os.path.join(above, HEADER)):
            hint = "name a file elsewhere with `--log`: whoever gets the ladder would get the log"
            raise CannotWrite(f"{quoted(path)} lies in a ladder", hint)
        above = os.path.dirname(above)
    if path == default_path({name: value for name, value in os.environ.items() if name != "LADDER_LOG"}):
        try:
            os.makedirs(folder, mode=0o700, exist_ok=True)
        except OSError as error:
            raise CannotWrite.because(f"cannot make {quoted(folder)}", error) from error


def _day(typed: str) -> str:
    """A day as it was typed, as an ISO date to its precision.

    Raises LadderError for what is none.
    """
    from ladder.logs.dates import written

    ago = {"today": 0, "yesterday": 1}.get(typed.strip().lower())
    if ago is not None:
        return time.strftime("%Y-%m-%d", time.localtime(time.time() - ago * 86_400))
    if date := written(typed, time.strftime("%Y")):
        return date
    raise LadderError(
        f"{quoted(typed)} is no value for `--on`", "give a day, for example 2026-11-24, 2026-11 or yesterday"
    )


def _edit(path: str) -> None:
    """Opens the log in the user's editor, and waits until it is closed."""
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor:
        raise LadderError("no editor is named", f"set EDITOR, or open {path} yourself")
    _check_place(path)
    try:
        code = subprocess.call([*shlex.split(editor, posix=os.name != "nt"), path])  # noqa: S603 - the user's own editor
    except (OSError, ValueError) as error:
        raise CannotRead(f"cannot start {quoted(editor)}", "set EDITOR to a program that is there") from error
    if code:
        raise CannotRead(f"{quoted(editor)} ended with {code}", "look whether the log is as you want it")
