"""Pay on one screen: a line a figure, or an offer among the figures and beside the neighbouring levels."""

from collections.abc import Sequence

from ladder.document import Block, Cell, Column, Document, Heading, Note, Prose, Span, Table
from ladder.figures import share_in_words, share_of
from ladder.pages.comp import LEGEND, as_of, headline, of_unit, said
from ladder.pages.comp import page as full_page
from ladder.pages.drawing import bar, scale_of
from ladder.pages.words import amount, listed, who
from ladder.questions.comp import Pay, Row

USUAL = (25, 50, 75)


def page(pay: Pay, *, sources: bool = False, plot: bool = False, history: bool = False) -> Document:
    """The short page of `ladder comp`."""
    if plot or history:
        return full_page(pay, plot=plot, history=history)
    return _offer(pay) if pay.offer is not None else _figures(pay)


def _figures(pay: Pay) -> Document:
    title = headline(pay)
    rows = [row for row in pay.rows if row.statistic == "percentiles" and not row.satire]
    base = [row for row in rows if row.measure == "base"] if pay.measure is None else rows
    shown = base or rows
    blocks: list[Block] = [Heading(title, of_unit(shown), 1)]
    blocks += [_table(pay, shown)] if shown else []
    left = [row for row in pay.rows if row not in shown]
    missing = [one.title for one in pay.missing]
    missing += [
        title for title in dict.fromkeys(row.title for row in left) if title not in {row.title for row in shown}
    ]
    if missing:
        blocks.append(Note(f"{listed(missing)}.", "no percentiles of base pay found" if base else "none found"))
    if any(row.at and row.at.found == "interpolated" for row in shown):
        blocks.append(Note("lies on a straight line between two published percentiles.", "*"))
    if shown:
        blocks.append(Prose((Span(LEGEND, "quiet"),)))
    return Document(title, tuple(blocks), screen=22, more=_more(pay, left))


def _table(pay: Pay, rows: Sequence[Row]) -> Table:
    scale, ticks = scale_of(rows)
    asked = (pay.percentile,) if pay.percentile else USUAL
    columns = [Column(""), *(Column(f"p{one}", "figures") for one in asked)]
    columns += [Column("", "bar", scale=scale, ticks=ticks), Column("n, as of")]
    lines: list[tuple[Cell, ...]] = []
    for place, row in enumerate(rows):
        again = place > 0 and rows[place - 1].title == row.title
        figures = [_at(row, one) for one in asked]
        lines.append((Span(_named(row), "quiet" if again else "strong"), *figures, bar(row, None), _basis(row)))
    return Table(tuple(columns), tuple(lines))


def _at(row: Row, percentile: int) -> str:
    if row.at and row.at.percentile == percentile:
        mark = "*" if row.at.found == "interpolated" else ""
        return amount(row.at.amount) + mark if row.at.amount is not None else said(row.at)
    return amount(row.percentiles[percentile]) if percentile in row.percentiles else "–"


def _named(row: Row) -> str:
    return row.title + (f", {row.segment}" if row.segment else "")


def _basis(row: Row) -> str:
    """On how many a figure rests, and of when."""
    number = f"n {row.n:,}" if row.n is not None else "no n"
    old = f", {row.stale_months} months old" if row.stale_months is not None else ""
    return f"{number}, {as_of(row)}{old}"


def _more(pay: Pay, left: Sequence[Row]) -> str:
    kinds = dict.fromkeys(row.measure if row.measure != "base" else f"a {row.statistic}" for row in left)
    return f"With who says so, {listed(list(kinds))}" if kinds else "With who says so and how it was made"


def _offer(pay: Pay) -> Document:
    title = headline(pay)
    rows = [row for row in pay.rows if row.offer and not row.satire]
    beside = [row for row in pay.beside if row.offer and not row.satire and row.statistic == "percentiles"]
    shown = [row for row in rows if row.statistic == "percentiles"]
    blocks: list[Block] = [Heading(title, of_unit(rows), 1)]
    blocks += [Note(pay.converted, "converted")] if pay.converted else []
    sentence = _sentence(pay, shown)
    blocks += [Prose(sentence)] if sentence else []
    if not rows:
        titles = listed([one.title for one in pay.missing]) or "these levels"
        money = f" in {pay.currency}" if pay.currency else ""
        blocks.append(Note(f"there is no figure{money} for {titles} to hold it against.", "none found"))
    if shown:
        lines: list[tuple[Cell, ...]] = []
        for place, row in enumerate((*shown, *beside)):
            if place == len(shown):
                lines += [(Span("The levels beside it", "quiet"),)]
            lines.append((Span(_named(row), "strong"), bar(row, pay.offer), _stood(row), _source(pay, row)))
        scale, ticks = scale_of([*shown, *beside])
        columns = (Column(""), Column("", "bar", scale=scale, ticks=ticks), Column("pay less"), Column("", below=True))
        blocks.append(Table(columns, tuple(lines)))
    if pay.beside_missing:
        blocks.append(Note(f"{listed([one.title for one in pay.beside_missing])}.", "no base pay found"))
    if shown:
        text = "Between two published percentiles the place is interpolated; it is base pay alone."
        blocks.append(Prose((Span(f"{LEGEND}   ◆ the offer\n{text}", "quiet"),)))
    others = [row for row in rows if row not in shown]
    return Document(title, tuple(blocks), screen=22, more="With ranges and means" if others else "All of it")


def _sentence(pay: Pay, rows: Sequence[Row]) -> str:
    """Where the offer stands, survey by survey, in words."""
    said = [words for row in rows if (words := _in_words(row))]
    if not said:
        return ""
    first, *others = said
    return " ".join([f"{first[:1].upper()}{first[1:]}.", *(f"In another survey {one}." for one in others)])


def _in_words(row: Row) -> str:
    stands = row.offer
    if stands is None or row.statistic != "percentiles":
        return ""
    counted = row.counts or "of those counted"
    if stands.stands != "inside":
        low = stands.stands == "below"
        place = f"p{stands.bound}"
        return f"the offer lies {'below' if low else 'above'} the {'lowest' if low else 'highest'} published {place}"
    middle = ((stands.low or 0) + (stands.high or 0)) / 2
    return share_in_words(middle, row.n, counted) or f"too few {counted} (n {row.n}) to say"


def _stood(row: Row) -> str:
    stands = row.offer
    if stands is None:
        return ""
    if stands.stands != "inside":
        return f"{'fewer' if stands.stands == 'below' else 'more'} than p{stands.bound}"
    return share_of(((stands.low or 0) + (stands.high or 0)) / 2, row.n) or "n too small"


def _source(pay: Pay, row: Row) -> str:
    number = f"{row.n:,} {row.counts or 'observations'}" if row.n is not None else "n not stated"
    companies = f" of {row.companies:,} companies" if row.companies is not None else ""
    return ", ".join(filter(None, (number + companies, who(row.source, pay.sources), as_of(row))))
