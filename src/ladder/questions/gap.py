"""What a level expects, statement by statement, beside what a person's log has for it.

Only the writer says which entry belongs to which statement, by a claim in the log (`#influence/negotiates`). Nothing
is counted, added up or weighed: an entry that is there has an outcome or has none yet, and what is not in the log is
not the same as not done. Lower levels are taken for granted. Several logs stand beside each other.
"""

from collections.abc import Iterable, Sequence
from typing import Final, Literal

from ladder.contents.citing import cited
from ladder.contents.expected import expected
from ladder.errors import LadderError, quoted
from ladder.frozen import Frozen
from ladder.logs.entry import Entry, Log
from ladder.model import Ladder, Level, Source, Statement
from ladder.needs import Needs

NEEDS: Final = Needs(parts=("expects",))
STEPS: Final = Needs(parts=("next",), also=("levels", "ways"))
"""What is read to find the level above another."""

Mark = Literal["outcome", "open", "absent"]


class Asked(Frozen):
    """A statement of the level. `claim` is what one writes behind an entry to put it here.

    For each log `evidence` has the places of its entries among the answer's, the newest first, and `marks` says
    whether one of them has an outcome.
    """

    claim: str
    statement: Statement
    marks: tuple[Mark, ...]
    evidence: tuple[tuple[int, ...], ...]


class Part(Frozen):
    """A competency, its statements, and `others`: entries claimed for it, but for no statement of this level."""

    id: str
    title: str
    short: str
    statements: tuple[Asked, ...]
    others: tuple[int, ...]


class Gap(Frozen):
    """The answer. `before` is the level below, empty where there is none; `logs` are the names of the logs.

    `unknown` are claims that name nothing in this ladder, `waiting` entries without any claim.
    """

    id: str
    title: str
    before: str
    before_title: str
    logs: tuple[str, ...]
    competencies: tuple[Part, ...]
    unknown: tuple[str, ...]
    waiting: tuple[int, ...]
    entries: tuple[Entry, ...]
    ladder: str
    sources: tuple[Source, ...]
    language: str = "en"


def gap(ladder: Ladder, name: str, logs: Sequence[Log], before: str = "", called: str = "") -> Gap:
    """What a level or role expects beside logs. `before` is where the writer stands, else the level below.

    `called` is the ladder's name where a command must give it.
    """
    level = ladder.role(name)
    entries = tuple(entry for one in logs for entry in one.entries)
    owner = tuple(number for number, one in enumerate(logs) for _ in one.entries)
    claimed: dict[str, list[int]] = {}
    for place in newest_first(entries):
        if not entries[place].repeats and counts(ladder, level, entries[place]):
            for tag in entries[place].tags:
                claimed.setdefault(tag, []).append(place)
    parts = []
    for part in expected(ladder, level).values():
        statements = tuple(
            _asked(
                claim,
                said,
                [[at for at in claimed.get(claim, ()) if owner[at] == log] for log in range(len(logs))],
                entries,
            )
            for claim, said in claims(part.id, part.statements)
        )
        own = {one.claim for one in statements}
        others = [
            at for tag, some in claimed.items() if tag.partition("/")[0] == part.id and tag not in own for at in some
        ]
        parts.append(Part(part.id, part.title, part.short, statements, tuple(dict.fromkeys(others))))
    known = ladder.competencies.keys()
    unknown = dict.fromkeys(tag for one in entries for tag in one.tags if tag.partition("/")[0] not in known)
    waiting = tuple(place for place, one in enumerate(entries) if not one.repeats and not one.tags)
    below = before if before and before != name else _below(ladder, level)
    return Gap(
        name,
        level.title or name,
        below,
        ladder.title_of(below) if below else "",
        distinct([one.name for one in logs]),
        tuple(parts),
        tuple(unknown),
        waiting,
        entries,
        called,
        cited([tuple(parts)], ladder.sources),
        ladder.language,
    )


def claims(competency: str, statements: Iterable[Statement]) -> list[tuple[str, Statement]]:
    """What one writes to claim each statement: its id, else its number among those of the competency, from 1."""
    return [(f"{competency}/{said.id or number}", said) for number, said in enumerate(statements, 1)]


def counts(ladder: Ladder, level: Level, entry: Entry) -> bool:
    """Whether what an entry claims holds for a level: it names no level, this one or a higher one."""
    order = ladder.order
    here = level.level or level.id
    if entry.level not in order or here not in order:
        return True
    return order.index(entry.level) >= order.index(here)


def above(ladder: Ladder, name: str) -> str:
    """The level after one: where its first way on leads, else the next of its track.

    Raises LadderError where there is none.
    """
    level = ladder.role(name)
    if level.next:
        return level.next[0].to
    here = ladder.levels.get(level.level) or level
    higher = [one for one in ladder.levels.values() if one.track == here.track and (one.rank or 0) > (here.rank or 0)]
    if not higher:
        raise LadderError(f"no level above {quoted(name)}", "name the level that you look at: `ladder gap LEVEL`")
    return min(higher, key=lambda one: one.rank or 0).id


def newest_first(entries: Sequence[Entry]) -> list[int]:
    """The places of entries, the newest first, those without a date last and in their order."""
    return sorted(range(len(entries)), key=lambda place: _when(entries[place].date), reverse=True)


def distinct(names: Sequence[str]) -> tuple[str, ...]:
    """Names of logs, told apart by numbers where two are the same."""
    places = [names[: place + 1].count(one) for place, one in enumerate(names)]
    return tuple(f"{one} ({place})" if names.count(one) > 1 else one for one, place in zip(names, places, strict=True))


def _asked(claim: str, said: Statement, found: Sequence[Sequence[int]], entries: Sequence[Entry]) -> Asked:
    marks = tuple(_mark(entries[place] for place in some) for some in found)
    return Asked(claim, said, marks, tuple(map(tuple, found)))


def _mark(some: Iterable[Entry]) -> Mark:
    outcomes = [bool(one.outcome) for one in some]
    return "outcome" if any(outcomes) else "open" if outcomes else "absent"


def _when(date: str | None) -> str:
    """A date as it sorts: by the end of what it states."""
    if not date:
        return ""
    part = date[5:]
    month = {"Q": 3, "H": 6}.get(part[:1], 0) * int(part[1:]) if part[:1] in ("Q", "H") else 0
    return f"{date[:4]}-{month:02d}" if month else date


def _below(ladder: Ladder, level: Level) -> str:
    order = ladder.order
    here = level.level or level.id
    place = order.index(here) if here in order else 0
    return order[place - 1] if place else ""
