"""Tables of HTML with merged cells as rows of texts."""

from collections.abc import Callable
from typing import Final

from ladder.markup.html import Cell

LARGEST: Final = 100_000
"""How many cells a table has at most."""
SUMMARY: Final = "Summary"
"""The head of the column for what a table says across all others."""


def filled(rows: list[list[Cell]], *, is_name: Callable[[str], bool]) -> list[list[str]]:
    """The texts of all cells where they stand, with a column for what stands across all others if there is any.

    What a merged cell says of each row and column that it spans is repeated there; what names them together is not
    (`is_name` tells of a text). Empty where there are more cells than any table has.
    """
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while (number, column) in taken:
                column += 1
            cell.row, cell.column, cell.down = number, column, min(cell.down, len(rows) - number)
            taken |= {(number + down, column + across) for down in range(cell.down) for across in range(cell.across)}
            column += cell.across
            if len(taken) > LARGEST:
                return []
    width = max((column for _, column in taken), default=-1) + 1
    if width * len(rows) > LARGEST:
        return []
    across_all = {id(row[0]) for row in rows if len(row) == 1 and row[0].across >= max(2, width - 1) and row[0].row}
    across_all &= {id(cell) for row in rows for cell in row if cell.column}
    shift = bool(across_all)
    texts = [[""] * (width + shift) for _ in rows]
    if shift:
        texts[0][1] = SUMMARY
    for cell in (cell for row in rows for cell in row):
        each = not cell.head and cell.row > 0 < cell.column and not is_name(cell.text) and id(cell) not in across_all
        for down in range(cell.down if each else 1):
            for across in range(cell.across if each else 1):
                column = cell.column + across
                place = 1 if id(cell) in across_all else column + (shift and column > 0)
                texts[cell.row + down][place] = cell.text
    return texts
