"""What all records are made of: kinds of values with their bounds, sources, and single statements."""

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
