"""A Markdown page as a tree of headings with what stands below each.

The parser is markdown-it's, never patterns of our own: it knows what is code, and where a list ends. Of the text only
pictures, comments and tables of contents are passed over.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from ladder.errors import CannotRead, quoted
from ladder.importing.documents.inline import last_label, pictures, target, targets, words
from ladder.importing.documents.sections import BOLD, LABEL, NUMBER, Block, Section, add, bold_label, soft
from ladder.importing.documents.tags import DEEPEST_HEADING, grid_of, lines_in, tables_in
from ladder.importing.draft import tidy
from ladder.importing.files import File
from ladder.importing.labels import is_level
from ladder.importing.tables.grid import Grid

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode as Node

LONGEST_TITLE: Final = 70
DEEPEST: Final = 100
"""How deep lists and quotes may stand in one another."""

TABLE: Final = "<!--ladder:table:{}-->"
"""Stands for a table in HTML while the page is parsed: to Markdown a blank line would end it."""

SENTENCE: Final = re.compile(
    r"(?i)\b(?:i|you|we|they|he|she|it|who|is|are|be|will|should|must|can|may|has|have|do|does|following)\b"
)
"""What a label above a list has no use for: words that begin a sentence which the list goes on with."""

SIGNS: Final = re.compile(r"[•‣◦▪▫●○·➢✓]\s+|-?\[[ xX]?\](?:\s+|\Z)|-(?=[^\W\d_])")
"""With what a bullet begins that was pasted as text, or lacks its blank."""


def outline(file: File) -> Section:
    """The page. Its title stands in the front matter or is the heading of the first depth; else it is the file's name.

    Beside a title there may be other headings of the first depth as long as they are no levels and hold no headings.

    Raises CannotRead where lists and quotes are nested too deep.
    """
    page = _Page(file)
    front = file.tree_if_any if file.front[0] else None
    title = front.get("title") if isinstance(front, dict) else None
    root = page.tree(str(title) if isinstance(title, str) and title.strip() else "")
    first = next(iter(root.inside), None)
    titles = [section for section in root.inside if section.depth == 1]
    only = len(titles) == 1 or not any(_headings(one) or is_level(one.title) for one in titles[1:])
    if not root.title and first in titles and only and (len(titles) == 1 or _headings(titles[0])):
        root.title, root.at = titles[0].title, titles[0].at
        place = root.parts.index(titles[0])
        root.parts[place : place + 1] = titles[0].parts
    root.title = root.title or file.stem
    return root


def _headings(section: Section) -> bool:
    return any(kid.depth < BOLD for kid in section.inside)


class _Page:
    """One file while it is taken apart."""

    def __init__(self, file: File) -> None:
        self.path = file.path
        text = file.front[1] if file.suffix in (".md", ".markdown") else file.text
        self.lines = text.split("\n")
        self.tables: dict[str, Block] = {}
        self.text = self.without_tables(text)
        self.references: dict[str, Any] = {}

    def without_tables(self, text: str) -> str:
        """The page with a comment for each table in HTML; every line stays where it is."""
        kept: list[str] = []
        place, line = 0, 1
        for begin, end in tables_in(text):
            line += text.count("\n", place, begin)
            raw = text[begin:end]
            if grid := grid_of(raw, self.path, line):
                name = TABLE.format(len(self.tables))
                self.tables[name] = Block("", f"{self.path}:{line}", raw, "table", grid=grid)
                kept += [text[place:begin], name, "\n" * raw.count("\n")]
            else:
                kept.append(text[place:end])
            line += raw.count("\n")
            place = end
        return "".join([*kept, text[place:]])

    def tree(self, title: str) -> Section:
        from markdown_it.tree import SyntaxTreeNode

        known: dict[str, Any] = {}
        tokens = _parser().parse(self.text, known)
        if any(token.level >= DEEPEST - 2 for token in tokens):
            raise CannotRead(f"lists and quotes in {quoted(self.path)} stand too deep in one another")
        self.references = known.get("references", {})
        root = Section(title, 0, f"{self.path}:1")
        way = [root]
        nodes = SyntaxTreeNode(tokens).children
        for place, node in enumerate(nodes):
            after = nodes[place + 1].type if place + 1 < len(nodes) else ""
            for part in self.parts(node, announces=after in ("bullet_list", "ordered_list")):
                add(way, part)
        return root

    def parts(self, node: "Node", *, announces: bool) -> Iterator[Block | Section]:
        """What one block of the page is: headings, soft headings and things said."""
        if node.type == "heading" and (title := self.title(node)) is not None:
            if title:
                yield Section(title, int(node.tag[1]), self.at(node))
        elif node.type in ("heading", "paragraph"):
            yield from self.paragraph(node, announces=announces)
        elif node.type in ("bullet_list", "ordered_list"):
            yield from self.items(node)
        elif node.type == "blockquote":
            for place, child in enumerate(node.children):
                after = node.children[place + 1].type if place + 1 < len(node.children) else ""
                for part in self.parts(child, announces=after in ("bullet_list", "ordered_list")):
                    yield part if isinstance(part, Block) or part.depth >= BOLD else self.block(child, part.title)
        elif node.type == "html_block":
            yield from self.html(node)
        elif node.type == "table":
            yield self.table(node)
        elif node.type in ("fence", "code_block") and node.content.strip():
            yield self.block(node, self.raw(node).strip())

    def title(self, node: "Node") -> str | None:
        """A heading in words; None where it is a paragraph with a rule below it that the parser takes for one."""
        inline = node.children[0]
        if node.markup == "-" and ("\n" in inline.content or re.search(r"[.;,!]$|.{70}", inline.content.rstrip())):
            return None
        said = NUMBER.sub("", tidy(re.sub(r"\s*\{[#.:][^}]*\}\s*$", "", words(inline))))
        return re.sub(r"\A\[([^\[\]]*)\]\Z", r"\1", said).strip()

    def paragraph(self, node: "Node", *, announces: bool) -> Iterator[Block | Section]:
        inline = node.children[0]
        if pictures(inline):
            return
        text = self.said(inline)
        lines = inline.content.split("\n")
        if announces and (label := last_label(inline)):
            yield self.block(node, self.said(inline, lines=len(lines) - 1))
            yield self.labelled(node, label)
            return
        if all(SIGNS.match(line.strip()) for line in lines):
            for line in lines:
                yield self.block(node, SIGNS.sub("", line.strip(), count=1), "item")
            return
        own = self.block(node, text)
        if (parted := bold_label(text)) is not None:
            title, rest = parted
            if len(title) <= LONGEST_TITLE and (rest or not re.search(r"[.;,!]$", title)):
                section = Section(tidy(title), BOLD, own.at, own)
                if rest:
                    section.parts.append(own._replace(text=rest))
                yield section
                return
        if announces and text.endswith(":") and not re.search(r"[.!?]\s", text):
            if len(text.split()) <= 4 and tidy(text) and not SENTENCE.search(text):
                yield Section(tidy(text), LABEL, own.at, own)
            else:
                yield own._replace(kind="lead")
            return
        yield own

    def items(self, node: "Node") -> Iterator[Block | Section]:
        """The bullets of a list, or the list itself where it only leads elsewhere."""
        if places := targets(node):
            if not all(place.startswith("#") for place in places):
                yield self.block(node, self.raw(node), "links")
            return
        for child in node.children:
            label = self.tail(child)
            for item in self.item(child, cut=bool(label)):
                yield soft(item)
            if label:
                yield self.labelled(child, label)

    def item(self, node: "Node", *, cut: bool = False) -> Iterator[Block]:
        """A bullet with those below it; what has no text of its own gives way to those. `cut` leaves its last line."""
        text: list[str] = []
        below: list[Block] = []
        for child in node.children:
            last = cut and child is node.children[-1]
            if child.type in ("bullet_list", "ordered_list"):
                for each in child.children:
                    below += self.item(each, cut=last and each is child.children[-1])
            elif child.type in ("paragraph", "heading"):
                inline = child.children[0]
                if not pictures(inline):
                    text.append(self.said(inline, lines=inline.content.count("\n") if last else None))
            elif child.type == "html_block":
                text += [block.text for block in self.html(child) if isinstance(block, Block)]
            elif child.type != "hr":
                text.append(self.raw(child).strip())
        said = re.sub(r"\A\[[ xX]?\](?:\s+|\Z)", "", "\n".join(part for part in text if part))
        if said:
            yield Block(said, self.at(node), self.raw(node), "item", tuple(below))
        else:
            yield from below

    def tail(self, item: "Node") -> str:
        """A label in bold on the line below a bullet: it belongs to the next list, and only lacks a blank line."""
        last = item.children[-1] if item.children else None
        if last and last.type.endswith("_list") and last.children:
            return self.tail(last.children[-1])
        if not last or last.type != "paragraph" or not last.map or self.lines[last.map[1] - 1][:1].isspace():
            return ""
        return last_label(last.children[0])

    def labelled(self, node: "Node", line: str) -> Section:
        """A soft heading of the last line of a block."""
        line_number = node.map[1] if node.map else 1
        own = Block(line, f"{self.path}:{line_number}", line)
        return Section(tidy(tidy(line)), BOLD, own.at, own)

    def html(self, node: "Node") -> Iterator[Block | Section]:
        """The tables and the words between the tags, if there are any. A summary or a heading is a heading."""
        own = self.block(node, "")
        for part in re.split(f"({TABLE.format('[0-9]+')})", node.content):
            if table := self.tables.pop(part, None):
                yield table
                continue
            for depth, said in lines_in(part):
                if not depth:
                    yield own._replace(text=said)
                elif title := NUMBER.sub("", tidy(said)):
                    depth = BOLD if depth > DEEPEST_HEADING else depth
                    yield Section(title, depth, own.at, own._replace(text=title) if depth == BOLD else None)

    def table(self, node: "Node") -> Block:
        rows = [row for part in node.children for row in part.children]
        cells = [
            tuple(_broken(self.said(cell.children[0])) if cell.children else "" for cell in row.children)
            for row in rows
        ]
        grid = Grid(tuple(cells), tuple(self.at(row) for row in rows))
        body = [cell for row in rows[1:] for cell in row.children if cell.children and cell.children[0].content.strip()]
        leads = [cell for cell in body if target(cell.children[0])]
        kind = "links" if leads and len(leads) * 3 >= len(body) else "table"
        return Block("", self.at(node), self.raw(node), kind, grid=grid)

    def said(self, inline: "Node", *, lines: int | None = None) -> str:
        """The source of a paragraph, or of its first lines, on one line. Links by reference say where they lead."""
        kept = [line.strip() for line in inline.content.split("\n")][:lines]
        text = " ".join([*(line.removesuffix("\\") for line in kept[:-1]), *kept[-1:]])
        return re.sub(r"\[([^\[\]]+)\]\[([^\[\]]*)\]", self.resolved, text) if self.references else text

    def resolved(self, found: re.Match[str]) -> str:
        from markdown_it.common.utils import normalizeReference

        known = self.references.get(normalizeReference(found[2] or found[1]))
        return f"[{found[1]}]({known['href']})" if known else found[0]

    def block(self, node: "Node", text: str, kind: str = "text") -> Block:
        return Block(text, self.at(node), self.raw(node), kind)

    def at(self, node: "Node") -> str:
        return f"{self.path}:{node.map[0] + 1 if node.map else 1}"

    def raw(self, node: "Node") -> str:
        """The block as it stands in the file."""
        start, end = node.map or (0, 0)
        return "\n".join(self.lines[start:end]).strip("\n")


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable("table")


def _broken(text: str) -> str:
    """A cell of a table with line breaks where it has them in HTML."""
    return re.sub(r"(?i)\s*<br\s*/?>\s*", "\n", text)


__all__ = ["outline"]
