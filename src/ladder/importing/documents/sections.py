"""The tree that a Markdown page is read into: headings, with what is said below each.

A soft heading is none to Markdown, but stands for one where people write ladders: a paragraph in bold, "Technical:"
above a list, "- **Scope**: text". It keeps what it was in the source, for whoever reads the tree may find that it is
no heading.
"""

import re
from collections.abc import Iterator
from typing import Final

from ladder.frozen import Frozen
from ladder.importing.draft import tidy
from ladder.importing.tables.grid import Grid

BOLD: Final = 7
"""The depth of a paragraph in bold as a heading: below all that are headings."""
LABEL: Final = 8
"""The depth of "Technical:" above a list."""
BULLET: Final = 9
"""The depth of a bullet that is a label for what follows it."""

BOLD_LABEL: Final = re.compile(r"(\*\*|__)(?=\S)((?:(?!\1).)+)(?<=\S)\1(\s*[:.–—-](?=\s|$)|)\s*(.*)", re.DOTALL)
PLAIN_LABEL: Final = re.compile(r"([^\W\d_a-z][\w&/'’+-]*(?: [\w&/'’+-]+){0,3}):(?:\s+(.*)|)", re.DOTALL)
BRACKETS: Final = re.compile(r"\([^()]{1,40}\)")
"""A remark that belongs to the label before it: "**Engineer I** (0-2 years)"."""

NUMBER: Final = re.compile(r"\d+(?:\.\d+)*[.)]\s+(?=\D)")


class Block(Frozen):
    """Something said. `kind` is text, item, lead (it announces the list below it), links or table."""

    text: str
    at: str
    raw: str
    kind: str = "text"
    below: tuple["Block", ...] = ()
    grid: Grid | None = None


class Section:
    """A heading with all that stands below it, in order. `own` is what a soft heading is in the source."""

    def __init__(self, title: str, depth: int, at: str, own: Block | None = None) -> None:
        self.title = title
        self.depth = depth
        self.at = at
        self.own = own
        self.parts: list[Block | Section] = []

    @property
    def blocks(self) -> list[Block]:
        """What stands directly below it."""
        return [part for part in self.parts if isinstance(part, Block)]

    @property
    def inside(self) -> list["Section"]:
        """The headings directly below it, of whatever depth."""
        return [part for part in self.parts if isinstance(part, Section)]

    def walk(self) -> Iterator["Section"]:
        """Itself and all headings below it, in order."""
        yield self
        for section in self.inside:
            yield from section.walk()

    @property
    def weight(self) -> int:
        """How much is said below it."""
        if self.own and not self.parts:
            return 1
        return sum(1 if isinstance(part, Block) else part.weight for part in self.parts)


def bold_label(text: str) -> tuple[str, str] | None:
    """The label and the rest of "**Scope**: text" or "**Scope:** text"; the rest of a bold text alone is empty."""
    if not (found := BOLD_LABEL.fullmatch(text)):
        return None
    title, between, rest = found[2].strip(), found[3], found[4].strip()
    if BRACKETS.fullmatch(rest) and not between:
        title, rest = f"{title} {rest}", ""
    if rest and not between and not title.endswith((":", ".", "–", "—")):
        return None
    if len(title.split()) > 8 or not tidy(title):
        return None
    return title, rest


def soft(item: Block) -> Block | Section:
    """A bullet that is a label for what follows it, as a heading."""
    parted = bold_label(item.text)
    if parted is None and (found := PLAIN_LABEL.fullmatch(item.text)):
        parted = found[1], (found[2] or "").strip()
    if parted is None or not (parted[1] or item.below) or "\n" in parted[0]:
        return item
    title, rest = parted
    section = Section(NUMBER.sub("", tidy(title)).rstrip("."), BULLET, item.at, item)
    if rest:
        section.parts.append(item._replace(text=rest))
    else:
        section.parts += [_deeper(soft(one)) for one in item.below]
    return section


def _deeper(part: Block | Section) -> Block | Section:
    if isinstance(part, Section):
        for section in part.walk():
            section.depth += 1
    return part


def add(way: list[Section], part: Block | Section) -> None:
    """Puts what comes next below the heading it belongs to. `way` leads from the page to the last heading."""
    soft = isinstance(part, Section) and part.depth >= BULLET
    if isinstance(part, Section) and not soft:
        while way[-1].depth >= part.depth:
            way.pop()
        way[-1].parts.append(part)
        way.append(part)
        return
    listed = soft or part.kind == "item"  # type: ignore[union-attr]
    if way[-1].depth == LABEL and way[-1].parts and not listed:
        way.pop()  # the list that the label stands above has ended
    way[-1].parts.append(part)


__all__ = ["BOLD", "BULLET", "LABEL", "NUMBER", "Block", "Section", "add", "bold_label", "soft"]
