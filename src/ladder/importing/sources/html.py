"""HTML as a flat list of blocks: headings, paragraphs, lists, tables. Markdown comes here as HTML, too.

Indentation and layout say nothing. Of a whole page what holds its text is taken; menus, margins and scripts are not.
"""

import re
from collections.abc import Sequence
from functools import cached_property
from html.parser import HTMLParser
from typing import Final

from ladder.importing.inline import END, LINK, MARKS, OFF, ON, SPACES, TO

DROPPED: Final = frozenset(
    [
        "script",
        "style",
        "template",
        "svg",
        "nav",
        "aside",
        "footer",
        "noscript",
        "iframe",
        "select",
        "button",
        "textarea",
        "object",
        "video",
        "audio",
        "canvas",
    ]
)
"""What holds no text of the document."""
VOID: Final = frozenset(
    ["br", "hr", "img", "input", "meta", "link", "source", "wbr", "area", "base", "col", "embed", "track", "param"]
)
INLINE: Final = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "del",
        "img",
        "picture",
        "source",
        "wbr",
        "input",
    ]
)
BLOCK: Final = frozenset(
    [
        "html",
        "head",
        "body",
        "title",
        "meta",
        "link",
        "base",
        "main",
        "article",
        "section",
        "header",
        "hgroup",
        "div",
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "colgroup",
        "col",
        "blockquote",
        "pre",
        "details",
        "summary",
        "figure",
        "figcaption",
        "address",
        "center",
        "fieldset",
        "legend",
        "form",
        "hr",
        "br",
        "menu",
    ]
)
LINE: Final = re.compile(r"line (\d+)")
MARKED: Final = re.compile(r"(?m)^\s*(?:[-*+•]|\d{1,2}[.)])\s+\S")
"""Bullets of Markdown in a cell of a table in HTML, whose lines count."""
WIDEST: Final = 100
LARGEST: Final = 100_000
"""How many cells a table has at most."""
SUMMARY: Final = "Summary"
"""The head of the column for what a table says across all others."""


class Item:
    """A bullet with those below it."""

    def __init__(self, line: int) -> None:
        self.line = line
        self.said: list[str] = []
        self.below: list[Item] = []

    @cached_property
    def text(self) -> str:
        """Its own text."""
        return tidied("".join(self.said))


class Cell:
    """A cell of a table as it is written, and where it is placed."""

    def __init__(self, *, head: bool, down: int, across: int, line: int) -> None:
        self.head, self.down, self.across, self.line = head, down, across, line
        self.said: list[str] = []
        self.row = self.column = 0

    @cached_property
    def text(self) -> str:
        """Its text; lines that are no bullets are not indented."""
        lines = [line.rstrip() if MARKED.match(line) else line.strip() for line in "".join(self.said).split("\n")]
        return "\n".join(line for line in lines if line)


class Block:
    """One block: a heading (`depth` 1 to 6), a summary, para, code, list, table, or the end of what folds out."""

    def __init__(self, kind: str, line: int, text: str = "", *, depth: int = 0) -> None:
        self.kind, self.line, self.text, self.depth = kind, line, text, depth
        self.items: list[Item] = []
        self.rows: list[list[Cell]] = []
        self.caption = ""


def blocks(html: str, *, page: bool) -> list[Block]:
    """The blocks of HTML. `page`: a whole page, of which the main part counts; else lines are those of Markdown."""
    reader = _Reader(page=page, only=_main(html) if page else "")
    reader.feed(html)
    reader.close()
    reader.flush()
    return reader.blocks


def _main(html: str) -> str:
    """The tag that holds the text of a page, where there is one and the first heading stands in it."""
    first = re.search(r"(?i)<h1\b", html)
    for tag in ("main", "article"):
        found = re.search(rf"(?is)<{tag}\b.*?</{tag}\s*>", html)
        if found and (not first or found.start() < first.start() < found.end()):
            return tag
    return ""


def tidied(text: str) -> str:
    """A text without blanks at the ends of its lines, and without blank lines."""
    lines = [" ".join(line.split(" ")).strip() for line in text.split("\n")]
    return "\n".join(line for line in lines if line)


class _Reader(HTMLParser):
    """Collects blocks as the tags come."""

    def __init__(self, *, page: bool, only: str) -> None:
        super().__init__()
        self.page, self.only = page, only
        self.blocks: list[Block] = []
        self.said: list[str] = []
        self.kind, self.depth, self.line = "para", 0, 1
        self.shift = 0
        self.dropped = ""
        self.drops = 0
        self.inside = 0
        self.quotes = 0
        self.code = 0
        self.lists: list[list[Item]] = []
        self.items: list[Item] = []
        self.tables: list[Block] = []
        self.cell: Cell | None = None
        self.cell_lists = 0
        self.links: list[str] = []

    # -- where we are

    def _at(self) -> int:
        return self.getpos()[0] + self.shift if self.page or self.shift else self.line

    def handle_comment(self, data: str) -> None:
        if found := LINE.fullmatch(data):
            self.shift = int(found[1]) - self.getpos()[0]
            if not self.said:
                self.line = int(found[1])

    # -- tags

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if self.dropped:
            self.drops += tag == self.dropped
            return
        if tag in DROPPED or (self.page and given.get("role") in ("navigation", "contentinfo", "complementary")):
            if tag not in VOID:
                self.dropped, self.drops = tag, 1
            return
        if tag not in INLINE | BLOCK:
            self.handle_data(self.get_starttag_text() or "")
            return
        self.inside += tag == self.only
        if "data-line" in given:
            self.shift = 0
            self.flush()
            self.line = int(given["data-line"])
        if self.tables and tag != "table":
            self._in_table(tag, given)
        elif tag in ("ul", "ol", "menu"):
            self._list()
        elif tag == "li":
            self._item()
        elif tag == "table":
            self._table()
        elif tag in INLINE or tag == "br":
            self._inline(tag, given)
        else:
            self._block(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.dropped:
            self.drops -= tag == self.dropped
            self.dropped = self.dropped if self.drops else ""
            return
        if tag not in INLINE | BLOCK:
            self.handle_data(f"</{tag}>")
        elif self.tables and tag != "table":
            self._end_in_table(tag)
        elif tag == "table" and self.tables:
            self._end_table()
        elif tag in ("ul", "ol", "menu"):
            self._end_list()
        elif tag == "li":
            self.items = self.items[: len(self.lists) - 1] if self.lists else []
        elif tag in INLINE or tag == "br":
            self._end_inline(tag)
        else:
            self._end_block(tag)
        self.inside -= tag == self.only

    def handle_data(self, data: str) -> None:
        if self.dropped or (self.only and not self.inside and self.kind != "title"):
            return
        data = SPACES.sub("\n" if not self.page else " ", MARKS.sub("", data))
        if self.cell is not None:
            if MARKED.search(data):
                self._say(re.sub(r"(?m)^[^\S\n]+", lambda blank: " " * (len(blank[0].expandtabs(4)) % 4), data))
            else:
                self._say("\n".join(re.sub(r"\s+", " ", part) for part in re.split(r"\n\s*\n", data)))
        elif self.code:
            self._say(data)
        elif self.page or not self.shift:
            self._say(re.sub(r"\s+", " ", data) if self.page else data)
        else:
            for number, line in enumerate(data.split("\n")):
                if number and not self.items:
                    self.flush()
                    self.line = self._at() + number
                self._say(line.strip() + ("\n" if number and self.items else ""))

    def _say(self, text: str) -> None:
        if self.cell is not None:
            self.cell.said.append(text)
        elif self.tables:
            if self.kind == "caption":
                self.tables[-1].caption += text
        elif self.items:
            self.items[-1].said.append(text)
        else:
            if not self.said and text.strip() and (self.page or self.shift):
                self.line = self._at()
            self.said.append(text)

    # -- inline

    def _inline(self, tag: str, given: dict[str, str]) -> None:
        if tag == "br":
            self._say("\n")
        elif tag in ("strong", "b"):
            self._say(ON)
        elif tag == "a":
            href = "" if re.match(r"(?i)\s*javascript:", given.get("href", "")) else given.get("href", "")
            self.links.append(href)
            if href:
                self._say(LINK)

    def _end_inline(self, tag: str) -> None:
        if tag == "br":
            self._say("\n")
        elif tag in ("strong", "b"):
            self._say(OFF)
        elif tag == "a" and self.links and (href := self.links.pop()):
            self._say(f"{TO}{href}{END}")

    # -- blocks

    def _block(self, tag: str) -> None:
        if self.items:
            self.items[-1].said.append("\n")
            return
        self.flush()
        if tag in ("h1", "h2", "h3", "h4", "h5", "h6") and not self.quotes:
            self.kind, self.depth = "heading", int(tag[1])
        elif tag in ("summary", "title"):
            self.kind = tag
        elif tag == "dt":
            self._say(ON)
        elif tag == "pre":
            self.kind, self.code = "code", 1
        self.quotes += tag == "blockquote"

    def _end_block(self, tag: str) -> None:
        if self.items:
            self.items[-1].said.append("\n")
            return
        if tag == "dt":
            self._say(OFF)
        self.flush()
        self.quotes -= tag == "blockquote" and self.quotes > 0
        if tag == "details":
            self.blocks.append(Block("end", self._at()))

    def flush(self) -> None:
        """Ends the block that is being collected."""
        if self.items:
            return
        text = "".join(self.said)
        text = text.strip("\n") if self.code else tidied(text)
        if MARKS.sub("", text).strip():
            self.blocks.append(Block(self.kind, self.line, text, depth=self.depth))
        self.said, self.kind, self.depth, self.code = [], "para", 0, 0

    # -- lists

    def _list(self) -> None:
        if self.items:
            self.lists.append(self.items[-1].below)
        elif self.lists:
            self.lists.append(self.lists[-1][-1].below if self.lists[-1] else self.lists[-1])
        else:
            self.flush()
            block = Block("list", self._at())
            self.blocks.append(block)
            self.lists.append(block.items)

    def _item(self) -> None:
        if not self.lists:
            self._list()
        self.items = self.items[: len(self.lists) - 1]
        item = Item(self._at() if self.page or self.shift else self.line)
        self.lists[-1].append(item)
        self.items.append(item)

    def _end_list(self) -> None:
        if self.lists:
            self.lists.pop()
            self.items = self.items[: len(self.lists)]

    # -- tables

    def _table(self) -> None:
        if self.tables:
            return
        self.items, self.lists = [], []
        self.flush()
        self.tables.append(Block("table", self._at()))

    def _in_table(self, tag: str, given: dict[str, str]) -> None:
        table = self.tables[-1]
        if tag == "tr":
            table.rows.append([])
        elif tag in ("td", "th"):
            if not table.rows:
                table.rows.append([])
            self.cell_lists, self.links = 0, []
            down, across = _span(given.get("rowspan", "")), _span(given.get("colspan", ""))
            line = self._at() if self.page or self.shift else self.line
            self.cell = Cell(head=tag == "th", down=down, across=across, line=line)
            table.rows[-1].append(self.cell)
        elif tag == "caption":
            self.kind = "caption"
        elif tag == "li":
            self._say(f"\n{'  ' * max(0, self.cell_lists - 1)}- ")
        elif tag in INLINE or tag == "br":
            self._inline(tag, given)
        else:
            self.cell_lists += tag in ("ul", "ol")
            self._say("\n")

    def _end_in_table(self, tag: str) -> None:
        if tag in ("td", "th", "tr", "thead", "tbody", "tfoot"):
            self.cell = None
        elif tag == "caption":
            self.kind = "para"
        elif tag in INLINE or tag == "br":
            self._end_inline(tag)
        elif tag != "li":
            self.cell_lists -= tag in ("ul", "ol")
            self._say("\n")

    def _end_table(self) -> None:
        table = self.tables.pop()
        self.cell, self.kind = None, "para"
        table.rows = [row for row in table.rows if row]
        if table.rows:
            self.blocks.append(table)


def _span(value: str) -> int:
    return min(WIDEST, max(1, int(value))) if re.fullmatch(r"\s*\d{1,6}\s*", value, re.ASCII) else 1


def filled(rows: list[list[Cell]]) -> list[list[str]]:
    """The texts of all cells where they stand, with a column for what stands across all others if there is any.

    What a merged cell says of each row and column that it spans is repeated there; what names them together is not.
    Empty where there are more cells than any table has.
    """
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while (number, column) in taken:
                column += 1
            cell.row, cell.column = number, column
            downs, acrosses = range(min(cell.down, len(rows) - number)), range(cell.across)
            taken |= {(number + down, column + across) for down in downs for across in acrosses}
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


def _is_across_all(row: list[Cell], width: int) -> bool:
    """Whether a row says one thing beside its label, across all columns."""
    return len(row) == 1 and row[0].row > 0 < row[0].column and row[0].across > 1 and row[0].across >= width - 1


def _is_said_of_each(cell: Cell) -> bool:
    """Whether a merged cell says something of each row and column that it spans, and is no name of them together."""
    from ladder.importing.words import is_level_or_step

    return not cell.head and cell.row > 0 < cell.column and not is_level_or_step(cell.text)


__all__ = ["Block", "Cell", "Item", "blocks", "filled", "tidied"]
