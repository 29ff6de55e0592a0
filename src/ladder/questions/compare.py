"""What is the difference between two to four levels or roles, taken stepwise from the lowest up."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Final, Literal, get_args

from ladder import names
from ladder.comparing.statements import Change, ChangeKind, changes
from ladder.contents.citing import cited, told_apart
from ladder.contents.expected import Expectation, expected
from ladder.errors import LadderError
from ladder.frozen import Frozen
from ladder.language import Weights, telling, wording
from ladder.model import EMPTY, Ladder, Level, Share, Source
from ladder.needs import Needs
from ladder.questions.comp import Pay, comp

NEEDS: Final = Needs(parts=("expects", "time", "next"), pay=True)
MOST: Final = 4


Matched = Literal["", "id", "title", "wording", "you"]
"""By what two competencies of different ladders were taken for one; nothing within one ladder."""


class Side(Frozen):
    """One of those compared. `called` is the name of a company's level, where one was typed: Google L5."""

    id: str
    title: str
    ladder: str
    track: str
    rank: int
    level: str
    discipline: str
    summary: str
    short: str
    called: str


class Subject(Frozen):
    """One competency on the way from one side to the next. `before` and `after` are None where a side says nothing.

    Across ladders `matched` says by what the two competencies were taken for one, and `other` how the lower side's is
    called there.
    """

    id: str
    title: str
    group: str
    before: Expectation | None
    after: Expectation | None
    changes: tuple[Change, ...]
    matched: Matched = ""
    other: str = ""


class Counts(Frozen):
    """How many statements are new, change, are the same, and are not said again."""

    new: int
    changes: int
    same: int
    unsaid: int


class Alone(Frozen):
    """A competency of one ladder that has no counterpart in the other, and how many statements stand under it."""

    id: str
    title: str
    statements: int


class Move(Frozen):
    """The way from one side to the next: by their places among the sides.

    `summary` is the sentence that the ladder has for this step. `only_before` and `only_after` are competencies of two
    ladders that have no counterpart: their statements are counted nowhere.
    """

    before: int
    after: int
    counts: Counts
    subjects: tuple[Subject, ...]
    summary: str
    source: tuple[str, ...]
    only_before: tuple[Alone, ...]
    only_after: tuple[Alone, ...]


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
    """The answer. A part that was not asked for is None; a part of which nothing is known is there, and empty.

    Where all names stand for one level there are no moves, and `alike` is true.
    """

    sides: tuple[Side, ...]
    moves: tuple[Move, ...] | None
    time: tuple[Hours, ...] | None
    unstated: tuple[Unstated | None, ...]
    pay: tuple[Pay, ...] | None  # one a ladder
    sources: tuple[Source, ...]
    language: str = "en"
    alike: bool = False


def compare(
    sides: Sequence[tuple[Ladder, str]],
    *,
    only: Collection[str] = (),
    changes_only: bool = False,
    called: Sequence[str] = (),
    match: Mapping[str, str] = EMPTY,
    today: str = "",
) -> Comparison:
    """The differences between two to four (ladder, id) sides: of one ladder by rank, of several as they were typed.

    `called` are the names of companies' levels that were typed, in the order of the sides, empty for any other name.
    Across ladders competencies are matched by id, title, then wording; `match` says of which one of the lower side's
    ladder corresponds to which of the next one's, by ids or titles.

    `only` names the parts to answer: competencies by id or title, "expects" for all of them, "time", "comp". With
    `changes_only` what stays the same is left out (and still counted).

    Raises LadderError where there are fewer than two sides or more than four, or one name stands there twice,
    UnknownName for a part or a competency that is none.
    """
    known = parts(ladder for ladder, _ in sides)
    only = [names.find_word(part, known, "part") for part in only]
    if not 2 <= len(sides) <= MOST:
        raise LadderError(
            f"`compare` takes two to {MOST} levels or roles, not {len(sides)}",
            "name them by id, title or alias: `ladder list` shows them all",
        )
    names_of = called or [""] * len(sides)
    if len({(id(ladder), name, word) for (ladder, name), word in zip(sides, names_of, strict=True)}) < len(sides):
        raise LadderError("a level cannot be compared with itself", "name two different levels or roles")
    if len({(id(ladder), name) for ladder, name in sides}) == 1:
        levels = [(ladder, ladder.role(name)) for ladder, name in sides]
        alike = tuple(_side(ladder, level, word) for (ladder, level), word in zip(levels, names_of, strict=True))
        return Comparison(alike, None, None, (), None, (), alike=True)
    ordered = _ordered(sides, names_of)
    words = [word for _, word in ordered]
    levels = [(ladder, ladder.role(name)) for ladder, name in told_apart([side for side, _ in ordered])]
    wants = _Wants(only)
    moves = None
    if wants.expectations:
        moves = tuple(_move(levels, index, wants, changes_only, match) for index in range(len(levels) - 1))
    time = _time(levels) if wants.part("time") else None
    unstated = tuple(unstated_share(level) for _, level in levels) if time is not None else ()
    pay = None
    if wants.part("comp"):
        together = {ladder.name: [one.id for other, one in levels if other.name == ladder.name] for ladder, _ in levels}
        ladders = {ladder.name: ladder for ladder, _ in levels}
        pay = tuple(comp(ladders[name], ids, today=today) for name, ids in together.items())
    sources = {source.id: source for ladder, _ in levels for source in cited((moves, time, pay), ladder.sources)}
    heads = tuple(_side(*side, word) for side, word in zip(levels, words, strict=True))
    languages = {ladder.language for ladder, _ in levels}
    language = languages.pop() if len(languages) == 1 else "en"
    return Comparison(heads, moves, time, unstated, pay, tuple(sources.values()), language)


def _ordered(sides: Sequence[tuple[Ladder, str]], called: Sequence[str]) -> list[tuple[tuple[Ladder, str], str]]:
    """The sides with what each was called: those of one ladder by rank, each once; those of several as they came."""
    found: dict[tuple[int, str], tuple[tuple[Ladder, str], str]] = {}
    for (ladder, name), word in zip(sides, called, strict=True):
        earlier = found.get((id(ladder), name))
        both = f"{earlier[1]}, {word}" if earlier and earlier[1] and word else word or (earlier[1] if earlier else "")
        found[id(ladder), name] = (ladder, name), both
    if len({id(ladder) for ladder, _ in sides}) > 1:
        return list(found.values())
    return sorted(found.values(), key=lambda one: one[0][0].role(one[0][1]).rank or 0)


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


def _side(ladder: Ladder, level: Level, called: str) -> Side:
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
        level.short,
        called,
    )


def _move(
    levels: Sequence[tuple[Ladder, Level]], index: int, wants: _Wants, changes_only: bool, match: Mapping[str, str]
) -> Move:
    (ladder, level), (other, higher) = levels[index], levels[index + 1]
    before, after = expected(ladder, level), expected(other, higher)
    pairs = [
        pair
        for pair in counterparts(ladder, other, before, after, match)
        if any(side and wants.competency(side.id) for side in (pair.before, pair.after))
    ]
    weights = Weights(
        statement.text for part in (*before.values(), *after.values()) for statement in part.statements + part.inherited
    )
    subjects = [_subject(pair, weights) for pair in pairs if ladder is other or (pair.before and pair.after)]
    kinds = [change.kind for subject in subjects for change in subject.changes]
    if changes_only:
        subjects = [
            subject._replace(changes=tuple(change for change in subject.changes if change.kind != "same"))
            for subject in subjects
        ]
        subjects = [subject for subject in subjects if subject.changes]
    way = next((way for way in level.next if way.to == higher.id), None) if ladder is other else None
    apart = [] if ladder is other else pairs
    return Move(
        index,
        index + 1,
        Counts(*(kinds.count(kind) for kind in get_args(ChangeKind))),
        tuple(subjects),
        way.summary if way else "",
        way.source if way and way.summary else (),
        tuple(_alone(pair.before) for pair in apart if pair.before and not pair.after),
        tuple(_alone(pair.after) for pair in apart if pair.after and not pair.before),
    )


def _alone(part: Expectation) -> Alone:
    return Alone(part.id, part.title, len(part.statements) + len(part.inherited))


def _subject(pair: "Pair", weights: Weights) -> Subject:
    old, new = pair.before, pair.after
    shown = new or old
    assert shown is not None
    found = changes(
        old.inherited + old.statements if old else (), new.inherited + new.statements if new else (), weights
    )
    other = old.title if old and new and old.title != new.title else ""
    return Subject(shown.id, shown.title, shown.group, old, new, found, pair.matched, other)


class Pair(Frozen):
    """A competency on both sides, or on one that has no counterpart."""

    before: Expectation | None
    after: Expectation | None
    matched: Matched = ""


def counterparts(
    ladder: Ladder,
    other: Ladder,
    before: Mapping[str, Expectation],
    after: Mapping[str, Expectation],
    match: Mapping[str, str] = EMPTY,
) -> list[Pair]:
    """The competencies of both sides, in the first ladder's order, then those that only the second one has.

    Across ladders they are matched as `match` says, by id, by title, and last by the words of their titles: two are
    one where all words of one title stand in the other ("Mentoring", "Mentoring and sponsorship").
    """
    if ladder is other:
        return [
            Pair(before.get(name), after.get(name)) for name in ladder.competencies if name in before or name in after
        ]
    partners: dict[str, tuple[str, Matched]] = {}
    for ours, theirs in match.items():
        known = {name: part.title for name, part in before.items()}, {name: part.title for name, part in after.items()}
        one, two = names.find_word(ours, known[0], "competency"), names.find_word(theirs, known[1], "competency")
        partners[one] = two, "you"
    rules: tuple[tuple[Matched, Callable[[Expectation, Expectation], bool]], ...] = (
        ("id", lambda one, two: one.id == two.id),
        ("title", lambda one, two: wording(one.title) == wording(two.title)),
        ("wording", _one_subject),
    )
    for how, alike in rules:
        for name, part in before.items():
            taken = {theirs for theirs, _ in partners.values()}
            twin = next((one for one in after.values() if one.id not in taken and alike(part, one)), None)
            if name not in partners and twin:
                partners[name] = twin.id, how
    pairs = []
    for name, part in before.items():
        twin_id, how = partners.get(name, ("", ""))
        pairs.append(Pair(part, after.get(twin_id), how))
    taken = {theirs for theirs, _ in partners.values()}
    return [*pairs, *(Pair(None, part) for name, part in after.items() if name not in taken)]


def _one_subject(one: Expectation, two: Expectation) -> bool:
    words = telling(wording(one.title)), telling(wording(two.title))
    return bool(words[0] and words[1]) and (words[0] <= words[1] or words[1] <= words[0])


def _time(levels: Sequence[tuple[Ladder, Level]]) -> tuple[Hours, ...]:
    titles: dict[str, str] = {}
    for ladder, level in levels:
        for name, activity in ladder.activities.items():
            if name in level.time:
                titles.setdefault(name, activity.title or name)
    return tuple(
        Hours(name, title, tuple(level.time.get(name) for _, level in levels)) for name, title in titles.items()
    )
