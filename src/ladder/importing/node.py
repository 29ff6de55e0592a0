"""What every document becomes: labels with what stands below each, texts, and tables; and a ledger of every text.

A source (a page, a sheet, a file of data) says only where things stand. What a label names is decided later, in
`infer`; that is why a label keeps the text that it was.
"""

import re
from collections.abc import Iterable, Iterator

from ladder.frozen import Frozen
from ladder.markup.inline import bare


class Text(Frozen):
    """One text of the input. `id` is its place in the ledger, `under` the labels above it, outermost first.

    `kind` is text, item, lead (it announces the list below it), code, links, label or key; `via` is the key of data,
    or the head of a column, that says what kind of text it is. `below` are the bullets below a bullet.
    """

    id: int
    text: str
    at: str
    kind: str = "text"
    via: str = ""
    below: tuple["Text", ...] = ()
    under: tuple[str, ...] = ()


class Ledger:
    """Every text of the input, and which of them stand in the draft.

    `beside` are the examples, signals, links and tags of a text by its id, `keys` further keys of it, `heads` what
    stands above and beside it in its table. `over` names what was passed over.
    """

    def __init__(self) -> None:
        self.texts: list[Text] = []
        self.beside: dict[int, dict[str, list[Text]]] = {}
        self.keys: dict[int, dict[str, str]] = {}
        self.heads: dict[int, tuple[Text, ...]] = {}
        self.over: list[str] = []
        self._used: set[int] = set()
        self._excused: set[int] = set()

    def text(self, text: str, at: str, kind: str = "text", *, via: str = "", under: Iterable[str] = ()) -> Text:
        """Enters a text."""
        one = Text(len(self.texts), text, at, kind, via, (), tuple(under))
        self.texts.append(one)
        return one

    def use(self, *texts: Text | None) -> None:
        """Counts texts, and the bullets below them, as placed."""
        for one in texts:
            if one is not None and one.id >= 0:
                self._used.add(one.id)
                self.use(*one.below)

    def excuse(self, *texts: Text) -> None:
        """Counts texts as placed that stand in the ladder by what they mean: a tick, an id, a file passed over."""
        self.use(*texts)
        self._excused.update(one.id for one in texts)

    def exempt(self, one: Text) -> bool:
        """Whether the words of a text need not stand in the draft."""
        return one.id in self._excused

    def used(self, one: Text) -> bool:
        """Whether a text was placed."""
        return one.id in self._used

    def left(self) -> list[Text]:
        """The texts that were not placed and say something, in the order of the input.

        A label above a text that is left stands beside that text; a key of data names nothing where texts stand below.
        """
        left = [one for one in self.texts if one.id not in self._used and re.search(r"\w", one.text)]
        above = {(one.at.rpartition(":")[0], label) for one in left if one.kind != "label" for label in one.under}
        heads = {head.id for one in left for head in self.heads.get(one.id, ())}
        return [
            one._replace(under=(*one.under, *(head.text for head in self.heads.get(one.id, ()))))
            for one in left
            if one.id not in heads
            and one.kind != "key"
            and not (one.kind == "label" and (one.at.rpartition(":")[0], bare(one.text)) in above)
        ]


HEAD = 60
"""Up to so many characters a cell names those below and beside it."""


class Row(Frozen):
    """One row of a table; `at` is where it stands."""

    cells: tuple[Text, ...]
    at: str


class Grid:
    """A table. All rows are equally long. `under` are the labels above it; `caption` is its own.

    `headless`: its first row is known to name nothing.
    """

    headless = False

    def __init__(self, rows: Iterable[Row], under: tuple[str, ...] = (), caption: Text | None = None) -> None:
        self.rows = tuple(rows)
        self.under = under
        self.caption = caption

    def heads(self) -> Iterator[tuple[Text, tuple[Text, ...]]]:
        """Each cell with what stands above it and on its left, as far as that names it."""
        counts = [sum(bool(cell.text.strip()) for cell in row.cells) for row in self.rows]
        first = next((place for place, count in enumerate(counts) if count > 1), 0)
        above = [_names(cell) for cell in self.rows[first].cells] if self.rows else []
        for row in self.rows[first + 1 :]:
            beside = _names(row.cells[0])
            for column, cell in enumerate(row.cells):
                yield cell, (*above[column], *(beside if column else ()))

    @property
    def weight(self) -> int:
        """How many of its cells say something."""
        return sum(bool(cell.text.strip()) for row in self.rows for cell in row.cells)


def _names(cell: Text) -> tuple[Text, ...]:
    """A cell that is short enough to name others, or nothing."""
    return (cell,) if 0 < len(cell.text.strip()) <= HEAD else ()


class Node:
    """A label with what stands below it, in order.

    `slot` says where it stands: labels of one slot are names of one kind. `depth` counts headings; it is above
    `SOFT` for what only looks like one (a paragraph in bold, a bullet with a label), and then `own` is what it was.
    `hint` is level, competency, track or other where a key or a head says so. `names` are further names of it.
    """

    def __init__(self, label: str, slot: str, at: str, *, text: Text | None = None, depth: int = 0) -> None:
        self.label = label
        self.slot = slot
        self.at = at
        self.text = text
        self.depth = depth
        self.hint = ""
        self.id = ""
        self.names: list[str] = []
        self.own: Text | None = None
        self.about: list[Text] = []
        self.group: Text | None = None
        self.track: Text | None = None
        self.rank: float | None = None
        self.order: int | None = None
        self.keys: dict[str, str] = {}
        self.beside: dict[str, list[Text]] = {}
        self.parts: list[Node | Text | Grid] = []

    @property
    def file(self) -> str:
        """The path of the file it stands in."""
        return self.at.rpartition(":")[0]

    @property
    def inside(self) -> list["Node"]:
        """The labels right below it."""
        return [part for part in self.parts if isinstance(part, Node)]

    @property
    def texts(self) -> list[Text]:
        """The texts right below it."""
        return [part for part in self.parts if isinstance(part, Text)]

    @property
    def grids(self) -> list[Grid]:
        """The tables right below it."""
        return [part for part in self.parts if isinstance(part, Grid)]

    def walk(self) -> Iterator["Node"]:
        """Itself and every label below it, in order."""
        yield self
        for part in self.inside:
            yield from part.walk()

    @property
    def weight(self) -> int:
        """How much is said below it."""
        if self.own is not None and not self.parts:
            return 1
        return sum(1 if isinstance(part, Text) else part.weight for part in self.parts)


SOFT = 7
"""From this depth on a label is no heading but looks like one: in bold, above a list, at the head of a bullet."""

BOLD, LABEL, BULLET = SOFT, SOFT + 1, SOFT + 2

__all__ = ["BOLD", "BULLET", "LABEL", "SOFT", "Grid", "Ledger", "Node", "Row", "Text"]
