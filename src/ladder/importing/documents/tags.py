"""HTML in Markdown: the words between its tags, and tables, which people write so where a cell has to hold a list.

A cell's text has its bullets as Markdown has them. Merged cells are told apart as a person reads them: what spans
several levels is said of each, and what names a group of rows or columns is said once.
"""

import re
from collections.abc import Iterator
from functools import cached_property
from html import unescape
from html.parser import HTMLParser
from typing import Final

from ladder.importing.labels import is_level_or_step
from ladder.importing.tables.grid import Grid

BEGIN: Final = re.compile(r"(?im)^[ \t]*<table\b")
END: Final = re.compile(r"(?i)</table\s*>")
MARKED: Final = re.compile(r"(?m)^\s*(?:[-*+•]|\d{1,2}[.)])\s+\S")
"""Bullets of Markdown in a cell, whose lines count."""

BREAKING: Final = frozenset([
    "br", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "ol", "p", "pre", "section", "summary",
    "ul",
])  # fmt: skip
"""Tags that begin or end a line."""

DEEPEST_HEADING: Final = 6
"""What is deeper is no heading but a summary."""

MARK: Final = "\0"
"""Begins a line that was a heading in HTML. No Markdown holds it: the parser replaces it."""

PICTURES: Final = re.compile(r"(?:\[?!\[[^\]]*\]\([^)]*\)(?:\]\([^)]*\))?\s*)+")
WIDEST: Final = 100
"""How many columns and rows a cell may span."""

LARGEST: Final = 100_000
"""How many cells a table has at most."""

SUMMARY: Final = "Summary"
"""The name of the column for what a table says across all others."""


def tables_in(text: str) -> Iterator[tuple[int, int]]:
    """Where tables begin and end in a text; one without an end is none."""
    place = 0
    while (begin := BEGIN.search(text, place)) and (end := END.search(text, begin.end())):
        yield begin.start(), end.end()
        place = end.end()


def grid_of(html: str, path: str, line: int) -> Grid | None:
    """A table as rows of cells, each row with where it stands; None where it has no cells.

    >>> grid_of("<table><tr><th>A<th>B<tr><td>1<td><ul><li>2</ul></table>", "x.md", 7).rows
    (('A', 'B'), ('1', '- 2'))
    """
    reader = _Reader()
    html = re.sub(r"(?s)<!--.*?(?:-->|\Z)", lambda comment: "\n" * comment[0].count("\n"), html)
    reader.feed(re.sub(r"<(?!/?[a-zA-Z][^<>]*>)", "&lt;", html))  # what is no tag is text
    reader.close()
    rows = [row for row in reader.rows if row]
    texts = _filled(rows)
    if not texts:
        return None
    return Grid(tuple(map(tuple, texts)), tuple(f"{path}:{line + row[0].line - 1}" for row in rows))


def lines_in(html: str) -> Iterator[tuple[int, str]]:
    """The lines between the tags, each with the depth of the heading that it is, or 0.

    >>> list(lines_in("<h2>Junior</h2> <p>Asks</p><summary>More</summary>"))
    [(2, 'Junior'), (0, 'Asks'), (7, 'More')]
    """
    text = re.sub(r"(?is)<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1>|\Z)", "", html)
    text = re.sub(r"(?is)<(?:h([1-6])|summary)\b[^<>]*>(.{0,500}?)</(?:h\1|summary)>", _marked, text)
    text = re.sub(r"(?i)</?(?:p|div|li|ul|ol|tr|td|th|table|br|hr|details|section)\b[^<>]*>", "\n", text)
    for line in re.sub(r"</?[a-zA-Z][^<>]*>", "", text).split("\n"):
        said = unescape(line).strip()
        if said.startswith(MARK):
            yield int(said[1]), said[2:]
        elif said and not PICTURES.fullmatch(said):
            yield 0, said


def _marked(heading: re.Match[str]) -> str:
    """A heading in HTML as a line that says so, with its depth."""
    return f"\n{MARK}{heading[1] or DEEPEST_HEADING + 1}{' '.join(heading[2].split())}\n"


class _Cell:
    """A cell as it is written, and where it is placed."""

    def __init__(self, *, head: bool, down: int, across: int, line: int) -> None:
        self.head, self.down, self.across, self.line = head, down, across, line
        self.said: list[str] = []
        self.row = self.column = 0

    @cached_property
    def text(self) -> str:
        """Its text; lines that are no bullets are not indented."""
        lines = [line.rstrip() if MARKED.match(line) else line.strip() for line in "".join(self.said).split("\n")]
        return "\n".join(line for line in lines if line)


class _Reader(HTMLParser):
    """Collects the cells of a table as its tags come."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[_Cell]] = []
        self.cell: _Cell | None = None
        self.inside = False
        self.lists = 0
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in ("tr", "thead", "tbody", "tfoot"):
            self.cell, self.inside = None, False
        elif tag in ("td", "th"):
            if not self.inside:
                self.rows.append([])
            self.inside, self.lists, self.links = True, 0, []
            down, across = _span(given.get("rowspan", "")), _span(given.get("colspan", ""))
            self.cell = _Cell(head=tag == "th", down=down, across=across, line=self.getpos()[0])
            self.rows[-1].append(self.cell)
        elif tag == "li":
            self._say(f"\n{'  ' * max(0, self.lists - 1)}- ")
        elif tag in BREAKING:
            self.lists += tag in ("ul", "ol")
            self._say("\n")
        elif tag == "a":
            href = given.get("href", "")
            self.links.append(href if re.match(r"(?i)https?://", href) else "")
            self._say("[" if self.links[-1] else "")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr", "thead", "tbody", "tfoot"):
            self.cell = None
            self.inside = self.inside and tag in ("td", "th")
        elif tag in BREAKING:
            self.lists -= tag in ("ul", "ol")
            self._say("\n")
        elif tag == "a" and self.links and (href := self.links.pop()):
            self._say(f"]({href})")

    def handle_data(self, data: str) -> None:
        if MARKED.search(data):
            self._say(re.sub(r"(?m)^[^\S\n]+", lambda indent: " " * (len(indent[0].expandtabs(4)) % 4), data))
        else:
            self._say("\n".join(re.sub(r"\s+", " ", part) for part in re.split(r"\n\s*\n", data)))

    def _say(self, text: str) -> None:
        if self.cell is not None:
            self.cell.said.append(text)


def _span(value: str) -> int:
    return min(WIDEST, max(1, int(value))) if re.fullmatch(r"\s*\d{1,6}\s*", value, re.ASCII) else 1


def _filled(rows: list[list[_Cell]]) -> list[list[str]]:
    """The texts of all cells where they stand, with the column for what stands across all others if there is any.

    Empty where there are no cells, or more than any table has.
    """
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while (number, column) in taken:
                column += 1
            cell.row, cell.column = number, column
            taken |= {
                (number + down, column + across)
                for down in range(min(cell.down, len(rows) - number))
                for across in range(cell.across)
            }
            column += cell.across
            if len(taken) > LARGEST:
                return []
    width = max((column for _, column in taken), default=-1) + 1
    if width * len(rows) > LARGEST:
        return []
    across_all = {id(row[0]) for row in rows if _is_across_all(row, width)}
    shift = bool(across_all)
    texts = [[""] * (width + shift) for _ in rows]
    if shift:
        texts[0][1] = SUMMARY
    for cell in (cell for row in rows for cell in row):
        for down in range(min(cell.down, len(rows) - cell.row)):
            for across in range(cell.across):
                if not (down or across) or (_is_said_of_each(cell) and id(cell) not in across_all):
                    column = cell.column + across
                    place = 1 if id(cell) in across_all else column + (shift and column > 0)
                    texts[cell.row + down][place] = cell.text
    return texts


def _is_across_all(row: list[_Cell], width: int) -> bool:
    """Whether a row says one thing beside its label, across all columns."""
    return len(row) == 1 and row[0].row > 0 < row[0].column and row[0].across > 1 and row[0].across >= width - 1


def _is_said_of_each(cell: _Cell) -> bool:
    """Whether a merged cell says something of each row and column that it spans, and is no name of them together."""
    return not cell.head and cell.row > 0 < cell.column and not is_level_or_step(cell.text)


__all__ = ["DEEPEST_HEADING", "grid_of", "lines_in", "tables_in"]
