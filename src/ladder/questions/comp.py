"""What does it pay: figures as they were published, each with who says so, when, and counted on what.

A percentile, a range and a mean are three statistics and are never turned into one another. Nothing is
filled in, aged, averaged across sources or converted. Between two published percentiles a figure is
interpolated linearly and says so (on a real distribution that erred 1.4 points on average, 3.0 at most,
inside p25 to p75); outside the published ones there is no figure at all.
"""

from collections.abc import Mapping, Sequence
from typing import Final, Literal

from ladder.contents.citing import cited, satirical
from ladder.errors import LadderError
from ladder.figures import amount_at, old, percentiles_at
from ladder.frozen import Frozen
from ladder.model import Band, Ladder, Measure, Period, Source, Survey
from ladder.needs import Needs

NEEDS: Final = Needs(parts=(), pay=True, all=("levels", "paid"))
OFFERED: Final = NEEDS._replace(also=("levels",))
"""What an offer needs: it is held against the levels beside, too."""

IN_FULL: Final = "give the amount in full: 245000, 245k"
FAR: Final = 20
"""How many times smaller or larger than all figures an offer can hardly be."""


Statistic = Literal["percentiles", "range", "mean"]
Found = Literal["published", "interpolated", "above", "below"]
Stands = Literal["inside", "above", "below"]


class At(Frozen):
    """A band at one percentile.

    `above` and `below` have no amount: the percentile lies outside those published, of which `bound` is the nearest.
    """

    percentile: int
    found: Found
    amount: float | None
    bound: int | None = None


class Standing(Frozen):
    """Where an offer stands in a band.

    Among percentiles: `inside` with the percentile (from `low` to `high`, which differ only where one amount is
    several percentiles), or `above` or `below` the percentile `bound` without one. In a range: inside, above or
    below it. Against a mean: above or below, `inside` where equal.
    """

    stands: Stands
    low: float | None = None
    high: float | None = None
    bound: int | None = None


class Row(Frozen):
    """One band of one survey, with all that must be shown beside a figure. `id` is empty for a yardstick."""

    id: str
    title: str
    survey: str
    statistic: Statistic
    percentiles: Mapping[int, float]
    range: tuple[float, ...]
    mean: float | None
    measure: Measure
    currency: str
    per: str
    region: str
    segment: str
    n: int | None
    counts: str
    companies: int | None
    top_company_share: float | None
    period: Period | None
    published: str | None
    stale_months: int | None
    satire: bool
    note: str
    survey_note: str
    method: str
    source: tuple[str, ...]
    at: At | None = None
    offer: Standing | None = None


class Missing(Frozen):
    """A level or role of which no figure was found."""

    id: str
    title: str


class Drop(Frozen):
    """A figure of one survey that is lower at the higher level: shown as found, and said."""

    survey: str
    lower: str
    higher: str
    percentile: int


class Pay(Frozen):
    """The answer: rows in the order of the ladder, then what is missing.

    `currency` is the one in which an offer was made, where that was said. Beside an offer for a level stand the levels
    next to it, with their rows and what is missing of them.
    """

    percentile: int | None
    measure: Measure | None
    offer: float | None
    rows: tuple[Row, ...]
    missing: tuple[Missing, ...]
    yardsticks: tuple[Row, ...]
    drops: tuple[Drop, ...]
    sources: tuple[Source, ...]
    language: str = "en"
    beside: tuple[Row, ...] = ()
    beside_missing: tuple[Missing, ...] = ()
    currency: str = ""


def comp(
    ladder: Ladder,
    ids: Sequence[str] | None = None,
    *,
    percentile: int | None = None,
    measure: Measure | None = None,
    offer: float | None = None,
    currency: str = "",
    yardsticks: bool = False,
    today: str = "",
) -> Pay:
    """What the levels and roles pay: those of `ids`, or all levels and every role of which a figure exists.

    `percentile` is 1 to 99; `offer` is an amount a year, or for the one period that all figures share; with a
    `currency` (EUR) it is held against figures in that alone, and others are left out. `today` is a date, 2026-11-20,
    from which figures have their age.
    """
    if ids is None:
        wanted = [
            *ladder.order,
            *(name for name in ladder.role_ids if any(name == band.for_ for _, band in _bands(ladder))),
        ]
    else:
        wanted = list(ids)

    per = _period(ladder) if offer is not None else ""

    def rows_of(names: Sequence[str]) -> list[Row]:
        return [
            _row(ladder, survey, band, name, ladder.role(name).title or name, percentile, offer, today)
            for name in names
            for survey, band in _bands(ladder)
            if band.for_ == name
            and measure in (None, survey.measure)
            and (not currency or survey.currency.upper() == currency)
            and per in ("", survey.per)
        ]

    rows = rows_of(wanted)
    if offer is not None:
        _check_size(offer, rows)
    near = _beside(ladder, wanted) if ids is not None and offer is not None else []
    beside = rows_of(near)
    marks = [
        _row(ladder, survey, band, "", band.about, percentile, offer, today)
        for survey, band in _bands(ladder)
        if yardsticks and not band.for_ and measure in (None, survey.measure)
    ]
    there = {row.id for row in (*rows, *beside)}
    missing = tuple(Missing(name, ladder.role(name).title or name) for name in wanted if name not in there)
    missing_beside = tuple(Missing(name, ladder.title_of(name)) for name in near if name not in there)
    sources = cited((*rows, *marks, *beside), ladder.sources)
    figures = percentile, measure, offer, tuple(rows), missing, tuple(marks), _drops(ladder, rows)
    return Pay(*figures, sources, ladder.language, tuple(beside), missing_beside, currency)


def _period(ladder: Ladder) -> str:
    """What an amount is for: a year, unless no figure is yearly and all share another period."""
    periods = {survey.per for survey in ladder.surveys.values()}
    return next(iter(periods)) if len(periods) == 1 else "year"


def _check_size(offer: float, rows: Sequence[Row]) -> None:
    """Raises LadderError for an amount so far from all figures that a thousand went missing, or came twice."""
    known = [value for row in rows for value in (*row.percentiles.values(), *row.range, row.mean) if value]
    if known and offer * FAR < min(known):
        hint = f"did you mean `--offer {offer:g}k`?" if offer * 1000 * FAR > min(known) else IN_FULL
        raise LadderError(f"an offer of {offer:,.10g} is not an amount {_for(rows)}", hint)
    if known and offer > FAR * max(known):
        raise LadderError(
            f"an offer of {offer:,.10g} is not an amount {_for(rows)}", "give the amount in full: 245000, 245k"
        )


def _for(rows: Sequence[Row]) -> str:
    return f"for {'an' if rows[0].per == 'hour' else 'a'} {rows[0].per} here"


def _beside(ladder: Ladder, ids: Sequence[str]) -> list[str]:
    """The levels one below and one above these on their tracks, as far as they are opened."""
    levels = {ladder.role(name).level or name for name in ids}
    near = []
    for name in levels:
        here = ladder.levels[name]
        near += [
            other.id
            for other in ladder.levels.values()
            if other.track == here.track and abs((other.rank or 0) - (here.rank or 0)) == 1 and other.id not in levels
        ]
    return [name for name in ladder.order if name in near]


def at(percentiles: Mapping[int, float], asked: int) -> At:
    """The amount at a percentile: as published, interpolated between its neighbours, or none outside them.

    >>> at({50: 222_000, 75: 252_000}, 60)
    At(percentile=60, found='interpolated', amount=234000.0, bound=None)
    """
    known = sorted(percentiles)
    if asked > known[-1]:
        return At(asked, "above", None, known[-1])
    if asked < known[0]:
        return At(asked, "below", None, known[0])
    return At(asked, "published" if asked in percentiles else "interpolated", amount_at(percentiles, asked))


def stands(band: Row | Band, offer: float) -> Standing:
    """Where an offer stands in a band of any statistic."""
    if band.percentiles:
        return _among(band.percentiles, offer)
    if band.range:
        low, high = band.range
        return Standing("below" if offer < low else "above" if offer > high else "inside")
    mean = band.mean or 0
    return Standing("below" if offer < mean else "above" if offer > mean else "inside")


def _among(percentiles: Mapping[int, float], offer: float) -> Standing:
    if found := percentiles_at(percentiles, offer):
        return Standing("inside", *found)
    above = offer > max(percentiles.values())
    return Standing("above", bound=max(percentiles)) if above else Standing("below", bound=min(percentiles))


def dated(survey: Survey) -> str | None:
    """The date from which a survey's figures age: the end of its period, else its beginning, else its publication."""
    return (survey.period.to or survey.period.from_ if survey.period else None) or survey.published


def _bands(ladder: Ladder) -> list[tuple[Survey, Band]]:
    return [(survey, band) for survey in ladder.surveys.values() for band in survey.bands]


def _row(
    ladder: Ladder,
    survey: Survey,
    band: Band,
    name: str,
    title: str,
    percentile: int | None,
    offer: float | None,
    today: str,
) -> Row:
    return Row(
        id=name,
        title=title,
        survey=survey.id,
        statistic="percentiles" if band.percentiles else "range" if band.range else "mean",
        percentiles=band.percentiles,
        range=band.range,
        mean=band.mean,
        measure=survey.measure,
        currency=survey.currency,
        per=survey.per,
        region=survey.region,
        segment=band.segment,
        n=band.n,
        counts=survey.counts,
        companies=band.companies,
        top_company_share=band.top_company_share,
        period=survey.period,
        published=survey.published,
        stale_months=old(dated(survey), today),
        satire=satirical(survey.source, ladder.sources),
        note=band.note,
        survey_note=survey.note,
        method=survey.method,
        source=survey.source,
        at=at(band.percentiles, percentile) if percentile is not None and band.percentiles else None,
        offer=stands(band, offer) if offer is not None else None,
    )


def _drops(ladder: Ladder, rows: Sequence[Row]) -> tuple[Drop, ...]:
    """Neighbouring levels of one survey and measure of which the higher has the lower figure at a percentile."""
    found = []
    ranks = {name: level.rank or 0 for name, level in ladder.levels.items()}
    levels = sorted((row for row in rows if row.percentiles and row.id in ranks), key=lambda row: ranks[row.id])
    for index, row in enumerate(levels):
        above = next(
            (
                other
                for other in levels[index + 1 :]
                if (other.survey, other.segment) == (row.survey, row.segment) and ranks[other.id] > ranks[row.id]
            ),
            None,
        )
        for percentile, amount in row.percentiles.items() if above else ():
            if above and above.percentiles.get(percentile, amount) < amount:
                found.append(Drop(row.survey, row.id, above.id, percentile))
    return tuple(found)
