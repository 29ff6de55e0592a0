"""The verdict on ladders, laid out. Linters' own forms (a line each, annotations) are papers of their own."""

from ladder.document import Block, Column, Document, Heading, Note, Sheet, Span, Table, Tone
from ladder.pages.words import count
from ladder.questions.validation import Validation


def page(answer: Validation) -> Document:
    """The page of `ladder validate` where a document is asked for."""
    title = ", ".join(ladder.name for ladder in answer.ladders)
    blocks: list[Block] = [Heading(title, "valid" if answer.valid else "not valid", 1)]
    if answer.problems:
        rows = []
        for one in answer.problems:
            tone: Tone = "left" if one.severity == "error" else "warn"
            where = f"{one.path}:{one.line}:{one.column}"
            rows.append((Span(one.severity, tone), one.code, one.message, where, one.hint or None))
        columns = (Column("severity"), Column("code"), Column("problem"), Column("where", below=True))
        blocks.append(Table((*columns, Column("hint", below=True)), tuple(rows)))
    blocks += [Note(line) for line in summary(answer)]
    return Document(title, tuple(blocks))


def summary(answer: Validation) -> list[str]:
    """A line a ladder: how much of it was read; then the verdict."""
    lines = [
        f"{one.name}: not counted while it has errors"
        if not one.read
        else f"{one.name}: {count(one.levels, 'level')}, {count(one.roles, 'role')}, "
        f"{count(one.competencies, 'competency', 'competencies')}, {count(one.statements, 'statement')}"
        for one in answer.ladders
    ]
    found = f"{count(answer.errors, 'error')}, {count(answer.warnings, 'warning')}"
    return [*lines, found if answer.problems else "no problems"]


def sheet(answer: Validation) -> Sheet:
    """One row a problem."""
    columns = ("path", "line", "column", "severity", "code", "message", "hint")
    rows = [(one.path, one.line, one.column, one.severity, one.code, one.message, one.hint) for one in answer.problems]
    return Sheet(columns, tuple(rows))
