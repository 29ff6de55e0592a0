"""Problems as linters print them: a line each that editors jump to, or annotations of a pull request on GitHub."""

from collections.abc import Iterable
from typing import Final

from ladder.errors import Problem
from ladder.render.text import one_line

COLOURS: Final = {"error": "31", "warning": "33"}


def text(problems: Iterable[Problem], *, colour: bool = False) -> str:
    """`file:line:col: error[code]: message`, and a hint below it."""
    lines = []
    for one in problems:
        line = one_line(str(one))
        if colour:
            word = f"{one.severity}[{one.code}]:"
            line = line.replace(word, f"\x1b[1;{COLOURS[one.severity]}m{word}\x1b[0m", 1)
        lines.append(line)
        if one.hint:
            lines.append("  hint: " + one_line(one.hint))
    return "".join(line + "\n" for line in lines)


def github(problems: Iterable[Problem]) -> str:
    """Workflow commands: GitHub shows each beside its line."""
    lines = []
    for one in problems:
        message = _data(one_line(one.message) + (f"\nhint: {one_line(one.hint)}" if one.hint else ""))
        where = f"file={_property(one_line(one.path))},line={one.line},col={one.column},title={one.code}"
        lines.append(f"::{one.severity} {where}::{message}\n")
    return "".join(lines)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
