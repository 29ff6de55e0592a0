"""What was typed, and what a question needs, to opened ladders.

A ladder is a path, a name on the shelf, `git:REV:PATH`, a Ladder that was read before, or None for the one that
LADDER_DEFAULT names, else the bundled one.
The names of levels and roles lead into it, to a company's levels ("google:L6"), or to another ladder ("acme:ic5").
All functions raise LadderError, with a hint, for what leads nowhere, and InvalidLadder where a file that was opened
has problems.
"""

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Final

from ladder import names, shelf
from ladder.errors import CannotRead, LadderError, quoted
from ladder.frozen import Frozen
from ladder.model import Company, Ladder, Phrase, Survey, Threshold, TitleRule
from ladder.names import Found, Named
from ladder.needs import CLAIMS, EVERYTHING, Also, Needs, Part, Table
from ladder.reading.folder import Folder

if TYPE_CHECKING:
    from ladder.questions.ladders import Shelved
    from ladder.questions.validation import Examined
    from ladder.titling import Titles

Where = str | os.PathLike[str] | Ladder | None

OPENED: Final = 60
"""How many levels and roles a search opens at once, the most promising first; a ladder of no more it opens whole."""


class Opened(Frozen):
    """What was typed, found: for each name its ladder, with what the question needs of it opened, and the id."""

    sides: tuple[tuple[Ladder, str], ...]
    found: tuple[Found, ...]

    @property
    def one(self) -> tuple[Ladder, str]:
        """The first name."""
        return self.sides[0]

    @property
    def called(self) -> tuple[str, ...]:
        """For each name that was a company's level, company and level as one says them: Google L5; else nothing."""
        words = []
        for one in self.found:
            company = one.ladder.companies()[one.rung[0]] if one.rung else None
            words.append(f"{company.title or company.id} {one.rung[1]}" if company and one.rung else "")
        return tuple(words)

    def together(self, message: str, hint: str = "ask for one ladder at a time") -> tuple[Ladder, list[str]]:
        """The ladder of all names, and their ids.

        Raises LadderError, with this message and hint, where they lie in several.
        """
        if any(one.ladder is not self.found[0].ladder for one in self.found):
            raise LadderError(message, hint)
        return self.sides[0][0], [name for _, name in self.sides]


def named(where: Where = None, parts: Sequence[Part | Table] | None = None) -> Named:
    """A ladder of which nothing is opened yet but its header. Of its levels only `parts` are read later."""
    if isinstance(where, Ladder):
        return Held(where)
    if shelf.given() is not None:
        return _folder(*(shelf.nearest_ladder() if where is None else shelf.find(where)), parts)
    if where is None:
        where = os.environ.get("LADDER_DEFAULT") or None
    if where is None:
        return Folder(shelf.bundled_path(), name=shelf.BUNDLED, parts=parts)
    spec = os.fspath(where)
    if spec.startswith(names.GIT):
        from ladder import history  # git is asked, which few commands need

        return Held(history.ladder(spec))
    path, name = shelf.find(where)
    return _folder(path, name, parts)


def other(name: str, parts: Sequence[Part | Table] | None = None) -> Named | None:
    """The ladder with this name on the shelf, or at this path; None where there is none."""
    if shelf.given() is None and os.sep in name and os.path.exists(name):
        return _folder(name, "", parts)
    found = shelf.called_so(name)
    return _folder(*found, parts) if found else None


def header(where: Where = None) -> Ladder:
    """A ladder without its levels, pay and companies: what stands in its header and tables."""
    return named(where).ladder([], pay=False, companies=False)


def whole(where: Where = None, needs: Needs = EVERYTHING) -> Ladder:
    """A ladder of which nobody named a level or role, with all that the question needs."""
    return _opened(named(where, needs.parts), needs, needs.all)


def opened(typed: Sequence[str], where: Where, needs: Needs, *, any_rung: bool = False) -> Opened:
    """The levels and roles that were typed, with all that the question needs of their ladders.

    `any_rung`: a company's level may be none here; its id is empty then.
    """
    here = named(where, needs.parts)
    others: dict[str, Named | None] = {}

    def elsewhere(name: str) -> Named | None:
        if name not in others:
            others[name] = other(name, needs.parts)
        return others[name]

    found = tuple(names.find(word, here, elsewhere, any_rung=any_rung) for word in typed)
    ladders: dict[int, Ladder] = {}
    for one in found:
        if id(one.ladder) not in ladders:
            ids = [each.id for each in found if each.ladder is one.ladder and each.id]
            ladders[id(one.ladder)] = _opened(one.ladder, needs, needs.also, ids)
    return Opened(tuple((ladders[id(one.ladder)], one.id) for one in found), found)


def listed(
    typed: str, where: Where, needs: Needs, known: Callable[[Ladder], Mapping[str, str]], what: str
) -> tuple[Ladder, str]:
    """The ladder and the id of something in its header that was typed, perhaps behind another ladder's name.

    `known` are the ids with their titles, `what` they are called.
    """
    here, typed = named_in(typed, where, needs.parts)
    found = names.find_word(typed, known(here.ladder([], pay=False, companies=False)), what)
    return _opened(here, needs, needs.all), found


def named_in(typed: str, where: Where, parts: Sequence[Part | Table] | None = None) -> tuple[Named, str]:
    """The ladder that a word names before a colon, and the rest of the word; else this one, and the word."""
    here = named(where, parts)
    prefix, colon, rest = typed.partition(":")
    if colon and not names.find_company(prefix, here.companies()):
        own = names.normal(prefix) == names.normal(here.name)
        if there := here if own else other(prefix, parts):
            return there, rest
    return here, typed


def promising(where: Where, beginnings: Sequence[str], phrase: str, *, first: int) -> Iterator[tuple[Ladder, int, int]]:
    """A ladder with ever more of its levels and roles opened, those first in whose files words begin so.

    Each with how many that hold the words are still unread, and how many of these likely hold them. A small ladder
    comes whole, a large one `first` after `OPENED` levels and roles.
    """
    here = named(where, CLAIMS)
    every = [*here.order, *here.role_ids]
    likely, perhaps = (every, []) if len(every) <= OPENED else here.mentioning(beginnings, phrase)
    levels = here.order if len(here.order) <= OPENED else ()  # for their titles
    most = OPENED + first
    while True:
        side = here.ladder([*levels, *likely[:most], *perhaps[: max(0, most - len(likely))]])
        unread = sum(name not in side.levels and name not in side.roles for name in (*likely, *perhaps))
        yield side, unread, max(0, len(likely) - most)
        if not unread:
            return
        most *= 4


def some(where: Where) -> Ladder:
    """The first levels and roles of a ladder, as many as a search opens at once."""
    here = named(where, CLAIMS)
    return here.ladder([*here.order, *here.role_ids][:OPENED])


def today_or(day: str | None) -> str:
    """The day that was given, else today."""
    return time.strftime("%Y-%m-%d") if day is None else day


def title_rules(where: Where = None) -> tuple[TitleRule, ...]:
    """The rules by which a ladder reads the titles of jobs: its own, before them those of the bundled ladder.

    A rule with an id of the bundled ladder's takes the place of that rule.
    """
    from ladder.titling import fitted

    here = named(where, ())
    own = here.title_rules()
    bundled = _folder(shelf.bundled_path(), shelf.BUNDLED, ()).title_rules()
    if here.name == shelf.BUNDLED or own.keys() >= bundled.keys():
        return tuple(own.values())
    left = [rule for name, rule in bundled.items() if name not in own]
    return (*fitted(left, here.order, here.titles()), *own.values())


def for_postings(where: Where, needs: Needs) -> "tuple[Ladder, Titles]":
    """A ladder with what postings are read by, and its rules for titles.

    Cues, phrases and thresholds are the ladder's own, before them those of the bundled ladder with other ids. A bundled
    threshold for a level that this ladder lacks goes to the level whose title says the same; where there is none, it is
    left out.
    """
    if where is None and not os.environ.get("LADDER_DEFAULT"):
        return _bundled_for_postings(needs)
    from ladder.titling import Titles

    side, titles = whole(where, needs), Titles(title_rules(where))
    if side.name == shelf.BUNDLED:
        return side, titles
    bundled, theirs = _bundled_for_postings(needs)
    meant = {theirs.of(side.title_of(name)).level: name for name in reversed(side.order)}
    meant |= {name: name for name in side.order}
    fitted: dict[str, Threshold] = {}
    for name, one in bundled.thresholds.items():
        if one.level in meant:
            fitted[name] = one._replace(level=meant[one.level])
        elif fitted:  # a level that this ladder does not have is above the last one
            last = next(reversed(fitted))
            fitted[last] = fitted[last]._replace(above=True)
    return side._replace(
        cues={**bundled.cues, **side.cues},
        phrases={**bundled.phrases, **side.phrases},
        thresholds=side.thresholds or fitted,
    ), titles


def stock_phrases(side: Ladder) -> tuple[Phrase, ...]:
    """The stock phrases of postings that a ladder knows, and those of the bundled ladder with other ids."""
    bundled = {} if side.name == shelf.BUNDLED else named(shelf.bundled_path(), ("phrases",)).ladder([]).phrases
    return tuple({**bundled, **side.phrases}.values())


@cache
def _bundled_for_postings(needs: Needs) -> "tuple[Ladder, Titles]":
    """The bundled ladder, read once: whoever reads a thousand postings asks a thousand times."""
    from ladder.titling import Titles

    path = shelf.bundled_path()
    return _opened(_folder(path, shelf.BUNDLED, needs.parts), needs, needs.all), Titles(title_rules(path))


def versions(before: Where, after: Where = None) -> tuple[Ladder, Ladder]:
    """Two versions of a ladder, whole. Without `after`, what `before` names at a revision as it stands now."""
    old = whole(before)
    if after is None:
        after = _working_copy(before)
    return old, whole(after)


def _working_copy(before: Where) -> str:
    from ladder import history

    if not history.is_spec(before):
        hint = "name the later version, too; `ladder diff git:HEAD:PATH` shows what is not committed"
        raise LadderError("`diff` compares two ladders", hint)
    after = history.parsed(str(before)).path
    if not os.path.exists(after):
        raise CannotRead(f"no {quoted(after)} in the working tree", "name the later version, too")
    return after


def examined(ladders: Sequence[str | os.PathLike[str]]) -> "Iterator[Examined]":
    """Ladders with all problems of all their files; without any, that of the current folder, else the bundled one."""
    from ladder.questions.validation import Examined
    from ladder.reading.locating import locate
    from ladder.reading.whole import examine

    places: dict[str, tuple[str, str]] = {}
    for place in [shelf.find(where) for where in ladders] or [shelf.nearest_ladder()]:
        places.setdefault(os.path.realpath(place[0]), place)
    for path, name in places.values():
        found = examine(path, name=name, reach=shelf.reach(path))
        folder = found.folder

        def at(where: tuple[str | int, ...], folder: Folder | None = folder) -> tuple[str, int, int]:
            assert folder is not None, "what could not be read has no findings"
            return locate(folder, where)

        yield Examined(name or shelf.called(path), path, name or path, found.ladder, tuple(found.problems), at)


def standing() -> "Iterator[Shelved]":
    """The ladders on the shelf: the bundled one, then those of LADDER_PATH and of the current folder."""
    if (given := shelf.given()) is not None:
        yield from (_standing(name, path, "given", counts=True) for name, path in given.items())
        return
    places = [(shelf.bundled_path(), "bundled"), *((path, "LADDER_PATH") for path in shelf.on_path())]
    before = {os.path.realpath(path) for path, _ in places}
    places += [(path, "this folder") for path in shelf.here() if os.path.realpath(path) not in before]
    known = {name: os.path.realpath(path) for name, path in shelf.standing().items()}
    for path, place in places:
        name = shelf.BUNDLED if place == "bundled" else shelf.called(path)
        yield _standing(name, path, place, counts=known.get(name) == os.path.realpath(path))


def _standing(name: str, path: str, place: str, *, counts: bool) -> "Shelved":
    from ladder.questions.ladders import Shelved

    found, problem = None, ""
    try:
        found = _folder(path, name, ()).ladder([], pay=False, companies=False)
    except LadderError as error:
        problem = str(error)
    return Shelved(name, os.path.abspath(path), place, counts, found, problem)


class Held:
    """A ladder that was read before: the same questions, and nothing to open."""

    def __init__(self, ladder: Ladder) -> None:
        self.held = ladder
        self.name = ladder.name
        self.order = ladder.order
        self.role_ids = ladder.role_ids

    def titles(self) -> Mapping[str, tuple[str, ...]]:
        """Title and aliases by id."""
        return {name: (role.title, *role.aliases) for name, role in {**self.held.levels, **self.held.roles}.items()}

    def mentioning(self, beginnings: object = (), phrase: str = "") -> tuple[list[str], list[str]]:
        """All levels and roles: there is no file to look into first."""
        return [*self.order, *self.role_ids], []

    def companies(self) -> Mapping[str, Company]:
        """Companies by id."""
        return self.held.companies

    def title_rules(self) -> Mapping[str, TitleRule]:
        """Rules for titles of jobs by id."""
        return self.held.title_rules

    def surveys(self) -> Mapping[str, Survey]:
        """Surveys of pay by id."""
        return self.held.surveys

    def ladder(self, ids: object = None, *, pay: bool = True, companies: bool = True) -> Ladder:
        """The ladder itself."""
        return self.held


def _folder(path: str, name: str, parts: Sequence[Part | Table] | None) -> Folder:
    return Folder(path, name=name, parts=parts, reach=shelf.reach(path))


def _opened(here: Named, needs: Needs, also: Iterable[Also], ids: Sequence[str] = ()) -> Ladder:
    """A ladder with these levels and roles, and those that are opened with them."""
    wanted = list(dict.fromkeys([*(name for one in also for name in _also(here, one)), *ids]))
    ladder = here.ladder(wanted, pay=needs.pay, companies=needs.companies)
    while "ways" in also and (further := _ways(ladder, wanted)):
        wanted += further
        ladder = here.ladder(wanted, pay=needs.pay, companies=needs.companies)
        if "levels" not in also:  # their titles are all that was wanted
            break
    return ladder


def _also(here: Named, also: Also) -> Iterable[str]:
    match also:
        case "levels":
            return here.order
        case "roles":
            return here.role_ids
        case "hats":
            hats = here.ladder([], pay=False, companies=False).archetypes.values()
            return [name for hat in hats for name in hat.levels]
        case "placed":
            rungs = [level for company in here.companies().values() for level in company.levels.values()]
            return [name for one in rungs for name in (one.is_, one.beside, *(by.is_ for by in one.disagree)) if name]
        case "paid":
            return [band.for_ for survey in here.surveys().values() for band in survey.bands if band.for_]
        case "ways":
            return ()


def _ways(ladder: Ladder, ids: Sequence[str]) -> list[str]:
    """Where the ways on from these lead, and where others place the companies' levels that are placed here."""
    rungs = [level for company in ladder.companies.values() for level in company.levels.values()]
    ends = [way.to for name in ids for way in ladder.role(name).next]
    ends += [by.is_ for name in ids for rung in rungs if rung.is_ == name for by in rung.disagree]
    return [name for name in dict.fromkeys(ends) if name not in ids]
