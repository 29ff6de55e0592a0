"""A posting taken apart on one screen: the verdict, its voices, the best sentences, the money, and what to ask."""

from typing import Final

from ladder.document import Block, Cell, Column, Document, Heading, Prose, Span, Table
from ladder.pages.autopsy import aside, gathered, money, name_of, quarters, verdict, voices
from ladder.pages.comp import as_of
from ladder.questions.autopsy import Autopsy, Beside

BEST: Final = 2
"""How many sentences point up, and how many down."""
ROOM: Final = 60
"""Characters of a sentence, so that it takes one line of 80 columns."""
ASKED: Final = 2
"""How many questions for the first call there is room for."""
CROWDED: Final = 3
"""From how many bars on there is room for one question alone."""


def page(answer: Autopsy) -> Document:
    """The short page of `ladder autopsy`."""
    blocks: list[Block] = [Heading(name_of(answer), aside(answer), 1), Prose(verdict(answer))]
    rows: list[tuple[Cell, ...]] = [(Span(str(label), "strong"), said) for label, said in voices(answer)]
    sentences = _sentences(answer)
    drawn = _drawn(answer)
    room = ASKED if sum(len(one.rows) for one in drawn) < CROWDED else 1
    asked = [(Span("Ask" if not place else "", "strong"), one) for place, one in enumerate(answer.ask[:room])]
    blocks.append(Table((Column(""), Column("")), (*rows, (), *sentences, *asked)))
    return Document(name_of(answer), (*blocks, *drawn), screen=22, more="Every sentence and phrase")


def _sentences(answer: Autopsy) -> list[tuple[Cell, ...]]:
    """The best sentences for a higher level and for a lower one."""
    rows: list[tuple[Cell, ...]] = []
    for up, label in ((True, "Points up"), (False, "Points down")):
        for place, (quote, *_) in enumerate(gathered(answer.text.evidence, up=up)[:BEST]):
            rows.append((Span(label if not place else "", "strong"), f"“{cut(quote)}”"))
    return rows


def _drawn(answer: Autopsy) -> list[Table]:
    """The range of pay on a bar, beside the newest band of the levels that title and text say."""
    named = {answer.title.level if answer.title else "", answer.text.level, answer.text.to}
    newest = {one.row.id: one for one in sorted(answer.money.beside, key=_published)}
    bands = [
        one for one in answer.money.beside if newest[one.row.id] is one and (one.row.id in named or not any(named))
    ]
    pay = answer.money
    return [
        table._replace(
            columns=table.columns[:3],
            rows=(
                table.rows[0][:3],
                *((*row[:2], _basis(band)) for row, band in zip(table.rows[1:], bands, strict=True)),
            ),
        )
        for table in money(answer._replace(money=pay._replace(beside=tuple(bands))))
        if isinstance(table, Table)
    ]


def _published(one: Beside) -> str:
    return (one.row.period.to if one.row.period else None) or one.row.published or ""


def _basis(one: Beside) -> str:
    """What a band spans, and on how many it rests."""
    number = f"n {one.row.n:,}" if one.row.n is not None else "no n"
    return f"{quarters(one.row)} ({number}, {as_of(one.row)})"


def cut(quote: str, room: int = ROOM) -> str:
    """A sentence in as many characters, with its end left out where it is longer.

    >>> cut("Leads the design of systems", 12)
    'Leads the …'
    """
    if len(quote) <= room:
        return quote
    end = quote.rfind(" ", 0, room - 1)
    return f"{quote[: end if end > 0 else room - 2]} …"
