"""Several postings side by side, laid out: a row each."""

from ladder.document import Block, Cell, Column, Document, Heading, Note, Sheet, Span, Table
from ladder.pages.autopsy import level, name_of
from ladder.pages.words import amount, count
from ladder.questions.autopsies import Autopsies
from ladder.questions.autopsy import Autopsy


def page(answer: Autopsies) -> Document:
    """The page of `ladder autopsy` with several files."""
    title = count(len(answer.postings), "posting")
    columns = (Column("Posting"), Column("Title"), Column("Text"), Column("Money"), Column("Verdict", below=True))
    rows = tuple(map(_row, answer.postings))
    blocks: list[Block] = [Heading(title, "", 1), Table(columns, rows)]
    blocks.append(Note("one file alone shows the sentences, the bands of pay, and what to ask.", "more"))
    return Document(title, tuple(blocks), answer.language)


def sheet(answer: Autopsies) -> Sheet:
    """One row a posting."""
    columns = (
        *("file", "title", "company", "location", "captured", "verdict", "title_level", "text_level", "or_above"),
        *("score", "confidence", "years", "low", "high", "currency", "period", "pay_placed"),
    )
    return Sheet(columns, tuple(map(_values, answer.postings)))


def _row(one: Autopsy) -> tuple[Cell, ...]:
    posting = one.posting
    name = name_of(one) + (f", {posting.company}" if posting.company else "")
    titled = one.titles.get(one.title.level, "–") if one.title else "–"
    return Span(name, "strong"), titled, _short(one), _money(one), one.verdict


def _short(one: Autopsy) -> str:
    if not one.text.level:
        return "–"
    said = level(one)
    return said[:1].upper() + said[1:] + ("?" if one.text.confidence == "low" else "")


def _money(one: Autopsy) -> str:
    money = one.money
    if money.low is None or money.high is None:
        return "–"
    return f"{_thousands(money.low)}–{_thousands(money.high)} {money.currency}".rstrip() + (
        "" if money.period == "year" else f" a{'n' if money.period == 'hour' else ''} {money.period}"
    )


def _thousands(value: float) -> str:
    return f"{value / 1000:g}k" if value >= 10_000 else amount(value)


def _values(one: Autopsy) -> tuple[str | float | bool | None, ...]:
    posting, text, money = one.posting, one.text, one.money
    return (
        *(posting.name, posting.title, posting.company, posting.location, posting.captured, one.verdict),
        *(one.title.level if one.title else "", text.level, text.or_above, text.score, text.confidence, text.years),
        *(money.low, money.high, money.currency, money.period, money.placed),
    )
