"""Surveys of pay, and what they say of each group."""

from collections.abc import Mapping
from typing import Annotated, Literal

from ladder.frozen import Frozen
from ladder.model.values import EMPTY, Amount, Count, Date, Percent, Ref, Sources

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
    discipline: str = ""
    """The discipline that was counted, if it is one of several of the level."""
    region: str = ""
    """The region that was counted, if it is not that of the whole file."""
    intervals: Mapping[int, tuple[Amount, ...]] = EMPTY
    """Intervals of 95% by percentile, each a lowest and a highest amount: `{50: [215000, 230000]}`."""


class Made(Frozen):
    """How `ladder survey` made a file of pay, so that anyone can make it again."""

    input: str = ""
    """The table that was read, without a password."""
    sha256: str = ""
    """The SHA-256 of the table; of several files, that of their sums."""
    as_of: Date | None = None
    """The day up to which observations count."""
    window: Count | None = None
    """How many days before that day count. Without it, all of them do."""
    rules: str = ""
    """The rules for titles, by the name and version of their ladder and the first digits of their SHA-256."""
    counts: Mapping[str, Count] = EMPTY
    """How many rows were read, how many are used, and how many are not, by reason."""
    rates: Mapping[str, Amount] = EMPTY
    """What one unit of another currency was taken for: `{EUR: 1.08}`."""
    command: str = ""
    """The command that makes the file."""


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
    made: Made | None = None
    """How `ladder survey` made the file."""
