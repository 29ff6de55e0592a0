"""Whole offers side by side: a column an offer, a row a year, then where each stands among published figures."""

from collections.abc import Callable, Sequence

from ladder.document import Block, Cell, Column, Document, Heading, Item, Items, Note, Sheet, Span, Table, Text
from ladder.offering import Year
from ladder.pages.comp import stood
from ladder.pages.words import amount, typed, who
from ladder.questions.comp import Row
from ladder.questions.offers import Offers, Weighed

PARTS: tuple[tuple[str, Callable[[Year], float]], ...] = (
    ("base", lambda year: year.base),
    ("bonus", lambda year: year.bonus),
    ("equity", lambda year: year.equity),
    ("refreshers", lambda year: year.refreshers),
    ("sign-on", lambda year: year.sign_on),
)


def page(answer: Offers) -> Document:
    """The page of `ladder comp --offer FILE`."""
    title = (
        "Two offers side by side" if len(answer.offers) == 2 else "An offer" if len(answer.offers) == 1 else "Offers"
    )
    money = {one.currency for one in answer.offers if one.currency}
    aside = f"{money.pop()} a year" if len(money) == 1 else ""
    blocks: list[Block] = [Heading(title, aside, 1), _table(answer.offers)]
    blocks += _standing(answer)
    blocks.append(Heading("What is assumed", about="assumptions"))
    blocks.append(Items(tuple(Item(typed(one)) for one in answer.assumptions)))
    return Document(title, tuple(blocks), answer.language)


def _table(offers: Sequence[Weighed]) -> Table:
    columns = (Column(""), *(Column(_named(one), "figures") for one in offers))
    lines: list[tuple[Cell, ...]] = []
    for place in range(len(offers[0].years)):
        lines.append(
            (Span(f"Year {place + 1}", "strong"), *(Span(amount(one.totals[place]), "strong") for one in offers))
        )
        for name, part in PARTS:
            figures = [part(one.years[place]) for one in offers]
            if any(figures):
                lines.append((Span(f"  {name}", "quiet"), *(amount(each) if each else "–" for each in figures)))
    lines.append((Span("A year on average", "strong"), *(Span(amount(one.average), "strong") for one in offers)))
    lines.append(("four years", *(amount(one.four_years) for one in offers)))
    return Table(columns, tuple(lines))


def _named(offer: Weighed) -> str:
    return f"{offer.title}, {offer.currency}" if offer.currency else offer.title


def _standing(answer: Offers) -> list[Block]:
    lines = [
        Item(text)
        for one in answer.offers
        for what, given, rows in (("base", one.base, one.base_rows), ("total", one.average, one.total_rows))
        for text in _stands(answer, one, what, given, rows)
    ]
    if not any(one.level for one in answer.offers):
        text = "name one to hold the offers against its figures: `ladder comp staff --offer FILE`."
        return [Note(typed(text), "no level", prompt=True)]
    return [Heading("Among published figures", about="figures"), Items(tuple(lines))]


def _stands(answer: Offers, offer: Weighed, what: str, given: float, rows: Sequence[Row]) -> list[Text]:
    called = "base" if what == "base" else "the yearly average"
    if not offer.level:
        return []
    if not rows:
        return [f"{offer.title}: no figure of {what} pay for this level to hold {called} against."]
    said = []
    for row in rows:
        counted = f"n {row.n:,}" if row.n is not None else "n not stated"
        whom = who(row.source, answer.sources) or row.survey
        place = stood(row.offer, row) if row.offer else ""
        said.append(
            f"{offer.title}: {called} of {amount(given)} is {place} of {what} pay, {row.title} ({whom}, {counted})."
        )
    return list(said)


def sheet(answer: Offers) -> Sheet:
    """One row a year of an offer."""
    rows: list[tuple[str | float, ...]] = [
        (one.title, one.currency, year.year, *(part(year) for _, part in PARTS), year.total)
        for one in answer.offers
        for year in one.years
    ]
    return Sheet(("offer", "currency", "year", *(name.replace("-", "_") for name, _ in PARTS), "total"), tuple(rows))
