"""The words of the field as immutable records: what a ladder says, and nothing about files, pages or terminals.

The records are NamedTuples. Frozen, slotted dataclasses would say the same, but each costs 0.5 ms to
create at every start (0.05 ms for a NamedTuple, Python 3.11 to 3.13), which for thirty of them is more
than reading the whole ladder takes.

The annotations are read, too: `reading` decodes YAML by them, so a field added here is a key that
files may use. A field whose name is a Python keyword ends in an underscore (`from_` is the key `from`).
What is absent in a file is None or empty here; nothing is ever filled in.
"""

from collections.abc import Mapping
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

SourceKind = Literal["survey", "statistics", "framework", "article", "self-report", "aggregator", "satire", "editorial"]


class Source(Frozen):
    """Who says so. `published` and `read` are dates; `kind` keeps a survey apart from an opinion."""

    id: str
    title: str
    kind: SourceKind
    publisher: str = ""
    published: Date | None = None
    url: str = ""
    read: Date | None = None
    licence: str = ""
    note: str = ""


class Track(Frozen):
    """A line of levels: individual contributors, managers."""

    id: str
    title: str = ""
    about: str = ""


class Statement(Frozen):
    """One thing that is said: of a level, a step, a topic. `id` names its subject across levels."""

    text: str
    id: str = ""
    examples: tuple[str, ...] = ()
    signals: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    optional: bool = False
    source: Sources = ()


class Step(Frozen):
    """A named step of a competency's scale, lowest first, with what it expects."""

    id: str
    title: str = ""
    expects: tuple[Statement, ...] = ()


class Competency(Frozen):
    """What a level is judged by. `group` may be two deep: `Craft / Code`.

    `words` are those by which people speak of it in a log of their work: "paired", "on call".
    """

    id: str
    title: str = ""
    group: str = ""
    about: str = ""
    steps: tuple[Step, ...] = ()
    short: str = ""
    words: tuple[str, ...] = ()


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
    """What one level expects of one competency: a step of its scale, statements, or both. `gist` is the sum of it."""

    statements: tuple[Statement, ...] = ()
    step: str = ""
    label: str = ""
    optional: bool = False
    gist: str = ""


class Report(Frozen):
    """What somebody says of one's own week, or measured of others: a part of it in percent, and in which situation."""

    low: Percent
    high: Percent
    text: str = ""
    source: Sources = ()


class Share(Frozen):
    """The part of a week that goes to an activity, in percent; `low` equals `high` where one number is given.

    `reports` are what single people say, who need not agree. Where there is nothing but reports, `spans` is true
    and `low` and `high` are the ends of what they say: no range that anybody gave.
    """

    low: Percent
    high: Percent
    does: tuple[Statement, ...] = ()
    source: Sources = ()
    reports: tuple[Report, ...] = ()
    spans: bool = False


DayKind = Literal["published", "reported", "illustrative", "satire"]
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


class Block(Frozen):
    """A stretch of a day. `does` says it plainly; `candid` is the satirist's voice.

    `to` is None where only the beginning was recorded.
    """

    from_: Clock
    to: Clock | None = None
    title: str = ""
    activity: Annotated[str, Ref("activity")] = ""
    does: str = ""
    candid: str = ""


class Day(Frozen):
    """A schedule. Blocks follow one another without overlapping; what lies between them was not recorded."""

    blocks: tuple[Block, ...]
    title: str = ""
    kind: DayKind = "illustrative"
    source: Sources = ()
    on: Weekday | None = None
    archetype: Annotated[str, Ref("archetype")] = ""


class Archetype(Frozen):
    """A hat, not a level: tech lead, architect, solver.

    `suits` says whom, `week` what is known of its weeks, `known` whatever else; `days` are schedules of it.
    """

    id: str
    title: str = ""
    levels: tuple[Annotated[str, Ref("role")], ...] = ()
    about: str = ""
    focus: str = ""
    suits: tuple[Statement, ...] = ()
    does: tuple[Statement, ...] = ()
    known: tuple[Statement, ...] = ()
    week: tuple[Statement, ...] = ()
    days: tuple[Day, ...] = ()
    source: Sources = ()


class Span(Frozen):
    """Years of experience or in a level: from, to, or both. Never binding."""

    from_: Years | None = None
    to: Years | None = None
    note: str = ""
    source: Sources = ()


class Next(Frozen):
    """A way on from a level: what shows that one is ready, what stops people, how long it takes."""

    to: Annotated[str, Ref("role")]
    summary: str = ""
    years: tuple[Years, ...] = ()
    evidence: tuple[Statement, ...] = ()
    obstacles: tuple[Statement, ...] = ()
    source: Sources = ()


MoveKind = Literal["lateral", "exit", "back", "stay"]


class Move(Frozen):
    """A move that leads no level up: sideways, out of the ladder, a level back, or none at all.

    `role` names where it leads if that stands in the ladder.
    """

    title: str
    kind: MoveKind
    role: Annotated[str, Ref("role")] = ""
    about: tuple[Statement, ...] = ()
    source: Sources = ()


Leaning = Literal["for", "against", "either"]


class Answer(Frozen):
    """What one may answer to a question, what that speaks for, and why. `to` names what else it points to."""

    say: str
    leans: Leaning = "either"
    why: str = ""
    to: str = ""


class Question(Frozen):
    """A question behind "is this for me?". `id` names it in a file of answers."""

    ask: str
    answers: tuple[Answer, ...]
    id: str = ""
    source: Sources = ()


class Fit(Frozen):
    """Whom a level suits, whom it does not, and questions to find out."""

    for_: tuple[Statement, ...] = ()
    against: tuple[Statement, ...] = ()
    questions: tuple[Question, ...] = ()


class Faq(Frozen):
    """A question that people ask, with its answer."""

    ask: str
    answer: str
    source: Sources = ()


class Quip(Frozen):
    """A thing of a satirical record and what the record says of it: a metric, a tool, a job advert's claim."""

    title: str
    candid: str


class Match(Frozen):
    """A related role of a satirical record, with the match that the record claims, in percent."""

    title: str
    match: Percent
    candid: str = ""


class Risk(Frozen):
    """The flight risk of a satirical record, in percent."""

    percent: Percent
    label: str = ""
    candid: str = ""


class Record(Frozen):
    """A satirical file record. Satire is marked wherever it is shown."""

    source: Sources = ()
    aliases: tuple[str, ...] = ()
    habitat: tuple[str, ...] = ()
    pay: str = ""
    flight_risk: Risk | None = None
    metrics: tuple[Quip, ...] = ()
    tools: tuple[Quip, ...] = ()
    encounter: str = ""
    autopsy: tuple[Quip, ...] = ()
    complaints: tuple[str, ...] = ()
    related: tuple[Match, ...] = ()


class Level(Frozen):
    """A level, or a role: a level seen through a discipline, which `level` then names.

    `rank` is the level's place, lowest first; levels of different tracks may share one.
    """

    id: str
    title: str = ""
    aliases: tuple[str, ...] = ()
    short: str = ""
    level: Annotated[str, Ref("level")] = ""
    discipline: str = ""
    track: Annotated[str, Ref("track")] = ""
    rank: Annotated[int, Within(-1000, 100_000)] | None = None
    summary: str = ""
    source: Sources = ()
    points: Amount | None = None
    years: Span | None = None
    expects: Annotated[Mapping[str, Cell], Ref("competency")] = EMPTY
    time: Annotated[Mapping[str, Share], Ref("activity")] = EMPTY
    week: tuple[Statement, ...] = ()
    days: tuple[Day, ...] = ()
    topics: Annotated[Mapping[str, tuple[Statement, ...]], Ref("topic")] = EMPTY
    next: tuple[Next, ...] = ()
    moves: tuple[Move, ...] = ()
    fit: Fit | None = None
    faq: tuple[Faq, ...] = ()
    record: Record | None = None

    @property
    def is_role(self) -> bool:
        """Whether this is a level seen through a discipline."""
        return bool(self.level)


Measure = Literal["base", "bonus", "equity", "total"]
Per = Literal["year", "month", "hour"]


class Band(Frozen):
    """What one group is paid: exactly one of `percentiles`, `range`, `mean`, three different statistics.

    `for_` names a level or role; a yardstick has none and says in `about` what it counts.
    """

    for_: Annotated[str, Ref("role")] = ""
    about: str = ""
    segment: str = ""
    n: Count | None = None
    percentiles: Mapping[int, Amount] = EMPTY
    range: tuple[Amount, ...] = ()
    mean: Amount | None = None
    companies: Count | None = None
    top_company_share: Percent | None = None
    note: str = ""


class Period(Frozen):
    """When the figures of a survey were gathered."""

    from_: Date | None = None
    to: Date | None = None


class Survey(Frozen):
    """A survey or published table of pay: one measure, one currency, one period. `method` says how it was computed."""

    id: str
    title: str
    source: Sources
    currency: str
    measure: Measure
    per: Per = "year"
    published: Date | None = None
    period: Period | None = None
    region: str = ""
    counts: str = ""
    method: str = ""
    note: str = ""
    bands: tuple[Band, ...] = ()


class Placement(Frozen):
    """Where somebody else places a company's level."""

    is_: Annotated[str, Ref("role")]
    note: str = ""
    source: Sources = ()


class CompanyLevel(Frozen):
    """A company's own level and the one it corresponds to here. None corresponds where `is_` is empty.

    `beside` is for another track: the level with which it ranks and which it is not, such as a manager's.
    `disagree` holds those who place it elsewhere.
    """

    id: str
    title: str = ""
    is_: Annotated[str, Ref("role")] = ""
    note: str = ""
    source: Sources = ()
    track: Annotated[str, Ref("track")] = ""
    beside: Annotated[str, Ref("role")] = ""
    disagree: tuple[Placement, ...] = ()


class Company(Frozen):
    """How a company names its levels, in the order of its file."""

    id: str
    title: str = ""
    aliases: tuple[str, ...] = ()
    levels: Mapping[str, CompanyLevel] = EMPTY


class Points(Frozen):
    """How many points each step of a competency earns, from none upwards."""

    per_step: tuple[Amount, ...] = ()


class Baseline(Frozen):
    """What every level expects."""

    expects: Annotated[Mapping[str, Cell], Ref("competency")] = EMPTY


class Ladder(Frozen):
    """A ladder, or the part of one that a question needs.

    `order` names all levels, lowest first, and `role_ids` all roles, also where `levels` and `roles`
    hold only those that were opened.
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
        """The level or role with this id. Raises KeyError where it was not opened, or is none."""
        return self.levels[name] if name in self.levels else self.roles[name]

    def title_of(self, name: str) -> str:
        """The title of a level or role; its id where it has none, or was not opened."""
        known = self.levels.get(name) or self.roles.get(name)
        return known.title or name if known else name
