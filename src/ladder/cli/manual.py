"""The man page, made from the table of commands and the options that they declare.

`python -m ladder.cli.manual` renews the packaged copy, which the wheel installs as share/man/man1/ladder.1.
"""

import os
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

import ladder
from ladder.cli.commands import COMMANDS, EXIT_CODES, FRONT, LISTED
from ladder.cli.options import PAPER

PACKAGED: Final = os.path.join(os.path.dirname(os.path.abspath(ladder.__file__)), "ladder.1")

ENVIRONMENT: Final = (
    ("LADDER_DEFAULT", "The ladder that commands ask without `--ladder`: a path or a name."),
    (
        "LADDER_PATH",
        "Ladders that you can name: files, and folders that are ladders or hold some, separated as in PATH.",
    ),
    ("LADDER_PAGER, PAGER", "The pager for pages taller than the terminal. If neither is set, `less`; if empty, none."),
    ("LADDER_LOG", "The log of your work. Default: ladder/log.md in your data folder."),
    ("XDG_DATA_HOME, LOCALAPPDATA", "Your data folder, on Linux and on Windows."),
    ("VISUAL, EDITOR", "The editor for `ladder log --edit`."),
    ("NO_COLOR", "If set, there is no colour. `--color always` overrules it."),
    ("FORCE_COLOR, CLICOLOR_FORCE", "If set, there is colour in pipes, too. FORCE_COLOR=0 turns colour off."),
    ("CLICOLOR", "CLICOLOR=0 turns colour off."),
    ("COLUMNS, LINES", "The size of the page, instead of the terminal's."),
    ("TERM, CI", "With TERM=dumb there is neither colour nor a pager. If CI is set, there is no pager."),
    ("LADDER_DEBUG", "If set, a bug in ladder is reported with its traceback."),
)
"""Every variable that the program reads, and what it does."""

SHARED: Final = "Every command that shows an answer takes these, before or after its name."

Pair = tuple[str, str]


def manual() -> str:
    """The man page as roff, in ASCII."""
    from ladder.cli.app import front, program

    group = program()
    about = " ".join((front.__doc__ or "").split())
    lines = [
        '.\\" Made by `python -m ladder.cli.manual`. Edit src/ladder/cli/commands.py and the help texts instead.',
        f'.TH LADDER 1 "" "ladder {ladder.__version__}" "User commands"',
        *_section("Name", [f"ladder {_escaped('-')} {_text('the career ladder of a software engineer')}"]),
        ".ad l",
        ".nh",
        *_section("Synopsis", [r".B ladder", r"[\fIOPTIONS\fR] [\fICOMMAND\fR] [\fIARGUMENTS\fR]..."]),
        *_section("Description", [_text(about)]),
        *_section("Commands", [line for name in LISTED for line in _command(name, group)]),
        *_section("Options", [_text(SHARED), *_pairs(_options(group.params))]),
        *_section("Exit status", _pairs(EXIT_CODES)),
        *_section("Environment", _pairs(ENVIRONMENT)),
        *_section("Examples", _pairs(FRONT)),
    ]
    return "\n".join(lines) + "\n"


def _command(name: str, group: Any) -> Iterator[str]:
    """A command: how it is called, what it does, its own options, and its examples."""
    parameters = group.get_command(None, name).params
    if PAPER.keys() <= {one.name for one in parameters}:  # the page tells of these once, for all
        parameters = [one for one in parameters if one.name not in PAPER]
    arguments = [_usage(one) for one in parameters if one.param_type_name == "argument"]
    yield f'.SS "{_text(" ".join(["ladder", name, *arguments]))}"'
    for paragraph in (COMMANDS[name].summary, *(part for one in COMMANDS[name].more for part in ("", one))):
        yield _text(paragraph) if paragraph else ".P"
    yield from _pairs(_options(parameters))
    yield ".P"
    yield "Examples:"
    yield from _pairs(COMMANDS[name].examples)


def _usage(argument: Any) -> str:
    """An argument as the usage line has it: in brackets where it may be left out."""
    metavar = str(argument.metavar)
    return metavar if argument.required or metavar.startswith("[") else f"[{metavar}]"


def _options(parameters: Sequence[Any]) -> Iterator[Pair]:
    """Options as they are typed, the short form first, with their help; arguments too, where they have any."""
    for one in parameters:
        if one.param_type_name == "argument":
            yield str(one.metavar), one.help
        elif not one.hidden:
            typed = ", ".join(sorted(one.opts, key=len))
            yield f"{typed} {one.metavar}" if one.metavar else typed, one.help


def _section(title: str, lines: Sequence[str]) -> list[str]:
    return [f".SH {title.upper()}", *lines]


def _pairs(pairs: Sequence[Pair] | Iterator[Pair]) -> list[str]:
    """What is typed in bold, and indented below it what it means."""
    return [line for typed, told in pairs for line in (".TP", rf"\fB{_text(typed)}\fR", _text(told))]


def _text(text: str) -> str:
    """One line of text, in which `code` becomes bold."""
    return re.sub("`([^`]*)`", r"\\fB\1\\fR", _escaped(text))


def _escaped(text: str) -> str:
    """Text that roff prints as it stands, in ASCII. A line may break after `|`."""
    text = (
        text.replace("\\", "\\e").replace("|", "|\\:").replace("-", r"\-").replace('"', r"\(dq").replace("'", r"\(aq")
    )
    text = "".join(sign if sign.isascii() else f"\\[u{ord(sign):04X}]" for sign in text)
    return rf"\&{text}" if text.startswith(".") else text


if __name__ == "__main__":
    with open(PACKAGED, "w", encoding="ascii", newline="\n") as file:
        file.write(manual())
