"""The way through for a program: names in, answers out. The commands ask here, too, and print what they get.

Each function takes names as a person would type them ("sr staff", "google:L6", "acme:ic5"), opens the
files that the question needs and no others, and asks the question. `ladder` is a path, a name on the
shelf, a Ladder that `load` returned, or None for the bundled one.

All raise LadderError, with a message and a hint, for what a user can mend: unknown names, files that are
no ladder (InvalidLadder, with every problem), questions that do not fit.
"""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ladder import names, shelf
from ladder.errors import LadderError
from ladder.frozen import Frozen
from ladder.model import Ladder, Measure
from ladder.names import Named

if TYPE_CHECKING:  # each question is imported by the function that asks it
    from ladder.questions.comp import Pay
    from ladder.questions.compare import Comparison
    from ladder.questions.day import Days
    from ladder.questions.listing import Listing
    from ladder.questions.show import Profile

Where = str | os.PathLike[str] | Ladder | None


class _Sides(Frozen):
    """What was typed, found: each ladder with the ids that are needed of it opened, in the order typed."""

    sides: tuple[tuple[Ladder, str], ...]

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
    archetype: str = "",
) -> "Days":
    """The day of a level or role, as recorded, or composed from its time shares.

    `hours` and `start` (minutes after midnight) shape a composed day; `week` asks for five.
    """
    from ladder.questions import day as question

    side, name = _open([role], ladder, parts=("time", "days"), pay=False).one
    if archetype:
        known = {one: hat.title or one for one, hat in side.archetypes.items()}
        archetype = names.find_word(archetype, known, "archetype")
    return question.day(side, name, hours=hours, start=start, week=week, archetype=archetype)


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


def _open(
    typed: Sequence[str],
    where: Where,
    *,
    parts: Sequence[str] | None = None,
    pay: bool = True,
    companies: bool = False,
    around: bool = False,
) -> _Sides:
    """Finds what was typed and opens it: of each ladder the files of these ids, and of those these parts.

    `around` opens those, too, to which the ways on lead, for their titles.
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
            ids = [one.id for one in found if one.ladder is named]
            ladder = named.ladder(ids, pay=pay, companies=companies)
            if around:
                ids += [way.to for name in ids for way in ladder.role(name).next]
                ladder = named.ladder(ids, pay=pay, companies=companies)
            ladders.append((named, ladder))
    sides = [(ladder, one.id) for one in found for named, ladder in ladders if named is one.ladder]
    return _Sides(tuple(sides))
