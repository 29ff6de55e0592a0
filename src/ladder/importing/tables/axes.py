"""Which way round a table stands, and what its labels say: a spreadsheet marks neither.

The words here are those that people write above and beside a ladder. A label that is none of them is taken for the
name of a level or of a competency.
"""

import re
from typing import Final

from ladder.frozen import Frozen
from ladder.importing.draft import tidy
from ladder.importing.labels import is_level_or_step, share_of_levels
from ladder.importing.tables.cells import BREAK, is_nothing
from ladder.importing.tables.grid import Grid


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


LEVEL: Final = _words("level levels role roles grade grades position positions band rank rung")
SUBJECT: Final = _words(
    "competency competencies skill skills dimension dimensions attribute attributes behaviour behaviours behavior "
    "behaviors capability capabilities criterion criteria expectation expectations responsibility responsibilities "
    "value values"
)
GROUP: Final = _words("group groups category categories theme themes area areas pillar pillars section")
ABOUT: Final = _words("about description descriptions definition definitions summary overview explanation meaning")
TITLE: Final = _words("title titles name job-title")
TRACK: Final = _words("track tracks path stream career-track")
YEARS: Final = _words("years yoe years-experience years-of-experience typical-years")
NOTES: Final = _words("note notes comment comments remark remarks todo question questions source sources")
EXAMPLES: Final = _words("example examples")
KNOWN: Final = LEVEL | SUBJECT | GROUP | ABOUT | TITLE | TRACK | YEARS | NOTES
JOINING: Final = _words("and or by of for per vs job career")

LIKELY: Final = 0.5
"""From this share of level-like labels on, a side of a table is taken for that of the levels."""

ABOVE: Final = 6
"""How many rows may stand above the one that names the levels."""

SHORT: Final = 60
"""Up to how many characters a line can be a label."""


class Spot(Frozen):
    """A cell and where it stands."""

    text: str
    at: str


Rows = list[list[Spot]]


def filled(grid: Grid) -> Rows:
    """The table without its empty rows and columns. A cell that only says that it is empty is empty."""
    rows = [
        [Spot("" if is_nothing(text) else BREAK.sub("\n", text).strip(), at) for text in row]
        for row, at in zip(grid.rows, grid.at, strict=True)
    ]
    return without_blanks([row for row in rows if any(one.text for one in row)])


def titled(rows: Rows) -> tuple[list[Spot], Rows]:
    """The titles above a table, and the table: titles stand alone, or above the row that names the levels."""
    start = next((place for place, row in enumerate(rows) if _count(row) > 1), len(rows))
    if 0 < start < len(rows) and not rows[start - 1][0].text and is_level_or_step(_only(rows[start - 1])):
        start -= 1  # a single level
    for place in range(start + 1, min(start + ABOVE, len(rows))):
        if _names_levels(rows[place]):
            between = rows[start:place]
            if all(_count(row[1:]) < _count(rows[place][1:]) and not is_known(row[0].text) for row in between):
                start = place - head(rows[place - 1 :])
            break
    return [one for row in rows[:start] for one in row if one.text], without_blanks(rows[start:])


def _count(row: list[Spot]) -> int:
    return sum(bool(one.text) for one in row)


def _only(row: list[Spot]) -> str:
    return "".join(one.text for one in row)


def _names_levels(row: list[Spot]) -> bool:
    labels = [one.text for one in row if one.text and not is_known(one.text)]
    return len(labels) > 1 and share_of_levels(labels) >= LIKELY


def without_blanks(rows: Rows) -> Rows:
    """The rows without columns in which nothing stands."""
    return flip([column for column in flip(rows) if any(one.text for one in column)])


def flip(rows: Rows) -> Rows:
    """Columns as rows."""
    return [list(column) for column in zip(*rows, strict=True)]


def word(label: str) -> str:
    """A label as the words above are written.

    >>> word("Job Title:"), word("**Competencies**")
    ('job-title', 'competencies')
    """
    return "-".join(re.findall(r"[^\W_]+", tidy(label).lower()))


def is_known(label: str) -> bool:
    """Whether a label only says what stands below and beside it.

    >>> is_known("Level / Competency"), is_known("Leadership"), is_known("")
    (True, False, False)
    """
    words = re.findall(r"[^\W_]+", label.lower())
    return word(label) in KNOWN or (bool(words) and all(one in KNOWN | JOINING for one in words))


def is_label(text: str) -> bool:
    """Whether a text is short enough to name something."""
    return len(text) <= SHORT and text.count("\n") < 2


class Sides:
    """Which side of a table holds the levels: `below` one another, or else side by side. `unsure`: nothing tells."""

    def __init__(self, rows: Rows) -> None:
        across, down = likeness(rows), likeness(flip(rows))
        corner = set(re.findall(r"[^\W_]+", rows[head(rows)][0].text.lower()))
        below, beside = bool(corner & LEVEL), bool(corner & (SUBJECT | GROUP))
        self.unsure = across == down == 0 and below == beside
        if across != down and (max(across, down) >= LIKELY or below == beside):
            self.below = down > across
        else:
            self.below = below and not beside


def likeness(rows: Rows) -> float:
    """Which part of the labels in the row that names them reads like levels."""
    return share_of_levels(one.text for one in rows[head(rows)][1:] if not is_known(one.text))


def head(rows: Rows) -> int:
    """Which row names the columns: the first, or the second where the first spans several columns of it."""
    if len(rows) < 3:
        return 0
    first, second = rows[0], rows[1]
    if word(second[0].text) in LEVEL and word(first[0].text) in TRACK | TITLE | GROUP:
        return 1
    if first[0].text and not is_known(first[0].text):
        return 0
    fewer = _count(first[1:]) < _count(second[1:])
    names = all(is_label(one.text) for one in second) and (not second[0].text or is_known(second[0].text))
    return int(fewer and (names or share_of_levels(one.text for one in second[1:]) >= LIKELY))
