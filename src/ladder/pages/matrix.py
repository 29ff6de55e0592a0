"""Levels against competencies, laid out as one table, and as the sheet that a spreadsheet gets back."""

from ladder.document import Cell, Column, Document, Heading, Note, Sheet, Span, Table
from ladder.pages.words import count
from ladder.questions.matrix import Cell as Expected
from ladder.questions.matrix import Matrix


def page(answer: Matrix) -> Document:
    """The page of `ladder matrix`."""
    heading = Heading(
        answer.title,
        f"{count(len(answer.levels), 'level')} · {count(len(answer.rows), 'competency', 'competencies')}",
        1,
    )
    if not answer.rows:
        return Document(answer.title, (heading, Note("no level says what it expects.", "none found")))
    columns = (Column(""), *(Column(level.short or level.title) for level in answer.levels))
    rows = tuple(
        (Span(row.competency.short or row.competency.title, "strong"), *map(_words, row.cells)) for row in answer.rows
    )
    return Document(answer.title, (heading, Table(columns, rows)))


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
