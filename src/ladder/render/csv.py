"""A sheet as CSV: one header, one row an observation. A cell that a spreadsheet would run is written as text.

A quote before it makes it text. One that begins with quotes before such a sign gets one more, so that whoever reads
the table can take one away from each and has what was written.
"""

import csv
import re
from io import StringIO
from typing import Final

from ladder.document import Sheet
from ladder.render.text import printable

RUNS: Final = re.compile(r"'*\s*[=+@\t\r-]")
"""What a spreadsheet would run, or would run without the quotes before it."""


def render(sheet: Sheet) -> str:
    """The table with line feeds between rows, which is what pipes expect."""
    paper = StringIO()
    writer = csv.writer(paper, lineterminator="\n")
    writer.writerow(sheet.columns)
    writer.writerows([_cell(value) for value in row] for row in sheet.rows)
    return paper.getvalue()


def _cell(value: str | float | bool | None) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, str):
        text = printable(value)
        return "'" + text if RUNS.match(text) else text
    if isinstance(value, bool):
        return "true" if value else "false"
    return int(value) if value == int(value) else round(value, 4)
