"""The ladders on the shelf, laid out."""

from ladder.document import Block, Cell, Column, Document, Heading, Note, Sheet, Span, Table
from ladder.pages.words import command, count, running, typed
from ladder.questions.ladders import Shelf, Standing


def page(answer: Shelf) -> Document:
    """The page of `ladder ladders`: a line a ladder, and where it stands below it."""
    rows: list[tuple[Cell, ...]] = [
        (Span(one.name, "strong"), one.title or Span("not valid", "left"), one.version or None, _size(one), _place(one))
        for one in answer.ladders
    ]
    columns = (Column("name"), Column("title"), Column("version"), Column("size"), Column("", below=True))
    blocks: list[Block] = [Heading("Ladders", depth=1), Table(columns, tuple(rows))]
    blocks += [
        Note(running(typed(f"{one.name}: {one.problem}: "), command("validate", one.path)), "not valid")
        for one in answer.ladders
        if one.problem
    ]
    if len(answer.ladders) == 1:
        text = typed("`ladder init NAME` starts one of your own, `ladder import FILE` makes one from a file.")
        blocks.append(Note(text, "none yet", prompt=True))
    return Document("Ladders", tuple(blocks))


def sheet(answer: Shelf) -> Sheet:
    """One row a ladder."""
    return Sheet(Standing._fields, tuple(tuple(one) for one in answer.ladders))


def _size(one: Standing) -> str | None:
    return None if one.problem else f"{count(one.levels, 'level')}, {count(one.roles, 'role')}"


def _place(one: Standing) -> str:
    hidden = "" if one.counts else "; only by its path, because another ladder of this name comes first"
    return f"{one.place}: {one.path}{hidden}"
