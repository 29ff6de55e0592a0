"""A table understood: which of its cells name levels and competencies, and what each of the others says.

Its rows are competencies and its columns levels here; one that stands the other way round is turned before. Nothing
is placed: a table that is no ladder leaves no trace. What has no place is in `left`.
"""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from ladder.frozen import Frozen
from ladder.importing.labels import CODE, is_level, is_level_or_step, share_of_levels
from ladder.importing.tables.axes import (
    ABOUT,
    EXAMPLES,
    GROUP,
    LEVEL,
    LIKELY,
    NOTES,
    SUBJECT,
    TITLE,
    TRACK,
    YEARS,
    Rows,
    Spot,
    head,
    is_known,
    is_label,
    likeness,
    word,
)
from ladder.importing.tables.cells import uses_paragraphs

LONG: Final = 100
"""From how many characters on a label that stands alone is no name but a remark."""

PROSE: Final = 3.0
"""How many words the cells of a ladder have, in the mean, where no label looks like a level."""

SPAN: Final = re.compile(
    r"(\d{1,2}(?:\.\d)?)\s*(?:(?:-|–|—|to)\s*(\d{1,2}(?:\.\d)?)|(\+))?\s*(?:(?:years?|yrs?|y)\.?)?", re.IGNORECASE
)
"""3, 3-5, 5+ years."""


UNNAMED: Final = "Expectations"
"""What a competency is called in a table that names none."""


class Level:
    """A level: the columns that are its own, and what is said of it beside the competencies."""

    def __init__(self, label: Spot, track: str = "") -> None:
        self.label = label
        self.track = track
        self.names: list[str] = []
        self.title = ""
        self.codes: list[str] = []
        self.years: dict[str, float] = {}
        self.summary: list[str] = []
        self.columns: list[int] = []
        self.examples: list[int] = []


class Subject(Frozen):
    """A competency: its label, its group, what it is about, and the rows that are its own."""

    label: Spot
    group: str
    about: list[Spot]
    rows: list[list[Spot]]


class Matrix:
    """A table whose rows are competencies and whose columns are levels, understood before anything is placed."""

    def __init__(self, rows: Rows, group: str, *, turned: bool) -> None:
        self.given, self.turned = group, turned
        self.likely = likeness(rows) >= LIKELY
        if self.likely and _nameless(rows):
            rows = [[Spot("", row[0].at), *row] for row in rows]
        self.head = rows[place := head(rows)]
        self.below = rows[place + 1 :]
        self.fields = _fields(row[0].text for row in self.below)
        self.levels: list[Level] = []
        self.subjects: list[Subject] = []
        self.left: list[Spot] = []
        self.about: list[int] = []
        self.beside: list[int] = []
        self.labels = self._labels()
        self.subject = self._subject()
        self.groups = [column for column in self.labels if column != self.subject]
        self._find_levels()
        self.left += [one for one in (self.head[column] for column in self.labels) if not self._is_heading(one)]
        self.current = [Spot("", "") for _ in self.groups]
        self.sections: list[Spot] = []
        self.waiting: list[Spot] = []
        self.unused: list[Spot] = []
        for row in rows[:place]:
            self._band(row)
        for row in self.below:
            self._row(row)
        self._use_waiting(as_groups=False)
        self.left += self.unused

    def _is_heading(self, corner: Spot) -> bool:
        """Whether what stands above the competencies only says what they are, or what the heading of the table says."""
        return is_known(corner.text) or word(corner.text) == word(self.given)

    def is_ladder(self, *, sentences: bool) -> bool:
        """Whether there are levels and competencies; with `sentences`, whether the cells are more than words."""
        cells = [row[one].text for each in self.subjects for row in each.rows for one in self._columns()]
        full = [text for text in cells if text]
        if not full or not any(level.label.text or level.names for level in self.levels):
            return False
        if all(is_level(text) and re.search(r"[^\W\d_]", text) for text in full):
            return False  # it only says which levels are the same
        return not sentences or sum(len(text.split()) for text in full) >= PROSE * len(full)

    def paragraphs(self) -> bool:
        """Whether blank lines part the statements of its cells."""
        return uses_paragraphs(row[one].text for row in self.below for one in self._columns())

    def _columns(self) -> list[int]:
        return [column for level in self.levels for column in (*level.columns, *level.examples)]

    # -- columns

    def _labels(self) -> list[int]:
        """The columns before the levels: names of competencies, of groups, and what these are about."""
        found = [0]
        for column in range(1, len(self.head)):
            label = self.head[column].text
            levels_follow = any(is_level_or_step(one.text) for one in self.head[column + 1 :])
            may_be = not is_level_or_step(label) and (levels_follow if self.likely else not label)
            if word(label) in ABOUT:
                self.about.append(column)
            elif word(label) in NOTES:
                self.beside.append(column)
            elif is_known(label) or (may_be and self._names_parts(column)):
                found.append(column)
            elif may_be and not label:
                self.about.append(column)
            else:
                return found
        self.about, self.beside = [], []  # the labels took all: there must be a level
        return [0]

    def _names_parts(self, column: int) -> bool:
        """Whether a column names what the first one groups: that repeats its names, or has blanks below them."""
        cells = [row[column].text for row in self.below if row[column].text]
        first = [row[0].text for row in self.below]
        return bool(cells) and all(map(is_label, cells)) and (len({*first}) < len(first) or "" in first)

    def _subject(self) -> int:
        """Which of the label columns names the competencies."""
        by_name = [column for column in self.labels if word(self.head[column].text) in SUBJECT]
        others = [column for column in self.labels if word(self.head[column].text) not in GROUP]
        return (by_name or others or self.labels)[-1]

    def _find_levels(self) -> None:
        after = [c for c in range(len(self.head)) if c not in (*self.labels, *self.about, *self.beside)]
        named = [column for column in after if self.head[column].text]
        last = (
            max((c for c in named if is_level_or_step(self.head[c].text)), default=-1)
            if self.likely
            else len(self.head)
        )
        merged = self.turned or any(not self.head[c].text for c in after if named and named[0] < c < named[-1])
        track = ""
        for column in after:
            label = self.head[column]
            name = word(label.text)
            alone = not any(row[column].text for row in self.below)
            if name in ABOUT:
                self.about.append(column)
            elif self.levels and self._is_of_examples(name):
                self.levels[-1].examples.append(column)
            elif name in NOTES or (column > last and (label.text or not merged)) or (alone and len(label.text) > LONG):
                self.beside.append(column)
            elif self.turned and alone and self.likely and not is_level_or_step(label.text):
                track = label.text  # a line of its own above the levels of a track
            elif label.text or not self.levels:
                self.levels.append(Level(label, track))
                self.levels[-1].columns.append(column)
            else:
                self.levels[-1].columns.append(column)
        for column in self.beside:
            if not any(row[column].text for row in self.below):
                self.left.append(self.head[column])

    def _is_of_examples(self, name: str) -> bool:
        """Whether a column has the examples of the level before it: by that level's name, or as several columns do."""
        level = word(self.levels[-1].label.text)
        several = sum(word(one.text) in EXAMPLES for one in self.head) > 1
        return (several and name in EXAMPLES) or name in {f"{level}-{one}" for one in EXAMPLES}

    # -- rows

    def _band(self, row: list[Spot]) -> None:
        """A row above the labels, where each cell counts for those on its right, too: the tracks, mostly."""
        self.left += [row[c] for c in (*self.labels, *self.about, *self.beside) if not is_known(row[c].text)]
        last = ""
        for level in self.levels:
            for column in level.columns:
                last = row[column].text or last
            if word(row[0].text) in TITLE:
                level.names.insert(0, last)
            else:
                level.track = " / ".join(filter(None, (last, level.track)))

    def _row(self, row: list[Spot]) -> None:
        self.left += [self._beside(row, column) for column in self.beside if row[column].text]
        label, groups = row[self.subject], [row[column] for column in self.groups]
        about = [row[column] for column in self.about if row[column].text]
        cells = [row[column].text for column in self._columns() if row[column].text]
        if label.text and len(cells) > 1 and {label.text, *cells} == {label.text}:
            cells = []  # one cell over the whole row
            row = [one if column == self.subject else one._replace(text="") for column, one in enumerate(row)]
        if not any(one.text for one in groups) and self._of_levels(row, label.text):
            self.left += about
        elif not cells and not about and not self.turned:
            self._label_alone(label, groups)
        elif label.text or any(one.text for one in groups):
            self._use_waiting(as_groups=True)
            self._grouped(groups)
            self._add(label if label.text else next(one for one in reversed(self.current) if one.text), about, row)
        elif self.waiting:
            *self.waiting, label = self.waiting  # the first row below its label
            self._use_waiting(as_groups=True)
            self._add(label, about, row)
        elif self.subjects:
            self.subjects[-1].about.extend(about)
            self.subjects[-1].rows.append(row)
        else:
            self._unlabelled(row)
            self.left += about

    def _beside(self, row: list[Spot], column: int) -> Spot:
        return Spot(": ".join(filter(None, (self.head[column].text, row[column].text))), row[column].at)

    def _of_levels(self, row: list[Spot], label: str) -> bool:
        """Takes a row that says something of the levels themselves, by its label."""
        name = word(label) if word(label) in self.fields else ""
        cells = [(level, row[column]) for level in self.levels for column in level.columns if row[column].text]
        if name in NOTES:
            self.left += [Spot(f"{label}: {one.text}", one.at) for _, one in cells] or [Spot(label, row[0].at)]
        elif name in ABOUT:
            for level, one in cells:
                level.summary.append(one.text)
        elif name in YEARS:
            for level, one in cells:
                self._years(level, label, one)
        elif name in TITLE | TRACK | LEVEL and all(is_label(one.text) for _, one in cells):
            for level, one in cells:
                self._name(level, name, one)
            for before, level in pairwise(self.levels):
                level.track = level.track or before.track
        elif label and cells and self._are_titles(one for _, one in cells):
            for level, one in cells:
                self._name(level, "title", one)
        else:
            return False
        return True

    def _are_titles(self, cells: Iterable[Spot]) -> bool:
        """Whether a row names levels that have only codes, whatever its label."""
        texts = [one.text for one in cells]
        return (
            len(texts) > 1
            and not any(level.title for level in self.levels)
            and all(CODE.fullmatch(level.label.text) for level in self.levels)
            and all(is_level(text) and not CODE.fullmatch(text) for text in texts)
        )

    def _years(self, level: Level, label: str, cell: Spot) -> None:
        span = SPAN.fullmatch(cell.text)
        ends = [float(end) for end in (span[1], span[2] or span[1])] if span else []
        if not span or level.years or ends != sorted(ends):
            self.left.append(Spot(f"{label}: {cell.text}", cell.at))
            return
        low, high = (int(end) if end.is_integer() else end for end in ends)
        level.years = {"from": low} if span[3] else {"from": low, "to": high}

    def _name(self, level: Level, name: str, cell: Spot) -> None:
        if name in TRACK and not level.track:
            level.track = cell.text
        elif name in TITLE and not level.title:
            level.title = cell.text
        else:
            level.codes.append(cell.text)

    def _unlabelled(self, row: list[Spot]) -> None:
        """A row without a label before the first competency: more of the levels' names, or what is said of each.

        Without a column for labels it is what they expect, under a competency of no other name.
        """
        cells = [(level, row[column].text) for level in self.levels for column in level.columns if row[column].text]
        codes = all(CODE.fullmatch(level.label.text) for level in self.levels)
        names = all(is_label(text) for _, text in cells) and (
            codes or share_of_levels(text for _, text in cells) >= LIKELY
        )
        if names:
            for level, text in cells:
                level.names.append(text)
        elif all(one.text == "" for one in (row[0] for row in self.below)):
            self._add(Spot(UNNAMED, row[0].at), [], row)
        else:
            for level, text in cells:
                level.summary.append(text)

    def _label_alone(self, label: Spot, groups: list[Spot]) -> None:
        """A row of which only the label stands there: the name of a group, or a competency still to be written."""
        if not label.text:
            self._grouped(groups)
        elif self.groups:
            self._grouped(groups)
            self._add(label, [], [])
        elif len(label.text) > LONG:
            self.left.append(label)
        else:
            self.waiting.append(label)

    def _use_waiting(self, *, as_groups: bool) -> None:
        """One or two labels that stand alone above others are a group, two deep; more are competencies."""
        waiting, self.waiting = self.waiting, []
        if as_groups and 0 < len(waiting) <= 2:
            waiting = [self._first_line(label) for label in waiting]
            self.sections = [*self.sections[: len(self.sections) - len(waiting)], *waiting]
            self.unused += waiting
        else:
            for label in waiting:
                self._add(label, [], [])

    def _first_line(self, group: Spot) -> Spot:
        """The name of a group; what its cell says on further lines has no place."""
        name, _, rest = group.text.partition("\n")
        self.left.append(Spot(rest, group.at))
        return group._replace(text=name)

    def _grouped(self, groups: list[Spot]) -> None:
        """Sets the groups of a row. A blank one is that of the row above, below one that is new it is none."""
        for place, group in enumerate(groups):
            if group.text:
                group = self._first_line(group)
                self.current[place:] = [group, *(Spot("", "") for _ in groups[place + 1 :])]
                self.unused.append(group)

    def _add(self, label: Spot, about: list[Spot], row: list[Spot]) -> None:
        groups = [one for one in (*self.sections, *self.current) if one.text and one != label]
        self.unused = [one for one in self.unused if one not in (*groups, label)]
        group = " / ".join(dict.fromkeys(one.text for one in groups)) or self.given
        self.subjects.append(Subject(label, group, about, [row] if row else []))


def _nameless(rows: Rows) -> bool:
    """Whether the first column is a level's, too: nothing names the competencies."""
    first = [row[0].text for row in rows[head(rows) :]]
    return is_level_or_step(first[0]) and not is_known(first[0]) and not all(map(is_label, first[1:]))


def _fields(labels: Iterable[str]) -> frozenset[str]:
    """Which labels say something of the levels themselves. A description is all that some tables expect of them."""
    said = [word(label) for label in labels if label]
    beside = NOTES | YEARS | TITLE | TRACK | LEVEL
    return beside | ABOUT if any(label not in beside | ABOUT for label in said) else beside
