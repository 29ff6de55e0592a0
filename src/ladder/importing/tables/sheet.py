"""The text of a CSV or TSV file to rows of cells, and from there to a ladder: by its long form, or as a matrix.

Spreadsheets part their columns by commas, semicolons or tabs, as the computer's language has it, and none says so.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from ladder.importing.draft import Draft
from ladder.importing.files import File
from ladder.importing.tables import long, table
from ladder.importing.tables.grid import Grid

DELIMITERS: Final = ("\t", ",", ";")
TABLES: Final = (".csv", ".tsv", ".tab")
OTHERS: Final = (".md", ".markdown", ".yaml", ".yml", ".json")
TOLD: Final = re.compile(r"\ufeff?sep=[^\n]\n")
"""The line by which a spreadsheet says what parts its columns."""

REGULAR: Final = 0.9
"""From which part of equally long rows on text without a telling suffix is a table."""


def fits(files: Sequence[File]) -> list[File]:
    """Those that are tables: by their suffix, or because their lines have equally many cells."""
    return [file for file in files if _is_table(file)]


def read(files: Sequence[File], draft: Draft, *, transpose: bool = False) -> None:
    """Places tables into the draft; a level of several is one. What is no table of a ladder is left, row by row."""
    for file in files:
        grid = grid_of(file)
        if long.read_grid(grid, draft) or table.read_grid(grid, draft, transpose=transpose):
            continue
        for row, at in zip(grid.rows, grid.at, strict=True):
            draft.leave("\t".join(row).strip(), at)
        draft.did.append(f"{file.name}: no table of levels and competencies; its rows are kept as x-unplaced")


def _is_table(file: File) -> bool:
    if file.suffix in (*TABLES, *OTHERS):
        return file.suffix in TABLES
    _, share, _ = max(_likeness(_rows(file, delimiter)) for delimiter in DELIMITERS)
    return share >= REGULAR


def grid_of(file: File) -> Grid:
    """The rows of a file, equally long, each with the line on which it begins."""
    first = "\t" if file.suffix in (".tsv", ".tab") else ","
    ordered = sorted(DELIMITERS, key=lambda delimiter: delimiter != first)
    found = [_rows(file, delimiter) for delimiter in ordered]
    rows = max(found, key=_likeness)  # the first of equal ones
    width = max((len(row) for _, row in rows), default=0)
    return Grid(
        tuple((*row, *[""] * (width - len(row))) for _, row in rows),
        tuple(f"{file.path}:{line}" for line, _ in rows),
    )


def _rows(file: File, delimiter: str) -> list[tuple[int, list[str]]]:
    """The rows that are not blank, each with its first line."""
    told = TOLD.match(file.text)
    text = file.text[told.end() :] if told else file.text
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    skipped = 1 if told else 0
    rows, line = [], 1 + skipped
    for row in reader:
        if any(cell.strip() for cell in row):
            rows.append((line, row))
        line = reader.line_num + 1 + skipped
    return rows


def _likeness(rows: list[tuple[int, list[str]]]) -> tuple[float, float, int]:
    """Which part of the rows has cells and no more than the first, which part equally many, and how many that is."""
    widths = [len(row) for _, row in rows]
    first = next((width for width in widths if width > 1), 0)
    if not first:
        return 0.0, 0.0, 1
    counts = Counter(width for width in widths if width > 1)
    width, count = max(counts.items(), key=lambda one: (one[1], one[0]))
    return sum(1 < width <= first for width in widths) / len(rows), count / len(rows), width
