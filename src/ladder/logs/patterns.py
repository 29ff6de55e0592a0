"""Patterns that are compiled when they are first used: a tidy log needs few, and compiling all takes 20 ms."""

import re
from typing import Any


class Pattern:
    """A regular expression with the methods of a compiled one."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._given = pattern, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(*self._given), name)
        setattr(self, name, found)
        return found
