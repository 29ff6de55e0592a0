"""How far long work is."""

import os
import sys
from typing import Self


class ProgressLine:
    """One line on a terminal's standard error, gone at the end of the `with` whatever happens in it."""

    def __init__(self) -> None:
        self._terminal = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._said = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._said:
            self.say("")

    def say(self, text: str) -> None:
        """Shows a line in place of the last; an empty one takes it away."""
        if self._terminal:
            self._said = True
            sys.stderr.write(f"\r{text[:78]}\x1b[K")
            sys.stderr.flush()
