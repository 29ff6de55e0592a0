"""What can go wrong, each with a hint and an exit code.

Every error that a user can cause is one of these: a line that says what, a hint that says how to mend
it, and the exit code. Whoever prints them decides how; nothing here knows a terminal.
"""

import re
from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import Final, Literal, Self

from ladder.frozen import Frozen

MOST_NAMED: Final = 20
"""How many names an error lists."""


class ExitCode(IntEnum):
    """What the shell is told."""

    DONE = 0
    """The question was answered; an empty list is an answer."""
    NO = 1
    """The answer is no: a ladder is invalid, a file cannot be read or written."""
    USAGE = 2
    """The command line is wrong, or names what does not exist."""
    INTERRUPTED = 130
    """Ctrl-C."""


Code = Literal[
    "syntax", "encoding", "unreadable", "outside", "empty", "format", "unknown-key", "duplicate-key", "missing-key",
    "type", "value", "unknown-word", "bad-id", "unknown-name", "duplicate-id", "duplicate-title", "no-file", "unlisted",
    "extends", "blocks", "share", "years", "band", "percentiles", "questions", "titles", "cues",
    "gap", "repeated", "long", "same-gist", "common-word", "thin-step", "shares", "unsourced", "few",
    "old-pay", "currency",
    "ambiguous-alias",
]  # fmt: skip
"""What kind of problem it is, in a word that `ladder validate --explain` explains."""

Severity = Literal["error", "warning"]


class Problem(Frozen):
    """One thing that is wrong in a ladder's file, or may not be meant so. Lines and columns count from 1."""

    path: str
    line: int
    column: int
    code: Code
    message: str
    hint: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        """`file:line:col: error[code]: message`, the form that editors jump to."""
        return f"{self.path}:{self.line}:{self.column}: {self.severity}[{self.code}]: {self.message}"


class LadderError(Exception):
    """An error that a user can cause and mend."""

    exit_code = ExitCode.USAGE

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UnknownName(LadderError):
    """A name that stands for nothing, with the nearest that do."""

    def __init__(self, what: str, typed: str, near: Sequence[str] = (), hint: str = "", *, where: str = "") -> None:
        super().__init__(f"no {what} {quoted(typed)}{where}", did_you_mean(near) or hint)
        self.near = tuple(near)


class AmbiguousName(LadderError):
    """A name that could stand for several."""

    def __init__(self, typed: str, could_be: Iterable[str]) -> None:
        some = list(could_be)
        more = f" and {len(some) - MOST_NAMED} more" if len(some) > MOST_NAMED else ""
        super().__init__(f"{quoted(typed)} could mean several", f"say which: {listed(some[:MOST_NAMED])}{more}")


class InvalidLadder(LadderError):
    """A ladder with problems in its files: all of them, in the order of the files."""

    exit_code = ExitCode.NO

    where = "the ladder"

    def __init__(self, problems: Sequence[Problem]) -> None:
        count = len(problems)
        super().__init__(f"{count} problem{'s' if count != 1 else ''} in {self.where}")
        self.problems = tuple(problems)


class InvalidAnswers(InvalidLadder):
    """A file of answers with problems."""

    where = "the answers"


class _Refused(LadderError):
    """Something that the system did not do."""

    exit_code = ExitCode.NO

    @classmethod
    def because(cls, what: str, error: OSError, hint: str = "") -> Self:
        """The error with the system's reason."""
        return cls(f"{what}: {reason(error)}", hint)


class CannotRead(_Refused):
    """A file that cannot be read, or is not what it should be."""


class CannotWrite(_Refused):
    """A file or stream that cannot be written."""


def reason(error: OSError) -> str:
    """What the system says of an error, in the middle of a sentence."""
    return (error.strerror or str(error)).lower()


class Unanswerable(LadderError):
    """A question that the ladder's figures contradict or cannot carry."""

    exit_code = ExitCode.NO


class NothingFound(LadderError):
    """Words that stand nowhere, with the nearest that do."""

    exit_code = ExitCode.NO

    def __init__(self, typed: str, near: Sequence[str] = (), hint: str = "") -> None:
        super().__init__(f"nothing found for {quoted(typed)}", did_you_mean(near) or hint)
        self.near = tuple(near)


def quoted(text: str) -> str:
    """The text in quotes, at most about a line of it."""
    return f"'{text if len(text) <= 80 else text[:77] + '...'}'"


def argument(name: str) -> str:
    """A name as one types it in a shell.

    >>> argument("first miller"), argument("miller")
    ('"first miller"', 'miller')
    """
    if re.fullmatch(r"[\w.,:@%+=/-][\w.,:@%+=/~-]*", name):
        return name
    if re.fullmatch(r"\w[\w .,:@%+=/-]*", name):
        return f'"{name}"'
    import shlex

    return shlex.quote(name)


def listed(names: Iterable[str]) -> str:
    """Names in quotes, with commas."""
    return ", ".join(quoted(name) for name in names)


def did_you_mean(near: Sequence[str]) -> str:
    """A hint that offers the nearest names, or nothing."""
    if not near:
        return ""
    *most, last = [quoted(name) for name in near]
    return f"did you mean {', '.join(most) + ' or ' + last if most else last}?"


def nearest(word: str, known: Iterable[str], *, most: int = 3, cutoff: float = 0.6) -> list[str]:
    """The known words that look most like this one, best first; letters' case does not count."""
    from difflib import get_close_matches

    folded = {name.casefold(): name for name in reversed(list(known))}
    return [folded[name] for name in get_close_matches(word.casefold(), folded, most, cutoff)]
