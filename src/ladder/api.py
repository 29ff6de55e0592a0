"""The way through for a program: names in, answers out. The commands ask here, too, and print what they get.

Each function takes names as a person would type them ("sr staff", "google:L6", "acme:ic5"), opens the
files that the question needs and no others, and asks the question. `ladder` is a path, a name on the
shelf, `git:REV:PATH`, a Ladder that `load` returned, or None for the bundled one. `today` (2026-11-20) is the day
from which pay has its age; without it, the day on which you ask.

All raise LadderError, with a message and a hint, for what a user can mend: unknown names, files that are
no ladder (InvalidLadder, with every problem), questions that do not fit.
"""

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ladder import names, opening
from ladder.errors import LadderError, UnknownName, argument
from ladder.model import Ladder, Measure
from ladder.opening import Where, opened, whole
from ladder.showing import rendered as rendered
from ladder.showing import shows
from ladder.showing import table as table

if TYPE_CHECKING:  # each question is imported by the function that asks it
    from ladder.importing.bringing import Brought
    from ladder.observing.asked import By
    from ladder.questions.archetypes import Archetypes
    from ladder.questions.comp import Pay
    from ladder.questions.compare import Comparison
    from ladder.questions.competency import Judged
    from ladder.questions.day import Days
    from ladder.questions.diff import Difference
    from ladder.questions.explain import Explanation
    from ladder.questions.faq import Questions
    from ladder.questions.fit import Fitting
    from ladder.questions.ladders import Shelf
    from ladder.questions.list import Listing
    from ladder.questions.map import Map
    from ladder.questions.matrix import Matrix
    from ladder.questions.path import Path
    from ladder.questions.record import FileRecord
    from ladder.questions.search import Findings
    from ladder.questions.show import Profile
    from ladder.questions.sources import Sourcing
    from ladder.questions.statements import Statements
    from ladder.questions.survey import Surveyed
    from ladder.questions.validation import Validation


def load(path: Where = None) -> Ladder:
    """A whole ladder, every file of it read and checked.

    Raises InvalidLadder with all problems, CannotRead where there is no ladder.
    """
    return whole(path)


@shows("compare")
def compare(
    *roles: str,
    ladder: Where = None,
    only: Sequence[str] = (),
    changes: bool = False,
    match: Mapping[str, str] | None = None,
    today: str | None = None,
) -> "Comparison":
    """The differences between two to four levels or roles, stepwise from the lowest.

    `roles` are their names: ids, titles or aliases, a company's own ("google:L6"), or another ladder's ("acme:ic5").
    `only` picks parts: "scope", "time", "comp", any competency by id or title. `changes` leaves out what stays the
    same. `match` says which competency of one ladder corresponds to which of another, where titles do not.
    """
    from ladder.questions import compare as question

    found = opened(roles, ladder, question.NEEDS)
    return question.compare(
        found.sides,
        only=only,
        changes_only=changes,
        called=found.called,
        match=match or {},
        today=opening.today_or(today),
    )


@shows("day")
def day(
    role: str,
    *,
    ladder: Where = None,
    hours: float | None = None,
    start: int | None = None,
    week: bool = False,
    every: bool = False,
    archetype: str = "",
    composed: bool = False,
) -> "Days":
    """The day of a level or role, as recorded, or composed from its time shares.

    `role` is a level or role. `week` asks for five days of a record. `every` asks for all days on record. `archetype`
    asks for those of one archetype. `composed` asks for a composed day although days are on record. `hours` is the
    length of a composed day, 1 to 16. `start` is when a composed day begins, in minutes after midnight.
    """
    from ladder.questions import day as question

    side, name = opened([role], ladder, question.NEEDS).one
    hat = names.find_word(archetype, question.titles(side), "archetype") if archetype else ""
    return question.day(side, name, hours=hours, start=start, week=week, every=every, archetype=hat, composed=composed)


@shows("comp")
def comp(
    *roles: str,
    ladder: Where = None,
    percentile: int | None = None,
    measure: Measure | None = None,
    offer: float | None = None,
    currency: str = "",
    yardsticks: bool = False,
    data: "Surveyed | str | os.PathLike[str] | None" = None,
    region: str = "",
    discipline: str = "",
    today: str | None = None,
) -> "Pay":
    """What levels and roles pay, as published.

    `roles` are levels and roles of one ladder; without any, all of them. `percentile` is 1 to 99. `measure` picks one
    kind of pay; an offer is base pay unless it says otherwise. `offer` is an amount a year, whose place among the
    figures is told. `currency` (EUR) is that of the offer, which is then held against figures in it alone.
    `yardsticks` adds statistics of whole occupations. `data` are observations, as `survey` reads them or has read them:
    their figures stand before the ladder's own. `region` and `discipline` leave out all other figures.
    """
    from ladder.questions import comp as question

    if percentile is not None and not 1 <= percentile <= 99:
        raise LadderError(f"there is no percentile {percentile}", "give a whole number from 1 to 99")
    if offer is not None and measure is None:
        measure = "base"
    needs = question.NEEDS if offer is None else question.OFFERED
    needs = needs._replace(also=("levels", "roles"), all=("levels", "roles")) if data is not None else needs
    found = opened(roles, ladder, needs).together("`comp` works within one ladder") if roles else None
    side, ids = (found[0], [*dict.fromkeys(found[1])]) if found else (whole(ladder, needs), None)
    if data is not None:
        from ladder.api_pay import survey, with_data

        further: Sequence[By] = ("region", "discipline")
        by = [one for one, there in zip(further, (region, discipline), strict=True) if there]
        surveyed = survey(data, ladder=ladder, by=by) if isinstance(data, str | os.PathLike) else data
        side = with_data(side, surveyed)
    return question.comp(
        side,
        ids,
        percentile=percentile,
        measure=measure,
        offer=offer,
        currency=currency.upper(),
        yardsticks=yardsticks,
        region=region,
        discipline=discipline,
        today=opening.today_or(today),
    )


@shows("show")
def show(role: str, *, ladder: Where = None, topics: Sequence[str] = (), today: str | None = None) -> "Profile":
    """Everything known of one level or role, or the topics of it that are named."""
    from ladder.questions import show as question

    needs = question.WITH_INTERVIEW if question.wants_interview(topics) else question.NEEDS
    return question.show(*opened([role], ladder, needs).one, topics=topics, today=opening.today_or(today))


@shows("competency")
def competency(name: str, *, ladder: Where = None) -> "Judged":
    """One competency, by its id or title: its scale, and what each level expects of it."""
    from ladder.questions import competency as question

    return question.competency(*opening.listed(name, ladder, question.NEEDS, question.titles, "competency"))


@shows("archetypes")
def archetypes(what: str | None = None, *, ladder: Where = None) -> "Archetypes":
    """The hats that people wear: one by its id or title, those of a level or role, or all."""
    from ladder.questions import archetypes as question
    from ladder.questions.day import titles

    if what is None:
        return question.archetypes(whole(ladder, question.NEEDS))
    try:
        return question.archetypes(*opening.listed(what, ladder, question.NEEDS, titles, "archetype, level or role"))
    except UnknownName as unknown:
        try:
            side, name = opened([what], ladder, question.NEEDS).one
        except UnknownName as neither:
            raise (unknown if unknown.near else neither) from None
        return question.archetypes(side, at=name)


@shows("path")
def path(role: str, goal: str | None = None, *, ladder: Where = None) -> "Path":
    """The ways up and out of a level or role.

    `role` is the level or role to start from. `goal` is a higher one, to which the answer then leads step by step.
    """
    from ladder.questions import path as question

    found = opened([role, *([goal] if goal is not None else [])], ladder, question.NEEDS)
    hint = f"`ladder compare {argument(role)} {argument(goal or '')}` shows how the two differ"
    side, ids = found.together("`path` works within one ladder", hint)
    return question.path(side, *ids)


@shows("map")
def map(what: str | None = None, *, company: str | None = None, ladder: Where = None) -> "Map":
    """What companies call a level, or what a company's level is here; without a name, all of them.

    `what` is a level, a role or a company's level ("google:L6"). `company` asks for all levels of a company instead.
    """
    from ladder.questions import map as question

    if what is None:
        return question.map(whole(ladder, question.NEEDS), company=company)
    if company is not None:
        raise LadderError(
            "`map` takes a level or a company, not both", f"`ladder map {company}:LEVEL` shows one level of the company"
        )
    if ":" not in what and names.find_company(what, opening.named(ladder, ()).companies()):
        return question.map(whole(ladder, question.NEEDS), company=what)
    found = opened([what], ladder, question.NEEDS, any_rung=True)
    side, name = found.one
    rung = found.found[0].rung
    return question.map(side, level="" if rung else name, rung=rung)


@shows("matrix")
def matrix(*roles: str, ladder: Where = None) -> "Matrix":
    """Levels against competencies. `roles` are levels and roles of one ladder; without any it is all levels."""
    from ladder.questions import matrix as question

    if not roles:
        return question.matrix(whole(ladder, question.NEEDS))
    side, ids = opened(roles, ladder, question.NEEDS).together("`matrix` works within one ladder")
    return question.matrix(side, tuple(dict.fromkeys(ids)))


@shows("fit")
def fit(role: str, *, answers: Mapping[str, str] | None = None, ladder: Where = None) -> "Fitting":
    """The questions behind "is this for me?"; with answers by the questions' ids, what they lean to and why."""
    from ladder.questions import fit as question

    return question.fit(*opened([role], ladder, question.NEEDS).one, answers)


@shows("record")
def record(role: str, *, ladder: Where = None, today: str | None = None) -> "FileRecord":
    """The satirical file record of a role."""
    from ladder.questions import record as question

    return question.record(*opened([role], ladder, question.NEEDS).one, today=opening.today_or(today))


@shows("faq")
def faq(role: str | None = None, *, ladder: Where = None) -> "Questions":
    """The questions that people ask of a level or role, or of all."""
    from ladder.questions import faq as question

    if role is None:
        return question.faq(whole(ladder, question.NEEDS))
    return question.faq(*opened([role], ladder, question.NEEDS).one)


@shows("list")
def list(what: str | None = None, *, ladder: Where = None) -> "Listing":
    """One list of a ladder (levels, roles, competencies, activities, sources, companies), or levels and roles."""
    from ladder.questions import list as question

    chosen = question.find(what)
    return question.list(whole(ladder, question.needs(chosen)), chosen)


@shows("statements")
def statements(*, ladder: Where = None) -> "Statements":
    """Every statement of a ladder, a row each: of scales, of its levels, and of roles what they say themselves."""
    from ladder.questions import statements as question

    return question.statements(whole(ladder, question.NEEDS))


@shows("search")
def search(
    *words: str,
    ladder: Where = None,
    roles: Sequence[str] = (),
    within: Sequence[str] = (),
    limit: int = 20,
) -> "Findings":
    """Where a ladder says something, the best first.

    `words` are looked for together and apart, whatever their endings. `roles` are the levels and roles to search;
    without any, all of them. `within` are the parts, competencies or topics to search; without any, all of them.
    `limit` is how many hits are shown at most.
    """
    from ladder.questions import search as question

    if limit < 1:
        raise LadderError(f"a search cannot show {limit} hits", "give a limit of 1 or more")
    asked = question.query(words)  # of a large ladder only what holds the words is opened, and no more than enough
    if roles:
        found = opened(roles, ladder, question.NEEDS)
        side, ids = found.together("`search` works within one ladder", "search one ladder at a time")
        return question.seek([(side, 0, 0)], asked, roles=ids, within=within, limit=limit)
    question.within_places(opening.header(ladder), within)
    sides = opening.promising(ladder, asked.beginnings, asked.phrase, first=limit)
    return question.seek(sides, asked, within=within, limit=limit, otherwise=lambda: opening.some(ladder))


@shows("sources")
def sources(source: str | None = None, *, ladder: Where = None) -> "Sourcing":
    """Who says so: every source with how much rests on it, or one with all that rests on it."""
    from ladder.questions import sources as question

    return question.sources(whole(ladder, question.NEEDS), source)


@shows("diff")
def diff(before: Where, after: Where = None, *, only: Sequence[str] = ()) -> "Difference":
    """What differs between two versions of a ladder.

    Without `after`, what `before` names at a revision (`git:REV:PATH`), as it stands in the working tree.
    """
    from ladder.questions import diff as question

    return question.diff(*opening.versions(before, after), only=only)


@shows("validation")
def validate(*ladders: str | os.PathLike[str], strict: bool = False, today: str | None = None) -> "Validation":
    """Every problem of every file of ladders, and what their authors may not mean.

    `ladders` are paths, or names on the shelf; without any, the ladder of this folder, else the bundled one. `strict`
    takes warnings for errors.

    Raises CannotRead where there is no ladder. Problems are no error here: they are the answer.
    """
    from ladder.questions import validation as question

    return question.validation(opening.examined(ladders), strict=strict, today=opening.today_or(today))


@shows("ladders")
def ladders() -> "Shelf":
    """The ladders on the shelf: the bundled one, those of LADDER_PATH and of this folder, with where each stands."""
    from ladder.questions import ladders as question

    return question.ladders(opening.standing())


def import_(
    *paths: str | os.PathLike[str],
    shape: str = "",
    title: str = "",
    cumulative: bool = False,
    transpose: bool = False,
    levels: str = "",
    competencies: str = "",
    kind: str = "",
) -> "Brought":
    """Spreadsheets, pages, or other ladders' YAML or JSON as a ladder; nothing is written.

    `shape` names what the files are, else it is recognised. `cumulative`: the levels add up. `transpose`: what was
    taken for competencies are the levels. `levels` and `competencies` say where these stand ("rows", "headings 2", a
    key), and `kind` what standard input is ("md").
    """
    from ladder.importing.bringing import bring as brought

    given = [os.fspath(path) for path in paths]
    return brought(
        given,
        shape=shape,
        title=title,
        cumulative=cumulative,
        transpose=transpose,
        levels=levels,
        competencies=competencies,
        kind=kind,
    )


@shows("code")
def explain(code: str) -> "Explanation":
    """What a code of `validate` means."""
    from ladder.questions import explain as question

    return question.explain(code)
