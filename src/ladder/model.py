"""The words of the field as immutable records: what a ladder says, and nothing about files, pages or terminals.

The records are NamedTuples. Frozen, slotted dataclasses would say the same, but each costs 0.5 ms to
create at every start (0.05 ms for a NamedTuple, Python 3.11 to 3.13), which for thirty of them is more
than reading the whole ladder takes.

The annotations are read, too: `reading` decodes YAML by them, so a field added here is a key that
files may use. A field whose name is a Python keyword ends in an underscore (`from_` is the key `from`).
What is absent in a file is None or empty here; nothing is ever filled in.

The text under a field is read as well: editors and FORMAT.md say it of the key (`make words` renews both). It
addresses whoever writes a ladder, as the first paragraph of a record's docstring does.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Annotated, Any, Final, Literal

from ladder.frozen import Frozen

EMPTY: Final[Mapping[Any, Any]] = MappingProxyType({})


class Ref(Frozen):
    """Marks text that names something: `kind` says which list of the ladder it must stand in.

    A "role" may be a level, too; a "level" is a level.
    """

    kind: str


class Within(Frozen):
    """Marks a number that must lie between two bounds, both included."""

    low: float
    high: float


Date = Annotated[str, "date"]
"""A day, month or year as written: 2026-06-25, 2026-06 or 2026. Its precision is part of what is known."""

Clock = Annotated[int, "clock"]
"""Minutes after midnight, 0 to 1440; written "10:30" in files."""

Percent = Annotated[float, Within(0, 100)]
Amount = Annotated[float, Within(0, 10**12)]
Count = Annotated[int, Within(0, 10**12)]
Years = Annotated[float, Within(0, 100)]
Sources = tuple[Annotated[str, Ref("source")], ...]


class Everywhere:
    """Keys that mean the same in every record, with their words; a record may have words of its own for them."""

    id: str
    """Any text without `:`, `/` and `\\`, and without spaces at its ends. If it has a file of its own, the file's name
    is its id."""
    title: str
    """The name that people read. Without it, pages show the id."""
    short: str
    """A short name for tables: at most 13 characters."""
    aliases: str
    """Other names for it."""
    about: str
    """What it is, in a sentence or two."""
    note: str
    """What else readers should know about it."""
    source: str
    """Its source: an id from `sources`, or a list of them. Without it, the source of whatever contains this applies."""
    published: str
    """When it was published: a date, as exact as it is known (`2026-06-25`, `2026-06`, `2026`)."""
    share: str
    """Percent of a week: a number such as `30`, or a range: `[30, 40]`. The shares of a week need not add up
    to 100."""
    week: str
    """What its weeks are like, as statements."""
    optional: str
    """`true` if a level can do without it."""
    ask: str
    """The question."""
    candid: str
    """What the satirist says about it."""


SourceKind = Literal["survey", "statistics", "framework", "article", "self-report", "aggregator", "satire", "editorial"]


class Source(Frozen):
    """Who says so."""

    id: str
    title: str
    """What it is called."""
    kind: SourceKind
    """What kind of source it is. Pages keep the kinds apart, and mark satire."""
    publisher: str = ""
    """Who published it."""
    published: Date | None = None
    url: str = ""
    """Its address."""
    read: Date | None = None
    """When you read it, as a date."""
    licence: str = ""
    """The licence under which it may be used."""
    note: str = ""


class Track(Frozen):
    """A line of levels: individual contributors, managers."""

    id: str
    title: str = ""
    about: str = ""


class Statement(Frozen):
    """One thing that is said: of a level, a step, a topic."""

    text: str
    """The statement. If it has only a text, you can write the text instead of the mapping."""
    id: str = ""
    """Its subject. Use the same id at every level, so that a comparison shows how the statement changes."""
    examples: tuple[str, ...] = ()
    """What it looks like in practice."""
    signals: tuple[str, ...] = ()
    """How people can tell that it is so."""
    links: tuple[str, ...] = ()
    """Addresses where people can read more."""
    tags: tuple[str, ...] = ()
    """Keywords."""
    optional: bool = False
    source: Sources = ()


class Step(Frozen):
    """A named step of a competency's scale, lowest first, with what it expects."""

    id: str
    """Its name, by which cells refer to it."""
    title: str = ""
    expects: tuple[Statement, ...] = ()
    """What the step expects, as statements."""


class Competency(Frozen):
    """What levels are judged by."""

    id: str
    title: str = ""
    group: str = ""
    """The group it belongs to. A slash makes a subgroup: `Craft / Tools`."""
    about: str = ""
    steps: tuple[Step, ...] = ()
    """A scale of any length, lowest step first."""
    short: str = ""
    words: tuple[str, ...] = ()
    """Words and turns of phrase by which people speak of it in a log of their work: `on call`, `mentored`.

    `ladder log` suggests competencies by them; endings and capitals do not count. Without the key, the words of its
    statements serve.
    """


class Activity(Frozen):
    """What a week is spent on."""

    id: str
    title: str = ""
    about: str = ""


class Topic(Frozen):
    """What else can be said of a level: getting hired, tools, remote work."""

    id: str
    title: str = ""
    about: str = ""


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


class Archetype(Frozen):
    """A way of working at a level, such as tech lead, architect or solver."""

    id: str
    title: str = ""
    levels: tuple[Annotated[str, Ref("role")], ...] = ()
    """The levels or roles at which people work like this."""
    about: str = ""
    focus: str = ""
    """What it concentrates on."""
    suits: tuple[Statement, ...] = ()
    """Whom it suits, as statements."""
    does: tuple[Statement, ...] = ()
    """What it does, as statements."""
    known: tuple[Statement, ...] = ()
    """What else is known about it, as statements."""
    week: tuple[Statement, ...] = ()
    days: tuple[Day, ...] = ()
    """Its days, which also count for its levels."""
    source: Sources = ()


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


Measure = Literal["base", "bonus", "equity", "total"]
Per = Literal["year", "month", "hour"]


class Band(Frozen):
    """What one group is paid: exactly one of percentiles, range and mean, which are never compared with each other."""

    for_: Annotated[str, Ref("role")] = ""
    """The level or role that is paid this. A band has either this or `about`."""
    about: str = ""
    """The name of a group that is not a level of this ladder: a yardstick."""
    segment: str = ""
    """The part of the group that was counted."""
    n: Count | None = None
    """How many were counted."""
    percentiles: Mapping[int, Amount] = EMPTY
    """Rising amounts by percentile from 1 to 99: `{25: 198000, 50: 222000, 75: 252000}`. A band has exactly one of
    this, `range` and `mean`; pages never compare one with another."""
    range: tuple[Amount, ...] = ()
    """The lowest and the highest amount: `[300000, 600000]`."""
    mean: Amount | None = None
    """The mean amount."""
    companies: Count | None = None
    """In how many companies they work."""
    top_company_share: Percent | None = None
    """What percentage of them works in the largest of these companies."""
    note: str = ""


class Period(Frozen):
    """When the figures of a survey were gathered."""

    from_: Date | None = None
    """When collecting began, as a date."""
    to: Date | None = None
    """When collecting ended, as a date."""


class Survey(Frozen):
    """A survey or published table of pay: one measure, one currency, one period."""

    id: str
    title: str
    """What it is called."""
    source: Sources
    currency: str
    """The currency of all amounts in this file, such as USD."""
    measure: Measure
    """What is measured, one measure per file. Pages never mix the four or add them up."""
    per: Per = "year"
    """The period that an amount is for."""
    published: Date | None = None
    period: Period | None = None
    """When the figures were collected."""
    region: str = ""
    """The region that it covers."""
    counts: str = ""
    """What `n` counts, such as roles, postings, people or jobs."""
    method: str = ""
    """`published`, or how the figures were computed."""
    note: str = ""
    """What the survey leaves out."""
    bands: tuple[Band, ...] = ()
    """What each group is paid."""


class Placement(Frozen):
    """Where somebody else places a company's level."""

    is_: Annotated[str, Ref("role")]
    """The level or role of this ladder at which they place it."""
    note: str = ""
    """Why they place it there."""
    source: Sources = ()


class CompanyLevel(Frozen):
    """A company's own level, and the one to which it corresponds here."""

    id: str
    title: str = ""
    """Its title at the company."""
    is_: Annotated[str, Ref("role")] = ""
    """The level or role of this ladder that it corresponds to. Without it, it corresponds to none."""
    note: str = ""
    """What else the company or others say about it."""
    source: Sources = ()
    track: Annotated[str, Ref("track")] = ""
    """Its track, if that is another one: an id from `tracks`."""
    beside: Annotated[str, Ref("role")] = ""
    """The level of this ladder that it ranks beside without being that level, as a manager's does."""
    disagree: tuple[Placement, ...] = ()
    """Sources that place it elsewhere."""


class Company(Frozen):
    """How a company names its levels."""

    id: str
    title: str = ""
    aliases: tuple[str, ...] = ()
    levels: Mapping[str, CompanyLevel] = EMPTY
    """Its levels, by its own names for them, lowest first."""


class Points(Frozen):
    """How many points the steps of a scale earn. The program does not add them up."""

    per_step: tuple[Amount, ...] = ()
    """The points of each step, lowest first. The first number is for not reaching any step."""


class Baseline(Frozen):
    """What every level expects."""

    expects: Annotated[Mapping[str, Cell], Ref("competency")] = EMPTY
    """Competencies with cells, like those of a level. Pages show them before the level's own."""


class Ladder(Frozen):
    """A ladder, or the part of one that a question needs.

    `order` names all levels, lowest first, and `role_ids` all roles, also where `levels` and `roles`
    hold only those that were opened.

    `roles` hold what roles say themselves. What one comes to, with what it takes from its level, is `role(name)`.
    """

    name: str
    title: str = ""
    about: str = ""
    version: str = ""
    language: str = "en"
    licence: str = ""
    source: Sources = ()
    cumulative: bool = False
    tracks: Mapping[str, Track] = EMPTY
    order: tuple[str, ...] = ()
    role_ids: tuple[str, ...] = ()
    levels: Mapping[str, Level] = EMPTY
    roles: Mapping[str, Level] = EMPTY
    baseline: Baseline | None = None
    competencies: Mapping[str, Competency] = EMPTY
    activities: Mapping[str, Activity] = EMPTY
    topics: Mapping[str, Topic] = EMPTY
    archetypes: Mapping[str, Archetype] = EMPTY
    points: Points | None = None
    surveys: Mapping[str, Survey] = EMPTY
    companies: Mapping[str, Company] = EMPTY
    sources: Mapping[str, Source] = EMPTY

    def role(self, name: str) -> Level:
        """The level with this id, or the role with what it takes from its level.

        Raises KeyError where it was not opened, or is none.
        """
        if name in self.levels:
            return self.levels[name]
        role = self.roles[name]
        return seen_over(role, self.levels[role.level]) if role.level in self.levels else role

    def written(self, name: str) -> Level:
        """The level or role with this id, as its own file has it. Raises KeyError as `role` does."""
        return self.levels[name] if name in self.levels else self.roles[name]

    def title_of(self, name: str) -> str:
        """The title of a level or role; its id where it has none, or was not opened."""
        known = self.levels.get(name) or self.roles.get(name)
        return known.title or name if known else name
