"""A file of answers: a mapping of questions' ids to what was answered, in YAML or JSON."""

import os
import sys
from typing import Final

from ladder.errors import CannotRead, InvalidAnswers, InvalidLadder, Problem, quoted
from ladder.reading.context import Context, is_null, pairs
from ladder.reading.nodes import ScalarNode, compose, decoded
from ladder.reading.scalars import text

MOST: Final = 1024 * 1024
"""Bytes that answers may have."""


def read_answers(path: str) -> dict[str, str]:
    """The answers by question; `-` is standard input. One that is empty is none.

    Raises CannotRead where there is no text, InvalidAnswers with the place of every problem.
    """
    shown = "standard input" if path == "-" else path
    problems: list[Problem] = []
    context = Context(shown, {}, problems)
    try:
        root = compose(decoded(_raw(path), shown), shown)
    except InvalidLadder as error:
        raise InvalidAnswers(error.problems) from error
    found = {}
    for key, _, node in pairs(root, context, what="answers by question") if root is not None else ():
        empty = is_null(node) or (isinstance(node, ScalarNode) and not node.value.strip())
        found[key] = "" if empty else text(node, context) or ""
    if problems:
        raise InvalidAnswers(problems)
    return found


def _raw(path: str) -> bytes:
    """What stands in a file or on standard input."""
    if path != "-" and not os.path.exists(path):
        raise CannotRead(f"no file {quoted(path)}", "write one line per question, such as `1: yes`")
    try:
        if path != "-":
            if not os.path.isfile(path):
                raise CannotRead(f"{quoted(path)} is not a file", "give a file, or `-` for standard input")
            with open(path, "rb") as file:
                raw = file.read(MOST + 1)
        elif sys.stdin is None:
            raw = b""
        else:
            bare = getattr(sys.stdin, "buffer", None)
            raw = bare.read(MOST + 1) if bare is not None else sys.stdin.read(MOST + 1).encode()
    except (OSError, ValueError) as error:
        because = (getattr(error, "strerror", None) or str(error)).lower()
        what = "standard input" if path == "-" else quoted(path)
        raise CannotRead(f"{what} cannot be read: {because}", "give a file with one line per question") from error
    if len(raw) > MOST:
        shown = "standard input" if path == "-" else path
        raise CannotRead(f"{quoted(shown)} is larger than {MOST // 1024 // 1024} MB", "write one line per question")
    return raw
