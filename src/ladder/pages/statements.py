"""All statements of a ladder, by level and competency; and as one table, which an import reads back unchanged."""

from collections.abc import Iterable
from itertools import groupby
from typing import Final

from ladder.document import Block, Document, Heading, Note, Sheet, Thing
from ladder.model import Statement
from ladder.pages.words import Footnotes, count
from ladder.questions.statements import Row, Statements

FURTHER: Final = "  "
"""What begins a line that goes on with the text above it, where a cell holds several texts."""


def page(answer: Statements) -> Document:
    """The page of `ladder list statements`."""
    notes = Footnotes(answer.sources)
    total = sum(bool(row.statement) for row in answer.rows)
    blocks: list[Block] = [Heading(answer.title, count(total, "statement"), 1)]
    for (part, _), found in groupby(answer.rows, lambda row: (row.part, row.level)):
        rows = list(found)
        if part == "competency":
            continue
        blocks.append(_heading(rows[0]))
        blocks += _of_level(rows, notes)
    if not total:
        blocks.append(Note("the ladder has no statements yet.", "none found"))
    return Document(answer.title, (*blocks, *notes.blocks()), answer.language)


def sheet(answer: Statements) -> Sheet:
    """One row a statement. Several texts in a cell stand on lines of their own; further lines of one are indented."""
    return Sheet(Row._fields, tuple(tuple(map(_written, row)) for row in answer.rows))


def lines(texts: Iterable[str]) -> str:
    r"""Texts as the lines of one cell, from which they can be told apart again.

    >>> lines(["one", "two\nand more"])
    'one\ntwo\n  and more'
    """
    return "\n".join(text.strip().replace("\n", f"\n{FURTHER}") for text in texts)


def _written(value: str | int | tuple[str, ...] | None) -> str | int | None:
    return lines(value) if isinstance(value, tuple) else value


def _heading(row: Row) -> Heading:
    if row.part == "scale":
        return Heading("Scales", "steps that levels name", about="scales")
    if row.part == "baseline":
        return Heading("Every level", about="every level")
    asides = (row.track_title or row.track, f"{row.of} in {row.discipline}" if row.discipline else row.of)
    about = Thing("role" if row.part == "role" else "level", row.level)
    return Heading(row.level_title or row.level, " · ".join(filter(None, (row.level, *asides))), about=about)


def _of_level(rows: Iterable[Row], notes: Footnotes) -> list[Block]:
    """The cells of one level, or the steps of the scales."""
    blocks: list[Block] = []
    for _, found in groupby(rows, lambda row: (row.competency, row.step if row.part == "scale" else "")):
        cell = list(found)
        row = cell[0]
        if not row.competency:
            blocks.append(Note("it has no statements.", "none found"))
            continue
        step = row.step_title or row.step
        asides = (step, row.label, "optional" if row.cell_optional else "", row.group)
        about = f"{row.competency} {row.step}" if row.part == "scale" else Thing("competency", row.competency)
        blocks.append(Heading(row.competency_title or row.competency, " · ".join(filter(None, asides)), 3, about))
        said = [_statement(one) for one in cell if one.statement]
        if said:
            blocks.append(notes.items(said))
        elif not (row.step or row.label):
            blocks.append(Note("it has no statements.", "none found"))
    return blocks


def _statement(row: Row) -> Statement:
    return Statement(row.statement, row.id, row.examples, row.signals, row.links, row.tags, row.optional, row.source)
