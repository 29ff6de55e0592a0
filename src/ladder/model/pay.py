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
