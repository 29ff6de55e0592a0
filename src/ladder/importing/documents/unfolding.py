"""Small tables below the headings of competencies that only give each level its text, as headings with text."""

from collections.abc import Sequence
from typing import Final

from ladder.importing.documents.sections import BULLET, Block, Section
from ladder.importing.draft import tidy
from ladder.importing.labels import is_level_or_step, share_of_levels
from ladder.importing.tables.grid import Grid

LIKELY: Final = 0.6
"""So many labels at least read like levels where they are."""


def unfold(pages: Sequence[Section]) -> bool:
    """Replaces such tables by the levels that they hold, in place; whether there were any.

    Tables whose columns are all levels, and tables of levels and one column whose title they share: where that
    title differs from table to table it is a competency, and the table a matrix.
    """
    found = [
        (section, block)
        for page in pages
        for section in page.walk()
        for block in section.blocks
        if block.kind == "table"
    ]
    titles = {tidy(block.grid.rows[0][1]).casefold() for _, block in found if block.grid and _is_tall(block.grid)}
    done = False
    for section, block in found:
        assert block.grid
        if _is_wide(block.grid) or (_is_tall(block.grid) and len(titles) == 1 and len(found) > 1):
            place = next(number for number, part in enumerate(section.parts) if part is block)
            section.parts[place : place + 1] = _levels(block, block.grid)
            done = True
    return done


def _is_wide(grid: Grid) -> bool:
    """A level a column, and no column of labels."""
    head = grid.rows[0]
    return len(head) > 1 and len(grid.rows) > 1 and all(is_level_or_step(title) for title in head)


def _is_tall(grid: Grid) -> bool:
    """A level a row, with one text beside it."""
    return len(grid.rows[0]) == 2 and share_of_levels(row[0] for row in grid.rows[1:]) >= LIKELY


def _levels(table: Block, grid: Grid) -> list[Section]:
    """The levels of such a table. A row without one goes on with the row above it."""
    from ladder.importing.tables.cells import said

    if _is_wide(grid):
        columns = zip(*grid.rows, strict=True)
        named = [(head, [(cell, at) for cell, at in zip(cells, grid.at[1:], strict=True)]) for head, *cells in columns]
    else:
        named = [(row[0], [(row[1], at)]) for row, at in zip(grid.rows[1:], grid.at[1:], strict=True)]
    levels: list[Section] = []
    for title, cells in named:
        own = Block(tidy(title), table.at, table.raw, "table")
        level = Section(tidy(title), BULLET, table.at, own) if tidy(title) or not levels else levels.pop()
        for cell, at in cells:
            for one in said(cell):
                below = tuple(Block(text, at, text, "item") for text in one.examples)
                level.parts.append(Block(one.text, at, one.text, "item", below))
        levels.append(level)
    return levels


__all__ = ["unfold"]
