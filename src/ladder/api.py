"""The way through for a program: names in, answers out. The commands ask here, too, and print what they get.

Each function takes names as a person would type them ("sr staff", "google:L6", "acme:ic5"), opens the
files that the question needs and no others, and asks the question. `ladder` is a path, a name on the
shelf, a Ladder that `load` returned, or None for the bundled one.

All raise LadderError, with a message and a hint, for what a user can mend: unknown names, files that are
no ladder (InvalidLadder, with every problem), questions that do not fit.
"""

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from ladder import names, shelf
from ladder.errors import CannotRead, LadderError, Problem, Unanswerable, UnknownName, argument, did_you_mean, quoted
from ladder.frozen import Frozen
from ladder.model import Ladder, Measure
from ladder.names import Named
from ladder.reading.folder import Folder

if TYPE_CHECKING:  # each question is imported by the function that asks it
    from ladder.importing.bringing import Brought
    from ladder.questions.archetypes import Archetypes
    from ladder.questions.comp import Pay
    from ladder.questions.compare import Comparison
    from ladder.questions.competency import Judged
    from ladder.questions.day import Days
    from ladder.questions.diff import Difference
    from ladder.questions.equivalents import Equivalents
    from ladder.questions.explain import Explanation
    from ladder.questions.faq import Questions
    from ladder.questions.fit import Fitting
    from ladder.questions.ladders import Shelf
    from ladder.questions.listing import Listing
    from ladder.questions.path import Path
    from ladder.questions.record import FileRecord
    from ladder.questions.search import Findings
    from ladder.questions.show import Profile
    from ladder.questions.sources import Sourcing
    from ladder.questions.statements import Statements
    from ladder.questions.validation import Validation

Where = str | os.PathLike[str] | Ladder | None

OPENED: Final = 60
"""How many levels and roles a search opens at once, the most promising first; a ladder of no more it opens whole."""


class _Sides(Frozen):
    """What was typed, found: each ladder with the ids that are needed of it opened, in the order typed.

    `named` are the same ladders before anything of them was opened.
    """

    sides: tuple[tuple[Ladder, str], ...]
    named: tuple[Named, ...]

    @property
    def one(self) -> tuple[Ladder, str]:
        return self.sides[0]


def load(path: Where = None) -> Ladder:
    """A whole ladder, every file of it read and checked.

    Raises InvalidLadder with all problems, CannotRead where there is no ladder.
    """
    return shelf.open_ladder(path).ladder()


def compare(
    *roles: str, ladder: Where = None, only: Sequence[str] = (), changes: bool = False, today: str = ""
) -> "Comparison":
    """The differences between two to four levels or roles, stepwise from the lowest.

    `only` picks parts: "scope", "time", "comp", any competency by id or title. `changes` leaves out what is kept.
    `today` (2026-11-20) lets pay carry its age.
    """
    from ladder.questions import compare as question

    found = _open(roles, ladder, parts=("expects", "time"))
    parts: dict[str, str] = {"time": "time", "comp": "pay", "expects": "expectations"}
    for side, _ in found.sides:
        parts.update({name: competency.title or name for name, competency in side.competencies.items()})
    chosen = [names.find_word(part, parts, "part") for part in only]
    return question.compare(found.sides, only=chosen, changes_only=changes, today=today)


def day(
    role: str,
    *,
    ladder: Where = None,
    hours: float | None = None,
    start: int | None = None,
    week: bool = False,
    every: bool = False,
    archetype: str = "",
) -> "Days":
    """The day of a level or role, as recorded, or composed from its time shares.

    `hours` and `start` (minutes after midnight) shape a composed day; `week` asks for five, `every` for all on record.
    """
    from ladder.questions import day as question

    side, name = _open([role], ladder, parts=("time", "week", "days"), pay=False).one
    if archetype:
        known = {one: hat.title or one for one, hat in side.archetypes.items()}
        archetype = names.find_word(archetype, known, "archetype")
    return question.day(side, name, hours=hours, start=start, week=week, every=every, archetype=archetype)


def comp(
    *roles: str,
    ladder: Where = None,
    percentile: int | None = None,
    measure: Measure | None = None,
    offer: float | None = None,
    yardsticks: bool = False,
    today: str = "",
) -> "Pay":
    """What levels and roles pay: the given ones of one ladder, or all. `percentile` is 1 to 99."""
    from ladder.questions import comp as question

    if roles:
        found = _open(roles, ladder, parts=())
        if len({side.name for side, _ in found.sides}) > 1:
            raise LadderError("pay of several ladders in one table", "ask for one ladder at a time")
        side, ids = found.sides[0][0], list(dict.fromkeys(name for _, name in found.sides))
    else:
        here = shelf.open_ladder(ladder, parts=())
        paid = {band.for_ for survey in here.surveys().values() for band in survey.bands}
        side, ids = here.ladder([*here.order, *(name for name in here.role_ids if name in paid)], companies=False), None
    return question.comp(
        side, ids, percentile=percentile, measure=measure, offer=offer, yardsticks=yardsticks, today=today
    )


def show(role: str, *, ladder: Where = None, topics: Sequence[str] = (), today: str = "") -> "Profile":
    """Everything known of one level or role, or the topics of it that are named."""
    from ladder.questions import show as question

    side, name = _open([role], ladder, companies=True, around=True).one
    known = question.parts(side)
    return question.show(side, name, topics=[names.find_word(topic, known, "topic") for topic in topics], today=today)


def competency(name: str, *, ladder: Where = None) -> "Judged":
    """One competency, by its id or title: its scale, and what each level expects of it."""
    from ladder.questions import competency as question

    here = shelf.open_ladder(ladder, ("expects",))
    prefix, colon, rest = name.partition(":")
    if colon and names.normal(prefix) == names.normal(here.name):
        name = rest
    elif colon and (other := shelf.find_ladder(prefix, ("expects",))):
        here, name = other, rest
    known = here.ladder([], pay=False, companies=False).competencies
    titles = {one.id: one.title or one.id for one in known.values()}
    found = names.find_word(name, titles, "competency")
    return question.competency(here.ladder(here.order, pay=False, companies=False), found)


def archetypes(what: str | None = None, *, ladder: Where = None) -> "Archetypes":
    """The hats that people wear: one by its id or title, those of a level or role, or all."""
    from ladder.questions import archetypes as question

    parts = ("days",)
    here = shelf.open_ladder(ladder, parts)
    if what is None:
        return question.archetypes(_with_hats(here))
    prefix, colon, rest = what.partition(":")
    other: Named | None = None
    if colon and not names.find_company(prefix, here.companies()):
        other = here if names.normal(prefix) == names.normal(here.name) else shelf.find_ladder(prefix, parts)
    side = _with_hats(other or here)
    known = {one: hat.title or one for one, hat in side.archetypes.items()}
    try:
        return question.archetypes(side, names.find_word(rest if other else what, known, "archetype, level or role"))
    except UnknownName as unknown:
        try:
            found = names.find(what, here, lambda name: shelf.find_ladder(name, parts))
        except UnknownName as neither:
            raise (unknown if unknown.near else neither) from None
        return question.archetypes(_with_hats(found.ladder, found.id), at=found.id)


def _with_hats(here: Named, *ids: str) -> Ladder:
    """A ladder with the levels and roles that its archetypes name, for their titles, and with those of these ids."""
    hats = here.ladder([], pay=False, companies=False).archetypes.values()
    return here.ladder([*(name for hat in hats for name in hat.levels), *ids], pay=False, companies=False)


def path(role: str, goal: str | None = None, *, ladder: Where = None) -> "Path":
    """The ways up and out of a level or role; with `goal`, the steps to a higher one."""
    from ladder.questions import path as question

    words = [role] if goal is None else [role, goal]
    found = _open(words, ladder, parts=("next", "moves"), pay=False, levels=True, around=True)
    if len({id(side) for side, _ in found.sides}) > 1:
        both = f"`ladder compare {argument(role)} {argument(goal or '')}`"
        raise LadderError("a path between two ladders", f"{both} shows how the two differ")
    return question.path(found.one[0], *(name for _, name in found.sides))


def equivalents(what: str | None = None, *, company: str | None = None, ladder: Where = None) -> "Equivalents":
    """What companies call a level, what a company's level ("google:L6") is here; all of a company; or all of them."""
    from ladder.questions import equivalents as question

    here = shelf.open_ladder(ladder, ())
    if what is not None and company is not None:
        raise LadderError("a level and a company at once", f"`ladder map {company}:LEVEL` asks for one level of it")
    prefix, colon, rest = (what or "").partition(":")
    asked = names.find_company(prefix if colon else company or "", here.companies())
    if company is not None and asked is None:
        known = {one.id: one.title or one.id for one in here.companies().values()}
        asked = here.companies()[names.find_word(company, known, "company")]
    rung = (asked.id, names.find_rung(rest, asked).id) if asked and colon else None
    if what is not None and not rung:
        side, name = _open([what], ladder, parts=(), pay=False, companies=True, placed=True).one
        return question.equivalents(side, level=name)
    side = here.ladder(_placed(here), pay=False)
    return question.equivalents(side, rung=rung, company=asked.id if asked and not rung else "")


def fit(role: str, *, answers: Mapping[str, str] | None = None, ladder: Where = None) -> "Fitting":
    """The questions behind "is this for me?"; with answers by the questions' ids, what they lean to and why."""
    from ladder.questions import fit as question

    return question.fit(*_open([role], ladder, parts=("fit",), pay=False).one, answers)


def record(role: str, *, ladder: Where = None, today: str = "") -> "FileRecord":
    """The satirical file record of a role."""
    from ladder.questions import record as question

    found = _open([role], ladder, parts=("time", "days", "record"))
    try:
        return question.record(*found.one, today=today)
    except Unanswerable as error:
        known = question.recorded(found.named[0].ladder(pay=False, companies=False))
        raise Unanswerable(error.message, f"there is one of: {', '.join(known)}" if known else error.hint) from None


def faq(role: str | None = None, *, ladder: Where = None) -> "Questions":
    """The questions that people ask of a level or role, or of all."""
    from ladder.questions import faq as question

    if role is not None:
        return question.faq(*_open([role], ladder, parts=("faq",), pay=False).one)
    return question.faq(shelf.open_ladder(ladder, ("faq",)).ladder(pay=False, companies=False))


def listing(what: str | None = None, *, ladder: Where = None) -> "Listing":
    """One list of a ladder (levels, roles, competencies, activities, sources, companies), or levels and roles."""
    from ladder.questions import listing as question

    known: dict[str, str] = {name: name for name in question.WHATS}
    chosen = names.find_word(what, known, "list") if what else None
    here = shelf.open_ladder(ladder)
    ids: Sequence[str] = ()
    if chosen in (None, "levels", "roles", "companies"):
        ids = [*here.order, *here.role_ids] if chosen in (None, "roles") else here.order
    return question.listing(here.ladder(ids, pay=False, companies=chosen == "companies"), chosen)  # type: ignore[arg-type]


def statements(*, ladder: Where = None) -> "Statements":
    """Every statement of a ladder, a row each: of scales, of its levels, and of roles what they say themselves."""
    from ladder.questions import statements as question

    return question.statements(shelf.open_ladder(ladder, ("expects",)).ladder(pay=False, companies=False))


def search(
    *words: str,
    ladder: Where = None,
    roles: Sequence[str] = (),
    within: Sequence[str] = (),
    limit: int = 20,
) -> "Findings":
    """Where a ladder says something, the best first. `roles` and `within` (parts, competencies, topics) narrow it.

    Of many levels and roles only those are opened of which the files hold the words, and no more than enough.
    """
    from ladder.questions import search as question

    asked = question.query(words)
    if roles:
        found = _open(roles, ladder, pay=False, around=True)
        if len({id(side) for side, _ in found.sides}) > 1:
            raise LadderError("a search of several ladders at once", "search one ladder at a time")
        side, ids = found.one[0], [name for _, name in found.sides]
        chosen = [names.find_word(place, question.places(side), "part, competency or topic") for place in within]
        answer = question.search(side, asked, roles=ids, within=chosen, limit=limit)
        return answer if answer.total else answer._replace(near=question.near(side, asked, roles=ids, within=chosen))
    here = shelf.open_ladder(ladder)
    known = question.places(here.ladder([], pay=False, companies=False))
    chosen = [names.find_word(place, known, "part, competency or topic") for place in within]
    every = [*here.order, *here.role_ids]
    likely, perhaps = (every, []) if len(every) <= OPENED else here.mentioning(asked.beginnings, asked.phrase)
    levels = here.order if len(here.order) <= OPENED else ()  # for their titles
    opened = OPENED + limit
    while True:
        side = here.ladder([*levels, *likely[:opened], *perhaps[: max(0, opened - len(likely))]])
        unread = sum(name not in side.levels and name not in side.roles for name in (*likely, *perhaps))
        answer = question.search(side, asked, within=chosen, limit=limit, unread=unread)
        if not unread or answer.total >= limit or (answer.total and opened >= len(likely)):
            break
        opened *= 4
    if answer.total:
        return answer
    return answer._replace(near=question.near(here.ladder(every[:OPENED]), asked, within=chosen))


def sources(source: str | None = None, *, ladder: Where = None) -> "Sourcing":
    """Who says so: every source with how much rests on it, or one with all that rests on it."""
    from ladder.questions import sources as question

    side = shelf.open_ladder(ladder).ladder()
    return question.sources(side, names.find_source(source, side.sources) if source is not None else None)


def diff(before: Where, after: Where = None, *, only: Sequence[str] = ()) -> "Difference":
    """What differs between two versions of a ladder, each a path, a name, a Ladder, or `git:REV:PATH`.

    Without `after`, what `before` names at a revision, as it stands in the working tree.
    """
    from ladder import history
    from ladder.questions import diff as question

    old = _whole(before)
    if after is None:
        if not history.is_spec(before):
            hint = "name the later one, too; `ladder diff git:HEAD:PATH` shows what is not committed"
            raise LadderError("a difference is one between two ladders", hint)
        after = history.parsed(str(before)).path
        if not os.path.exists(after):
            raise CannotRead(f"no {quoted(after)} in the working tree", "name the later version, too")
    new = _whole(after)
    known = question.places(old, new)
    try:
        parts = [names.find_word(part, known, "part or id") for part in only]
    except UnknownName as error:
        hint = f"parts are {', '.join(question.PARTS)}; ids are those of levels, roles, competencies"
        raise LadderError(error.message, did_you_mean(error.near) or hint) from None
    return question.diff(old, new, only=parts)


def _whole(where: Where) -> Ladder:
    from ladder import history

    if isinstance(where, str) and history.is_spec(where):
        return history.ladder(where)
    return shelf.open_ladder(where).ladder()


def validate(*ladders: str | os.PathLike[str], strict: bool = False, today: str = "") -> "Validation":
    """Every problem of every file of ladders, and what their authors may not mean.

    Paths, or names on the shelf; without any, the ladder of this folder, else the bundled one. `today` makes pay old.

    Raises CannotRead where there is no ladder. Problems are no error here: they are the answer.
    """
    from ladder.questions import lint
    from ladder.questions import validation as question
    from ladder.reading.locating import locate
    from ladder.reading.whole import examine

    checked, problems = [], []
    named: dict[str, tuple[str, str]] = {}
    for place in [shelf.find(where) for where in ladders] or [shelf.nearest_ladder()]:
        named.setdefault(os.path.realpath(place[0]), place)
    for path, name in named.values():
        found = examine(path, name=name, reach=shelf.reach(path))
        own = list(found.problems)
        if found.folder and found.ladder:
            places = [(one, locate(found.folder, one.where)) for one in lint.lint(found.ladder, today, name or path)]
            own += [Problem(*at, one.code, one.message, one.hint, one.severity) for one, at in places]
        problems += sorted(own, key=lambda one: (one.path, one.line, one.column))
        checked.append(question.checked(name or shelf.called(path), path, found.ladder))
    return question.validation(checked, problems, strict=strict)


def ladders() -> "Shelf":
    """The ladders on the shelf: the bundled one, those of LADDER_PATH and of this folder, with where each stands."""
    from ladder.questions import ladders as question

    places = [(shelf.bundled_path(), "bundled"), *((path, "LADDER_PATH") for path in shelf.on_path())]
    before = {os.path.realpath(path) for path, _ in places}
    places += [(path, "this folder") for path in shelf.here() if os.path.realpath(path) not in before]
    known, found = {name: os.path.realpath(path) for name, path in shelf.standing().items()}, []
    for path, place in places:
        name = shelf.BUNDLED if place == "bundled" else shelf.called(path)
        counts = known.get(name) == os.path.realpath(path)
        try:
            folder = Folder(path, name=name, reach=shelf.reach(path))
            folder.check()
        except LadderError as error:
            found.append(question.Standing(name, "", os.path.abspath(path), place, counts, "", 0, 0, 0, str(error)))
            continue
        head = folder.header
        sizes = len(folder.order), len(folder.role_ids), len(head.competencies)
        title = head.title or name
        found.append(question.Standing(name, title, os.path.abspath(path), place, counts, head.version, *sizes, ""))
    return question.Shelf(tuple(found))


def bring(
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


def explain(code: str) -> "Explanation":
    """What a code of `validate` means."""
    from ladder.questions import explain as question

    return question.explain(code)


def _ways(ladder: Ladder, name: str) -> list[str]:
    """Where the ways on lead, and where others place the companies' levels that are placed here: for their titles."""
    rungs = [level for company in ladder.companies.values() for level in company.levels.values() if level.is_ == name]
    return [*(way.to for way in ladder.role(name).next), *(by.is_ for rung in rungs for by in rung.disagree)]


def _placed(here: Named) -> list[str]:
    """All levels, and the roles that companies' levels are said to be or to rank beside."""
    rungs = [level for company in here.companies().values() for level in company.levels.values()]
    named = [name for one in rungs for name in (one.is_, one.beside, *(by.is_ for by in one.disagree)) if name]
    return list(dict.fromkeys([*here.order, *named]))


def _open(
    typed: Sequence[str],
    where: Where,
    *,
    parts: Sequence[str] | None = None,
    pay: bool = True,
    companies: bool = False,
    around: bool = False,
    levels: bool = False,
    placed: bool = False,
) -> _Sides:
    """Finds what was typed and opens it: of each ladder the files of these ids, and of those these parts.

    `around` opens those, too, to which the ways on lead, for their titles; `levels` opens all levels, and `placed`
    also the roles at which companies' levels are placed.
    """
    here = shelf.open_ladder(where, parts)
    others: dict[str, Named | None] = {}

    def other(name: str) -> Named | None:
        if name not in others:
            others[name] = shelf.find_ladder(name, parts)
        return others[name]

    found = [names.find(word, here, other) for word in typed]
    ladders: list[tuple[Named, Ladder]] = []
    for named in (one.ladder for one in found):
        if not any(named is opened for opened, _ in ladders):
            ids = [*(_placed(named) if placed else named.order if levels else ())]
            ids += [one.id for one in found if one.ladder is named]
            ladder = named.ladder(ids, pay=pay, companies=companies)
            while around and (further := [to for name in ids for to in _ways(ladder, name) if to not in ids]):
                ids += further
                ladder = named.ladder(ids, pay=pay, companies=companies)
                if not levels:  # their titles are all that was wanted
                    break
            ladders.append((named, ladder))
    sides = [(ladder, one.id) for one in found for named, ladder in ladders if named is one.ladder]
    return _Sides(tuple(sides), tuple(one.ladder for one in found))
