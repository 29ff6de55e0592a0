"""What to do about statements that a log has nothing for: what each looks like, how much time, and what stops people.

All of it is the ladder's own: examples, signals, activities and their share of a week, what shows the step and what
stops people on it. An activity, a sign or an obstacle belongs to a competency where its words say so, which is
derived and marked as such. Where the ladder has nothing, the plan says so.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from ladder.contents.citing import cited
from ladder.errors import UnknownName, listed, nearest
from ladder.frozen import Frozen
from ladder.logs.entry import Entry, Log
from ladder.model import Ladder, Next, Share, Source, Statement
from ladder.needs import Needs
from ladder.questions.gap import Asked, Part, gap
from ladder.questions.suggest import suggest, vocabulary

NEEDS: Final = Needs(parts=("expects", "time", "next"))
FIRST: Final = 3
"""For how many statements a plan is made where nobody says for which."""


class Activity(Frozen):
    """What such a week is spent on, and how much of it goes there."""

    id: str
    title: str
    share: Share


class Step(Frozen):
    """One statement to work on. `entries` are what the log has for it already, the newest first."""

    claim: str
    competency: str
    statement: Statement
    activities: tuple[Activity, ...]
    evidence: tuple[Statement, ...]
    obstacles: tuple[Statement, ...]
    entries: tuple[Entry, ...]


class Plan(Frozen):
    """The answer. `picked`: the writer said for which statements; else they are the first that the log has not.

    `obstacles` stop people on this step whatever they work on.
    """

    id: str
    title: str
    before: str
    before_title: str
    log: str
    picked: bool
    steps: tuple[Step, ...]
    obstacles: tuple[Statement, ...]
    entries: tuple[Entry, ...]
    ladder: str
    sources: tuple[Source, ...]
    language: str = "en"


def plan(ladder: Ladder, name: str, log: Log, before: str = "", wanted: Sequence[str] = (), called: str = "") -> Plan:
    """A plan for statements of a level, by their claims, ids or competencies; else for the first not in the log.

    Raises UnknownName for what is no statement of the level.
    """
    found = gap(ladder, name, [log], before)
    asked = [(part, one) for part in found.competencies for one in part.statements]
    absent = [(part, one) for part, one in asked if one.marks == ("absent",)]
    chosen = _chosen(asked, wanted) if wanted else absent[:FIRST]
    way = _way(ladder, found.before, name)
    speaks_of = _speaks_of(ladder)
    steps = tuple(_step(ladder, name, part, one, way, speaks_of, found.entries) for part, one in chosen)
    told = {said for step in steps for said in step.obstacles}
    rest = tuple(said for said in (way.obstacles if way else ()) if said not in told)
    return Plan(
        name,
        found.title,
        found.before,
        found.before_title,
        log.name,
        bool(wanted),
        steps,
        rest,
        found.entries,
        called,
        cited([steps, rest], ladder.sources),
        ladder.language,
    )


def _chosen(asked: Sequence[tuple[Part, Asked]], wanted: Sequence[str]) -> list[tuple[Part, Asked]]:
    """The statements that were named, in the order of the ladder."""
    picked: set[str] = set()
    for typed in wanted:
        word = typed.lstrip("#")
        some = [one.claim for part, one in asked if word in (one.claim, one.statement.id, part.id)]
        if not some:
            known = [one.claim for _, one in asked]
            near = nearest(word, [*known, *(one.statement.id for _, one in asked if one.statement.id)])
            raise UnknownName("statement", typed, near, f"some of them: {listed(known[:4])}")
        picked.update(some)
    return [(part, one) for part, one in asked if one.claim in picked]


def _step(
    ladder: Ladder,
    name: str,
    part: Part,
    one: Asked,
    way: Next | None,
    speaks_of: Callable[[str], str],
    entries: Sequence[Entry],
) -> Step:
    def about(statements: Sequence[Statement]) -> tuple[Statement, ...]:
        return tuple(said for said in statements if speaks_of(said.text) == part.id)

    time: Mapping[str, Share] = ladder.role(name).time
    titles = {id_: ladder.activities[id_].title or id_ if id_ in ladder.activities else id_ for id_ in time}
    spent = [Activity(id_, titles[id_], share) for id_, share in time.items() if speaks_of(titles[id_]) == part.id]
    return Step(
        one.claim,
        part.title,
        one.statement,
        tuple(spent),
        about(way.evidence if way else ()),
        about(way.obstacles if way else ()),
        tuple(entries[place] for some in one.evidence for place in some),
    )


def _speaks_of(ladder: Ladder) -> Callable[[str], str]:
    """A function from a text to the competency of which its words speak first; to nothing where none do."""
    words = vocabulary(ladder)

    def speaks_of(text: str) -> str:
        found = suggest(words, text)
        return found[0].competency if found else ""

    return speaks_of


def _way(ladder: Ladder, before: str, name: str) -> Next | None:
    """The way on that leads from the level before to this one, or to the level of this role."""
    known = {**ladder.levels, **ladder.roles}
    ends = {name, ladder.role(name).level}
    return next((way for way in known[before].next if way.to in ends), None) if before in known else None
