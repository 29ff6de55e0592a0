"""What is the difference between two to four levels or roles, taken stepwise from the lowest up."""

from collections.abc import Collection, Iterable, Sequence
from typing import Final

from ladder import names
from ladder.errors import LadderError
from ladder.frozen import Frozen
from ladder.model import Ladder, Level, Share, Source
from ladder.needs import Needs
from ladder.questions.citing import cited, told_apart
from ladder.questions.comp import Pay, comp
from ladder.questions.expected import Expectation, expected
from ladder.questions.matching import Change, Weights, changes, normal

NEEDS: Final = Needs(parts=("expects", "time"), pay=True)
MOST: Final = 4


class Side(Frozen):
    """One of those compared."""

    id: str
    title: str
    ladder: str
    track: str
    rank: int
    level: str
    discipline: str
    summary: str


class Subject(Frozen):
    """One competency on the way from one side to the next. `before` and `after` are None where a side says nothing."""

    id: str
    title: str
    group: str
    before: Expectation | None
    after: Expectation | None
    changes: tuple[Change, ...]


class Counts(Frozen):
    """How many statements are new, raised, kept, and left behind; `differs` counts between sides of one rank."""

    new: int
    raised: int
    differs: int
    kept: int
    left: int


class Move(Frozen):
    """The way from one side to the next: by their places among the sides."""

    before: int
    after: int
    counts: Counts
    subjects: tuple[Subject, ...]


class Hours(Frozen):
    """One activity's share of the week on every side; None where it is not reported."""

    id: str
    title: str
    shares: tuple[Share | None, ...]


class Unstated(Frozen):
    """What a side's shares leave open, in percent of the week; `low` and `high` of their sum are the ranges' ends."""

    low: float
    high: float
    sum_low: float
    sum_high: float


class Comparison(Frozen):
    """The answer. A part that was not asked for is None; a part of which nothing is known is there, and empty."""

    sides: tuple[Side, ...]
    moves: tuple[Move, ...] | None
    time: tuple[Hours, ...] | None
    unstated: tuple[Unstated | None, ...]
    pay: tuple[Pay, ...] | None  # one a ladder
    sources: tuple[Source, ...]


def compare(
    sides: Sequence[tuple[Ladder, str]],
    *,
    only: Collection[str] = (),
    changes_only: bool = False,
    today: str = "",
) -> Comparison:
    """The differences between two to four (ladder, id) sides, in any order.

    `only` names the parts to answer: competencies by id or title, "expects" for all of them, "time", "comp". With
    `changes_only` what is kept is left out (and still counted).

    Raises LadderError where there are fewer than two sides or more than four, or one of them twice; UnknownName for
    a part that is none.
    """
    known = parts(ladder for ladder, _ in sides)
    only = [names.find_word(part, known, "part") for part in only]
    if not 2 <= len(sides) <= MOST:
        raise LadderError(
            f"compare takes two to {MOST} levels or roles, not {len(sides)}",
            "name them by id, title or alias: `ladder list` shows them all",
        )
    if len({(ladder.name, name) for ladder, name in sides}) < len(sides):
        raise LadderError("a level cannot be compared with itself", "name two different levels or roles")
    ordered = told_apart(sorted(sides, key=lambda side: side[0].role(side[1]).rank or 0))
    levels = [(ladder, ladder.role(name)) for ladder, name in ordered]
    wants = _Wants(only)
    moves = None
    if wants.expectations:
        moves = tuple(_move(levels, index, wants, changes_only) for index in range(len(levels) - 1))
    time = _time(levels) if wants.part("time") else None
    unstated = tuple(unstated_share(level) for _, level in levels) if time is not None else ()
    pay = None
    if wants.part("comp"):
        together = {ladder.name: [one.id for other, one in levels if other.name == ladder.name] for ladder, _ in levels}
        ladders = {ladder.name: ladder for ladder, _ in levels}
        pay = tuple(comp(ladders[name], ids, today=today) for name, ids in together.items())
    sources = {source.id: source for ladder, _ in levels for source in cited((moves, time, pay), ladder.sources)}
    return Comparison(
        tuple(_side(ladder, level) for ladder, level in levels), moves, time, unstated, pay, tuple(sources.values())
    )


def parts(ladders: Iterable[Ladder]) -> dict[str, str]:
    """What `only` may name, with titles: time, pay, expectations, and the competencies of the ladders."""
    known = {"time": "time", "comp": "pay", "expects": "expectations"}
    for ladder in ladders:
        known.update({name: competency.title or name for name, competency in ladder.competencies.items()})
    return known


def unstated_share(level: Level) -> Unstated | None:
    """What a level's time shares leave open; None where it has none. What people report is no share of one week.

    >>> unstated_share(Level("x", time={"a": Share(30, 40), "b": Share(45, 70)}))
    Unstated(low=0, high=25, sum_low=75, sum_high=110)
    """
    shares = [share for share in level.time.values() if not share.spans]
    if not shares:
        return None
    low = round(sum(share.low for share in shares), 6)
    high = round(sum(share.high for share in shares), 6)
    return Unstated(max(0, 100 - high), max(0, 100 - low), low, high)


class _Wants:
    def __init__(self, only: Collection[str]) -> None:
        self.only = set(only)
        self.expectations = not self.only or bool(self.only - {"time", "comp"})

    def part(self, name: str) -> bool:
        return not self.only or name in self.only

    def competency(self, name: str) -> bool:
        return not self.only or "expects" in self.only or name in self.only


def _side(ladder: Ladder, level: Level) -> Side:
    track = ladder.tracks.get(level.track)
    return Side(
        level.id,
        level.title or level.id,
        ladder.name,
        track.title or level.track if track else level.track,
        level.rank or 0,
        level.level,
        level.discipline,
        level.summary,
    )


def _move(levels: Sequence[tuple[Ladder, Level]], index: int, wants: _Wants, changes_only: bool) -> Move:
    (ladder, level), (other, higher) = levels[index], levels[index + 1]
    before, after = expected(ladder, level), expected(other, higher)
    pairs = _paired(ladder, other, before, after)
    upwards = ladder.name == other.name and (level.rank or 0) < (higher.rank or 0)
    weights = Weights(
        statement for part in (*before.values(), *after.values()) for statement in part.statements + part.inherited
    )
    subjects = []
    for old, new in pairs:
        shown = new or old
        assert shown is not None
        if not (wants.competency(shown.id) or (old and wants.competency(old.id))):
            continue
        found = changes(
            old.inherited + old.statements if old else (),
            new.inherited + new.statements if new else (),
            weights,
            upwards=upwards,
        )
        subjects.append(Subject(shown.id, shown.title, shown.group, old, new, found))
    kinds = [change.kind for subject in subjects for change in subject.changes]
    counts = Counts(*(kinds.count(kind) for kind in Counts._fields))  # type: ignore[arg-type]
    if changes_only:
        subjects = [
            subject._replace(changes=tuple(change for change in subject.changes if change.kind != "kept"))
            for subject in subjects
        ]
        subjects = [subject for subject in subjects if subject.changes]
    return Move(index, index + 1, counts, tuple(subjects))


def _paired(
    ladder: Ladder, other: Ladder, before: dict[str, Expectation], after: dict[str, Expectation]
) -> list[tuple[Expectation | None, Expectation | None]]:
    """Competencies of both sides in the first ladder's order; across ladders by id, then by title."""
    titles = {normal(part.title): name for name, part in reversed(after.items()) if name not in before}
    left = dict(after)
    pairs: list[tuple[Expectation | None, Expectation | None]] = []
    for name in ladder.competencies:
        old = before.get(name)
        twin = name if name in left else titles.get(normal(old.title)) if old and ladder.name != other.name else None
        new = left.pop(twin, None) if twin else None
        if old or new:
            pairs.append((old, new))
    return pairs + [(None, new) for new in left.values()]


def _time(levels: Sequence[tuple[Ladder, Level]]) -> tuple[Hours, ...]:
    titles: dict[str, str] = {}
    for ladder, level in levels:
        for name, activity in ladder.activities.items():
            if name in level.time:
                titles.setdefault(name, activity.title or name)
    return tuple(
        Hours(name, title, tuple(level.time.get(name) for _, level in levels)) for name, title in titles.items()
    )
