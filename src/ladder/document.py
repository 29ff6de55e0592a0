"""The few blocks that a page is made of. A page says what stands there; `render` decides how it looks.

Text is a string, or parts of which each is a stretch with a tone, a link, or the sources of what stands before it.
A tone says what a word means (new, raised, left behind, typed by the reader, left for them to fill in), never which
colour it has, and nothing is said by a tone alone. A link says what it leads to, never where that is: paper knows, or
shows the words alone.
"""

import re
from collections.abc import Iterator
from itertools import count, zip_longest
from typing import Final, Literal

from ladder.frozen import Frozen

Tone = Literal["", "strong", "quiet", "new", "raised", "left", "kept", "warn", "code", "blank"]
Kind = Literal["level", "role", "competency", "archetype", "company", "source"]


class Thing(Frozen):
    """What a ladder knows by an id. A "role" may be a level, too, as in the model; a "level" is a level.

    `ladder` names its ladder on a page about several; empty is the page's own.
    """

    kind: Kind
    id: str
    ladder: str = ""


class Command(Frozen):
    """A command to run: the words that follow `ladder`, unquoted."""

    arguments: tuple[str, ...]


class Web(Frozen):
    """An address as it stands in a file, be it one or not."""

    url: str


Target = Thing | Command | Web


class Span(Frozen):
    """A stretch of text with one tone."""

    text: str
    tone: Tone = ""


class Link(Frozen):
    """A stretch of text that leads to something."""

    text: str
    to: Target
    tone: Tone = ""


class Cite(Frozen):
    """The sources of the text before it: the number of each in the page's list, and its id."""

    sources: tuple[tuple[int, str], ...]
    tone: Tone = ""


Part = Span | Link | Cite
Text = str | Part | tuple[Part, ...]


def parts(text: Text) -> tuple[Part, ...]:
    """The parts of a text; none where it is empty."""
    if isinstance(text, str):
        return (Span(text),) if text else ()
    return (text,) if isinstance(text, Span | Link | Cite) else text


class Heading(Frozen):
    """A heading; `aside` stands at the far end of its line. Depth 1 is the page's title.

    `about` is the thing or the part of the page that stands below it, from which it has its id; else that is its text.
    `prompt`: what is below tells what to type.
    """

    text: Text
    aside: Text = ""
    depth: int = 2
    about: Thing | str = ""
    prompt: bool = False


class Prose(Frozen):
    """A paragraph."""

    text: Text


class Facts(Frozen):
    """Labels, each with what it stands for, in two aligned columns."""

    rows: tuple[tuple[Text, Text], ...]


class Item(Frozen):
    """One item of a list: what it says, quieter words beside it and lines below it. A `mark` replaces the bullet."""

    text: Text
    details: tuple[Text, ...] = ()
    aside: Text = ""
    mark: str = ""


class Items(Frozen):
    """A list. On a page that is to fit a screen the last items give way, down to `least` of them.

    `prompt`: it tells what to type.
    """

    items: tuple[Item, ...]
    least: int | None = None
    prompt: bool = False


class Reference(Frozen):
    """A source of the page: what it is called, who published it when, and its address; 0 is no number."""

    id: str
    title: str
    about: str = ""
    url: str = ""
    number: int = 0


class Sources(Frozen):
    """The sources of the page, in the order of their numbers; then those that no text cites."""

    rows: tuple[Reference, ...]


class Change(Frozen):
    """What became of one statement from one side to the next. The mark and the word say the same."""

    word: str
    mark: str
    tone: Tone
    before: Text = ""
    after: Text = ""


class Changes(Frozen):
    """Changes side by side, under the names of the two sides. `again`: the page has named them just above."""

    before: str
    after: str
    rows: tuple[Change, ...]
    again: bool = False

    def side_by_side(self) -> list[tuple[Change | None, Change | None]]:
        """The rows for two columns: what has both sides first, then what was left behind beside what is new."""
        both = [(change, change) for change in self.rows if change.before and change.after]
        left = [change for change in self.rows if not change.after]
        new = [change for change in self.rows if not change.before]
        return [*both, *zip_longest(left, new)]


class Bar(Frozen):
    """A drawing on the common scale of its column; the figures that it draws stand in the row, too.

    `thin` and `thick` are stretches from low to high; `mark` is a point. Paper that cannot draw leaves it out.
    """

    thin: tuple[float, float] | None = None
    thick: tuple[float, float] | None = None
    mark: float | None = None
    offer: float | None = None


class Column(Frozen):
    """A column of a table: words, figures (right-aligned), or bars on a scale from low to high.

    `below`: on narrow paper it stands under the row. `ticks` label a scale; `unit` is that of one without them.
    """

    title: Text = ""
    kind: Literal["words", "figures", "bar"] = "words"
    below: bool = False
    scale: tuple[float, float] = (0, 100)
    ticks: tuple[tuple[float, str], ...] = ()
    unit: str = ""


Cell = Text | Bar | None


class Table(Frozen):
    """Rows under columns. A missing cell is None where nothing is to be said of it.

    A row of one cell stands across all columns, and an empty one is a space. On a page that is to fit a screen rows
    give way: `keep` names those that may by their places, the most important first.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    keep: tuple[int, ...] = ()


class Entry(Frozen):
    """A stretch of a schedule, in minutes after midnight; `recorded` is False for a gap, `to` None if nobody knows."""

    from_: int
    to: int | None
    title: str
    aside: str = ""
    lines: tuple[tuple[str, str], ...] = ()
    recorded: bool = True


class Schedule(Frozen):
    """A day as a timeline."""

    entries: tuple[Entry, ...]


class Note(Frozen):
    """What a reader should know beside the figures: what is missing, derived, or meant as satire.

    `prompt`: it tells what to type.
    """

    text: Text
    label: str = ""
    prompt: bool = False


Block = Heading | Prose | Facts | Items | Sources | Changes | Table | Schedule | Note


CITED: Final = r"(cite|source)-[0-9]+"
"""Ids of citations and of the sources that they lead to."""


def anchor(about: Thing | Text) -> str:
    """What something is called in an address: its id or words, in small letters, with hyphens between them.

    >>> anchor("Where the time goes"), anchor(Thing("competency", "People"))
    ('where-the-time-goes', 'people')
    """
    if isinstance(about, Thing):
        words = about.id
    else:
        words = "".join(part.text for part in parts(about) if not isinstance(part, Cite))
    return "-".join(re.findall(r"\w+", words.casefold()))[:80] or "part"


def _numbered(name: str) -> Iterator[str]:
    """A name, then the same with 2, 3 and so on behind it."""
    yield name
    yield from (f"{name}-{number}" for number in count(2))


class Document(Frozen):
    """A page. `language` is that of the ladder, such as en or pt-BR.

    `screen` is how many lines of 80 columns a short page may take, 0 for any other; `more` is what it says of the full
    page before the command that shows it.
    """

    title: str
    blocks: tuple[Block, ...]
    language: str = "en"
    screen: int = 0
    more: str = "All of it"

    def anchors(self) -> tuple[str, ...]:
        """An id for each heading, in their order: that of what it is about, behind its section's at depth 3.

        No id stands twice in a page, nor is it one of those of citations and sources (`cite-1`, `source-1`).
        """
        made: dict[str, None] = {}
        section = ""
        for heading in self.blocks:
            if isinstance(heading, Heading):
                own = anchor(heading.about or heading.text)
                name = f"{section}-{own}" if section and heading.depth > 2 else own
                found = next(one for one in _numbered(name) if one not in made and not re.fullmatch(CITED, one))
                made[found] = None
                section = {1: "", 2: found}.get(heading.depth, section)
        return tuple(made)

    def without_prompts(self) -> "Document":
        """The page for those who read it where nothing can be typed."""
        blocks = (block for block in self.blocks if not (isinstance(block, Heading | Items | Note) and block.prompt))
        return self._replace(blocks=tuple(blocks))


class Sheet(Frozen):
    """A tidy table for machines: one row an observation, raw numbers, None where there is none."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str | int | float | bool | None, ...], ...]
