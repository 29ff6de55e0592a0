"""The matrix: levels against competencies, a gist in each cell, a cursor, and marks on levels.

Heads and names stay where they are while the cells scroll. Rows are as high as their longest cell; nothing is cut off.
"""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Final

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from rich.text import Text as Line
from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from ladder.document import Bar, Table
from ladder.explore.bindings import bindings
from ladder.explore.state import State
from ladder.explore.words import pieces
from ladder.frozen import Frozen
from ladder.render.lines import styled, wrapped
from ladder.render.parts import plain_line
from ladder.render.text import one_line

GAP: Final = 2
LEAST: Final = 12
"""The least columns of a cell."""
MOST: Final = 30
"""The most: what a gist takes at most."""
NAMES: Final = (8, 16)
"""The least and the most columns of the competencies' names."""
BOLD: Final = Style(bold=True)
DIM: Final = Style(dim=True)
CURSOR: Final = Style(reverse=True)


class Widths(Frozen):
    """The columns of the names and of each cell."""

    names: int
    cell: int


def widths(names: Sequence[str], longest: int, levels: int, room: int) -> Widths:
    """So many whole cells as have room, and no wider than the longest of them.

    >>> widths(["Scope", "Architecture"], 28, 7, 80)
    Widths(names=12, cell=15)
    """
    name = min(max([NAMES[0], *map(cell_len, names)]), NAMES[1], max(room // 3, NAMES[0]))
    left = max(room - name, LEAST + GAP)
    shown = max(min(left // (LEAST + GAP), levels), 1)
    return Widths(name, max(min(left // shown - GAP, MOST, max(longest, LEAST)), 1))


class Matrix(ScrollView, can_focus=True):
    """Levels against competencies, as the page of `ladder matrix` has them."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("matrix")]

    class Moved(Message):
        """Somebody went to a cell; `opened` where they want to see it."""

        def __init__(self, row: int, column: int, *, opened: bool = False) -> None:
            super().__init__()
            self.row, self.column, self.opened = row, column, opened

    class Marked(Message):
        """Somebody clicked the head of a column."""

        def __init__(self, column: int) -> None:
            super().__init__()
            self.column = column

    def __init__(self, **named: Any) -> None:
        super().__init__(**named)
        self.table: Table | None = None
        self.state = State()
        self._short: Mapping[str, str] = {}
        self._widths = Widths(*NAMES)
        self._heads: list[list[Line]] = []
        self._rows: list[tuple[list[Line], list[list[Line]]]] = []
        self._starts: list[int] = [0]
        self._drawn: tuple[int, tuple[str, ...]] | None = None

    def show(self, table: Table | None, state: State) -> None:
        """A matrix, and where the cursor is."""
        self.table, self._drawn = table, None
        self.go(state)

    def go(self, state: State) -> None:
        """Moves the cursor, and sets the marks."""
        before, self.state = self.state, state
        self._lay_out()
        if (before.row, before.column) != (state.row, state.column) or self._drawn is None:
            self._follow()
        self.refresh()

    @property
    def head(self) -> int:
        """The lines of the heads."""
        return max(map(len, self._heads), default=0)

    def _lay_out(self) -> None:
        room = self.scrollable_content_region.width
        if self._drawn == (room, self.state.marks) or room < 1:
            return
        self._drawn = room, self.state.marks
        table = self.table
        if table is None:
            self._heads, self._rows, self._starts = [], [], [0]
            self.virtual_size = Size(0, 0)
            return
        titles = [plain_line(column.title) for column in table.columns[1:]]
        names = ["" if row[0] is None or isinstance(row[0], Bar) else plain_line(row[0]) for row in table.rows]
        cells = [[_line(cell) for cell in row[1:]] for row in table.rows]
        longest = max((cell_len(line.plain) for row in cells for line in row), default=LEAST)
        self._widths = widths(names, longest, len(titles), room)
        cell = self._widths.cell
        marked = [self._mark(level) + title for level, title in zip(self.state.levels, titles, strict=True)]
        self._heads = [wrapped(Line(one, "bold"), cell) for one in marked]
        self._rows = [
            (wrapped(Line(one_line(name), "bold"), self._widths.names), [wrapped(line, cell) for line in row])
            for name, row in zip(names, cells, strict=True)
        ]
        self._starts = [0]
        for name_lines, row_cells in self._rows:
            self._starts.append(self._starts[-1] + max(len(name_lines), *map(len, row_cells), 1))
        wide = room + max(len(titles) - self._shown, 0) * (cell + GAP)
        high = self._starts[-1] + self.head
        self.virtual_size = Size(wide, high)
        self.styles.max_height = max(high, 2) + int(wide > room)  # what it leaves is the cell's

    def _mark(self, level: str) -> str:
        """The number of a marked level, which no colour is needed to see."""
        marks = self.state.marks
        return f"[{marks.index(level) + 1}] " if level in marks else ""

    def _follow(self) -> None:
        """Scrolls so that the whole cell under the cursor is to be seen, beside the names and below the heads."""
        if not self._rows:
            return
        first = min(round(self.scroll_offset.x / self._step), self.state.column)
        first = max(first, self.state.column - self._shown + 1)
        top, bottom = self._starts[self.state.row], self._starts[self.state.row + 1]
        room = self.scrollable_content_region.height - self.head
        y = min(self.scroll_offset.y, top)
        y = max(y, min(bottom - room, top))
        self.scroll_to(first * self._step, y, animate=False, force=True)

    @property
    def _step(self) -> int:
        return self._widths.cell + GAP

    @property
    def _shown(self) -> int:
        """How many whole cells are side by side."""
        room = self.scrollable_content_region.width - self._widths.names
        return max(room // self._step, 1)

    def on_resize(self) -> None:
        """Lays the cells out for the new width."""
        self._lay_out()
        self._follow()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of the screen: of the heads, or of a row."""
        names, cell = self._widths
        width = self.size.width
        if y < self.head:
            first = Line()
            found = [(_at(lines, y), self._head_style(place)) for place, lines in enumerate(self._heads)]
        else:
            number = y + self.scroll_offset.y - self.head
            row = next((one for one in range(len(self._rows)) if number < self._starts[one + 1]), None)
            if row is None:
                return Strip.blank(width, self.rich_style)
            inside = number - self._starts[row]
            first = _at(self._rows[row][0], inside)
            found = [(_at(lines, inside), self._style(row, place)) for place, lines in enumerate(self._rows[row][1])]
        segments: list[Segment] = []
        for line, style in found:
            segments += self._padded(line, cell, style)
            segments.append(Segment(" " * GAP))
        cells = Strip(segments).crop(self.scroll_offset.x, self.scroll_offset.x + max(width - names - GAP, 0))
        whole = Strip([*self._padded(first, names, None), Segment(" " * GAP), *cells])
        return whole.adjust_cell_length(width, self.rich_style).apply_style(self.rich_style)

    def _padded(self, line: Line, width: int, style: Style | None) -> list[Segment]:
        found = [*pieces(line, self.app.console), Segment(" " * max(width - cell_len(line.plain), 0))]
        return list(Segment.apply_style(found, None, style)) if style else found

    def _style(self, row: int, column: int) -> Style | None:
        return CURSOR if (row, column) == (self.state.row, self.state.column) else None

    def _head_style(self, column: int) -> Style | None:
        return Style(underline=True) if column == self.state.column else None

    def on_click(self, event: events.Click) -> None:
        """Goes to a cell, and opens the one where the cursor is; a head is marked."""
        names = self._widths.names + GAP
        x, y = event.x - names + self.scroll_offset.x, event.y
        if event.x < names or not self._rows:
            return
        column = x // (self._widths.cell + GAP)
        if not 0 <= column < len(self._heads):
            return
        if y < self.head:
            self.post_message(self.Marked(column))
            return
        number = y + self.scroll_offset.y - self.head
        row = next((one for one in range(len(self._rows)) if number < self._starts[one + 1]), None)
        if row is not None:
            again = (row, column) == (self.state.row, self.state.column)
            self.post_message(self.Moved(row, column, opened=again))

    def action_move(self, rows: int, columns: int) -> None:
        """Moves the cursor."""
        there = self.state.moved(rows, columns)
        self.post_message(self.Moved(there.row, there.column))

    def action_end(self, way: int) -> None:
        """Goes to the first or the last row."""
        self.post_message(self.Moved(0 if way < 0 else len(self.state.competencies) - 1, self.state.column))

    def action_open(self) -> None:
        """Opens the cell under the cursor."""
        self.post_message(self.Moved(self.state.row, self.state.column, opened=True))


def _line(cell: Any) -> Line:
    line = styled(cell if cell is not None else "")
    line = line.copy()
    line.plain = one_line(line.plain) if "\n" in line.plain else line.plain
    return line


def _at(lines: Sequence[Line], place: int) -> Line:
    return lines[place] if place < len(lines) else Line()
