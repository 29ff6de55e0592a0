"""What a command line that a test runs gives back."""

from collections.abc import Callable
from typing import NamedTuple


class Ran(NamedTuple):
    """What one command line did."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


def without_ladder(text: str, ladder: str) -> str:
    """A text in which no suggested command names the ladder."""
    return text.replace(f"--ladder {ladder} ", "")
