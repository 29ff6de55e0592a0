"""Short ways to ask a document what stands in it."""

from typing import TypeVar

from ladder.document import (
    Bar,
    Block,
    Cell,
    Changes,
    Document,
    Facts,
    Heading,
    Item,
    Items,
    Note,
    Prose,
    Schedule,
    Sheet,
    Span,
    Table,
    Text,
)
from render.documents import words

Kind = TypeVar("Kind", bound=Block)


def plain(said: Text) -> str:
    """The words of a text without their tones."""
    return said if isinstance(said, str) else "".join(span.text for span in said)


def of(document: Document, kind: type[Kind]) -> list[Kind]:
    """The blocks of one kind."""
    return [block for block in document.blocks if isinstance(block, kind)]


def text(document: Document) -> str:
    """All words of a page, one text a line."""
    return "\n".join(words(document))


def headings(document: Document) -> list[tuple[str, str]]:
    """Headings with their asides."""
    return [(heading.text, heading.aside) for heading in of(document, Heading)]


def notes(document: Document) -> list[tuple[str, str]]:
    """Notes as label and text."""
    return [(note.label, plain(note.text)) for note in of(document, Note)]


def labels(document: Document) -> list[str]:
    """The labels of all notes."""
    return [label for label, _ in notes(document)]


def commands(document: Document) -> list[str]:
    """What stands in notes and paragraphs for the reader to type."""
    spans = [span for block in document.blocks if isinstance(block, Prose | Note) for span in block.text]
    return [span.text for span in spans if isinstance(span, Span) and span.tone == "code"]


def prose(document: Document) -> list[str]:
    """Paragraphs."""
    return [plain(block.text) for block in of(document, Prose)]


def facts(document: Document) -> dict[str, str]:
    """Labels with what they stand for."""
    return {label: plain(value) for block in of(document, Facts) for label, value in block.rows}


def items(document: Document) -> list[Item]:
    """The items of all lists."""
    return [item for block in of(document, Items) for item in block.items]


def cited(document: Document) -> list[tuple[str, str]]:
    """The sources at the end of a page, as number and title; none where no such list stands there."""
    heading, listing = document.blocks[-2:] if len(document.blocks) > 1 else (None, None)
    if heading == Heading("Sources") and isinstance(listing, Items):
        return [(item.mark, plain(item.text)) for item in listing.items]
    return []


def cells(table: Table) -> list[list[str | None]]:
    """The words of a table's cells; a bar is `|`."""
    return [[_shown(cell) for cell in row] for row in table.rows]


def _shown(cell: Cell) -> str | None:
    if isinstance(cell, Bar):
        return "|"
    return cell.text if isinstance(cell, Span) else cell


def bars(table: Table) -> list[Bar]:
    """The bars of a table."""
    return [cell for row in table.rows for cell in row if isinstance(cell, Bar)]


def changes(document: Document) -> list[tuple[str, str, str]]:
    """Changes as word, before, after."""
    return [(row.word, row.before, row.after) for block in of(document, Changes) for row in block.rows]


def tables(document: Document) -> list[Table]:
    """The tables of a page."""
    return of(document, Table)


def schedules(document: Document) -> list[Schedule]:
    """The timelines of a page."""
    return of(document, Schedule)


def assert_tidy(sheet: Sheet) -> None:
    """A sheet is rectangular, its columns have names of their own, and its cells hold one value each."""
    assert len(set(sheet.columns)) == len(sheet.columns)
    assert all(column and column == column.lower() for column in sheet.columns)
    for row in sheet.rows:
        assert len(row) == len(sheet.columns)
        assert all(cell is None or isinstance(cell, str | int | float | bool) for cell in row)
