"""Levels against competencies, laid out as one table, and as the sheet that a spreadsheet gets back."""

from ladder.document import Cell, Column, Document, Heading, Kind, Link, Note, Sheet, Span, Table, Thing, Tone
from ladder.pages.words import count
from ladder.questions.matrix import Cell as Expected
from ladder.questions.matrix import Head, Matrix


def page(answer: Matrix) -> Document:
    """The page of `ladder matrix`."""
    heading = Heading(
        answer.title,
        f"{count(len(answer.levels), 'level')} · {count(len(answer.rows), 'competency', 'competencies')}",
        1,
    )
    if not answer.rows:
        nothing = Note("no level says what it expects.", "none found")
        return Document(answer.title, (heading, nothing), answer.language)
    columns = (Column(""), *(Column(_link("role", level)) for level in answer.levels))
    rows = tuple((_link("competency", row.competency, "strong"), *map(_words, row.cells)) for row in answer.rows)
    return Document(answer.title, (heading, Table(columns, rows)), answer.language)


def _link(kind: Kind, head: Head, tone: Tone = "") -> Link:
    return Link(head.short or head.title, Thing(kind, head.id), tone)


def sheet(answer: Matrix) -> Sheet:
    """One row a competency, one column a level; a cell has each statement on a line of its own, and no gist.

    Importing it gives the statements back.
    """
    columns = ("competency", *(level.title for level in answer.levels))
    rows = tuple((row.competency.title, *map(_statements, row.cells)) for row in answer.rows)
    return Sheet(columns, rows)


def _words(cell: Expected | None) -> Cell:
    """A cell in few words: its gist, else its step or label, else its first statement and how many more there are."""
    if cell is None:
        return Span("–", "quiet")
    if words := cell.gist or cell.step or cell.label:
        return words
    first, *rest = cell.statements
    return f"{first.text} +{len(rest)}" if rest else first.text


def _statements(cell: Expected | None) -> str | None:
    return "\n".join(" ".join(one.text.split()) for one in cell.statements) if cell and cell.statements else None
