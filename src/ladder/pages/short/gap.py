"""What a level expects beside logs, on one screen: a mark for each statement, by the word that claims it."""

import re

from ladder.document import Block, Cell, Column, Document, Heading, Note, Prose, Span, Table
from ladder.pages.entries import LEGEND, SIGNS, closing, unknown
from ladder.pages.gap import title
from ladder.pages.words import listed
from ladder.questions.gap import Asked, Gap, Part


def page(answer: Gap) -> Document:
    """The short page of `ladder gap`; several logs stand side by side."""
    blocks: list[Block] = [Heading(title(answer), listed(answer.logs) if len(answer.logs) == 1 else "", 1)]
    several = len(answer.logs) > 1
    rows: list[tuple[Cell, ...]] = []
    for part in answer.competencies:
        cells = [_marks(part, number, absent=not several) for number in range(len(answer.logs))]
        rows.append((Span(part.short or part.title, "strong"), *cells))
    if rows:
        heads = [Column(name) for name in answer.logs] if several else [Column("")]
        blocks.append(Table((Column(""), *heads), tuple(rows), keep=tuple(range(len(rows)))))
    else:
        blocks.append(Note("the ladder does not say what it expects.", "none found"))
    blocks += [Prose(LEGEND if not several else LEGEND.rpartition("  ")[0]), *unknown(answer.unknown)]
    blocks.append(Note(closing(answer)))
    return Document(title(answer), tuple(blocks), screen=22, more="Statement by statement")


def _marks(part: Part, number: int, *, absent: bool) -> str:
    """A mark and a name for each statement; side by side only for those that a log has something for."""
    shown = [one for one in part.statements if absent or one.marks[number] != "absent"]
    return "  ".join(f"{SIGNS[one.marks[number]]}\u00a0{_name(one)}" for one in shown) or "–"


def _name(one: Asked) -> str:
    """What a statement is called in few words: its id, else its first words. It is not torn at the end of a line."""
    words = re.findall(r"[^-]+", one.statement.id) or re.findall(r"[^\W_]+(?:['’-]\w+)*", one.statement.text)[:3]
    return "\u00a0".join(words)
