"""Documents of any kind through the whole import, into a draft: what the tests of single shapes ask."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ladder.errors import CannotRead
from ladder.importing import census
from ladder.importing.draft import Draft
from ladder.importing.files import File
from ladder.importing.shapes import Wish, read


def understood(files: Sequence[File], *, shape: str = "", transpose: bool = False, **wish: str) -> Draft:
    """The draft of these files, with all that found no place."""
    found = read(files, shape=shape, wish=Wish(wish.get("levels", ""), wish.get("competencies", ""), transpose))
    census.settle(found.ledger, found.draft)
    return found.draft


def into(files: Sequence[File], draft: Draft, *, transpose: bool = False) -> None:
    """The same into a draft that is there."""
    vars(draft).update(vars(understood(files, transpose=transpose)))


class Sheet(File):
    """A table without a file."""

    def __init__(self, rows: Sequence[Sequence[str]], name: str = "mill.csv") -> None:
        super().__init__(name)
        paper = io.StringIO()
        csv.writer(paper, lineterminator="\n").writerows(rows)
        self.__dict__["text"] = paper.getvalue()


def tabled(rows: Sequence[Sequence[str]], **options: Any) -> Draft | None:
    """What a table says; nothing where it is no ladder."""
    try:
        return understood([Sheet(rows)], **options)
    except CannotRead:
        return None


def at(path: Path) -> File:
    """A file on disk."""
    return File(str(path))
