"""Questions to a small ladder that says something in every field, each under the words that one types for it.

Between them every block and every part of a page occurs. They are asked as the command line asks them, on one day.
"""

import os
import re
from contextlib import chdir
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from unittest import mock

from ladder.cli.app import program
from ladder.document import Document
from ladder.model import Ladder
from ladder.render import Printable
from ladders import MILL, read, write, write_all
from questions.every_field import EVERYTHING

TODAY: Final = "2026-11-20"

ASKED: Final = (
    "",
    *("list", "list levels", "list roles", "list competencies", "list activities", "list sources", "list companies"),
    "list statements",
    *("show miller", "show senior-miller", "show master", "show senior-wind", "show senior-miller --topic hiring,time"),
    "show stones",
    *("compare miller senior-miller", "compare miller senior-miller master", "compare senior-miller foreman"),
    *("compare senior-miller senior-wind --changes", "compare miller foreman --only time,comp"),
    *(
        "day miller",
        "day foreman",
        "day senior-wind",
        "day senior-miller --all",
        "day master --archetype keeper --week",
    ),
    *("comp", "comp --percentile 60", "comp miller --offer 25000", "comp senior-wind --yardsticks --sources"),
    *("path miller", "path senior-miller", "path miller master"),
    *("archetypes", "archetypes keeper", "archetypes senior-miller"),
    *("map", "map senior-miller", "map tide:T2", "map tide:M1", "map --company tide", "map --company bare"),
    *("fit senior-miller", "fit senior-miller --answers me.yaml", "fit foreman", "fit master"),
    *("record senior-wind", "faq", "faq senior-wind"),
    *(
        "search the stones",
        "search flour --role senior-miller --limit 1",
        "sources",
        "sources guild",
        "sources almanac",
    ),
    *("posting senior-miller --pay", "posting master --company Crumb", "show senior-miller --only interview"),
    "matrix",
    *("diff mill@old mill", "diff mill mill", "validate mill", "validate --explain gap"),
)

OLD: Final = {
    name: text.replace("Buys the right wheat", "Buys wheat").replace("50: 24000", "50: 23500").replace("[50, 60]", "55")
    for name, text in EVERYTHING.items()
    if name != "levels/foreman.yaml"
} | {
    "ladder.yaml": EVERYTHING["ladder.yaml"].replace("foreman, ", "").replace('"3"', '"2"'),
    "levels/master.yaml": EVERYTHING["levels/master.yaml"].replace("Master miller", "Millwright"),
    "levels/senior-miller.yaml": EVERYTHING["levels/senior-miller.yaml"]
    .replace(", {to: foreman, summary: By the other door.}", "")
    .replace("[50, 60]", "55")
    .replace("Buys the right wheat", "Buys wheat"),
}
"""The ladder as it was before: a level less, another title, another sentence, other figures."""


def called(line: str) -> str:
    """What a test of a question is called: its words, with hyphens between them."""
    return re.sub(r"\W+", "-", line) or "front"


@cache
def _here() -> "TemporaryDirectory[str]":
    """The folder in which the questions are asked: with the ladder, its older version, and a file of answers."""
    made = TemporaryDirectory(prefix="mill-")
    write_all(Path(made.name) / "mill", EVERYTHING)
    write_all(Path(made.name) / "mill@old", OLD)
    write(Path(made.name), "noise: always\n", "me.yaml")
    return made


@cache
def mill() -> Ladder:
    """The ladder, read whole."""
    return read(str(MILL))


@cache
def asked(line: str, ladder: str = "mill") -> Printable:
    """The answer to a command line about a ladder, the mill's or the bundled one, with its page, made once."""
    words = ["--ladder", ladder] if ladder else []
    with chdir(_here().name), mock.patch("ladder.opening.time") as clock, mock.patch.dict(os.environ):
        clock.strftime.return_value = TODAY
        found: Printable = program()([*words, *line.split()], prog_name="ladder", standalone_mode=False).printable
        page, sheet = found.page(), found.sheet()
    return found._replace(page=lambda *_, **__: page, sheet=lambda: sheet)


def page_of(line: str, ladder: str = "mill") -> Document:
    """The page of one of the questions."""
    return asked(line, ladder).page()
