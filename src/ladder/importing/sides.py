"""Along which side of a table its levels stand, told by its labels, before anything in it is read."""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from ladder.importing.cells import is_nothing
from ladder.importing.node import Grid, Node, Row, Text
from ladder.importing.words import is_head, is_level, is_level_or_step, means, plain, share_of_levels
from ladder.markup.inline import bare, marked

Cells = list[list[Text]]

LIKELY: Final = 0.5
"""From this share of level-like labels on, a side of a table is taken for that of the levels."""
ABOVE: Final = 6
"""How many rows may stand above the one that names the levels."""
SHORT: Final = 60
"""Up to how many characters a line can be a label."""
BLANK: Final = Text(-1, "", "")


def cells_of(grid: Grid) -> Cells:
    """The table without its empty rows and columns. A cell that only says that it is empty is empty."""
    rows = [[clean(cell) for cell in row.cells] for row in grid.rows]
    return without_blanks([row for row in rows if any(one.text for one in row)])


def clean(cell: Text) -> Text:
    """A cell with its markup marked, and without what only says that nothing stands there."""
    text = marked(cell.text) if cell.kind == "raw" else cell.text
    text = "" if is_nothing(text) else text.strip()
    return cell if text == cell.text else cell._replace(text=text)


def flip(rows: Cells) -> Cells:
    """Columns as rows."""
    return [list(column) for column in zip(*rows, strict=True)]


def without_blanks(rows: Cells) -> Cells:
    """The rows without columns in which nothing stands."""
    return flip([column for column in flip(rows) if any(one.text for one in column)])


def titled(rows: Cells) -> tuple[list[Text], Cells]:
    """The titles above a table, and the table: titles stand alone, or above the row that names the levels."""
    start = next((place for place, row in enumerate(rows) if _count(row) > 1), len(rows))
    if 0 < start < len(rows) and not rows[start - 1][0].text:
        start -= is_level_or_step("".join(one.text for one in rows[start - 1]))  # a single level
    for place in range(start + 1, min(start + ABOVE, len(rows))):
        labels = [one.text for one in rows[place] if one.text and not is_head(one.text)]
        if len(labels) > 1 and share_of_levels(labels) >= LIKELY:
            fewer = (_count(row[1:]) < _count(rows[place][1:]) for row in rows[start:place])
            if all(fewer) and not any(is_head(row[0].text) for row in rows[start:place]):
                start = place - head(rows[place - 1 :])
            break
    return [one for row in rows[:start] for one in row if one.text], without_blanks(rows[start:])


def _count(row: list[Text]) -> int:
    return sum(bool(one.text) for one in row)


def likeness(rows: Cells) -> float:
    """Which part of the labels in the row that names them reads like levels."""
    return share_of_levels(one.text for one in rows[head(rows)][1:] if not is_head(one.text))


def is_label(text: str) -> bool:
    """Whether a text is short enough to name something."""
    return len(bare(text)) <= SHORT and text.count("\n") < 2


def head(rows: Cells) -> int:
    """Which row names the columns: the first, or the second where the first spans several columns of it."""
    if len(rows) < 3:
        return 0
    first, second = rows[0], rows[1]
    if means(second[0].text, "level") and means(first[0].text, "track", "title", "group"):
        return 1
    if (first[0].text and not is_head(first[0].text)) or _count(first[1:]) >= _count(second[1:]):
        return 0
    names = all(is_label(one.text) for one in second) and (not second[0].text or is_head(second[0].text))
    return int(names or share_of_levels(one.text for one in second[1:]) >= LIKELY)


class Sides:
    """How much each side of a table looks like that of the levels: `rows` and `columns`, 0 to 1.

    `below`: levels stand below one another. `unsure`: nothing tells.
    """

    def __init__(self, rows: Cells) -> None:
        self.columns, self.rows = likeness(rows), likeness(flip(rows))
        corner = rows[head(rows)][0].text
        words = [corner, *re.findall(r"[^\W_]+", bare(corner))]
        below = any(means(word, "level") for word in words)
        beside = any(means(word, "competency", "group") and not means(word, "level") for word in words)
        self.unsure = self.columns == self.rows == 0 and below == beside
        if self.columns != self.rows and (max(self.columns, self.rows) >= LIKELY or below == beside):
            self.below = self.rows > self.columns
        elif self.unsure:
            across, down = (alike(one.text for one in side) for side in (rows[head(rows)][1:], flip(rows)[0][1:]))
            self.below = down > max(across, LIKELY)
        else:
            self.below = below and not beside


def alike(labels: Iterable[str]) -> float:
    """Which part of the labels has a word, or its first or last two signs, in common with most of the others, 0 to 1.

    The names of levels are variations of one another in any language, and those of competencies are not.
    """
    said = [plain(label) for label in labels if label]
    parts = [{*re.findall(r"[^\W\d_]{2,}", bare(label).casefold()), label[:2], label[-2:]} for label in said]
    shared = [sum(bool(one & other) for other in parts) - 1 for one in parts]
    return sum(count * 2 >= len(said) - 1 for count in shared) / len(said) if len(said) > 1 else 0.0


def banded(grid: Grid) -> list[Node | Text | Grid]:
    """A table whose levels stand in rows of their own, above those of their competencies, as labels; else itself."""
    rows = cells_of(grid)
    alone = [place for place, row in enumerate(rows) if row[0].text and not any(one.text for one in row[1:])]
    bands = [place for place in alone if is_level(rows[place][0].text)]
    if len(bands) < 2 or len(bands) * 2 < len(alone) or any(b - a < 2 for a, b in pairwise([*bands, len(rows)])):
        return [grid]
    above = [one for row in rows[: bands[0]] for one in row if one.text]
    if bands[0] > 2 or _count(rows[bands[0] + 1]) < 2 or any(is_level(one.text) for one in above):
        return [grid]
    made: list[Node | Text | Grid] = [*above]
    for start, end in pairwise([*bands, len(rows)]):
        label = rows[start][0]
        band = Node(bare(label.text), "band", label.at, text=label, depth=1)
        table = Grid(Row(tuple(row), row[0].at) for row in rows[start + 1 : end])
        table.headless = True
        band.parts.append(table)
        made.append(band)
    return made


__all__ = [
    "BLANK", "LIKELY", "Cells", "Sides", "alike", "banded", "cells_of", "clean", "flip", "head", "is_label", "likeness",
    "titled",
]  # fmt: skip
