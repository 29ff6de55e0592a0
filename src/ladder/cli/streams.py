"""Standard output, standard error and files: everything that leaves the program leaves here.

Format, width and colour are decided once, from the option, the environment and the stream; Rich is told
and decides nothing (it would turn colour on for FORCE_COLOR=0, keep bold under NO_COLOR, not know
CLICOLOR_FORCE, and ignore the width of a dumb terminal).
"""

import os
import re
import sys
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import Final, TextIO

from ladder.cli.options import COLOURS, ON_PAPER, THEMES, WIDEST, Paper, one_of, whole
from ladder.errors import CannotWrite, ExitCode, LadderError, quoted
from ladder.render import SUFFIXES, Depth, Printable, render
from ladder.render.text import one_line

USUAL_WIDTH: Final = 80
WIDEST_PAGE: Final = 120
NARROWEST: Final = 20
PICTURE_WIDTH: Final = 100

SIGNS: Final = "─▓┃┊◆→↑−–·…’⁰¹²³⁴⁵⁶⁷⁸⁹"
ASCII: Final = str.maketrans(
    dict(
        zip(
            SIGNS,
            ["-", "#", "|", ":", "*", "->", "^", "-", "-", ".", "...", "'", *map("^{}".format, range(10))],
            strict=True,
        )
    )
)
"""What stands for this program's own signs where the stream cannot write them."""


def deliver(thing: Printable, paper: Paper) -> int:
    """Prints an answer, or writes it to a file. Returns the exit code.

    Raises LadderError for options that mean nothing, CannotWrite where it cannot be written.
    """
    format = choose_format(paper, sys.stdout, tuple(thing.own))
    page_width = choose_width(paper, format, sys.stdout)
    to_file = paper.output not in (None, "-")
    colour = choose_colour(paper.color, os.environ, tty=not to_file and sys.stdout.isatty())
    if ladder := paper.ladder or _other_ladder(thing.answer):
        from ladder.cli.again import asking

        ask = thing.page
        thing = thing._replace(page=lambda *given, **named: asking(ask(*given, **named), ladder))
    text = render(
        thing,
        format,
        width=page_width,
        colour=colour,
        depth=_depth(paper),
        sources=bool(paper.sources),
        command=paper.command,
        theme=one_of("theme", paper.theme, THEMES) if paper.theme else "dark",
    )
    if to_file:
        write_file(str(paper.output), text, force=bool(paper.force))
    elif not (format == "terminal" and sys.stdout.isatty() and not paper.no_pager and _paged(text)):
        write(sys.stdout, text, format)
    return thing.exit_code


def _other_ladder(answer: object) -> str:
    """The name of the ladder that a name led to, where it is not the one that is asked when none is named."""
    name = str(getattr(answer, "ladder", ""))
    if not name or os.environ.get("LADDER_DEFAULT"):
        return ""
    from ladder import shelf

    return name if name != shelf.BUNDLED and shelf.called_so(name) else ""


def _depth(paper: Paper) -> Depth | None:
    """How much was asked for, if anything was said of it.

    Raises LadderError where both were asked for.
    """
    if paper.full and paper.brief:
        raise LadderError("`--full` and `--brief` contradict each other", "give one of them")
    return "full" if paper.full else "short" if paper.brief else None


def _paged(text: str) -> bool:
    """Whether a page was taller than the terminal and was shown in a pager."""
    from ladder.cli import pager

    words = pager.command(os.environ)
    if not words or text.count("\n") < pager.height(sys.stdout, os.environ):
        return False
    return pager.show(writable(text, "utf-8", "terminal"), words, os.environ)


def choose_format(paper: Paper, stream: TextIO, own: Sequence[str] = ()) -> str:
    """The format that was asked for; else by the file's suffix; else a page on a terminal and Markdown elsewhere.

    `own` are formats that only this answer has, of which the first stands for the page and for Markdown.
    """
    if paper.format is not None:
        asked = one_of("format", paper.format, (*ON_PAPER, *own))
        if asked != "auto":
            _check_suffix(paper.output, asked)
            return asked
    if paper.output not in (None, "-"):
        return _by_suffix(str(paper.output), own)
    if own:
        return own[0]
    return "terminal" if stream.isatty() else "markdown"


def _by_suffix(path: str, own: Sequence[str]) -> str:
    """The format that a file's suffix stands for; without a suffix, and for a device, what a pipe gets.

    Raises LadderError for a suffix that stands for none.
    """
    suffix = os.path.splitext(path)[1].lower()
    if suffix in SUFFIXES:
        return SUFFIXES[suffix]
    if suffix and not (os.path.lexists(path) and not os.path.isfile(path)):
        known = ", ".join(dict.fromkeys(SUFFIXES))
        raise LadderError(
            f"{quoted(suffix)} is not a format that ladder writes",
            f"end the name in one of {known}, or add `--format markdown`",
        )
    return own[0] if own else "markdown"


def _check_suffix(path: str | None, format: str) -> None:
    """Raises LadderError where a file's suffix stands for another format than the one asked for."""
    suffix = os.path.splitext(path)[1].lower() if path else ""
    meant = SUFFIXES.get(suffix)
    if meant is not None and meant != format and suffix != ".txt":
        message = f"{quoted(suffix)} stands for {meant}, and {format} was asked for"
        raise LadderError(message, "leave out `--format`, or give the file another suffix")


def choose_width(paper: Paper, format: str, stream: TextIO) -> int:
    """Columns: as asked; else COLUMNS or the terminal's, but no more than can be read in one line."""
    if paper.width is not None:
        return whole("--width", paper.width, NARROWEST, WIDEST)
    columns = os.environ.get("COLUMNS", "")
    if re.fullmatch(r"[1-9]\d{0,5}", columns):
        found = int(columns)
    elif format == "svg":
        found = PICTURE_WIDTH
    else:
        try:
            found = os.get_terminal_size(stream.fileno()).columns or USUAL_WIDTH
        except (OSError, ValueError):
            found = USUAL_WIDTH
    return max(NARROWEST, min(found, WIDEST_PAGE))


def choose_colour(asked: str | None, environment: Mapping[str, str], *, tty: bool) -> bool:
    """The option, then NO_COLOR, then FORCE_COLOR and CLICOLOR_FORCE, then what the stream is."""
    choice = one_of("colour choice", asked, COLOURS) if asked is not None else "auto"
    if choice != "auto":
        return choice == "always"
    if environment.get("NO_COLOR"):
        return False
    forced = environment.get("FORCE_COLOR")
    if forced:
        return forced.lower() not in ("0", "false", "no")
    if environment.get("CLICOLOR_FORCE", "0") not in ("", "0"):
        return True
    return tty and environment.get("TERM") != "dumb" and environment.get("CLICOLOR") != "0"


def write(stream: TextIO, text: str, format: str) -> None:
    """Text to a stream, with whatever the stream cannot write put in signs that it can.

    Raises CannotWrite where the device is full; a closed pipe raises BrokenPipeError.
    """
    try:
        stream.write(writable(text, getattr(stream, "encoding", None) or "utf-8", format))
        stream.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        silence()
        raise CannotWrite.because("cannot write", error) from error


def writable(text: str, encoding: str, format: str) -> str:
    """Text of which the encoding has every character, whatever the format has to say for the others.

    HTML and SVG are UTF-8, as they say themselves, or ASCII.
    """
    if format in ("html", "svg") and encoding.lower().replace("-", "").replace("_", "") != "utf8":
        return text.encode("ascii", "xmlcharrefreplace").decode()
    try:
        text.encode(encoding)
        return text
    except (UnicodeEncodeError, LookupError):
        pass
    if format == "json":
        import json

        return "".join(sign if sign.isascii() else json.dumps(sign)[1:-1] for sign in text)
    return text.translate(ASCII).encode(encoding, "backslashreplace").decode(encoding)


def write_file(path: str, text: str, *, force: bool) -> None:
    """Text to a file, all of it or none: written beside and renamed. An existing file is kept unless `force`.

    Raises CannotWrite with what to do.
    """
    if os.path.isdir(path):
        raise CannotWrite(f"{quoted(path)} is a folder", "name a file")
    if os.path.lexists(path) and not os.path.isfile(path):
        _write_to_device(path, text)
        return
    if os.path.lexists(path) and not force:
        raise CannotWrite(f"{quoted(path)} exists", "add `--force` to overwrite it")
    from ladder.replacing import replace

    try:
        replace(path, text.encode())
    except OSError as error:
        raise CannotWrite.because(f"cannot write {quoted(path)}", error) from error


def _write_to_device(path: str, text: str) -> None:
    try:
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise CannotWrite.because(f"cannot write {quoted(path)}", error) from error


def report(error: LadderError, arguments: Sequence[str]) -> int:
    """An error on standard error: a line, and a hint; as JSON where JSON was asked for. Returns the exit code."""
    from ladder.cli.again import ladder_of, with_ladder

    error.hint = with_ladder(error.hint, ladder_of(arguments))
    if _asked_for_json(arguments):
        text = _as_json(error)
    else:
        colour = choose_colour(None, os.environ, tty=sys.stderr.isatty())
        lines = []
        for problem in getattr(error, "problems", ()):
            lines.append(one_line(str(problem)))
            if problem.hint:
                lines.append("  hint: " + one_line(problem.hint))
        lines.append(_label("error:", "31", colour) + " " + one_line(error.message))
        if error.hint:
            lines += ["", _label("hint:", "36", colour) + " " + one_line(error.hint)]
        text = "\n".join(lines) + "\n"
    _say(text)
    return int(error.exit_code)


def report_bug(bug: Exception) -> int:
    """A fault of this program: one line that says where to report it, and the traceback for who asks for it."""
    if os.environ.get("LADDER_DEBUG"):
        import traceback

        _say("".join(traceback.format_exception(bug)))
    name = one_line(f"{type(bug).__name__}: {bug}")
    hint = "please report it, with what you typed and what LADDER_DEBUG=1 prints"
    _say(f"error: this is a bug in ladder: {name[:200]}\n\nhint: {hint}\n")
    return ExitCode.NO


def flush() -> None:
    """Sends out what Typer itself printed, such as help; a closed pipe raises BrokenPipeError."""
    write(sys.stdout, "", "terminal")


def silence() -> None:
    """Points standard output at nothing, so that the interpreter's last flush cannot complain."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115 - it stays open until the process ends


def tell(*lines: str) -> None:
    """Notes on standard error: what was done, and what one may do next."""
    _say("".join(one_line(line) + "\n" for line in lines))


def typed_line() -> str | None:
    """A line that somebody types; None at the end of input."""
    sys.stderr.write("> ")
    sys.stderr.flush()
    line = sys.stdin.readline()
    return line.rstrip("\n") if line else None


def _say(text: str) -> None:
    try:
        sys.stderr.write(writable(text, sys.stderr.encoding or "utf-8", "terminal"))
        sys.stderr.flush()
    except OSError:
        pass


def _label(word: str, code: str, colour: bool) -> str:
    return f"\x1b[1;{code}m{word}\x1b[0m" if colour else word


def _asked_for_json(arguments: Sequence[str]) -> bool:
    """Whether the line asks for JSON, read without a parser: the error may be that it cannot be parsed."""
    for one, after in zip_longest(arguments, arguments[1:]):
        if one in ("--format=json", "-fjson", "-f=json") or (one in ("--format", "-f") and after == "json"):
            return True
    return False


def _as_json(error: LadderError) -> str:
    from ladder.render import json

    return json.render("error", {"error": json.error_value(error)})
