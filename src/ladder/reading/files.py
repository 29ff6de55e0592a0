"""The files of one ladder, read safely: none outside of its folder, and nothing wrong with one stops the others.

A file that is none, is no text or no YAML is a problem that is noted once; whoever asked for it gets None.
"""

import os
import re
from collections.abc import Collection, Iterable
from typing import Final

from ladder.errors import CannotRead, InvalidLadder, Problem, quoted
from ladder.reading.cutting import hidden_key, only
from ladder.reading.nodes import MappingNode, Node, compose, read_bytes, read_text
from ladder.reading.places import HEADER, SUFFIXES

FORMAT_KEY: Final = rb"(?m)^[\"'{\s]*format[\"']?\s*:"
BEGINNING: Final = 64 * 1024
"""In how many bytes of a file its `format` is looked for."""


def is_ladder(path: str) -> bool:
    """Whether a ladder could stand there: a folder with ladder.yaml, or a YAML file."""
    return os.path.isfile(os.path.join(path, HEADER)) or (os.path.isfile(path) and path.endswith(SUFFIXES))


def says_format(path: str) -> bool:
    """Whether a YAML file begins like a ladder: with a key `format` among its first lines."""
    try:
        return bool(re.search(FORMAT_KEY, read_bytes(path, path, first=BEGINNING)))
    except InvalidLadder:
        return False


def within(path: str, folders: Iterable[str]) -> bool:
    """Whether a path without links is one of the folders, or lies in one."""
    return any(path == one or path.startswith(one.rstrip(os.sep) + os.sep) for one in folders)


class Files:
    """A ladder's folder, or its single file, which is then its `head`. `problems` are those of all that was read."""

    def __init__(self, path: str) -> None:
        """Opens nothing. Raises CannotRead where no ladder stands at `path`."""
        if not os.path.exists(path):
            raise CannotRead(f"no ladder at {quoted(path)}", "give a folder that holds ladder.yaml, or a YAML file")
        self.path = path
        self.single = not os.path.isdir(path)
        self.head = path if self.single else os.path.join(path, HEADER)
        if not os.path.exists(self.head):
            raise CannotRead(
                f"no {HEADER} in {quoted(path)}", "a ladder is a folder that holds ladder.yaml, or a YAML file"
            )
        self.problems: list[Problem] = []
        self._inside = "" if self.single else os.path.realpath(path)

    def beside(self, name: str) -> str:
        """The path of what is called so in the ladder's folder; empty where the ladder is a single file."""
        return "" if self.single else os.path.join(self.path, name)

    def folder(self, name: str) -> str | None:
        """The path of a folder in the ladder's folder, whether it is there or not; None where it may not be read."""
        path = self.beside(name)
        if os.path.islink(path) and not self._noted_inside(path):
            return None
        return path or None

    def text(self, path: str) -> str | None:
        """The text of a file; None where it is none, which is noted once."""
        if not self._noted_inside(path):
            return None
        try:
            return read_text(path, path)
        except InvalidLadder as error:
            self._note(error)
            return None

    def tree(self, path: str, unread: Collection[str] = ()) -> Node | None:
        """The tree of a file without the keys `unread`; None where it is empty or no YAML, of which that is noted."""
        text = self.text(path)
        if text is None:
            return None
        root = self.composed(only(text, drop=unread) if unread else text, path)
        if not unread and isinstance(root, MappingNode) and (line := hidden_key(text, root)):
            hint = "indent the lines of a value, or end its quotes or brackets before"
            self.problems.append(Problem(path, line, 1, "syntax", "this key is inside a value that began above", hint))
        return root

    def composed(self, text: str, path: str) -> Node | None:
        """The tree of a text of this file; None where it is no YAML, which is noted."""
        try:
            return compose(text, path)
        except InvalidLadder as error:
            self.problems.extend(error.problems)
            return None

    def _note(self, error: InvalidLadder) -> None:
        self.problems.extend(problem for problem in error.problems if problem not in self.problems)

    def _noted_inside(self, path: str) -> bool:
        """Whether a path stays inside of the folder; a link that leads to what nobody pointed at is noted."""
        linked = not self.single and (os.path.islink(path) or os.path.islink(os.path.dirname(path)))
        if not linked or within(os.path.realpath(path), (self._inside,)):
            return True
        if os.path.dirname(path) == self.path.rstrip(os.sep) and not os.path.islink(path):
            return True  # the ladder's folder is a link: that is what was pointed at
        problem = Problem(path, 1, 1, "outside", "the link leaves the ladder's folder", "put the file itself here")
        self._note(InvalidLadder([problem]))
        return False


__all__ = ["Files", "is_ladder", "says_format", "within"]
