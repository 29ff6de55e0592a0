"""Levels and roles: what each expects, how its weeks and days go, the ways on, whom it suits; and satirical records."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Final, Literal

from ladder.frozen import Frozen
from ladder.model.values import EMPTY, Amount, Clock, Percent, Ref, Sources, Statement, Within, Years


class Cell(Frozen):
    """What one level expects of one competency: a step of its scale, statements, or both."""

    statements: tuple[Statement, ...] = ()
    """The level's own statements. One with the same id as a statement of the step replaces it."""
    step: str = ""
    """A step of the competency's scale, by its id. The statements of the step come first."""
    label: str = ""
    """Another name for the competency, or for its depth, at this level."""
    optional: bool = False
    gist: str = ""
    """The cell in at most 30 characters, for tables. Say what sets this level apart from its neighbours."""


class Baseline(Frozen):
    """What every level expects."""

    expects: Annotated[Mapping[str, Cell], Ref("competency")] = EMPTY
    """Competencies with cells, like those of a level. Pages show them before the level's own."""


class Report(Frozen):
    """What one person says of their own week, or measured in others' weeks."""

    low: Percent
    high: Percent
    text: str = ""
    """The situation of the person who reports it."""
    source: Sources = ()


class Share(Frozen):
    """The part of a week that goes to an activity, in percent: one number, a range, or a mapping.

    `low` equals `high` where one number is given. Where there is nothing but reports, `spans` is true and `low` and
    `high` are the ends of what they say: no range that anybody gave.
    """

    low: Percent
    high: Percent
    does: tuple[Statement, ...] = ()
    """What that time goes into, as statements."""
    source: Sources = ()
    reports: tuple[Report, ...] = ()
    """What single people report of their own week, with or without a share. If there are only reports, pages show the
    span from the lowest to the highest and mark it; they do not add it to a sum or compose a day from it."""
    spans: bool = False


DayKind = Literal["published", "reported", "illustrative", "satire"]
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


class Block(Frozen):
    """A stretch of a day. It has a title, an activity, or says what is done.

    `to` is None where only the beginning was recorded.
    """

    from_: Clock
    """When it begins: `"09:30"`."""
    to: Clock | None = None
    """When it ends, up to `"24:00"`. Without it, only the start is known, and the block counts in no sum."""
    title: str = ""
    """What this part of the day is called."""
    activity: Annotated[str, Ref("activity")] = ""
    """What the time is spent on: an id from `activities`."""
    does: str = ""
    """What happens, said plainly. A block needs a title, an activity or this."""
    candid: str = ""


class Day(Frozen):
    """A schedule."""

    blocks: tuple[Block, ...]
    """The parts of the day, in order and without overlap. A gap between two of them was not recorded."""
    title: str = ""
    """What the day is called."""
    kind: DayKind = "illustrative"
    """Whether the day was published, reported by the person who had it, made up as an illustration, or is satire."""
    source: Sources = ()
    on: Weekday | None = None
    """The day of the week. Monday to Friday make a week."""
    archetype: Annotated[str, Ref("archetype")] = ""
    """The archetype whose day it is: an id from `archetypes`."""


class Span(Frozen):
    """Usual years of experience, not a requirement: one number, a range, or a mapping."""

    from_: Years | None = None
    """The lowest number of years."""
    to: Years | None = None
    """The highest number of years."""
    note: str = ""
    source: Sources = ()


class Next(Frozen):
    """A way on from a level."""

    to: Annotated[str, Ref("role")]
    """The level or role that it leads to."""
    summary: str = ""
    """What changes on the way, in a sentence."""
    years: tuple[Years, ...] = ()
    """How many years it takes: a number, or a range such as `[2, 5]`."""
    evidence: tuple[Statement, ...] = ()
    """What shows that a person is ready, as statements."""
    obstacles: tuple[Statement, ...] = ()
    """What stops people, as statements."""
    source: Sources = ()


MoveKind = Literal["lateral", "exit", "back", "stay"]


class Move(Frozen):
    """A move that leads to no higher level: sideways, out of the ladder, a level back, or none at all."""

    title: str
    """What the move is, in a few words."""
    kind: MoveKind
    """Where it leads: sideways, out of the ladder, back to a lower level, or nowhere."""
    role: Annotated[str, Ref("role")] = ""
    """The level or role that it leads to, if the ladder has it."""
    about: tuple[Statement, ...] = ()
    """What is known about it, as statements."""
    source: Sources = ()


Leaning = Literal["for", "against", "either"]


class Answer(Frozen):
    """What a person may answer to a question."""

    say: str
    """The answer, as a person would say it."""
    leans: Leaning = "either"
    """Whether the answer speaks for this level, against it, or for either."""
    why: str = ""
    """The reason."""
    to: str = ""
    """What else the answer points to, in words."""


class Question(Frozen):
    """A question behind "is this for me?"."""

    ask: str
    answers: tuple[Answer, ...]
    """Two answers or more, all different."""
    id: str = ""
    """Its name in a file of answers. Without it, the number of the question is used."""
    source: Sources = ()


class Fit(Frozen):
    """Whom a level suits, whom it does not, and questions to find out."""

    for_: tuple[Statement, ...] = ()
    """Whom it suits, as statements."""
    against: tuple[Statement, ...] = ()
    """Whom it does not suit, as statements."""
    questions: tuple[Question, ...] = ()
    """Questions that people can ask themselves to find out."""


class Faq(Frozen):
    """A question that people ask, with its answer."""

    ask: str
    answer: str
    """The answer."""
    source: Sources = ()


class Quip(Frozen):
    """A thing of a satirical record and what the record says of it: a metric, a tool, a job advert's claim."""

    title: str
    """The thing: a metric, a tool, a phrase of an advert."""
    candid: str


class Match(Frozen):
    """A related role of a satirical record, with the match that the record claims, in percent."""

    title: str
    """The other role."""
    match: Percent
    """How similar it is, as the record claims, in percent."""
    candid: str = ""


class Risk(Frozen):
    """The flight risk of a satirical record, in percent."""

    percent: Percent
    """How likely it is to leave, as the record claims, in percent."""
    label: str = ""
    """A word for how likely that is."""
    candid: str = ""


class Record(Frozen):
    """A satirical file record, marked as satire wherever it is shown."""

    source: Sources = ()
    aliases: tuple[str, ...] = ()
    habitat: tuple[str, ...] = ()
    """Where it is found."""
    pay: str = ""
    """What it is paid, as the record claims."""
    flight_risk: Risk | None = None
    """How likely it is to leave."""
    metrics: tuple[Quip, ...] = ()
    """How it measures itself."""
    tools: tuple[Quip, ...] = ()
    """What it works with."""
    encounter: str = ""
    """What to do when you meet it."""
    autopsy: tuple[Quip, ...] = ()
    """The phrases of a job advert, with what they mean."""
    complaints: tuple[str, ...] = ()
    """What it complains about."""
    related: tuple[Match, ...] = ()
    """Similar roles."""


class Level(Frozen):
    """A level, or a role: a level seen through a discipline, which `level` then names.

    `rank` is the level's place, lowest first; levels of different tracks may share one.
    """

    id: str
    title: str = ""
    """What it is called. No two levels may have the same title."""
    aliases: tuple[str, ...] = ()
    """Other names by which people may ask for it."""
    short: str = ""
    level: Annotated[str, Ref("level")] = ""
    """Only in a role: its level, an id from `levels`."""
    discipline: str = ""
    """Only in a role: its field of work."""
    track: Annotated[str, Ref("track")] = ""
    """The track that it belongs to: an id from `tracks`."""
    rank: Annotated[int, Within(-1000, 100_000)] | None = None
    """Its place from the bottom, a whole number. Without it, its place in `levels`, counted from 1. Levels of two
    tracks may share a rank."""
    summary: str = ""
    """One sentence, shown in lists."""
    source: Sources = ()
    """The source of everything in this level or role that names none of its own."""
    points: Amount | None = None
    """How many points the level requires. Pages show it and do not calculate with it."""
    years: Span | None = None
    """Usual years of experience, not a requirement: `7`, `[7, 10]`, or a mapping with `from` and `to`."""
    expects: Annotated[Mapping[str, Cell], Ref("competency")] = EMPTY
    """What is expected: competencies, each with a step of its scale, statements, or both."""
    time: Annotated[Mapping[str, Share], Ref("activity")] = EMPTY
    """Shares of a week: activities, each with percent."""
    week: tuple[Statement, ...] = ()
    days: tuple[Day, ...] = ()
    """Days, hour by hour."""
    topics: Annotated[Mapping[str, tuple[Statement, ...]], Ref("topic")] = EMPTY
    """What else there is to tell: topics, each with statements."""
    next: tuple[Next, ...] = ()
    """The next levels or roles, and what it takes to get there."""
    moves: tuple[Move, ...] = ()
    """Moves that are not a promotion: sideways, out of the ladder, back."""
    fit: Fit | None = None
    """Whom it suits, whom it does not, and questions to find out."""
    faq: tuple[Faq, ...] = ()
    """Questions that people ask, with answers."""
    record: Record | None = None
    """A satirical record, marked as satire wherever it is shown."""

    @property
    def is_role(self) -> bool:
        """Whether this is a level seen through a discipline."""
        return bool(self.level)


OWN: Final = ("id", "title", "short", "aliases", "level", "discipline", "source", "record")
"""What a role does not take from its level."""

_TAKEN: Final = tuple((field not in OWN, Level._field_defaults.get(field)) for field in Level._fields)


def seen_over(role: Level, level: Level) -> Level:
    """A role with what it leaves out taken from its level: a competency, an activity, a topic, or a whole key.

    It takes 4 µs: cheap enough to be asked for each time, so that nobody has to hold it.
    """
    values: list[Any] = []
    both: Iterator[tuple[Any, Any]] = zip(role, level, strict=True)
    for (taken, absent), (mine, theirs) in zip(_TAKEN, both, strict=True):
        if taken and mine == absent:
            values.append(theirs)
        else:
            values.append({**theirs, **mine} if taken and isinstance(mine, Mapping) else mine)
    return Level(*values)
