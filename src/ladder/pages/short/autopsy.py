"""A posting taken apart on one screen: the verdict, its voices, the best sentences, the money, and what to ask."""

from typing import Final

from ladder.document import Block, Cell, Column, Document, Heading, Item, Items, Prose, Span, Table
from ladder.pages.autopsy import aside, gathered, money, name_of, verdict, voices

from ladder.questions.autopsy import Autopsy

BEST: Final = 2
"""How many sentences stand for the level, and against it."""
ROOM: Final = 120
"""Characters of a sentence, so that it takes no more than two lines."""
ASKED: Final = 3


def page(answer: Autopsy) -> Document:
    """The short page of `ladder autopsy`."""
    blocks: list[Block] = [Heading(name_of(answer), aside(answer), 1), Prose(verdict(answer))]
    rows: list[tuple[Cell, ...]] = [(Span(str(label), "strong"), said) for label, said in voices(answer)]
    blocks.append(Table((Column(""), Column("")), tuple(rows)))
    sentences = _sentences(answer)
    if sentences:
        blocks.append(Table((Column(""), Column("")), tuple(sentences), keep=tuple(range(len(sentences)))))
    drawn = [block for block in money(answer) if isinstance(block, Table)]
    for table in drawn:
        blocks.append(table._replace(columns=table.columns[:2], rows=tuple(row[:2] for row in table.rows)))
    asked = [Item(one) for one in answer.ask[:ASKED]]
    if asked:
        blocks.append(Items(tuple(asked), least=1))
    return Document(name_of(answer), tuple(blocks), screen=22, more="Every sentence and phrase")


def _sentences(answer: Autopsy) -> list[tuple[Cell, ...]]:
    """The best sentences for a higher level and for a lower one."""
    rows: list[tuple[Cell, ...]] = []
    for up, label in ((True, "Points up"), (False, "Points down")):
        for place, (quote, *_) in enumerate(gathered(answer.text.evidence, up=up)[:BEST]):
            rows.append((Span(label if not place else "", "strong"), f"“{cut(quote)}”"))
    return rows


def cut(quote: str, room: int = ROOM) -> str:
    """A sentence in as many characters, with its end left out where it is longer.

    >>> cut("Leads the design of systems", 12)
    'Leads the …'
    """
    if len(quote) <= room:
        return quote
    return f"{quote[: quote.rfind(' ', 0, room - 1)]} …"
