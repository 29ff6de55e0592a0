"""What do observations come to: percentiles by level, with what was counted, and what was not and why.

The counting is done before (`ladder.observing`); here the figures are held to the rules of `figures`: a percentile
stands only where the observations support it, and a group of fewer than three is not shown.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from ladder.figures import needed
from ladder.frozen import Frozen
from ladder.model import Band, Ladder, Made, Measure, Period, Survey
from ladder.needs import Needs
from ladder.observing.asked import HOURS, MONTHS, Asked, Bands, Group, Key, Tally

NEEDS: Final = Needs(parts=(), all=("levels", "roles"))

FEWEST: Final = 3
"""Fewer observations than these are not shown: they could be told apart."""


class Row(Frozen):
    """One group: `id` is a level's or a role's. Where it is a band that a company set, `range` has its two ends.

    `largest_share` is what percentage of the observations the largest company has.
    """

    id: str
    title: str
    discipline: str
    region: str
    n: int | None
    percentiles: Mapping[int, float]
    intervals: Mapping[int, tuple[float, float]]
    companies: int | None
    largest_share: float | None
    range: tuple[float, ...] = ()
    mid: float | None = None


class Dropped(Frozen):
    """Rows that do not count: why, how many, and the first where it is known, with its line."""

    why: str
    n: int
    line: int | None = None
    text: str = ""


class Explained(Frozen):
    """A title of the table: how many rows have it, and what it says by which rule."""

    title: str
    n: int
    level: str
    discipline: str
    rule: str
    why: str


class Surveyed(Frozen):
    """The answer.

    `basis` is "observations", or "bands" for a table of ranges that a company set. `read` rows were read, of which
    `used` count in `rows`, `hidden` are in groups too small to show, and the others are in `dropped` and `no_level`.
    `stated`: some row says its currency; else `currency` was taken. `first` and `last` are the dates of what counts.
    """

    input: str
    basis: str
    measure: Measure
    currency: str
    per: str
    as_of: str
    window: int | None
    first: str
    last: str
    read: int
    used: int
    hidden: int
    rows: tuple[Row, ...]
    dropped: tuple[Dropped, ...]
    no_level: tuple[tuple[str, int], ...]
    titles: tuple[Explained, ...]
    stated: bool
    rates: Mapping[str, float]
    annualised: bool
    rules: str
    columns: str
    notes: tuple[str, ...]
    engine: str
    language: str = "en"


def survey(
    ladder: Ladder, tally: Tally, asked: Asked, *, input: str, rules: str = "", explain: bool = False
) -> Surveyed:
    """The figures of a tally. `input` is what was read, `rules` the version of the rules for titles."""
    groups = [(key, group) for key, group in tally.groups.items()]
    shown = [(key, group) for key, group in groups if group.n >= FEWEST]
    order = {name: place for place, name in enumerate(ladder.order)}
    shown.sort(key=lambda one: (order.get(one[0].level, len(order)), one[0].discipline, one[0].region))
    dropped = [Dropped(why, n, *tally.examples.get(why, (None, ""))) for why, n in tally.drops.items() if n]
    return Surveyed(
        input=input,
        basis="observations",
        measure=asked.measure,
        currency=tally.currency,
        per="year",
        as_of=asked.as_of,
        window=asked.window,
        first=tally.first,
        last=tally.last,
        read=tally.read,
        used=sum(group.n for _, group in shown),
        hidden=sum(group.n for _, group in groups if group.n < FEWEST),
        rows=tuple(_row(ladder, key, group) for key, group in shown),
        dropped=tuple(sorted(dropped, key=lambda one: (-one.n, one.why))),
        no_level=tuple(sorted(tally.no_level.items(), key=lambda one: (-one[1], one[0]))),
        titles=_explained(tally) if explain else (),
        stated=tally.stated,
        rates=asked.rates,
        annualised=asked.annualise,
        rules=rules,
        columns=tally.columns,
        notes=tally.notes,
        engine=tally.engine,
        language=ladder.language,
    )


def bands(ladder: Ladder, found: Bands, asked: Asked, *, input: str, rules: str = "") -> Surveyed:
    """A table of bands that a company set: ranges, in the order of the ladder, and never observations."""
    order = {name: place for place, name in enumerate(ladder.order)}
    ranges = sorted(found.ranges, key=lambda one: order.get(one.title.level, len(order)))
    rows = [
        Row(
            one.title.level,
            ladder.title_of(one.title.level),
            one.title.discipline,
            one.region,
            None,
            {},
            {},
            None,
            None,
            (one.low, one.high),
            one.mid,
        )
        for one in ranges
    ]
    return Surveyed(
        input=input,
        basis="bands",
        measure=asked.measure,
        currency=found.currency or asked.currency or "USD",
        per="year",
        as_of=asked.as_of,
        window=None,
        first="",
        last="",
        read=found.read,
        used=len(rows),
        hidden=0,
        rows=tuple(rows),
        dropped=tuple(Dropped(why, 1, line) for line, why in found.left_out),
        no_level=(),
        titles=(),
        stated=bool(found.currency),
        rates={},
        annualised=False,
        rules=rules,
        columns=found.columns,
        notes=found.notes,
        engine="",
        language=ladder.language,
    )


def _row(ladder: Ladder, key: Key, group: Group) -> Row:
    role = _role(ladder, key)
    share = round(100 * group.largest / group.n) if group.companies else None
    known = {one: round(amount, 2) for one, amount in group.percentiles.items() if group.n >= needed(one)}
    return Row(
        id=role or key.level,
        title=ladder.title_of(role or key.level),
        discipline="" if role else key.discipline,
        region=key.region,
        n=group.n,
        percentiles=known,
        intervals={
            one: (round(low, 2), round(high, 2)) for one, (low, high) in group.intervals.items() if one in known
        },
        companies=group.companies or None,
        largest_share=share,
    )


def _role(ladder: Ladder, key: Key) -> str:
    """The role of a level in a discipline, where the ladder has one."""
    if not key.discipline:
        return ""
    named = (
        name for name, role in ladder.roles.items() if (role.level, role.discipline) == (key.level, key.discipline)
    )
    return next(named, "")


def _explained(tally: Tally) -> tuple[Explained, ...]:
    found = [
        Explained(said.title.text, said.n, said.title.level, said.title.discipline, said.title.rule, said.title.why)
        for said in tally.titles
    ]
    return tuple(sorted(found, key=lambda one: (bool(one.level), -one.n, one.title)))


def as_survey(
    answer: Surveyed, *, id: str, title: str = "", counts: str = "", note: str = "", source: Sequence[str] = ()
) -> Survey:
    """The answer as a table of pay of a ladder, which `comp` shows and a file of `comp/` holds."""
    return Survey(
        id=id,
        title=title or f"{answer.measure.capitalize()} pay from {answer.input}",
        source=tuple(source),
        currency=answer.currency,
        measure=answer.measure,
        published=answer.as_of,
        period=Period(answer.first or None, answer.last or None) if answer.first else None,
        counts="" if answer.basis == "bands" else counts or "observations",
        method=method(answer),
        note=" ".join(filter(None, (note, left_out(answer)))),
        bands=tuple(_band(row) for row in answer.rows if row.percentiles or row.range),
    )


def _band(row: Row) -> Band:
    return Band(
        for_=row.id,
        n=row.n,
        percentiles=row.percentiles,
        range=row.range,
        companies=row.companies,
        top_company_share=row.largest_share,
        note=f"The middle of the band is {row.mid:,.0f}" if row.mid is not None else "",
        discipline=row.discipline,
        region=row.region,
        intervals=row.intervals,
    )


def method(answer: Surveyed) -> str:
    """How the figures were made, in sentences."""
    if answer.basis == "bands":
        return "Bands as the company set them: ranges, not observations."
    said = ["Each row counts once, and a range with its midpoint."]
    if answer.annualised:
        said.append(f"Monthly pay counts times {MONTHS}, hourly pay times {HOURS:,}.")
    for code, rate in answer.rates.items():
        said.append(f"{code} counts at {rate:g} {answer.currency}.")
    if not answer.rates:
        said.append("No currency is converted.")
    said.append("The level is what the title states; titles that state several or none are left out.")
    said.append("Quantiles are of Hyndman-Fan type 7, each where the number of observations supports it.")
    if any(row.intervals for row in answer.rows):
        said.append("Intervals are 95% percentile-bootstrap intervals.")
    return " ".join(said)


def left_out(answer: Surveyed) -> str:
    """What the figures leave out, in sentences."""
    if answer.basis == "bands":
        return ""
    said = []
    if not answer.stated:
        said.append(f"No row says its currency; all are taken for {answer.currency}.")
    if answer.hidden:
        said.append(f"Groups of fewer than {FEWEST} are not shown.")
    return " ".join(said)


def made(answer: Surveyed, *, sha256: str, command: str) -> Made:
    """How to make the file again."""
    counts = {"read": answer.read, "used": answer.used}
    counts |= {"title without a level": sum(n for _, n in answer.no_level)} if answer.no_level else {}
    counts |= {one.why: one.n for one in answer.dropped}
    counts |= {"in groups that are not shown": answer.hidden} if answer.hidden else {}
    return Made(answer.input, sha256, answer.as_of, answer.window, answer.rules, counts, answer.rates, command)


__all__ = ["Surveyed", "as_survey", "bands", "made", "survey"]
