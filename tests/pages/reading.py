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
    Link,
    Note,
    Prose,
    Schedule,
    Sheet,
    Sources,
    Span,
    Table,
    parts,
)
from ladder.render.parts import as_items
from ladder.render.parts import plain as plain
from render.documents import words

Kind = TypeVar("Kind", bound=Block)


def of(document: Document, kind: type[Kind]) -> list[Kind]:
    """The blocks of one kind."""
    return [block for block in document.blocks if isinstance(block, kind)]


def text(document: Document) -> str:
    """All words of a page, one text a line."""
    return "\n".join(words(document))


def headings(document: Document) -> list[tuple[str, str]]:
    """Headings with their asides."""
    return [(plain(heading.text), plain(heading.aside)) for heading in of(document, Heading)]


def notes(document: Document) -> list[tuple[str, str]]:
    """Notes as label and text."""
    return [(note.label, plain(note.text)) for note in of(document, Note)]


def labels(document: Document) -> list[str]:
    """The labels of all notes."""
    return [label for label, _ in notes(document)]


def commands(document: Document) -> list[str]:
    """What stands in notes and paragraphs for the reader to type."""
    said = [part for block in document.blocks if isinstance(block, Prose | Note) for part in parts(block.text)]
    return [part.text for part in said if isinstance(part, Span | Link) and part.tone == "code"]


def prose(document: Document) -> list[str]:
    """Paragraphs."""
    return [plain(block.text) for block in of(document, Prose)]


def facts(document: Document) -> dict[str, str]:
    """Labels with what they stand for."""
    return {plain(label): plain(value) for block in of(document, Facts) for label, value in block.rows}


def items(document: Document) -> list[Item]:
    """The items of all lists in plain words, that of the sources among them."""
    lists = [as_items(block) if isinstance(block, Sources) else block for block in document.blocks]
    found = [item for block in lists if isinstance(block, Items) for item in block.items]
    return [Item(plain(one.text), tuple(map(plain, one.details)), plain(one.aside), one.mark) for one in found]


def cited(document: Document) -> list[tuple[str, str]]:
    """The sources at the end of a page, as number and title; none where no such list stands there."""
    heading, listing = document.blocks[-2:] if len(document.blocks) > 1 else (None, None)
    if heading == Heading("Sources") and isinstance(listing, Sources):
        return [(item.mark, plain(item.text)) for item in as_items(listing).items]
    return []


def cells(table: Table) -> list[list[str | None]]:
    """The words of a table's cells; a bar is `|`."""
    return [[_shown(cell) for cell in row] for row in table.rows]


def _shown(cell: Cell) -> str | None:
    if isinstance(cell, Bar):
        return "|"
    return None if cell is None else plain(cell)


def bars(table: Table) -> list[Bar]:
    """The bars of a table."""
    return [cell for row in table.rows for cell in row if isinstance(cell, Bar)]


def changes(document: Document) -> list[tuple[str, str, str]]:
    """Changes as word, before, after."""
    return [(row.word, plain(row.before), plain(row.after)) for block in of(document, Changes) for row in block.rows]


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
