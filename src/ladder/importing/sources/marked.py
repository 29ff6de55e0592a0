"""A page of Markdown or HTML as nodes: headings, what looks like one, paragraphs, bullets and tables.

Markdown's parser is markdown-it's, never patterns of our own: it knows what is code, and where a list ends. Only
pictures, comments and tables of contents are passed over.
"""

import itertools
import os
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Final

from ladder.errors import CannotRead, quoted
from ladder.importing.draft import tidy
from ladder.importing.files import MARKDOWN, File
from ladder.importing.node import BOLD, BULLET, LABEL, Grid, Ledger, Node, Row, Text
from ladder.importing.sources.filling import filled
from ladder.importing.words import is_level, is_level_or_step
from ladder.markup.html import Block, Item, blocks
from ladder.markup.inline import OFF, ON, bare, target

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

DEEPEST: Final = 100
"""How deep lists and quotes may stand in one another."""
LONGEST_TITLE: Final = 70
TABLE: Final = re.compile(r"(?ims)^[ \t]*<table\b.*?</table\s*>")
MARK: Final = "<!--ladder:table:{}-->"
"""Stands for a table in HTML while a page of Markdown is parsed: to Markdown a blank line would end it."""
RULE: Final = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
NOTE: Final = re.compile(r"(?m)^\[\^([^\]\s]+)\]:[ \t]*(.*(?:\n[ \t]+\S.*)*)")
"""A footnote."""
EMOJI: Final = re.compile(r"(?<![\w:]):[a-z][a-z0-9_+-]*:(?!\w)\s*")
"""The code of a picture, as in `:seedling:`."""
NUMBER: Final = re.compile(r"\d+(?:\.\d+)*[.)]\s+(?=\D)")
BOLD_LABEL: Final = re.compile(rf"{ON}([^{OFF}]+){OFF}(\s*[:.–—-](?=\s|$)|)\s*(.*)", re.DOTALL)
PLAIN_LABEL: Final = re.compile(r"([^\W\d_a-z][\w&/'’+-]*(?: [\w&/'’+-]+){0,3}):(?:\s+(.*)|)", re.DOTALL)
BRACKETS: Final = re.compile(r"\([^()]{1,40}\)")
SENTENCE: Final = re.compile(
    r"(?i)\b(?:i|you|we|they|he|she|it|who|is|are|be|will|should|must|can|may|has|have|do|does|following)\b"
)
"""What a label above a list has no use for: words that begin a sentence which the list goes on with."""
SIGNS: Final = re.compile(r"[•‣◦▪▫●○·➢✓]\s+|-?\[[ xX]?\](?:\s+|\Z)|-(?=[^\W\d_])")
"""With what a bullet begins that was pasted as text, or lacks its blank."""


def page(file: File, ledger: Ledger) -> Node:
    """A page. Its label is its title: that of its front matter, the heading of the first depth, or its file's name.

    Raises CannotRead where lists and quotes are nested too deep.
    """
    if file.suffix in (".html", ".htm", ".docx"):
        return _Page(file, ledger).tree(blocks(file.text, page=True))
    text, notes = _without_notes(file.front[1] if file.suffix in MARKDOWN else file.text)
    found = _Page(file, ledger)
    for name, (line, said) in notes.items():
        found.text(said, line, "note", via=f"[^{name}]")
    return found.tree(blocks(_html(text, file.path), page=False))


def stem(path: str) -> str:
    """The name of a file, in words."""
    name = os.path.splitext(os.path.basename(path))[0]
    return tidy(re.sub(r"[-_]+", " ", re.sub(r"^\d+[a-z]?[-_. ]+(?=\D)", "", name)))


def bold_label(text: str) -> tuple[str, str] | None:
    """The label and the rest of "**Scope**: text" or "**Scope:** text"; the rest of a bold text alone is empty."""
    if not (found := BOLD_LABEL.fullmatch(text)):
        return None
    title, between, rest = found[1].strip(), found[2], found[3].strip()
    if BRACKETS.fullmatch(rest) and not between:
        title, rest = f"{title} {rest}", ""
    ends = between or title.endswith((":", ".", "–", "—"))
    return (title, rest) if (ends or not rest) and len(title.split()) <= 8 and tidy(bare(title)) else None


# -- Markdown as HTML


def _html(text: str, path: str) -> str:
    """Markdown as HTML in which each block says on which line it began."""
    tables: dict[str, str] = {}

    def kept(found: re.Match[str]) -> str:
        raw = re.sub(r"(?s)<!--.*?(?:-->|\Z)", lambda one: "\n" * one[0].count("\n"), found[0])
        raw = re.sub(r"<(?!/?[a-zA-Z][^<>]*>)", "&lt;", raw)  # what is no tag is text
        name = MARK.format(len(tables))
        tables[name] = f"<!--line {text.count(chr(10), 0, found.start()) + 1}-->{raw}"
        return name + "\n" * raw.count("\n")

    parser = _parser()
    tokens = parser.parse(_widened(TABLE.sub(kept, text)))
    if any(token.level >= DEEPEST - 2 for token in tokens):
        raise CannotRead(f"lists and quotes in {quoted(path)} stand too deep in one another")
    for place, token in enumerate(tokens):
        if token.type == "html_block" and token.map:
            token.content = f"<!--line {token.map[0] + 1}-->{token.content}"
        elif token.type == "fence" and " " in token.info.strip():
            token.info, token.content = "", f"{token.info.strip()}\n{token.content}"  # no language but text
        if (token.nesting == 1 and token.map) or token.type in ("fence", "code_block"):
            token.attrSet("data-line", str(token.map[0] + 1 if token.map else 1))
        if token.type == "heading_open" and token.markup == "-":
            said = tokens[place + 1].content.rstrip()
            if "\n" in said or re.search(r"[.;,!]$|.{70}", said):
                token.tag = tokens[place + 2].tag = "p"  # a paragraph with a rule right below it
    html: str = parser.renderer.render(tokens, parser.options, {})
    for name, raw in tables.items():
        html = html.replace(name, raw, 1)
    return html


def _widened(text: str) -> str:
    """The page with a wider head above rows that have more cells than it, which Markdown would drop."""
    lines = text.split("\n")
    for place, line in enumerate(lines[1:], 1):
        if RULE.fullmatch(line) and "|" in lines[place - 1]:
            body = list(itertools.takewhile(lambda one: "|" in one, lines[place + 1 :]))
            more = max((_cells(one) for one in body), default=0) - _cells(line)
            if more > 0:
                lines[place - 1] = lines[place - 1].rstrip().removesuffix("|") + "| " * more + "|"
                lines[place] = line.rstrip().removesuffix("|") + "|---" * more + "|"
    return "\n".join(lines)


def _cells(line: str) -> int:
    return len(re.findall(r"(?<!\\)\|", line.strip().removeprefix("|").removesuffix("|"))) + 1


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable("table")


def _without_notes(text: str) -> tuple[str, dict[str, tuple[int, str]]]:
    """The page without its footnotes, and these by their names with their lines."""
    notes: dict[str, tuple[int, str]] = {}

    def taken(found: re.Match[str]) -> str:
        line, before = notes.get(found[1], (text.count("\n", 0, found.start()) + 1, ""))
        notes[found[1]] = line, f"{before} {' '.join(found[2].split())}".strip()
        return "\n" * found[0].count("\n")

    return (NOTE.sub(taken, text) if "[^" in text else text), notes


# -- blocks as a tree


class _Page:
    """Puts the blocks of one file below the headings that they belong to."""

    def __init__(self, file: File, ledger: Ledger) -> None:
        self.path, self.ledger = file.path, ledger
        self.root = Node("", "file", f"{file.path}:1")
        self.way = [self.root]
        self.folds: list[Node] = []

    def tree(self, found: Sequence[Block]) -> Node:
        """The page with all that stands on it."""
        title = ""
        for place, block in enumerate(found):
            block.text = EMOJI.sub("", block.text) if ":" in block.text else block.text
            if block.kind == "title":
                title = bare(block.text)
            elif block.kind in ("heading", "summary"):
                self.heading(block)
            elif block.kind == "end" and self.folds:
                self.end(self.folds.pop())
            elif block.kind == "para":
                self.paragraph(block, announces=found[place + 1 : place + 2] != [] and found[place + 1].kind == "list")
            elif block.kind == "code":
                self.add(self.text(block.text, block.line, "code"))
            elif block.kind == "list":
                self.items(block.items)
            elif block.kind == "table":
                self.table(block)
        _titled(self.root, title, self.path)
        return self.root

    @property
    def under(self) -> tuple[str, ...]:
        return tuple(bare(node.label) for node in self.way if node.label)

    def text(self, text: str, line: int, kind: str = "text", *, via: str = "") -> Text:
        """Enters a text of this page."""
        under = (via,) if via else self.under
        return self.ledger.text(text, f"{self.path}:{line}", kind, via=via, under=under)

    # -- headings

    def heading(self, block: Block) -> None:
        if not (title := label_of(block.text)):
            return
        depth = block.depth if block.kind == "heading" else BOLD
        node = Node(title, f"h{depth}" if depth < BOLD else "summary", f"{self.path}:{block.line}", depth=depth)
        self.place(node)
        node.text = self.ledger.text(bare(block.text), node.at, "label", under=self.under[:-1])
        if depth == BOLD:
            node.own = node.text
            self.folds.append(node)

    def end(self, fold: Node) -> None:
        """The end of what folds out below a summary, which is a heading where there are headings in it."""
        if fold in self.way:
            del self.way[self.way.index(fold) :]
        if _headings(fold):
            fold.depth = min(self.way[-1].depth + 1, BOLD - 1)

    def soft(self, title: str, own: Text, depth: int, slot: str) -> Node:
        """What looks like a heading, which keeps what it is if it is none."""
        node = Node(label_of(title), slot, own.at, text=own, depth=depth)
        node.own = own
        return node

    def place(self, node: Node) -> None:
        """Puts a heading below the one that it belongs to; what folds out holds all that stands in it."""
        while len(self.way) > 1 and self.way[-1].depth >= node.depth and self.way[-1] not in self.folds:
            self.way.pop()
        self.way[-1].parts.append(node)
        self.way.append(node)

    def add(self, part: "Node | Text | Grid", *, listed: bool = False) -> None:
        if self.way[-1].depth == LABEL and self.way[-1].parts and not listed:
            self.way.pop()  # the list that the label stands above has ended
        self.way[-1].parts.append(part)

    # -- paragraphs

    def paragraph(self, block: Block, *, announces: bool) -> None:
        lines, line = block.text.split("\n"), block.line
        starts = [0, *(place for place, one in enumerate(lines) if place and bold_label(one.strip()))]
        if len(starts) > 1 and bold_label(lines[0].strip()):
            for start, end in itertools.pairwise([*starts, len(lines)]):
                part = Block("para", line + start, "\n".join(lines[start:end]))
                self.paragraph(part, announces=announces and end == len(lines))
            return
        if announces and (label := _last_label(lines)):
            if len(lines) > 1:
                self.add(self.text(" ".join(lines[:-1]), line))
            self.place(self.soft(label, self.text(lines[-1], line + len(lines) - 1, "label"), BOLD, "bold"))
            return
        if all(SIGNS.match(bare(one)) for one in lines):
            for number, one in enumerate(lines):
                self.add(self.text(SIGNS.sub("", one, count=1), line + number, "item"), listed=True)
            return
        whole = " ".join(lines)
        if (parted := bold_label(whole)) is not None:
            title, rest = parted
            if len(title) <= LONGEST_TITLE and (rest or not re.search(r"[.;,!]$", title)):
                node = self.soft(title, own := self.text(whole, line, "label"), BOLD, "bold")
                self.place(node)
                node.parts += [own._replace(text=rest, kind="text")] if rest else []
                return
        if announces and bare(whole).endswith(":") and not re.search(r"[.!?]\s", bare(whole)):
            if len(whole.split()) <= 4 and tidy(bare(whole)) and not SENTENCE.search(whole):
                self.place(self.soft(whole, self.text(whole, line, "label"), LABEL, "label"))
            else:
                self.add(self.text(whole, line, "lead"))
            return
        self.add(self.text(whole, line))

    # -- lists

    def items(self, items: Sequence[Item]) -> None:
        """The bullets of a list; one that only leads to places of this page is a table of contents."""
        places = [target(item.text) for item in _all(items) if item.text]
        leads = bool(places) and all(places)
        if leads and all(place.startswith("#") for place in places):
            return
        for item in items:
            label, cut = _tail(item)
            for part in self.item(item, kind="links" if leads else "item"):
                self.add(part if leads else self.bullet(part), listed=True)
            if label:
                self.place(self.soft(label, self.text(cut, item.line, "label"), BOLD, "bold"))

    def item(self, item: Item, kind: str = "item") -> list[Text]:
        """A bullet with those below it; what has no text of its own gives way to those."""
        text = re.sub(r"\A\[[ xX]?\](?:\s+|\Z)", "", EMOJI.sub("", item.text).replace("\n", " ")).strip()
        own = self.text(text, item.line, kind) if bare(text) else None
        below = [one for each in item.below for one in self.item(each, kind)]
        return below if own is None else [own._replace(below=tuple(below))]

    def bullet(self, item: Text) -> Node | Text:
        """A bullet that is a label for what follows it, as a node."""
        parted = bold_label(item.text)
        if parted is None and (found := PLAIN_LABEL.fullmatch(item.text)):
            parted = found[1], (found[2] or "").strip()
        if parted is None and item.below and len(item.text.split()) <= 6 and not re.search(r"[.;,!:]$", item.text):
            parted = item.text, ""
        if parted is None or not (parted[1] or item.below):
            return item
        title, rest = parted
        node = self.soft(title, item, BULLET, "bullet")
        node.label = node.label.rstrip(".")
        if rest:
            node.parts.append(item._replace(text=rest))
            return node
        for one in item.below:
            part = self.bullet(one._replace(under=(*one.under, bare(node.label))))
            for inner in part.walk() if isinstance(part, Node) else ():
                inner.depth += 1
                inner.slot += "+"
            node.parts.append(part)
        return node

    # -- tables

    def table(self, block: Block) -> None:
        rows = []
        for cells, row in zip(filled(block.rows, is_name=is_level_or_step), block.rows, strict=False):
            texts = [EMOJI.sub("", cell) if ":" in cell else cell for cell in cells]
            rows.append(Row(tuple(self.text(one, row[0].line, "cell") for one in texts), f"{self.path}:{row[0].line}"))
        if not rows:
            for cell in (cell for row in block.rows for cell in row):
                self.add(self.text(cell.text, cell.line))
            return
        caption = self.text(" ".join(block.caption.split()), block.line, "label") if block.caption.strip() else None
        body = [cell for one in rows[1:] for cell in one.cells if cell.text.strip()]
        leads = sum(bool(target(cell.text)) for cell in body)
        if leads and leads * 3 >= len(body):
            for text in (cell for one in rows for cell in one.cells):
                self.add(text._replace(kind="links"))
        else:
            self.add(Grid(rows, self.under, caption))


def label_of(text: str) -> str:
    """A heading in words: without its number, its anchor, brackets around it and marks."""
    said = re.sub(r"\s*\{[#.:][^}]*\}\s*$", "", bare(text).replace("\n", " "))
    said = NUMBER.sub("", tidy(said.replace("`", "")))
    return re.sub(r"\A\[([^\[\]]*)\]\Z", r"\1", said).strip()


def _last_label(lines: Sequence[str]) -> str:
    """The last line of several, if it is a label in bold and those before it are not."""
    *before, last = lines
    if not before or all(bold_label(line.strip()) for line in before):
        return ""
    parted = bold_label(last.strip())
    return parted[0] if parted and not parted[1] and not re.search(r"[.;,!]$", parted[0]) else ""


def _tail(item: Item) -> tuple[str, str]:
    """A label in bold on the line below the last bullet: it belongs to the next list, and only lacks a blank line.

    Takes it out of the bullet. The label, and the line.
    """
    if item.below:
        return _tail(item.below[-1])
    lines = item.text.split("\n")
    if label := _last_label(lines):
        item.said = ["\n".join(lines[:-1])]
    return label, lines[-1]


def _all(items: Sequence[Item]) -> Iterator[Item]:
    """Bullets and those below them."""
    for item in items:
        yield item
        yield from _all(item.below)


def _titled(root: Node, title: str, path: str) -> None:
    """Gives a page its title: the heading of the first depth, unless it is one of several that are levels.

    Beside a title there may be other headings of the first depth that are no levels: where the title is one itself, or
    where they hold no headings and it does.
    """
    first = next(iter(root.inside), None)
    titles = [node for node in root.inside if node.depth == 1 and node.slot == "h1"]
    others = titles[1:]
    level = bool(others) and is_level(titles[0].label)
    holds = bool(others) and _headings(titles[0]) and not any(map(_headings, others))
    only = not others or ((level or holds) and not any(is_level(one.label) for one in others))
    if first in titles and only:
        root.label, root.at, root.text = titles[0].label, titles[0].at, titles[0].text
        place = root.parts.index(titles[0])
        root.parts[place : place + 1] = titles[0].parts
    elif title:
        root.names.append(title)
    root.label = root.label or stem(path)


def _headings(node: Node) -> bool:
    return any(kid.depth < BOLD for kid in node.inside)


__all__ = ["bold_label", "label_of", "page", "stem"]
