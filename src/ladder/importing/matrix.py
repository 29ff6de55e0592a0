"""A table unrolled: which of its cells name levels and competencies, and what each of the others says.

Its rows are competencies and its columns levels; one that stands the other way round is turned before. A cell that has
no place is not mentioned, so the ledger keeps it.
"""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from ladder.importing.cells import uses_paragraphs
from ladder.importing.facts import EXPECTATIONS, Fact, Level, Reading, Subject
from ladder.importing.node import Text
from ladder.importing.sides import BLANK, LIKELY, Cells, head, is_label, likeness
from ladder.importing.words import CODE, NEVER, is_head, is_level, is_level_or_step, key, means, plain, share_of_levels
from ladder.markup.inline import bare

LONG: Final = 100
"""From how many characters on a label that stands alone is no name but a remark."""
PROSE: Final = 2.0
"""How many words the cells of a ladder have, in the mean, where no label looks like a level."""
SPAN: Final = re.compile(
    r"(\d{1,2}(?:\.\d)?)\s*(?:(?:-|–|—|to)\s*(\d{1,2}(?:\.\d)?)|(\+))?\s*(?:(?:years?|yrs?|y)\.?)?", re.IGNORECASE
)
"""3, 3-5, 5+ years."""
TICK: Final = re.compile(r"(?i)[x✓✔☑✅●•■yj]|yes|ja|oui|true|done|ok|sí|si|да|tak")
CROSS: Final = re.compile(r"(?i)[-–—✗✘☐❌○n]?|no|nein|non|false")


class Matrix:
    """A table whose rows are competencies and whose columns are levels."""

    def __init__(self, rows: Cells, group: str = "", *, turned: bool) -> None:
        self.given, self.turned = group, turned
        self.likely = likeness(rows) >= LIKELY
        if self.likely and _nameless(rows):
            rows = [[BLANK._replace(at=row[0].at), *row] for row in rows]
        self.head = rows[place := head(rows)]
        self.below = rows[place + 1 :]
        self.fields = _fields(row[0].text for row in self.below)
        self.levels: list[Level] = []
        self.subjects: list[Subject] = []
        self.rows: list[list[list[Text]]] = []
        self.used: list[Text] = []
        self.about: list[int] = []
        self.beside: list[int] = []
        self.labels = self._labels()
        self.subject = self._subject()
        self.groups = [column for column in self.labels if column != self.subject]
        self._find_levels()
        self.columns = [column for level in self.levels for column in (*level.columns, *level.examples)]
        corners = [self.head[column] for column in self.labels]
        self.used += [one for one in corners if is_head(one.text) or key(one.text) == key(group)]
        self.used += [self.head[column] for column in self.about]
        self.current = [BLANK for _ in self.groups]
        self.sections: list[Text] = []
        self.waiting: list[Text] = []
        for row in rows[:place]:
            self._band(row)
        for row in self.below:
            self._row(row)
        self._use_waiting(as_groups=False)

    def is_ladder(self, *, sentences: bool) -> bool:
        """Whether there are levels and competencies; with `sentences`, whether the cells are more than words."""
        full = [one.text for each in self.rows for row in each for c in self.columns if (one := row[c]).text]
        if not full or not any(level.label or level.lines for level in self.levels):
            return False
        if all(is_level(text) and re.search(r"[^\W\d_]", text) for text in full):
            return False  # it only says which levels are the same
        wide = len(self.columns) * sum(map(len, self.rows))
        prose = sum(map(_words, full)) >= PROSE * len(full) and len(full) * 2 > wide and len(self.levels) > 1
        return prose or not sentences

    def reading(self) -> Reading:
        """What the table says."""
        found = Reading()
        found.levels, found.subjects = self.levels, self.subjects
        full = [row[c].text for each in self.rows for row in each for c in self.columns if row[c].text]
        ticks = bool(full) and all(TICK.fullmatch(text) or CROSS.fullmatch(text) for text in full)
        paragraphs = uses_paragraphs(row[c].text for row in self.below for c in self.columns)
        for level in self.levels:
            level.texts += [self.head[c] for c in (*level.columns, *level.examples)]
        general: dict[str, Subject] = {}
        for subject, rows in zip(self.subjects, self.rows, strict=True):
            for row, level in ((row, level) for row in rows for level in self.levels):
                cells = [row[c] for c in level.columns if row[c].text]
                if ticks:
                    of = general.setdefault(subject.group, Subject(subject.group or EXPECTATIONS))
                    for cell in (cell for cell in cells if TICK.fullmatch(cell.text)):
                        text = subject.texts[0] if subject.texts else cell
                        found.facts.append(Fact(level, of, text, said=bare(subject.label), uses=(cell,)))
                    continue
                examples = [row[c] for c in level.examples if row[c].text]
                for cell in cells or examples:
                    more = tuple(examples) if cells and cell is cells[-1] else ()
                    found.facts.append(Fact(level, subject, cell, more, (), True, paragraphs))
        found.subjects = list(general.values()) if ticks else self.subjects
        return found

    # -- columns

    def _labels(self) -> list[int]:
        """The columns before the levels: names of competencies, of groups, and what these are about."""
        found = [0]
        for column in range(1, len(self.head)):
            label = self.head[column].text
            levels_follow = any(is_level_or_step(one.text) for one in self.head[column + 1 :])
            may_be = not is_level_or_step(label) and (levels_follow if self.likely else not label)
            if means(label, "about"):
                self.about.append(column)
            elif means(label, "note", "pay") or (means(label, "id", "rank") and not self.turned) or _is_never(label):
                self.beside.append(column)
            elif is_head(label) or (may_be and self._names_parts(column)):
                found.append(column)
            elif may_be and not label:
                (self.beside if self.turned else self.about).append(column)
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
        others = [c for c in self.labels if not means(self.head[c].text, "group")]
        return ([c for c in others if means(self.head[c].text, "competency")] or others or self.labels)[-1]

    def _find_levels(self) -> None:
        after = [c for c in range(len(self.head)) if c not in (*self.labels, *self.about, *self.beside)]
        named = [c for c in after if self.head[c].text]
        last = max((c for c in named if not self.likely or is_level_or_step(self.head[c].text)), default=-1)
        merged = self.turned or any(not self.head[c].text for c in after if named and named[0] < c < named[-1])
        track = BLANK
        for column in after:
            label = self.head[column]
            named_so = is_level_or_step(label.text)
            alone = not any(row[column].text for row in self.below)
            if means(label.text, "about"):
                self.about.append(column)
            elif self.levels and self._is_of_examples(label.text):
                self.levels[-1].examples.append(column)
            elif (
                means(label.text, "note", "pay")
                or _is_never(label.text)
                or (column > last and (label.text or not merged))
                or (alone and len(label.text) > LONG)
                or (is_head(label.text) and not named_so)
                or (not label.text and not self.levels and len(named) > 1)
            ):
                self.beside.append(column)
            elif self.turned and alone and self.likely and not named_so:
                track = label  # a line of its own above the levels of a track
                self.used.append(label)
            else:
                if label.text or not self.levels:
                    self.levels.append(Level(label.text, track=bare(track.text)))
                self.levels[-1].columns.append(column)

    def _is_of_examples(self, label: str) -> bool:
        """Whether a column has the examples of the level before it: by that level's name, or as several columns do."""
        several = sum(means(one.text, "example") for one in self.head) > 1
        rest = plain(label).removeprefix(plain(self.levels[-1].label))
        return (several and means(label, "example")) or (rest != plain(label) and means(rest, "example"))

    # -- rows

    def _cells(self, row: list[Text]) -> list[tuple[Level, Text]]:
        return [(level, row[column]) for level in self.levels for column in level.columns if row[column].text]

    def _band(self, row: list[Text]) -> None:
        """A row above the labels, where each cell counts for those on its right, too: the tracks, mostly."""
        self.used += [row[c] for c in self.labels if is_head(row[c].text)]
        last = BLANK
        for level in self.levels:
            last = next((row[c] for c in reversed(level.columns) if row[c].text), last)
            if means(row[0].text, "title"):
                level.lines.insert(0, last.text)
            else:
                level.track = " / ".join(filter(None, (bare(last.text), level.track)))
            level.texts.append(last)

    def _row(self, row: list[Text]) -> None:
        label, groups = row[self.subject], [row[column] for column in self.groups]
        about = [row[column] for column in self.about if row[column].text]
        cells = [row[column].text for column in self.columns if row[column].text]
        if label.text and len(cells) > 1 and set(cells) == {label.text}:
            self.used += [row[column] for column in self.columns]
            cells = []  # one cell over the whole row
            row = [one if column == self.subject else one._replace(text="") for column, one in enumerate(row)]
        if not any(one.text for one in groups) and self._of_levels(row, label):
            return
        if not cells and not about and not self.turned:
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
            self.rows[-1].append(row)
        else:
            self._unlabelled(row)

    def _of_levels(self, row: list[Text], label: Text) -> bool:
        """Takes a row that says something of the levels themselves, by its label."""
        cells, word = self._cells(row), label.text if plain(label.text) in self.fields else ""
        if means(word, "note", "pay"):
            return True
        if means(word, "about"):
            for level, one in cells:
                level.about.append(one)
        elif means(word, "years"):
            for level, one in cells:
                self._years(level, one)
        elif means(word, "rank") and all(re.fullmatch(r"\d{1,3}", one.text) for _, one in cells):
            for level, one in cells:
                level.rank, level.texts = float(one.text), [*level.texts, one]
        elif means(word, "title", "track", "level") and all(is_label(one.text) for _, one in cells):
            for level, one in cells:
                self._name(level, word, one)
            for before, level in pairwise(self.levels):
                level.track = level.track or before.track
        elif label.text and self._are_titles([one.text for _, one in cells]):
            for level, one in cells:
                self._name(level, "title", one)
        else:
            return False
        self.used.append(label)
        return True

    def _have_codes(self) -> bool:
        return all(CODE.fullmatch(bare(level.label)) for level in self.levels)

    def _are_titles(self, texts: list[str]) -> bool:
        """Whether a row names levels that have only codes, whatever its label."""
        titles = all(is_level(text) and not CODE.fullmatch(bare(text)) for text in texts)
        return len(texts) > 1 and titles and self._have_codes() and not any(level.title for level in self.levels)

    def _years(self, level: Level, cell: Text) -> None:
        span = SPAN.fullmatch(cell.text)
        ends = [float(end) for end in (span[1], span[2] or span[1])] if span else []
        if span and not level.years and ends == sorted(ends):
            low, high = (int(end) if end.is_integer() else end for end in ends)
            level.years = {"from": low} if span[3] else {"from": low, "to": high}
            level.texts.append(cell)

    def _name(self, level: Level, label: str, cell: Text) -> None:
        if means(label, "track") and not level.track:
            level.track = bare(cell.text)
        elif means(label, "title") and not level.title:
            level.title = bare(cell.text)
        else:
            level.names.append(bare(cell.text))
            if re.fullmatch(r"-?\d{1,4}(\.\d{1,2})?", cell.text) and level.rank is None and means(label, "level"):
                level.rank = float(cell.text)
        level.texts.append(cell)

    def _unlabelled(self, row: list[Text]) -> None:
        """A row without a label before the first competency: more of the levels' names, or what is said of each.

        Without a column for labels it is what they expect, under a competency of no other name.
        """
        cells = self._cells(row)
        texts = [one.text for _, one in cells]
        if all(map(is_label, texts)) and (self._have_codes() or share_of_levels(texts) >= LIKELY):
            for level, one in cells:
                level.lines, level.texts = [*level.lines, one.text], [*level.texts, one]
        elif not any(one[0].text for one in self.below):
            self._add(BLANK._replace(text=EXPECTATIONS), [], row)
        else:
            for level, one in cells:
                level.about.append(one)

    def _label_alone(self, label: Text, groups: list[Text]) -> None:
        """A row of which only the label stands there: the name of a group, or a competency still to be written."""
        self._grouped(groups)
        if label.text and self.groups:
            self._add(label, [], [])
        elif label.text and len(label.text) <= LONG:
            self.waiting.append(label)

    def _use_waiting(self, *, as_groups: bool) -> None:
        """One or two labels that stand alone above others are a group, two deep; more are competencies."""
        waiting, self.waiting = self.waiting, []
        if as_groups and 0 < len(waiting) <= 2:
            self.sections = [*self.sections[: len(self.sections) - len(waiting)], *map(_first_line, waiting)]
            return
        for label in waiting:
            self._add(label, [], [])

    def _grouped(self, groups: list[Text]) -> None:
        """Sets the groups of a row. A blank one is that of the row above, below one that is new it is none."""
        for place, group in enumerate(groups):
            if group.text:
                self.current[place:] = [_first_line(group), *(BLANK for _ in groups[place + 1 :])]

    def _add(self, label: Text, about: list[Text], row: list[Text]) -> None:
        groups = [one for one in (*self.sections, *self.current) if one.text and one != label]
        self.used += [one for one in groups if "\n" not in one.text]
        group = " / ".join(dict.fromkeys(bare(one.text) for one in groups)) or self.given
        subject = Subject(label.text, label, group=group)
        subject.about += about
        self.subjects.append(subject)
        self.rows.append([row] if row else [])


def _first_line(group: Text) -> Text:
    """The name of a group; what its cell says on further lines has no place."""
    return group._replace(text=group.text.partition("\n")[0], id=group.id if "\n" not in group.text else -1)


def _is_never(label: str) -> bool:
    return bool(label) and bool(NEVER.search(bare(label))) and not is_level(label)


def _words(text: str) -> float:
    """How many words a text has; languages without blanks between them have one for two signs."""
    signs = len(re.findall(r"[\u3040-\u30ff\u3400-\u9fff]", text))
    return signs / 2 if signs else len(text.split())


def _nameless(rows: Cells) -> bool:
    """Whether the first column is a level's, too: nothing names the competencies."""
    first = [row[0].text for row in rows[head(rows) :]]
    if not is_level_or_step(first[0]) or is_head(first[0]):
        return False
    alone = len(first) == 2 and all(is_level_or_step(one.text) for one in rows[head(rows)])
    return alone or not all(map(is_label, first[1:]))


def _fields(labels: Iterable[str]) -> frozenset[str]:
    """Which labels say something of the levels themselves. A description is all that some tables expect of them."""
    telling = ["note", "pay", "years", "title", "track", "level", "rank"]
    said = [label for label in labels if label]
    telling += ["about"] if any(not means(one, *telling, "about") for one in said) else []
    return frozenset(plain(one) for one in said if means(one, *telling))


__all__ = ["Matrix"]
