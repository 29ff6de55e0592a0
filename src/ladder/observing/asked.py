"""What was asked of a survey, and what came of it: records that every way of reading shares."""

from collections.abc import Mapping
from typing import Final, Literal

from ladder.frozen import Frozen
from ladder.model import EMPTY, Measure
from ladder.titling import Title

By = Literal["level", "discipline", "region"]
PERCENTILES: Final = (10, 25, 50, 75, 90)

HOURS: Final = 2080
MONTHS: Final = 12
"""By what hourly and monthly pay becomes yearly, where that is asked for."""

LOWEST: Final = 1_000
HIGHEST: Final = 10_000_000
SMALL: Final = frozenset(("JPY", "KRW", "INR", "IDR", "VND", "HUF", "CLP", "COP"))
"""Currencies in which a year's pay may be a hundred times as high a number."""

# Why a row does not count, in the order in which it is asked. `cells` has the reasons why pay cannot be read.
HALF: Final = "one end of a range alone"
NO_DATE: Final = "no date"
LATER: Final = "dated after {}"
EARLIER: Final = "before the window"
NO_CURRENCY: Final = "no currency that is known"
PERIOD: Final = "paid by {}"
ABSURD: Final = f"below {LOWEST:,} or above {HIGHEST:,} a year"
TWICE: Final = "the same company, title, location and pay again"
ELSEWHERE: Final = "in {}"
AGAIN: Final = "a header again"
RAGGED: Final = "another number of cells than the header"


class Asked(Frozen):
    """How a table is to be read.

    `as_of` is the day up to which it counts, `window` how many days before that, None for all. `currency` is the one
    in which figures are given, empty for the commonest; `rates` are what one of another is worth in it.
    """

    as_of: str
    window: int | None = None
    by: tuple[By, ...] = ("level",)
    measure: Measure = "base"
    currency: str = ""
    rates: Mapping[str, float] = EMPTY
    annualise: bool = False
    interval: bool = False
    columns: Mapping[str, str] = EMPTY
    table: str = ""
    explain: bool = False


class Key(Frozen):
    """To which group a row belongs."""

    level: str
    discipline: str = ""
    region: str = ""


class Group(Frozen):
    """What was observed of one group: n, exact percentiles by their number, companies, and the largest one's count.

    `companies` is None where the table does not say. `intervals` are 95% intervals of percentiles, where asked for.
    """

    n: int
    percentiles: Mapping[int, float]
    companies: int | None = None
    largest: int = 0
    intervals: Mapping[int, tuple[float, float]] = EMPTY


class Said(Frozen):
    """One title of the table, how many rows that count have it, and what it says."""

    title: Title
    n: int


class Tally(Frozen):
    """What a table comes to.

    `read` rows were read; `drops` says why some do not count, with how many; `examples` has the row and the text of a
    first one where the row is known. `no_level` counts by reason the rows whose titles state no level. `first` and
    `last` are the dates of the rows that count, empty where the table has none. `engine` did the work.
    """

    read: int
    drops: Mapping[str, int]
    examples: Mapping[str, tuple[int, str]]
    groups: Mapping[Key, Group]
    no_level: Mapping[str, int]
    titles: tuple[Said, ...]
    currency: str
    stated: bool
    first: str
    last: str
    engine: str
    columns: str = ""
    notes: tuple[str, ...] = ()


class Range(Frozen):
    """A row of a table of bands: a level with the lowest, the middle and the highest amount of its band."""

    title: Title
    discipline: str
    region: str
    low: float
    mid: float | None
    high: float


class Bands(Frozen):
    """A table of bands: ranges that a company set, which are no observations."""

    read: int
    ranges: tuple[Range, ...]
    left_out: tuple[tuple[int, str], ...]
    currency: str
    columns: str
    notes: tuple[str, ...] = ()


__all__ = ["PERCENTILES", "Asked", "Bands", "By", "Group", "Key", "Range", "Said", "Tally"]
