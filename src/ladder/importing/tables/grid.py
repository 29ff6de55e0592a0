"""Rows of cells, wherever they come from: a spreadsheet, or a table in Markdown."""

from ladder.frozen import Frozen


class Grid(Frozen):
    """A table. All rows are equally long; `at` says of each row where it stands, as file:line."""

    rows: tuple[tuple[str, ...], ...]
    at: tuple[str, ...]
