"""A page that is taller than the terminal goes through a pager, where somebody sits before it.

LADDER_PAGER says which, else PAGER, else `less`, else the system's. Empty or `cat` means none. A pager that cannot be
started loses no page: it is printed as it is.
"""

import os
import shlex
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from typing import TextIO

USUAL_HEIGHT = 24


def command(environment: Mapping[str, str]) -> list[str]:
    """The pager and its arguments; an empty list where there is to be none."""
    if environment.get("CI") or environment.get("TERM") == "dumb":
        return []
    for name in ("LADDER_PAGER", "PAGER"):
        if name in environment:
            return _split(environment[name])
    return next(([name] for name in ("less", "more") if shutil.which(name)), [])


def _split(typed: str) -> list[str]:
    """A command line as words; one whose quotes do not close is none."""
    try:
        words = shlex.split(typed, posix=os.name != "nt")
    except ValueError:
        return []
    return [] if words == ["cat"] else words


def height(stream: TextIO, environment: Mapping[str, str]) -> int:
    """Lines of the terminal."""
    lines = environment.get("LINES", "")
    if lines.isascii() and lines.isdigit() and int(lines):
        return int(lines)
    try:
        return os.get_terminal_size(stream.fileno()).lines or USUAL_HEIGHT
    except (OSError, ValueError):
        return USUAL_HEIGHT


def show(text: str, words: Sequence[str], environment: Mapping[str, str]) -> bool:
    """Shows a text in a pager, and returns once it is closed. False: it could not be started."""
    try:
        pager = subprocess.Popen(  # noqa: S603 - the user's own choice of a program, and no shell
            list(words), stdin=subprocess.PIPE, env={"LESS": "FRX", **environment}, text=True, encoding="utf-8"
        )
    except (OSError, ValueError):
        return False
    try:
        pager.communicate(text)
    except KeyboardInterrupt:  # the pager's own; it ends when it is closed
        pager.wait()
    except BrokenPipeError:
        pager.wait()
    return True
