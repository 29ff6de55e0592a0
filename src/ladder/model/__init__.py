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

from collections.abc import Mapping
from typing import Annotated

from ladder.frozen import Frozen
from ladder.model.levels import (
    OWN,
    Answer,
    Baseline,
    Block,
    Cell,
    Day,
    DayKind,
    Faq,
    Fit,
    Leaning,
    Level,
    Match,
    Move,
    MoveKind,
    Next,
    Question,
    Quip,
    Record,
    Report,
    Risk,
    Share,
    Span,
    Weekday,
    seen_over,
)
from ladder.model.pay import Band, Measure, Per, Period, Survey
from ladder.model.values import (
    EMPTY,
    Amount,
    Clock,
    Count,
    Date,
    Everywhere,
    Percent,
    Ref,
    Source,
    SourceKind,
    Sources,
    Statement,
    Within,
    Years,
)


class Track(Frozen):
    """A line of levels: individual contributors, managers."""

    id: str
    title: str = ""
    about: str = ""


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


class Points(Frozen):
    """How many points the steps of a scale earn. The program does not add them up."""

    per_step: tuple[Amount, ...] = ()
    """The points of each step, lowest first. The first number is for not reaching any step."""


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


__all__ = [
    "EMPTY", "OWN", "Activity", "Amount", "Answer", "Archetype", "Band", "Baseline", "Block", "Cell", "Clock",
    "Company", "CompanyLevel", "Competency", "Count", "Date", "Day", "DayKind", "Everywhere", "Faq", "Fit", "Ladder",
    "Leaning", "Level", "Match", "Measure", "Move", "MoveKind", "Next", "Per", "Percent", "Period", "Placement",
    "Points", "Question", "Quip", "Record", "Ref", "Report", "Risk", "Share", "Source", "SourceKind", "Sources",
    "Span", "Statement", "Step", "Survey", "Topic", "Track", "Weekday", "Within", "Years", "seen_over",
]  # fmt: skip
