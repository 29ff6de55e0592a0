"""Snapshots of whole papers, one file each, named by its test and written as it is printed.

`pytest --snapshot-update` writes them anew; the difference is then read as one reads a page.
"""

from typing import Final

from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from ladder.render import Format

SUFFIXES: Final[dict[Format, str]] = {
    "terminal": "txt",
    "markdown": "md",
    "html": "html",
    "csv": "csv",
    "json": "json",
    "svg": "svg",
}


class Paper(SingleFileSnapshotExtension):
    """A text file in `__snapshots__/<name of the test's module>/`, under the name of its test."""

    _write_mode = WriteMode.TEXT


PAPERS: Final[dict[Format, type[Paper]]] = {
    format: type(f"{format.capitalize()}Paper", (Paper,), {"file_extension": suffix})
    for format, suffix in SUFFIXES.items()
}
"""`assert text == snapshot.use_extension(PAPERS["terminal"])`."""
