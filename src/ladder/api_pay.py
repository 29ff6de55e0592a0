"""The way through for a program about pay from observations: titles, surveys, whole offers; names in, answers out."""

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING

from ladder import names, opening
from ladder.errors import LadderError
from ladder.model import Ladder, Measure
from ladder.opening import Where, opened, whole
from ladder.showing import shows

if TYPE_CHECKING:
    from ladder.observing.asked import By
    from ladder.observing.judging import Reading
    from ladder.observing.surveying import Progress
    from ladder.offering import Offer
    from ladder.questions.offers import Offers
    from ladder.questions.survey import Surveyed
    from ladder.titling import Title, Titles


def with_data(side: Ladder, data: "Surveyed") -> Ladder:
    """A ladder with the figures of observations before its own."""
    from ladder.model import Source
    from ladder.questions.survey import as_survey

    name = data.input if data.input not in side.surveys else f"{data.input} (data)"
    made = as_survey(data, id=name, source=(name,))
    source = Source(name, data.input, "survey", note="These are your own observations; nothing of them was written.")
    surveys = {name: made, **side.surveys}
    return side._replace(surveys=surveys, sources={**side.sources, name: source})


@shows("offers")
def offers(
    *given: "Offer | str | os.PathLike[str]",
    role: str | None = None,
    ladder: Where = None,
    growth: float = 0.0,
    rates: Mapping[str, float] | None = None,
    currency: str = "USD",
    data: "Surveyed | None" = None,
    today: str | None = None,
) -> "Offers":
    """Whole offers side by side: each of four years, the average, and where they stand.

    Each is an `Offer`, or a file with one. `role` is the level or role against whose figures all are held, else what
    each offer names itself. `growth` is that of stock in a year, 0.1 for 10%; `rates` are what a unit of another
    currency is worth in `currency`.
    """
    from ladder.questions import offers as question
    from ladder.reading.offers import read_offer

    known = [read_offer(os.fspath(one)) if isinstance(one, str | os.PathLike) else one for one in given]
    typed = [role or one.level for one in known]
    names_ = list(dict.fromkeys(filter(None, typed)))
    ids: dict[str, str] = {}
    if names_:
        side, found = opened(names_, ladder, question.LEVELED).together("`comp` works within one ladder")
        ids = dict(zip(names_, found, strict=True))
    else:
        side = opening.header(ladder)
    if data is not None:
        side = with_data(side, data)
    return question.offers(
        side,
        known,
        [ids.get(one, "") for one in typed],
        growth=growth,
        rates=rates or {},
        currency=currency,
        today=opening.today_or(today),
    )


def title(text: str, *, ladder: Where = None) -> "Title":
    """What a job's title says by the rules of a ladder: `.level` (an id, or empty), `.discipline`, `.rule`, `.why`.

    Whoever reads many titles asks `titles(ladder).of(text)` instead, which reads the rules once.
    """
    return titles(ladder).of(text)


def titles(ladder: Where = None) -> "Titles":
    """The rules by which a ladder reads the titles of jobs, ready to be asked."""
    from ladder.titling import Titles

    return Titles(opening.title_rules(ladder))


@shows("survey")
def survey(
    source: str | os.PathLike[str],
    *,
    ladder: Where = None,
    as_of: str | None = None,
    window: int | None = None,
    by: "Sequence[By]" = ("level",),
    measure: Measure = "base",
    currency: str = "",
    rates: Mapping[str, float] | None = None,
    annualise: bool = False,
    interval: bool = False,
    columns: Mapping[str, str] | None = None,
    table: str = "",
    explain: bool = False,
    progress: "Progress | None" = None,
) -> "Surveyed":
    """Percentiles of pay from observations: a CSV, JSON lines, Parquet, a folder of saved postings, a database.

    Rows count up to the day `as_of` (today, unless given), `window` days back. Figures are in `currency`, else in the
    commonest; `rates` are what one unit of another is worth in it. `annualise` makes hourly and monthly pay yearly.
    `columns` says which column is what ({"title": "Role"}), `table` names one of a database. `explain`: with what each
    title came to. `progress` is told of long work.

    Raises LadderError for what is no such table, or lacks a column.
    """
    from ladder.observing.asked import Asked, Bands
    from ladder.observing.surveying import observe, source_of
    from ladder.questions import survey as question

    asked = Asked(
        as_of=opening.today_or(as_of),
        window=window,
        by=("level", *(one for one in by if one != "level")),
        measure=measure,
        currency=currency.upper() or ("USD" if rates else ""),
        rates=dict(rates or {}),
        annualise=annualise,
        interval=interval,
        columns=columns or {},
        table=table,
        explain=explain,
    )
    side = whole(ladder, question.NEEDS)
    rules = titles(ladder)
    found = source_of(os.fspath(source), table)
    tally = observe(found, asked, _reading(ladder, side, rules), progress or (lambda said: None))
    version = " ".join(filter(None, (side.name, side.version))) + f", titles {rules.digest()}"
    if isinstance(tally, Bands):
        return question.bands(side, tally, asked, input=found.shown, rules=version)
    return question.survey(side, tally, asked, input=found.shown, rules=version, explain=explain)


def _reading(where: Where, side: Ladder, rules: "Titles") -> "Reading":
    """What titles come to: by the level that a table gives, where the ladder has it, else by the rules."""
    here = opening.named(where, ())

    @cache
    def level_of(typed: str) -> tuple[str, str]:
        with suppress(LadderError):
            found = names.find(typed, here, opening.other)
            if found.id in side.order:
                return found.id, ""
            if found.id in side.roles:
                return side.roles[found.id].level, side.roles[found.id].discipline
        return rules.of(typed).level, ""

    def reading(level: str, title: str) -> "Title":
        said = rules.of(title or level)
        if not level:
            return said
        found, discipline = level_of(level)
        if not found:
            return said if title else said._replace(why=f"no level is called so: {level}")
        text = f"{title} [{level}]" if title else level
        return said._replace(
            text=text,
            level=found,
            discipline=discipline or said.discipline,
            why=f"the table says {level}",
            rule="level",
        )

    return reading


__all__ = ["offers", "survey", "title", "titles"]
