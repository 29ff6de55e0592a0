"""The few blocks that a page is made of. A page says what stands there; `render` decides how it looks.

Text is a string, or spans where a part of it has a tone. A tone says what a word means (new, raised,
left behind, typed by the reader), never which colour it has, and nothing is said by a tone alone.
"""

from itertools import zip_longest
from typing import Literal

from ladder.frozen import Frozen

Tone = Literal["", "strong", "quiet", "new", "raised", "left", "kept", "warn", "code"]


class Span(Frozen):
    """A stretch of text with one tone."""

    text: str
    tone: Tone = ""


Text = str | tuple[Span, ...]


class Heading(Frozen):
    """A heading; `aside` stands at the far end of its line. Depth 1 is the page's title."""

    text: str
    aside: str = ""
    depth: int = 2


class Prose(Frozen):
    """A paragraph."""

    text: Text


class Facts(Frozen):
    """Labels, each with what it stands for, in two aligned columns."""

    rows: tuple[tuple[str, Text], ...]


class Item(Frozen):
    """One item of a list: what it says, quieter words beside it and lines below it. A `mark` replaces the bullet."""

    text: Text
    details: tuple[str, ...] = ()
    aside: str = ""
    mark: str = ""


class Items(Frozen):
    """A list. On a page that is to fit a screen the last items give way, down to `least` of them."""

    items: tuple[Item, ...]
    least: int | None = None


class Change(Frozen):
    """What became of one statement from one side to the next. The mark and the word say the same."""

    word: str
    mark: str
    tone: Tone
    before: str = ""
    after: str = ""


class Changes(Frozen):
    """Changes side by side, under the names of the two sides."""

    before: str
    after: str
    rows: tuple[Change, ...]

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

    `below`: on narrow paper it stands under the row. `ticks` label a scale.
    """

    title: str = ""
    kind: Literal["words", "figures", "bar"] = "words"
    below: bool = False
    scale: tuple[float, float] = (0, 100)
    ticks: tuple[tuple[float, str], ...] = ()


Cell = str | Span | Bar | None


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

    `prompt`: it makes sense at a prompt alone.
    """

    text: Text
    label: str = ""
    prompt: bool = False


Block = Heading | Prose | Facts | Items | Changes | Table | Schedule | Note


class Document(Frozen):
    """A page.

    `screen` is how many lines of 80 columns a short page may take, 0 for any other; `more` is what it says of the full
    page before the command that shows it.
    """

    title: str
    blocks: tuple[Block, ...]
    screen: int = 0
    more: str = "All of it"


class Sheet(Frozen):
    """A tidy table for machines: one row an observation, raw numbers, None where there is none."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str | int | float | bool | None, ...], ...]
