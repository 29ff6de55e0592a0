"""What does it pay: figures as they were published, each with who says so, when, and counted on what.

A percentile, a range and a mean are three statistics and are never turned into one another. Nothing is
filled in, aged, averaged across sources or converted. Between two published percentiles a figure is
interpolated linearly and says so (on a real distribution that erred 1.4 points on average, 3.0 at most,
inside p25 to p75); outside the published ones there is no figure at all.
"""

from collections.abc import Mapping, Sequence
from typing import Final, Literal

from ladder.frozen import Frozen
from ladder.model import Band, Ladder, Measure, Period, Source, Survey
from ladder.needs import Needs
from ladder.questions.citing import cited, satirical

NEEDS: Final = Needs(parts=(), pay=True, all=("levels", "paid"))
STALE_MONTHS: Final = 18
"""From this age on a figure carries its age: pay moves by several percent a year."""

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
    """The answer: rows in the order of the ladder, then what is missing."""

    percentile: int | None
    measure: Measure | None
    offer: float | None
    rows: tuple[Row, ...]
    missing: tuple[Missing, ...]
    yardsticks: tuple[Row, ...]
    drops: tuple[Drop, ...]
    sources: tuple[Source, ...]


def comp(
    ladder: Ladder,
    ids: Sequence[str] | None = None,
    *,
    percentile: int | None = None,
    measure: Measure | None = None,
    offer: float | None = None,
    yardsticks: bool = False,
    today: str = "",
) -> Pay:
    """What the levels and roles pay: those of `ids`, or all levels and every role of which a figure exists.

    `percentile` is 1 to 99; `offer` is an amount in the currency and for the period of the band it is held
    against; `today` is a date, 2026-11-20, from which figures have their age.
    """
    if ids is None:
        wanted = [
            *ladder.order,
            *(name for name in ladder.role_ids if any(name == band.for_ for _, band in _bands(ladder))),
        ]
    else:
        wanted = list(ids)
    rows = []
    for name in wanted:
        title = ladder.role(name).title or name
        rows += [
            _row(ladder, survey, band, name, title, percentile, offer, today)
            for survey, band in _bands(ladder)
            if band.for_ == name and measure in (None, survey.measure)
        ]
    marks = [
        _row(ladder, survey, band, "", band.about, percentile, offer, today)
        for survey, band in _bands(ladder)
        if yardsticks and not band.for_ and measure in (None, survey.measure)
    ]
    there = {row.id for row in rows}
    missing = tuple(Missing(name, ladder.role(name).title or name) for name in wanted if name not in there)
    sources = cited((*rows, *marks), ladder.sources)
    return Pay(percentile, measure, offer, tuple(rows), missing, tuple(marks), _drops(ladder, rows), sources)


def at(percentiles: Mapping[int, float], asked: int) -> At:
    """The amount at a percentile: as published, interpolated between its neighbours, or none outside them.

    >>> at({50: 222_000, 75: 252_000}, 60)
    At(percentile=60, found='interpolated', amount=234000.0, bound=None)
    """
    if asked in percentiles:
        return At(asked, "published", percentiles[asked])
    known = sorted(percentiles)
    if asked > known[-1]:
        return At(asked, "above", None, known[-1])
    if asked < known[0]:
        return At(asked, "below", None, known[0])
    low = max(percentile for percentile in known if percentile < asked)
    high = min(percentile for percentile in known if percentile > asked)
    part = (asked - low) / (high - low)
    return At(asked, "interpolated", percentiles[low] + part * (percentiles[high] - percentiles[low]))


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
    known = sorted(percentiles)
    if offer > percentiles[known[-1]]:
        return Standing("above", bound=known[-1])
    if offer < percentiles[known[0]]:
        return Standing("below", bound=known[0])
    tied = [percentile for percentile in known if percentiles[percentile] == offer]
    if tied:
        return Standing("inside", tied[0], tied[-1])
    low = max(percentile for percentile in known if percentiles[percentile] < offer)
    high = min(percentile for percentile in known if percentiles[percentile] > offer)
    part = (offer - percentiles[low]) / (percentiles[high] - percentiles[low])
    percentile = low + part * (high - low)
    return Standing("inside", percentile, percentile)


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
        stale_months=_stale(survey, today),
        satire=satirical(survey.source, ladder.sources),
        note=band.note,
        survey_note=survey.note,
        method=survey.method,
        source=survey.source,
        at=at(band.percentiles, percentile) if percentile is not None and band.percentiles else None,
        offer=stands(band, offer) if offer is not None else None,
    )


def _stale(survey: Survey, today: str) -> int | None:
    """The age of a survey in months, where it is old enough to be said; None for a fresh or undated one."""
    date = (survey.period.to or survey.period.from_ if survey.period else None) or survey.published
    if not date or not today:
        return None
    months = _months(today) - _months(date)
    return months if months > STALE_MONTHS else None


def _months(date: str) -> int:
    """Months since year 0; a date without a month counts as December, so that no figure looks older than it is."""
    year, _, rest = date.partition("-")
    return int(year) * 12 + (int(rest[:2]) if rest else 12)


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
