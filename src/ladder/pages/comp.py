"""Pay, laid out: percentiles in one table, ranges and means in another, because they are not the same thing."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from ladder.document import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Link,
    Note,
    Prose,
    Sheet,
    Span,
    Table,
    Text,
    Thing,
    Tone,
    Web,
)
from ladder.model import Source
from ladder.pages.drawing import bar, scale_of
from ladder.pages.words import amount, count, date, joined, listed, running, typed, unit, who
from ladder.questions.comp import At, Pay, Row, Standing

BEFORE: Final = ("id", "title", "statistic", "measure", "segment")
BESIDE: Final = ("currency", "per", "region", "n", "counts", "companies", "top_company_share", "satire", "survey")
"""Columns of the sheet that are fields of a row."""


def page(pay: Pay, *, sources: bool = False, plot: bool = False, history: bool = False) -> Document:
    """The page of `ladder comp`; with `sources` it says how each figure was made.

    `plot` draws a band a row on one scale, `history` puts the same band of successive files one below another.
    """
    title = headline(pay)
    if plot or history:
        return Document(title, tuple(over_time(pay) if history else drawn(pay)), pay.language)
    blocks: list[Block] = [Heading(title, of_unit([*pay.rows, *pay.yardsticks]), 1)]
    blocks += tables(pay)
    if sources:
        blocks += _making(pay)
    elif pay.rows or pay.yardsticks:
        blocks.append(Note(typed("How each figure was made, and what it leaves out: `--sources`."), prompt=True))
    return Document(title, tuple(blocks), pay.language)


def headline(pay: Pay) -> str:
    """What was asked."""
    if pay.offer is not None:
        return f"An offer of {pay.currency} {amount(pay.offer)}".replace("  ", " ")
    return f"Pay at the {ordinal(pay.percentile)} percentile" if pay.percentile else "Pay"


LEGEND: Final = "── p10 to p90   ▓▓ p25 to p75   ┃ median"


def drawn(pay: Pay) -> list[Block]:
    """Each band as a drawing, on one scale for each measure and unit."""
    blocks: list[Block] = [Heading(headline(pay), of_unit(pay.rows), 1)]
    groups = _by_unit(pay.rows)
    for (measure, currency, per), rows in groups.items():
        scale, ticks = scale_of(rows)
        head = f"{measure}, {unit(currency, per)}" if len(groups) > 1 else measure
        columns = Column(head), Column("", "bar", scale=scale, ticks=ticks), Column("", "figures")
        lines = [(_whose(row, "strong"), bar(row, pay.offer), _middle(row)) for row in rows]
        blocks.append(Table(columns, tuple(lines)))
    if not pay.rows:
        blocks.append(Note("there is no figure to draw.", "none found"))
    offer = "   ◆ the offer" if pay.offer is not None else ""
    return [*blocks, Prose((Span(LEGEND + offer, "quiet"),)), *_missing(pay)]


def _middle(row: Row) -> str:
    """The figure in the middle of a drawing, or its ends; paper that cannot draw shows this alone."""
    if row.range:
        return "–".join(map(amount, row.range))
    if row.mean is not None:
        return f"mean {amount(row.mean)}"
    return f"median {amount(row.percentiles[50])}" if 50 in row.percentiles else "–"


def over_time(pay: Pay) -> list[Block]:
    """Each band of each level, the files that have it from the oldest to the newest, and by how much its median moved.

    Only files of one title are compared: another survey counts other people.
    """
    blocks: list[Block] = [Heading(f"{headline(pay)} over time", of_unit(pay.rows), 1)]
    rows = [row for row in pay.rows if row.percentiles]
    lines: list[tuple[Cell, ...]] = []
    for names in dict.fromkeys((_named(row), row.measure, row.currency, row.per) for row in rows):
        these = [row for row in rows if (_named(row), row.measure, row.currency, row.per) == names]
        these.sort(key=lambda row: (row.survey_title, _dated(row)))
        for place, row in enumerate(these):
            before = these[place - 1] if place and these[place - 1].survey_title == row.survey_title else None
            lines.append(
                (
                    Span(f"{names[0]}, {names[1]}", "quiet" if place else "strong"),
                    _dated(row) or "undated",
                    *(_at(row, percentile=one) for one in (25, 50, 75)),
                    _moved(before, row),
                    f"{row.n:,}" if row.n is not None else "not stated",
                    row.survey_title,
                )
            )
    columns = (Column(""), Column("as of"), *(Column(f"p{one}", "figures") for one in (25, 50, 75)),
               Column("median moved", "figures"), Column("n", "figures"), Column("survey", below=True))  # fmt: skip
    blocks.append(Table(columns, tuple(lines)) if lines else Note("there are no percentiles to follow.", "none found"))
    return [*blocks, *_missing(pay)]


def _dated(row: Row) -> str:
    return (row.period.to or row.period.from_ if row.period else None) or row.published or ""


def _moved(before: Row | None, row: Row) -> str | None:
    if before is None or 50 not in before.percentiles or 50 not in row.percentiles:
        return None
    return f"{100 * (row.percentiles[50] / before.percentiles[50] - 1):+.1f}%" if before.percentiles[50] else None


def _missing(pay: Pay) -> list[Block]:
    if not pay.missing:
        return []
    of = f"no {pay.measure} figure" if pay.measure else "none found"
    return [Note(f"{listed([missing.title for missing in pay.missing])}; nothing is filled in.", of)]


def tables(pay: Pay) -> list[Block]:
    """The tables and notes of an answer about pay, for this page and for those that show pay among other things."""
    blocks: list[Block] = list(_tables(pay, [row for row in pay.rows if row.statistic == "percentiles"]))
    others = [row for row in pay.rows if row.statistic != "percentiles"]
    if others and blocks:
        blocks.append(Heading("Other statistics, not percentiles", about="other statistics"))
    blocks += _tables(pay, others)
    blocks += _missing(pay)
    if pay.yardsticks:
        blocks.append(Heading("Yardsticks: whole occupations, not levels", about="yardsticks"))
        blocks += _tables(pay, pay.yardsticks)
    return blocks + _notes(pay)


def sheet(pay: Pay) -> Sheet:
    """One row a figure: a band of three percentiles is three rows. With `--percentile`, the figure at it."""
    rows = [
        (
            *(getattr(row, column) for column in BEFORE),
            *figure,
            *(getattr(row, column) for column in BESIDE),
            row.period.from_ if row.period else None,
            row.period.to if row.period else None,
            row.published,
            row.offer.stands if row.offer else None,
            row.offer.low if row.offer and row.offer.low == row.offer.high else None,
            " ".join(row.source),
            row.note,
        )
        for row in (*pay.rows, *pay.yardsticks)
        for figure in _figures(row)
    ]
    between = ("percentile", "amount", "high", "found")
    after = ("period_from", "period_to", "published", "offer_stands", "offer_percentile", "source", "note")
    return Sheet((*BEFORE, *between, *BESIDE, *after), tuple(rows))


def ordinal(number: int) -> str:
    """A number as a place: 1st, 22nd, 75th."""
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def basis(row: Row, sources: Sequence[Source]) -> str:
    """What a figure rests on: n and what it counts, companies, who says so, when, where, what kind of page."""
    parts = []
    if row.n is not None:
        parts.append(count(row.n, _singular(row.counts) or "observation", row.counts or "observations"))
    else:
        parts.append("n not stated")
    if row.companies is not None:
        largest = f", largest {row.top_company_share:g}%" if row.top_company_share is not None else ""
        parts.append(count(row.companies, "company", "companies") + largest)
    parts.append(who(row.source, sources))
    parts.append(as_of(row))
    if row.region:
        parts.append(row.region)
    if row.satire:
        parts.append("satirical page")
    if row.stale_months is not None:
        parts.append(f"{row.stale_months} months old")
    if row.note:
        parts.append(row.note.rstrip("."))
    return " · ".join(parts)


def as_of(row: Row) -> str:
    """When a figure was gathered, or published where that is all that is known."""
    if row.period and (row.period.to or row.period.from_):
        return date(row.period.to or row.period.from_)
    return date(row.published)


def said(at: At) -> str:
    """A band at a percentile, in words: a figure, or that there is none there."""
    if at.amount is None:
        return f"{at.found} p{at.bound}"
    return amount(at.amount) + (" interpolated" if at.found == "interpolated" else "")


def stood(standing: Standing, row: Row) -> str:
    """Where an offer stands, in words."""
    if row.statistic == "mean":
        return "at the mean" if standing.stands == "inside" else f"{standing.stands} the mean"
    if row.statistic == "range":
        return "inside the range" if standing.stands == "inside" else f"{standing.stands} the range"
    if standing.stands != "inside":
        return f"{standing.stands} p{standing.bound}"
    if standing.low != standing.high:
        return f"from p{standing.low:g} to p{standing.high:g}"
    if standing.low in row.percentiles:
        return f"p{standing.low:.0f}"
    low = standing.low or 0
    if round(low, 1) in row.percentiles:
        return f"just {'below' if low < round(low) else 'above'} p{low:.0f}, interpolated"
    near = round(low) in row.percentiles  # 74.9 is not the 75 that was published
    return f"about p{low:.1f}, interpolated" if near else f"about p{low:.0f}, interpolated"


def _tables(pay: Pay, rows: Sequence[Row]) -> list[Table]:
    """A table for each measure and unit: base beside total, or euros beside dollars, would invite to compare them."""
    groups = _by_unit(rows)
    several = len({(currency, per) for _, currency, per in groups}) > 1
    return [
        _table(pay, group, f"{measure}, {unit(currency, per)}" if several else measure)
        for (measure, currency, per), group in groups.items()
    ]


def _by_unit(rows: Sequence[Row]) -> dict[tuple[str, str, str], list[Row]]:
    groups: dict[tuple[str, str, str], list[Row]] = {}
    for row in rows:
        groups.setdefault((row.measure, row.currency, row.per), []).append(row)
    return groups


def _table(pay: Pay, rows: Sequence[Row], head: str) -> Table:
    """Rows of one measure; each statistic has columns of its own."""
    scale, ticks = scale_of(rows)
    offered = any(row.offer for row in rows)
    figures: list[tuple[str, Callable[[Row], str | None]]] = []
    if pay.percentile and any(row.at for row in rows):
        figures.append((f"p{pay.percentile}", lambda row: said(row.at) if row.at else None))
    elif not offered:
        known = sorted({percentile for row in rows for percentile in row.percentiles})
        figures += [(f"p{percentile}", partial(_at, percentile=percentile)) for percentile in known]
    if any(row.range for row in rows):
        figures.append(("range", lambda row: "–".join(map(amount, row.range)) or None))
    if any(row.mean is not None for row in rows):
        figures.append(("mean", lambda row: amount(row.mean) if row.mean is not None else None))
    columns = [Column(head), *(Column(name, "figures") for name, _ in figures)]
    columns += [Column("the offer")] if offered else []
    columns += [Column("", "bar", scale=scale, ticks=ticks), Column("n, source, as of", below=True)]
    lines = []
    for place, row in enumerate(rows):
        again = place > 0 and _named(rows[place - 1]) == _named(row)
        line: list[Cell] = [_whose(row, "quiet" if again else "strong"), *(figure(row) for _, figure in figures)]
        line += [stood(row.offer, row) if row.offer else None] if offered else []
        lines.append((*line, bar(row, pay.offer), basis(row, pay.sources)))
    return Table(tuple(columns), tuple(lines))


def _at(row: Row, percentile: int) -> str | None:
    if not row.percentiles:
        return None
    return amount(row.percentiles[percentile]) if percentile in row.percentiles else "–"


def _notes(pay: Pay) -> list[Block]:
    notes: list[Block] = [Note(pay.converted, "converted")] if pay.converted else []
    titles = {row.id: row.title for row in pay.rows}
    for survey in dict.fromkeys(drop.survey for drop in pay.drops):
        drops = [drop for drop in pay.drops if drop.survey == survey]
        for lower, higher in dict.fromkeys((drop.lower, drop.higher) for drop in drops):
            at = listed([f"p{drop.percentile}" for drop in drops if (drop.lower, drop.higher) == (lower, higher)])
            notes.append(
                Note(
                    f"{titles[higher]} is below {titles[lower]} at {at} in {survey}: shown as published.", "lower above"
                )
            )
    if any(row.at and row.at.found == "interpolated" for row in (*pay.rows, *pay.yardsticks)):
        notes.append(
            Note(
                "interpolated figures lie on a straight line between the two published percentiles around them.",
                "derived",
            )
        )
    if any(row.offer and row.offer.low not in (None, *row.percentiles) for row in (*pay.rows, *pay.yardsticks)):
        notes.append(
            Note("the offer's percentile lies on a straight line between the two published ones around it.", "derived")
        )
    return notes


def _making(pay: Pay) -> list[Block]:
    """How the figures of each survey were made, what they leave out, and where they were published."""
    blocks: list[Block] = [Heading("How these figures were made", about="sources")]
    for row in {row.survey: row for row in (*pay.rows, *pay.yardsticks)}.values():
        named = [source for source in pay.sources if source.id in row.source]
        said: list[str | Link] = [row.survey_note, f"Method: {row.method}" if row.method else ""]
        for source in named:
            url = Link(source.url, Web(source.url)) if source.url else ""
            said += [source.title, source.note, url, source.licence]
        sentences = [_sentence(one) for one in said if one]
        blocks += [Heading(row.survey, who(row.source, pay.sources), 3), Prose(joined(sentences, " ", " "))]
    return blocks


def _sentence(said: str | Link) -> Text:
    """Words or an address of the file, with one full stop at the end unless it asks or calls."""
    words = said.text if isinstance(said, Link) else str(said)
    if words.endswith(("?", "!")):
        return said
    bare = words.rstrip(".")
    return running(said._replace(text=bare) if isinstance(said, Link) else bare, ".")


def _singular(noun: str) -> str:
    if noun == "people":
        return "person"
    return noun.removesuffix("ies") + "y" if noun.endswith("ies") else noun.removesuffix("s")


def _whose(row: Row, tone: Tone) -> Link | Span:
    """The same for a table, leading to the level or role where it is one."""
    return Link(_named(row), Thing("role", row.id), tone) if row.id else Span(_named(row), tone)


def _named(row: Row) -> str:
    """Whose pay it is, with the segment where there is one."""
    return row.title + (f", {row.segment}" if row.segment else "")


def of_unit(rows: Sequence[Row]) -> str:
    """The unit of all figures, where they have one."""
    units = {unit(row.currency, row.per) for row in rows}
    return units.pop() if len(units) == 1 else "units as stated" if units else ""


def _figures(row: Row) -> list[tuple[int | None, float | None, float | None, str]]:
    if row.range:
        return [(None, row.range[0], row.range[1], "published")]
    if row.mean is not None:
        return [(None, row.mean, None, "published")]
    if row.at:
        return [(row.at.percentile, row.at.amount, None, row.at.found)]
    return [(percentile, value, None, "published") for percentile, value in row.percentiles.items()]
