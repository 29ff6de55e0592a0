"""Offers as a whole: what each of four years pays, by what the offer says and assumptions that are named.

Nothing here is a forecast. Stock keeps its price unless somebody says how it grows, base and bonus stay as they are.
"""

import re
from collections.abc import Sequence
from typing import Final

from ladder.frozen import Frozen

YEARS: Final = 4


class Grant(Frozen):
    """Equity: what it is worth when it is granted, and which part of it vests in each year, adding up to 1."""

    value: float
    parts: tuple[float, ...]
    vesting: str


class Offer(Frozen):
    """An offer. Amounts are in `currency`, empty where it does not say; `bonus` is a year's, as an amount.

    `share` is the bonus as a part of base, where it was given so. `refreshers` are granted each year from the second.
    """

    title: str
    base: float
    bonus: float = 0.0
    share: float | None = None
    equity: Grant | None = None
    sign_on: float = 0.0
    refreshers: Grant | None = None
    currency: str = ""
    level: str = ""


class Year(Frozen):
    """What one year of an offer pays."""

    year: int
    base: float
    bonus: float
    equity: float
    refreshers: float
    sign_on: float

    @property
    def total(self) -> float:
        """All of it."""
        return self.base + self.bonus + self.equity + self.refreshers + self.sign_on


def years(offer: Offer, growth: float = 0.0) -> tuple[Year, ...]:
    """The four years of an offer. `growth` is that of the stock in a year, 0.1 for 10%, from the grant on.

    >>> offer = Offer("A", 245_000, 24_500, equity=Grant(400_000, parts("even", 4), "even"), sign_on=30_000)
    >>> [year.total for year in years(offer)]
    [399500.0, 369500.0, 369500.0, 369500.0]
    """
    found = []
    for year in range(1, YEARS + 1):
        fresh = sum(_vested(offer.refreshers, year - granted + 1, growth) for granted in range(2, year + 1))
        own = _vested(offer.equity, year, growth)
        found.append(Year(year, offer.base, offer.bonus, own, fresh, offer.sign_on if year == 1 else 0.0))
    return tuple(found)


def _vested(grant: Grant | None, year: int, growth: float) -> float:
    """What of a grant vests in a year after it was made; in the first at the price of the grant."""
    if grant is None or not 1 <= year <= len(grant.parts):
        return 0.0
    return grant.value * grant.parts[year - 1] * float((1 + growth) ** (year - 1))


def parts(vesting: str, over: int) -> tuple[float, ...]:
    """Which part of a grant vests in each year: `even`, `cliff` (even, from the first anniversary), or 40/30/20/10.

    Raises ValueError, with the reason, for what is none of them.

    >>> parts("even", 4), parts("40/30/20/10", 4)
    ((0.25, 0.25, 0.25, 0.25), (0.4, 0.3, 0.2, 0.1))
    """
    word = vesting.strip().lower()
    if word in ("even", "cliff", ""):
        return (1 / over,) * over
    if not re.fullmatch(r"\d{1,3}(\.\d+)?(\s*[/,-]\s*\d{1,3}(\.\d+)?)+", word):
        raise ValueError("write even, cliff, or the percent of each year such as 40/30/20/10")
    shares = [float(part) for part in re.split(r"\s*[/,-]\s*", word)]
    if abs(sum(shares) - 100) > 0.01:
        raise ValueError(f"the percents add up to {sum(shares):g}, not to 100")
    return tuple(share / 100 for share in shares)


def average(years: Sequence[Year]) -> float:
    """What a year pays on average."""
    return sum(year.total for year in years) / len(years)


__all__ = ["YEARS", "Grant", "Offer", "Year", "average", "parts", "years"]
