"""Where somebody is in a ladder: the cursor, the marks, the tab, what was opened. Pure: no screen, no file."""

from typing import Final, Literal

from ladder.explore.page import Page
from ladder.frozen import Frozen

Tab = Literal["level", "compare", "day", "pay", "path", "sources"]
TABS: Final[tuple[Tab, ...]] = ("level", "compare", "day", "pay", "path", "sources")
MOST_MARKS: Final = 4


class State(Frozen):
    """A place in a matrix of `levels` (columns) and `competencies` (rows), and what is shown beside it.

    `picked` is a level or role from the list, which stands for the cursor's until the cursor goes to another column.
    `opened` are pages that links led to, the last on top. `changes`: a comparison leaves out what stays the same.
    """

    levels: tuple[str, ...] = ()
    competencies: tuple[str, ...] = ()
    row: int = 0
    column: int = 0
    marks: tuple[str, ...] = ()
    picked: str = ""
    tab: Tab = "level"
    changes: bool = False
    opened: tuple[Page, ...] = ()

    @property
    def level(self) -> str:
        """The level under the cursor; nothing on an empty ladder."""
        return self.levels[self.column] if self.levels else ""

    @property
    def competency(self) -> str:
        """The competency under the cursor; nothing where there is none."""
        return self.competencies[self.row] if self.competencies else ""

    @property
    def subject(self) -> str:
        """The level or role of which the pages are."""
        return self.picked or self.level

    def moved(self, rows: int = 0, columns: int = 0) -> "State":
        """The cursor so far down and to the right, no further than the matrix goes."""
        return self.at(self.row + rows, self.column + columns)

    def at(self, row: int, column: int) -> "State":
        """The cursor at a cell, or at the one that is nearest; in another column nothing is picked or opened."""
        row = min(max(row, 0), max(len(self.competencies) - 1, 0))
        column = min(max(column, 0), max(len(self.levels) - 1, 0))
        there = self._replace(row=row, column=column)
        return there if column == self.column else there._replace(picked="", opened=())

    def toggled(self, name: str) -> "State":
        """A mark set, or taken away where it was; the same state where four are set already."""
        if name in self.marks:
            return self._replace(marks=tuple(one for one in self.marks if one != name))
        return self if len(self.marks) == MOST_MARKS or not name else self._replace(marks=(*self.marks, name))

    def chosen(self, name: str) -> "State":
        """A level or role from the list: a level moves the cursor, a role is picked."""
        if name in self.levels:
            return self._replace(column=self.levels.index(name), picked="", opened=(), tab="level")
        return self._replace(picked=name, opened=(), tab="level")

    def on(self, tab: Tab) -> "State":
        """A tab, without the pages that links led to."""
        return self._replace(tab=tab, opened=())

    def following(self, page: Page) -> "State":
        """A page that a link leads to, on top of this one."""
        return self if page == self.page() else self._replace(opened=(*self.opened, page))

    def back(self) -> "State":
        """Without the page on top; else without what was picked; else the same."""
        return self._replace(opened=self.opened[:-1]) if self.opened else self._replace(picked="")

    def compared(self) -> tuple[str, ...]:
        """Two to four: the marks; else a mark and the subject; else the subject and the level above it, or below."""
        if len(self.marks) > 1:
            return self.marks
        if self.marks and self.subject not in self.marks:
            return (*self.marks, self.subject)
        one = self.marks[0] if self.marks else self.subject
        if one not in self.levels:
            return tuple(dict.fromkeys((self.level, one)))
        place = self.levels.index(one)
        pair = self.levels[place : place + 2]
        return pair if len(pair) > 1 else self.levels[max(place - 1, 0) : place + 1]

    def page(self) -> Page | None:
        """The page that is to be seen; None where the ladder has no level."""
        if self.opened:
            return self.opened[-1]
        if self.tab == "sources":
            return Page("sources")
        if not self.subject:
            return None
        if self.tab == "compare":
            return Page("compare", self.compared(), changes=self.changes)
        if self.tab == "pay":
            return Page("comp", self.marks or (self.subject,))
        asked: dict[Tab, Page] = {
            "day": Page("day", (self.subject,)),
            "path": Page("path", (self.subject,)),
        }
        return asked.get(self.tab, Page("show", (self.subject,)))

    def cell(self) -> Page | None:
        """The page of the cell under the cursor; None where there is none."""
        return Page("show", (self.level,), only=self.competency) if self.level and self.competency else None

    def over(self, levels: tuple[str, ...], competencies: tuple[str, ...]) -> "State":
        """The same place in a ladder that was read again: what is no more there is left."""
        row = (
            competencies.index(self.competency)
            if self.competency in competencies
            else min(self.row, len(competencies) - 1)
        )
        column = levels.index(self.level) if self.level in levels else min(self.column, len(levels) - 1)
        return self._replace(levels=levels, competencies=competencies, row=max(row, 0), column=max(column, 0))
