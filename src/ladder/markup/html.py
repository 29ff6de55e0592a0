"""HTML as a flat list of blocks: headings, paragraphs, lists, tables. Markdown comes here as HTML, too.

Indentation and layout say nothing. Of a whole page what holds its text is taken; menus, margins and scripts are not.
"""

import re
from collections.abc import Iterable, Sequence
from html.parser import HTMLParser
from typing import Final

from ladder.markup.inline import END, LINK, MARKS, OFF, ON, SPACES, TO, bare, target


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


DROPPED: Final = _set(
    "script style template svg nav aside footer noscript iframe select button textarea object video audio canvas"
)
"""What holds no text of the document."""
VOID: Final = _set("br hr img input meta link source wbr area base col embed track param")
INLINE: Final = _set(
    "a abbr b bdi bdo big br cite code data dfn em font i ins kbd label mark nobr q s samp small span strike "
    "strong sub sup time tt u var del img picture source wbr input"
)
BLOCK: Final = _set(
    "html head body title meta link base main article section header hgroup div p h1 h2 h3 h4 h5 h6 ul ol li dl "
    "dt dd table caption thead tbody tfoot tr td th colgroup col blockquote pre details summary figure figcaption "
    "address center fieldset legend form hr menu"
)
CELLS: Final = _set("table thead tbody tr th td")
LINE: Final = re.compile(r"line (\d+)")
MARKED: Final = re.compile(r"(?m)^\s*(?:[-*+•]|\d{1,2}[.)])\s+\S")
"""Bullets of Markdown in a cell of a table in HTML, whose lines count."""
WIDEST: Final = 100
MENU: Final = 5
"""From how many links on, one below another with nothing between them, these are a menu."""


class Item:
    """A bullet with those below it."""

    def __init__(self, line: int) -> None:
        self.line = line
        self.said: list[str] = []
        self.below: list[Item] = []

    @property
    def text(self) -> str:
        """Its own text."""
        return tidied("".join(self.said))


class Cell:
    """A cell of a table as it is written, and where it is placed."""

    def __init__(self, *, head: bool, down: int, across: int, line: int) -> None:
        self.head, self.down, self.across, self.line = head, down, across, line
        self.said: list[str] = []
        self.row = self.column = 0

    @property
    def text(self) -> str:
        """Its text; lines that are no bullets are not indented."""
        lines = [line.rstrip() if MARKED.match(line) else line.strip() for line in "".join(self.said).split("\n")]
        return "\n".join(filter(None, lines))


class Block:
    """One block: title, heading (`depth` 1 to 6), summary, para, code, list, table, or the end of what folds out."""

    def __init__(self, kind: str, line: int, text: str = "", *, depth: int = 0) -> None:
        self.kind, self.line, self.text, self.depth = kind, line, text, depth
        self.items: list[Item] = []
        self.rows: list[list[Cell]] = []
        self.caption = ""


def lines(html: str) -> list[str]:
    """The text of a whole page, a line for each heading, paragraph, bullet and cell, in order.

    Entities are characters, markup is gone, bullets begin with "- "; menus, asides, footers and scripts are left out.

    >>> lines("<nav>Home</nav><h1>Staff &amp; more</h1><ul><li>Owns <b>it</b><li>Runs it</ul><script>x()</script>")
    ['Staff & more', '- Owns it', '- Runs it']
    """

    def bullets(items: Iterable[Item]) -> Iterable[str]:
        for item in items:
            yield f"- {' '.join(item.text.split())}"
            yield from bullets(item.below)

    found: list[str] = []
    for block in blocks(html, page=True):
        found += bullets(block.items)
        found += [line for row in block.rows for cell in row for line in cell.text.split("\n")]
        found += block.text.split("\n")
    return [line for one in found if (line := bare(one).strip(" \t")).strip("- ")]


def blocks(html: str, *, page: bool) -> list[Block]:
    """The blocks of HTML. `page`: a whole page, of which the main part counts; else lines are those of Markdown."""
    reader = _Reader(page=page, only=_main(html) if page else "")
    reader.feed(html)
    reader.close()
    reader.end()
    return _without_menus(reader.blocks) if page else reader.blocks


def _without_menus(found: list[Block]) -> list[Block]:
    """The blocks without runs of paragraphs and lists that only lead somewhere, and the headings between these."""
    kept: list[Block] = []
    run: list[Block] = []
    for block in [*found, Block("end", 0)]:
        said = [block.text, *(item.text for item in block.items)]
        if (block.kind in ("para", "list") and all(target(text) for text in said if text)) or block.kind == "heading":
            run.append(block)
        else:
            links = [place for place, one in enumerate(run) if one.kind != "heading"]
            count = sum(len(run[place].items) or 1 for place in links)
            kept += run[links[-1] + 1 :] if count >= MENU else run
            kept.append(block)
            run = []
    return kept[:-1]


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
    return "\n".join(line for one in text.split("\n") if (line := one.strip()))


class _Reader(HTMLParser):
    """Collects blocks as the tags come. `shift` is how far its lines are from those of the file, if they count."""

    def __init__(self, *, page: bool, only: str) -> None:
        super().__init__()
        self.page, self.only = page, only
        self.blocks: list[Block] = []
        self.said: list[str] = []
        self.kind, self.depth, self.line, self.shift = "para", 0, 1, 0
        self.dropped, self.drops = "", 0
        self.inside = self.quotes = self.cell_lists = 0
        self.lists: list[list[Item]] = []
        self.items: list[Item] = []
        self.table: Block | None = None
        self.cell: Cell | None = None
        self.links: list[str] = []

    def _at(self) -> int:
        return self.getpos()[0] + self.shift if self.page or self.shift else self.line

    def handle_comment(self, data: str) -> None:
        if found := LINE.fullmatch(data):
            self.shift = int(found[1]) - self.getpos()[0]
            self.line = self.line if self.said else int(found[1])

    # -- tags

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if self.dropped:
            self.drops += tag == self.dropped
            return
        if tag in DROPPED or (self.page and given.get("role") in ("navigation", "contentinfo", "complementary")):
            self.dropped, self.drops = ("", 0) if tag in VOID else (tag, 1)
            return
        if tag not in INLINE | BLOCK:
            self.handle_data(self.get_starttag_text() or "")
            return
        self.inside += tag == self.only
        if "data-line" in given:
            if self.table and tag not in CELLS:
                self._end_table()  # one that never ended
            self.shift = 0
            self.flush()
            self.line = int(given["data-line"])
        if tag in INLINE:
            self._inline(tag, given)
        elif tag == "table":
            self._begin_table()
        elif self.table:
            self._in_table(self.table, tag, given)
        elif tag in ("ul", "ol", "menu"):
            self._list()
        elif tag == "li":
            self._item()
        else:
            self._block(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.dropped:
            self.drops -= tag == self.dropped
            self.dropped = self.dropped if self.drops else ""
            return
        if tag not in INLINE | BLOCK:
            self.handle_data(f"</{tag}>")
        elif tag in INLINE:
            self._end_inline(tag)
        elif tag == "table":
            self._end_table()
        elif self.table:
            self._end_in_table(tag)
        elif tag in ("ul", "ol", "menu"):
            self.lists = self.lists[:-1]
            self.items = self.items[: len(self.lists)]
        elif tag == "li":
            self.items = self.items[: max(0, len(self.lists) - 1)]
        else:
            self._end_block(tag)
        self.inside -= tag == self.only

    def parse_endtag(self, i: int) -> int:
        """Ends a tag; what stands in it beside its name is text that lost its own tag."""
        end = super().parse_endtag(i)
        if beside := re.search(r"\s[^<>]*\w[^<>]*", self.rawdata[i:end]):
            self.handle_data(beside[0])
        return end

    def handle_data(self, data: str) -> None:
        if self.dropped or (self.only and not self.inside and self.kind != "title"):
            return
        data = SPACES.sub(" " if self.page else "\n", MARKS.sub("", data))
        if self.cell is not None:
            if MARKED.search(data):
                self._say(re.sub(r"(?m)^[^\S\n]+", lambda blank: " " * (len(blank[0].expandtabs(4)) % 4), data))
            else:
                self._say("\n".join(re.sub(r"\s+", " ", part) for part in re.split(r"\n\s*\n", data)))
        elif self.page and self.kind != "code":
            self._say(re.sub(r"\s+", " ", data))
        elif self.kind == "code" or not self.shift:
            self._say(data)
        else:
            for number, line in enumerate(data.split("\n")):
                if number and not self.items:
                    self.flush()
                    self.line = self._at() + number
                self._say(line.strip() + ("\n" if number and self.items else ""))

    def _say(self, text: str) -> None:
        if self.cell is not None:
            self.cell.said.append(text)
        elif self.table and self.kind == "caption":
            self.table.caption += text
        elif self.table:
            self.table.text += text  # beside the cells: it stands below the table
        elif self.items:
            self.items[-1].said.append(text)
        else:
            if not self.said and text.strip() and (self.page or self.shift):
                self.line = self._at()
            self.said.append(text)

    # -- inline

    def _inline(self, tag: str, given: dict[str, str]) -> None:
        if tag in ("strong", "b", "br"):
            self._say("\n" if tag == "br" else ON)
        elif tag == "a":
            href = given.get("href", "")
            self.links.append("" if re.match(r"(?i)\s*javascript:", href) else href)
            self._say(LINK if self.links[-1] else "")

    def _end_inline(self, tag: str) -> None:
        if tag in ("strong", "b", "br"):
            self._say("\n" if tag == "br" else OFF)
        elif tag == "a" and self.links and (href := self.links.pop()):
            self._say(f"{TO}{href}{END}")

    # -- blocks

    def _block(self, tag: str) -> None:
        if self.items:
            self.items[-1].said.append("\n")
            return
        self.flush()
        if re.fullmatch("h[1-6]", tag) and not self.quotes:
            self.kind, self.depth = "heading", int(tag[1])
        elif tag in ("summary", "title", "pre"):
            self.kind = "code" if tag == "pre" else tag
        elif tag == "dt":
            self._say(ON)
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

    def end(self) -> None:
        """Ends whatever is open."""
        self.items, self.lists = [], []
        self._end_table()
        self.flush()

    def flush(self) -> None:
        """Ends the block that is being collected."""
        if self.items:
            return
        text = "".join(self.said)
        text = text.strip("\n") if self.kind == "code" else tidied(text)
        if MARKS.sub("", text).strip():
            self.blocks.append(Block(self.kind, self.line, text, depth=self.depth))
        self.said, self.kind, self.depth = [], "para", 0

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
        item = Item(self._at())
        self.items = [*self.items[: len(self.lists) - 1], item]
        self.lists[-1].append(item)

    # -- tables

    def _begin_table(self) -> None:
        if self.table:
            return
        self.items, self.lists = [], []
        self.flush()
        self.table = Block("table", self._at())

    def _in_table(self, table: Block, tag: str, given: dict[str, str]) -> None:
        if tag == "tr":
            table.rows.append([])
        elif tag in ("td", "th"):
            table.rows += [] if table.rows else [[]]
            self.cell_lists, self.links = 0, []
            down, across = _span(given.get("rowspan", "")), _span(given.get("colspan", ""))
            self.cell = Cell(head=tag == "th", down=down, across=across, line=self._at())
            table.rows[-1].append(self.cell)
        elif tag == "caption":
            self.kind = "caption"
        elif tag == "li":
            self._say(f"\n{'  ' * max(0, self.cell_lists - 1)}- ")
        else:
            self.cell_lists += tag in ("ul", "ol")
            self._say("\n")

    def _end_in_table(self, tag: str) -> None:
        if tag in ("td", "th", "tr", "thead", "tbody", "tfoot"):
            self.cell = None
        elif tag == "caption":
            self.kind = "para"
        elif tag != "li":
            self.cell_lists -= tag in ("ul", "ol")
            self._say("\n")

    def _end_table(self) -> None:
        if self.table:
            table, self.table, self.cell, self.kind = self.table, None, None, "para"
            table.rows = [row for row in table.rows if row]
            self.blocks += [table] if table.rows else []
            self.said, table.text = [table.text], ""
            self.flush()


def _span(value: str) -> int:
    return min(WIDEST, max(1, int(value))) if re.fullmatch(r"\s*\d{1,6}\s*", value, re.ASCII) else 1


__all__ = ["Block", "Cell", "Item", "blocks", "lines", "tidied"]
