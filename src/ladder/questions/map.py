"""What a level is called at other companies, what a company's level is here, and who disagrees.

Managers are never placed by number: a manager's level ranks beside one of these and is none of them.
"""

from typing import Final

from ladder import names
from ladder.contents.citing import cited
from ladder.frozen import Frozen
from ladder.model import Company, CompanyLevel, Ladder, Source
from ladder.needs import Needs

NEEDS: Final = Needs(parts=(), companies=True, also=("levels", "placed"), all=("levels", "placed"))


class Placed(Frozen):
    """Where somebody else places a company's level; `level` is the level of that."""

    id: str
    title: str
    level: str
    note: str
    source: tuple[str, ...]


class Rung(Frozen):
    """A company's level.

    `here` is what it corresponds to, `level` the level of that, `beside` what a manager ranks with: ids, or empty.
    """

    company: str
    company_title: str
    id: str
    title: str
    here: str
    here_title: str
    level: str
    track: str
    beside: str
    beside_title: str
    note: str
    disagree: tuple[Placed, ...]
    source: tuple[str, ...]


class Here(Frozen):
    """A level of this ladder, or a company that it knows."""

    id: str
    title: str
    short: str = ""


class Map(Frozen):
    """The answer. `level` is the level of this ladder that was asked for, `rung` the company's, `company` the company.

    `rungs` are, for a level, those that correspond to it; for a company, all of it; else all there are, in the order
    of their files. `disputed` are rungs that somebody else would count among them, `managers` those that rank beside.
    """

    ladder: str
    level: Here | None
    rung: Rung | None
    company: str
    company_title: str
    levels: tuple[Here, ...]
    companies: tuple[Here, ...]
    rungs: tuple[Rung, ...]
    disputed: tuple[Rung, ...]
    managers: tuple[Rung, ...]
    sources: tuple[Source, ...]
    language: str = "en"


def map(ladder: Ladder, *, level: str = "", rung: tuple[str, str] | None = None, company: str | None = None) -> Map:
    """The correspondence for one level, for one level of a company (by the ids of both), for a company, or for all.

    `company` is an id, a title or an alias. A role corresponds as its level does.

    Raises UnknownName with the nearest where there is no such company.
    """
    company = "" if company is None else _company(ladder, company)
    asked = _rung(ladder, ladder.companies[rung[0]], ladder.companies[rung[0]].levels[rung[1]]) if rung else None
    if asked:
        level = asked.here or asked.beside
    here = level_of(ladder, level)
    all_rungs = [
        _rung(ladder, one, own)
        for one in ladder.companies.values()
        if company in ("", one.id)
        for own in one.levels.values()
    ]
    every = not (here or asked)
    managers = [one for one in all_rungs if one.beside and (every or level_of(ladder, one.beside) == here)]
    rungs = [one for one in all_rungs if not one.beside and (every or (here and one.level == here))]
    disputed = [one for one in all_rungs if here and here != one.level and any(by.level == here for by in one.disagree)]
    answer = Map(
        ladder.name,
        Here(here, ladder.title_of(here)) if here else None,
        asked,
        company,
        (ladder.companies[company].title or company) if company else "",
        tuple(Here(one.id, one.title or one.id, one.short) for one in (ladder.role(name) for name in ladder.order)),
        tuple(Here(one.id, one.title or one.id) for one in ladder.companies.values() if company in ("", one.id)),
        tuple(rungs),
        tuple(disputed),
        tuple(managers),
        (),
    )
    return answer._replace(sources=cited([answer], ladder.sources), language=ladder.language)


def _company(ladder: Ladder, typed: str) -> str:
    found = names.find_company(typed, ladder.companies)
    known = {one.id: one.title or one.id for one in ladder.companies.values()}
    return found.id if found else names.find_word(typed, known, "company")


def at_companies(ladder: Ladder, name: str) -> tuple[Rung, ...]:
    """What companies call a level or role."""
    return tuple(
        _rung(ladder, company, level)
        for company in ladder.companies.values()
        for level in company.levels.values()
        if level.is_ == name
    )


def level_of(ladder: Ladder, name: str) -> str:
    """The id of a role's level; that of a level itself."""
    role = ladder.roles.get(name)
    return role.level if role else name


def _rung(ladder: Ladder, company: Company, level: CompanyLevel) -> Rung:
    track = ladder.tracks.get(level.track)
    return Rung(
        company.id,
        company.title or company.id,
        level.id,
        level.title,
        level.is_,
        ladder.title_of(level.is_) if level.is_ else "",
        level_of(ladder, level.is_),
        (track.title or track.id) if track else level.track,
        level.beside,
        ladder.title_of(level.beside) if level.beside else "",
        level.note,
        tuple(
            Placed(by.is_, ladder.title_of(by.is_), level_of(ladder, by.is_), by.note, by.source)
            for by in level.disagree
        ),
        level.source,
    )
