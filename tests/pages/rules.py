"""What holds of every page, whatever it answers: no empty heading, nothing too wide, nothing lost, nothing obeyed."""

import csv
import json
import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from rich.cells import cell_len

from ladder.document import Document, Heading
from ladder.render import FORMATS, Format, Printable, render
from ladder.render.parts import plain
from ladder.render.text import one_line
from pages.reading import assert_tidy
from render.documents import words

WIDTHS: Final = (20, 40, 57, 58, 59, 60, 61, 80, 120, 200)
"""The widths at which something begins or ends; between them a page only becomes wider."""

DRAWN: Final = re.compile(r"[\s─▓┃┊◆·]")


def bare(text: str) -> str:
    """A text without white space and without what bars, lists and days are drawn with."""
    return DRAWN.sub("", text)


def too_wide(printed: str, width: int) -> list[str]:
    """The lines that do not fit on paper of this width, in columns of a terminal."""
    return [line for line in printed.splitlines() if cell_len(line) > width]


def empty_headings(document: Document) -> list[str]:
    """The headings with nothing below them and nothing beside them, not counting the page's title."""
    found = []
    for here, after in pairwise([*document.blocks, None]):
        if isinstance(here, Heading):
            below = after is not None and not (isinstance(after, Heading) and after.depth <= here.depth)
            if not (plain(here.text).strip() and (below or (here.aside and here.depth > 1))):
                found.append(plain(here.text))
    return found


def assert_every_format_renders(thing: Printable) -> None:
    """Every paper takes it, and what programs read can be read."""
    written: dict[Format, str] = {format: render(thing, format, width=80, colour=False) for format in FORMATS}
    assert all(text.endswith("\n") and text.strip() for text in written.values())
    answer = json.loads(written["json"])
    assert (answer["schema_version"], answer["kind"]) == (2, thing.kind)
    if thing.kind != "matrix":  # whose columns are called as the ladder's levels are
        assert_tidy(thing.sheet())
    rows = list(csv.reader(written["csv"].splitlines()))
    assert rows[0] == list(thing.sheet().columns)
    assert written["html"].startswith("<!DOCTYPE html>")
    assert "<svg" in written["svg"]


def assert_fits(thing: Printable, widths: Iterable[int] = WIDTHS) -> None:
    """No line is wider than the paper, in cells of a terminal, and no character of the page is lost."""
    said = Counter(bare("".join(map(one_line, words(thing.page())))))
    for width in widths:
        printed = render(thing, "terminal", width=width, colour=False)
        assert too_wide(printed, width) == [], width
        assert said - Counter(bare(printed)) == Counter(), width


def assert_shown_as_text(thing: Printable, text: str) -> None:
    """A text from a file is neither obeyed by any paper nor left out of the terminal's page."""
    for format in FORMATS:
        printed = render(thing, format, width=60, colour=False)
        assert not set("\x1b\x9b\x07\x08\x00\u202e\u2066\u200b\ufeff") & set(printed)
        assert "<script>" not in printed or format not in ("html", "svg")
        assert ' onmouseover="' not in printed or format not in ("html", "svg")
    printed = render(thing, "terminal", width=1000, colour=False)
    assert "".join(one_line(text).split()) in "".join(printed.split())
    for row in list(csv.reader(render(thing, "csv", width=60, colour=False).splitlines(keepends=True))):
        for cell in row:
            assert not cell.lstrip().startswith(("=", "+", "-", "@")), cell
