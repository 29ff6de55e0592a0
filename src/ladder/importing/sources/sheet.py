"""Tables: CSV and TSV, and the sheets of a workbook.

Spreadsheets part their columns by commas, semicolons or tabs, as the computer's language has it, and none says so.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from ladder.errors import InvalidLadder, Problem
from ladder.importing.files import File, needs
from ladder.importing.node import Grid, Ledger, Node, Row
from ladder.importing.sources.marked import stem

DELIMITERS: Final = ("\t", ",", ";", "|")
TABLES: Final = (".csv", ".tsv", ".tab")
BOOKS: Final = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")
TOLD: Final = re.compile(r"\ufeff?sep=[^\n]\n")
"""The line by which a spreadsheet says what parts its columns."""
REGULAR: Final = 0.9
"""From which part of equally long rows on text without a telling suffix is a table."""

Rows = list[tuple[int, list[str]]]


def is_table(file: File) -> bool:
    """Whether a file is a table: by its suffix, or because its lines have equally many cells."""
    if file.suffix in (*TABLES, *BOOKS):
        return True
    if file.suffix not in ("", ".txt"):
        return False
    return max(_likeness(_rows(file, delimiter)) for delimiter in DELIMITERS)[1] >= REGULAR


def sheet(file: File, ledger: Ledger) -> Node:
    """A file of tables: one, or a sheet each with its name.

    Raises InvalidLadder with the line of a quote that never closes, CannotRead where the extra is missing.
    """
    root = Node(stem(file.path), "file", f"{file.path}:1")
    if file.suffix not in BOOKS:
        root.parts.append(_grid(_best(file), file.path, ledger, ()))
        return root
    sheets = _sheets(file, ledger)
    for name, rows in sheets:
        node = root
        if len(sheets) > 1:
            node = Node(name, "sheet", f"{file.path}:{name}", depth=1)
            node.text = ledger.text(name, node.at, "label")
            root.parts.append(node)
        under = (name,) if node is not root else ()
        node.parts.append(_grid(rows, f"{file.path}:{name}" if len(sheets) > 1 else file.path, ledger, under))
    return root


def _grid(rows: Rows, path: str, ledger: Ledger, under: tuple[str, ...]) -> Grid:
    width = max((len(row) for _, row in rows), default=0)
    return Grid(
        [
            Row(
                tuple(
                    ledger.text(cell, f"{path}:{line}", "raw", under=under)
                    for cell in (*row, *[""] * (width - len(row)))
                ),
                f"{path}:{line}",
            )
            for line, row in rows
        ],
        under,
    )


def _sheets(file: File, ledger: Ledger) -> list[tuple[str, Rows]]:
    """The sheets of a workbook that are seen and hold something; merged cells are told once, where they begin."""
    calamine = needs("python_calamine", file.path)
    found: list[tuple[str, Rows]] = []
    try:
        book = calamine.CalamineWorkbook.from_path(file.path)
        for known in book.sheets_metadata:
            if known.visible != calamine.SheetVisibleEnum.Visible or known.typ != calamine.SheetTypeEnum.WorkSheet:
                ledger.over.append(f"{file.path}: the hidden sheet {known.name}")
                continue
            one = book.get_sheet_by_name(known.name)
            first = one.start[0] if one.start else 0
            rows = [
                (first + number, [_said(cell) for cell in row])
                for number, row in enumerate(one.to_python(skip_empty_area=True), 1)
            ]
            if rows := [(line, row) for line, row in rows if any(cell.strip() for cell in row)]:
                found.append((known.name, rows))
    except calamine.CalamineError as error:
        problem = Problem(file.path, 1, 1, "syntax", f"not a workbook: {error}", "save it again, or as CSV")
        raise InvalidLadder([problem]) from error
    return found


def _said(cell: object) -> str:
    """A cell's value as text: a whole number without a point."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def _best(file: File) -> Rows:
    """The rows of a text, cut where they are most alike."""
    first = "\t" if file.suffix in (".tsv", ".tab") else ","
    ordered = sorted(DELIMITERS, key=lambda delimiter: delimiter != first)
    best = max(ordered, key=lambda delimiter: _likeness(_rows(file, delimiter)))  # the first of equal ones
    _check_quotes(file, best)
    return _rows(file, best)


def _rows(file: File, delimiter: str, *, strict: bool = False) -> Rows:
    """The rows that are not blank, each with its first line."""
    told = TOLD.match(file.text)
    text = file.text[told.end() :] if told else file.text
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict)
    skipped = 1 if told else 0
    rows, line = [], 1 + skipped
    for row in reader:
        if any(cell.strip() for cell in row):
            rows.append((line, row))
        line = reader.line_num + 1 + skipped
    return rows


def _check_quotes(file: File, delimiter: str) -> None:
    """Raises InvalidLadder where a quote opens that never closes: it swallows all that stands below it."""
    try:
        _rows(file, delimiter, strict=True)
    except csv.Error as error:
        if "end of data" not in str(error):
            return
        line = _rows(file, delimiter)[-1][0]
        column = file.text.split("\n")[line - 1].rfind(f'{delimiter}"') + 2
        message = "a quote opens here and never closes"
        hint = "close it, or take it out"
        raise InvalidLadder([Problem(file.path, line, max(1, column), "syntax", message, hint)]) from error


def _likeness(rows: Rows) -> tuple[float, float, int]:
    """Which part of the rows has cells and no more than the first, which part equally many, and how many that is."""
    widths = [len(row) for _, row in rows]
    first = next((width for width in widths if width > 1), 0)
    if not first:
        return 0.0, 0.0, 1
    counts: Sequence[tuple[int, int]] = list(Counter(width for width in widths if width > 1).items())
    width, count = max(counts, key=lambda one: (one[1], one[0]))
    return sum(1 < width <= first for width in widths) / len(rows), count / len(rows), width


__all__ = ["BOOKS", "TABLES", "is_table", "sheet"]
