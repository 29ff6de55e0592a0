"""Everything that a ladder says, claim by claim: each once, with where it stands and who says so."""

from collections.abc import Collection, Iterator
from functools import partial
from typing import Final

from ladder.contents.role_claims import Claim, Say, cell_says, day_says, noted, role_says, statements_say
from ladder.model import Archetype, Band, Company, CompanyLevel, Ladder, Survey

NAMED: Final = ("title", "record")
"""Parts that a role has for itself, whatever its level has."""


def claims(ladder: Ladder, roles: Collection[str] | None = None) -> Iterator[Claim]:
    """What the opened levels and roles say, in the order of the ladder, then what the ladder says itself.

    A role does not repeat what it has from its level. With `roles` (ids), what these say and nothing else; what a
    role has from its level is then its own, unless the level is among them.
    """
    jokes = {source.id for source in ladder.sources.values() if source.kind == "satire"}
    seen = set()
    for claim in _everything(ladder, roles):
        if claim.text.strip() and claim not in seen:
            seen.add(claim)
            yield claim if jokes.isdisjoint(claim.source) else claim._replace(satire=True)


def _everything(ladder: Ladder, roles: Collection[str] | None) -> Iterator[Claim]:
    said: dict[str, set[Claim]] = {}
    for name in (*ladder.order, *ladder.role_ids):
        if (name not in ladder.levels and name not in ladder.roles) or (roles is not None and name not in roles):
            continue
        own = ladder.written(name)
        level = ladder.levels.get(own.level) if roles is None or own.level in roles else None
        if level is None:
            yield from role_says(ladder, ladder.role(name))
            continue
        if level.id not in said:
            said[level.id] = {_unplaced(claim) for claim in role_says(ladder, level)}
        for claim in role_says(ladder, own):
            if claim.part in NAMED or _unplaced(claim) not in said[level.id]:
                yield claim
    if roles is None:
        yield from _ladder(ladder)


def _unplaced(claim: Claim) -> Claim:
    return Claim("", "", *claim[2:])


def _ladder(ladder: Ladder) -> Iterator[Claim]:
    """What stands beside the levels: archetypes, companies, pay, and the lists of the ladder."""
    say = partial(Claim, "", "")
    for hat in ladder.archetypes.values():
        yield from _archetype(partial(say, "archetypes"), hat)
    for company in ladder.companies.values():
        yield from _company(partial(say, "companies"), company)
    for survey in ladder.surveys.values():
        yield from _survey(partial(say, "comp", survey.id, survey.title), survey)
    for competency in ladder.competencies.values():
        title = competency.title or competency.id
        at = partial(say, "competencies", competency.id)
        yield at(title, title)
        yield at(title, competency.about, ladder.source)
        for step in competency.steps:
            yield at(title, step.title, ladder.source)
            yield from statements_say(at, f"{title}: {step.title or step.id}", step.expects)
    for name, cell in (ladder.baseline.expects if ladder.baseline else {}).items():
        yield from cell_says(partial(say, "baseline", name), cell, ladder.competencies.get(name), ladder.source)
    for part, listed in (("topics", ladder.topics), ("activities", ladder.activities), ("tracks", ladder.tracks)):
        for one in listed.values():
            yield say(part, one.id, one.title or one.id, one.title or one.id)
            yield say(part, one.id, one.title or one.id, one.about, ladder.source)
    yield say("ladder", "", "", ladder.title)
    yield say("ladder", "", ladder.title, ladder.about, ladder.source)
    for source in ladder.sources.values():
        for text in (", ".join(filter(None, (source.title, source.publisher))), source.note):
            yield say("sources", source.id, source.title, text, (source.id,))


def _archetype(say: Say, hat: Archetype) -> Iterator[Claim]:
    title = hat.title or hat.id
    at = partial(say, hat.id)
    yield at(title, title, hat.source)
    yield at(title, hat.about, hat.source)
    yield at(title, hat.focus, hat.source)
    yield from statements_say(at, f"{title}: whom it suits", hat.suits)
    yield from statements_say(at, title, (*hat.does, *hat.known))
    yield from statements_say(at, f"{title}: its week", hat.week)
    for day in hat.days:
        yield from day_says(say, day, about=hat.id, of=title)


def _company(say: Say, company: Company) -> Iterator[Claim]:
    title = company.title or company.id
    for name in (title, *company.aliases):
        yield say(company.id, title, name)
    for level in company.levels.values():
        at = partial(say, f"{company.id}:{level.id}", f"{title} {level.id}")
        called = f"{level.id} ({level.title})" if level.title not in ("", level.id) else level.id
        yield at(f"{called} {_rung(level)}", level.source)
        yield at(level.note, level.source)
        for other in level.disagree:
            yield at(noted(f"{called} is {other.is_} by another account", other.note), other.source)


def _rung(level: CompanyLevel) -> str:
    if level.is_:
        return f"is {level.is_} here"
    return f"ranks beside {level.beside}" if level.beside else "is no level here"


def _survey(at: Say, survey: Survey) -> Iterator[Claim]:
    yield at(survey.title, survey.source)
    for band in survey.bands:
        yield at(_band(band, survey), survey.source)
        yield at(band.note, survey.source)
    yield at(survey.note, survey.source)
    yield at("" if survey.method == "published" else survey.method, survey.source)


def _band(band: Band, survey: Survey) -> str:
    """Whom it is about, and the figures as they were published: `staff: base p25 198,000, p50 222,000 USD a year`."""
    if band.percentiles:
        figures = ", ".join(f"p{one} {_amount(value)}" for one, value in band.percentiles.items())
    elif band.range:
        figures = "–".join(map(_amount, band.range))
    else:
        figures = f"mean {_amount(band.mean or 0)}"
    of = ", ".join(filter(None, (band.for_ or band.about, band.segment)))
    number = f"{band.n:,} {survey.counts or 'observations'}" if band.n is not None else survey.counts
    basis = ", ".join(filter(None, (number, survey.region)))
    per = f"{'an' if survey.per == 'hour' else 'a'} {survey.per}" + (f" ({basis})" if basis else "")
    return f"{of}: {survey.measure} {figures} {survey.currency} {per}"


def _amount(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}"


__all__ = ["Claim", "claims"]
