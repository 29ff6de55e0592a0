"""Tables as facts: those that are a ladder, and those that stand below a level."""

from collections.abc import Iterator, Sequence

from ladder.importing.around import level_key, often_shared
from ladder.importing.cells import statements
from ladder.importing.draft import tidy
from ladder.importing.facts import Reading
from ladder.importing.infer import Table
from ladder.importing.node import Grid, Text
from ladder.importing.sides import cells_of
from ladder.importing.words import is_head, key, means
from ladder.markup.inline import bare

Said = tuple[Text, tuple[str, ...]]
"""A text of a cell with the labels in the cell that it stands below."""


def of_tables(found: Sequence[Table], *, turn: bool = False, sides: str = "") -> list[Reading]:
    """What tables say. The label above several is the group of their competencies, or the track of their levels."""
    homes = len({id(table.home) for table in found})
    matrices = [
        (one, one.matrix(tidy(one.home.label) if one.home.depth else "", turn=one.turn(sides) if sides else turn))
        for one in found
    ]
    names = [{level_key(one.label) for one in matrix.levels} for _, matrix in matrices]
    tracks = homes > 1 and len(names) > 1 and not often_shared(names)
    subjects = [one for _, matrix in matrices for one in matrix.subjects]
    single = homes > 1 and len(subjects) == len(found) and len({key(one.label) for one in subjects}) == 1
    readings = []
    for table, matrix in matrices:
        reading, home, caption = matrix.reading(), table.home, table.grid.caption
        reading.titles = table.titles
        label = tidy(bare(caption.text)) if caption else tidy(home.label) if homes > 1 and home.depth else ""
        texts = [one for one in [caption or home.text] if one]
        for subject in reading.subjects if label else ():
            if single:
                subject.label, subject.texts = label, [*subject.texts, *texts]
            elif not tracks:
                subject.group = subject.group or label
                subject.texts += texts if subject.group == label else []
        for level in reading.levels if tracks and label else ():
            level.track, level.texts = level.track or label, [*level.texts, *texts]
        reading.titles, reading.used = table.titles, matrix.used
        count = f"{len(reading.levels)} level{'s' if len(reading.levels) != 1 else ''}"
        reading.how = f"rows are competencies, columns are {count}"
        if matrix.turned:
            reading.how = f"rows are {count}, columns are competencies"
        elif table.sides.unsure and not turn and not sides:
            reading.how = f"no label looks like a level: took the columns as {count}; --transpose turns it"
        readings.append(reading)
    return readings


def rows_of(grid: Grid) -> Iterator[tuple[str, list[Said], tuple[Text, ...]]]:
    """A table below a level: a competency a row, named in its first column. A first row that is no head is one, too."""
    rows = cells_of(grid)
    if not rows or len(rows[0]) == 1:
        yield "", [(cell, ()) for row in rows for cell in row], ()
        return
    head, *body = rows
    if grid.headless or not _is_head_row(head, body):
        head, body = [one._replace(text="", id=-1) for one in head], rows
    several = sum(not means(one.text, "example") for one in head[1:]) > 1
    for row in body:
        said: list[Said] = []
        for title, cell in zip(head[1:], row[1:], strict=True):
            if said and cell.text and means(title.text, "example"):
                said[-1] = said[-1][0]._replace(below=(*said[-1][0].below, cell)), said[-1][1]
            elif cell.text:
                said.append((cell, (tidy(bare(title.text)),) if several and title.text else ()))
        yield tidy(bare(row[0].text)), said, (row[0], *head)


def _is_head_row(head: Sequence[Text], body: Sequence[Sequence[Text]]) -> bool:
    """Whether the first row of a table below a level says what stands below it: not where it reads as the others do."""
    if not body or not head[0].text or any(is_head(one.text) for one in head if one.text):
        return True
    if len(statements(head[-1].text)) > 1 or head[-1].text.rstrip().endswith((".", "!", ";")):
        return False
    longest = max((len(one.text) for row in body for one in row[1:]), default=0)
    return max(len(one.text) for one in head[1:]) * 2 < longest or all(
        one.text.istitle() or len(one.text.split()) < 3 for one in head[1:]
    )


__all__ = ["Said", "of_tables", "rows_of"]
