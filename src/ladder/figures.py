"""The arithmetic of figures: percentiles, how much they need behind them, what lies between them, how old they are.

It knows numbers and dates alone. Percentiles run from 0 to 100, dates are texts (2026, 2026-11, 2026-11-20), and
nothing is rounded but where a function says so.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from math import ceil, floor, log
from typing import Final

OLD: Final = 18
"""Months after which pay is old, and is shown with its age: it moves by several percent a year."""

CHANCE: Final = 0.025
"""How likely it may be that all observations lie on one side of a percentile, for it to be computed at all."""

FIVES: Final = 36
QUARTERS: Final = 13
"""From how many observations on a share is said to five points, and to a quarter."""

SHARES: Final[Mapping[int, str]] = {
    5: "one in twenty", 10: "one in ten", 20: "one in five", 25: "one in four", 30: "three in ten", 40: "two in five",
    50: "half of", 60: "three in five", 70: "seven in ten", 75: "three in four", 80: "four in five", 90: "nine in ten",
    95: "nineteen in twenty",
}  # fmt: skip
"""Percentages as people say them; of any other one says the number."""


def needed(percentile: float) -> int:
    """How many observations a percentile between 0 and 100 needs: so many that its 95% interval lies among them.

    Distribution-free: the chance that all observations lie below the true percentile, or all above it, is at most
    2.5% each.

    >>> needed(50), needed(25), needed(75), needed(10), needed(90)
    (6, 13, 13, 36, 36)
    """
    return ceil(log(CHANCE) / log(max(percentile, 100 - percentile) / 100))


def percentile_of(observations: Iterable[float], percentile: float) -> float:
    """A percentile of what was observed: Hyndman and Fan's type 7, which never leaves the observations.

    Whether there are enough of them says `needed`. Raises ValueError where there is none.

    >>> percentile_of([150, 160, 170, 200], 50), percentile_of([150, 160, 170, 200], 10)
    (165.0, 153.0)
    """
    ordered = sorted(observations)
    if not ordered:
        raise ValueError("no observations")
    place = (len(ordered) - 1) * percentile / 100
    low = ordered[floor(place)]
    return low + (place - floor(place)) * (ordered[ceil(place)] - low)


def percentile_of_counts(counted: Sequence[tuple[float, int]], percentile: float) -> float:
    """`percentile_of` for amounts, rising, each with how often it was observed. Raises ValueError where there is none.

    >>> percentile_of_counts([(150, 1), (160, 2), (200, 1)], 75)
    170.0
    """
    from bisect import bisect_right  # surveys alone come here

    total = sum(number for _, number in counted)
    if not total:
        raise ValueError("no observations")
    place = (total - 1) * percentile / 100
    upto = list(accumulate(number for _, number in counted))
    low, high = (counted[bisect_right(upto, around(place))][0] for around in (floor, ceil))
    return low + (place - floor(place)) * (high - low)


def amount_at(percentiles: Mapping[int, float], asked: float) -> float | None:
    """The amount at a percentile: as published, or on a straight line between its neighbours. None outside them.

    >>> amount_at({50: 222_000, 75: 252_000}, 60), amount_at({50: 222_000, 75: 252_000}, 90)
    (234000.0, None)
    """
    known = sorted(percentiles)
    if asked in percentiles:
        return percentiles[int(asked)]
    if not known[0] < asked < known[-1]:
        return None
    low = max(percentile for percentile in known if percentile < asked)
    high = min(percentile for percentile in known if percentile > asked)
    part = (asked - low) / (high - low)
    return percentiles[low] + part * (percentiles[high] - percentiles[low])


def percentiles_at(percentiles: Mapping[int, float], amount: float) -> tuple[float, float] | None:
    """From which percentile to which an amount stands: two only where it is published for several. None outside them.

    >>> percentiles_at({50: 222_000, 75: 252_000}, 237_000), percentiles_at({25: 160, 50: 160, 75: 200}, 160)
    ((62.5, 62.5), (25, 50))
    """
    known = sorted(percentiles)
    if not percentiles[known[0]] <= amount <= percentiles[known[-1]]:
        return None
    tied = [percentile for percentile in known if percentiles[percentile] == amount]
    if tied:
        return tied[0], tied[-1]
    low = max(percentile for percentile in known if percentiles[percentile] < amount)
    high = min(percentile for percentile in known if percentiles[percentile] > amount)
    part = (amount - percentiles[low]) / (percentiles[high] - percentiles[low])
    return low + part * (high - low), low + part * (high - low)


def share_of(percentile: float, n: int | None) -> str:
    """How many lie below a percentile, as exactly as `n` of them can say, with the percentile; empty for a small n.

    To five points from n = 36 on, to a quarter from n = 13 on.

    >>> share_of(74.7, 87), share_of(69, 200), share_of(62, 15), share_of(62, 12)
    ('three in four (p75)', 'seven in ten (p70)', 'half (p50)', '')
    """
    words, place = _share(percentile, n)
    return f"{words.removesuffix(' of')} ({place})" if words else ""


def share_in_words(percentile: float, n: int | None, of: str = "postings") -> str:
    """How many pay less than what stands at a percentile, as exactly as `n` of them (`of`, in the plural) can say.

    To five points from n = 36 on, to a quarter from n = 13 on. Empty where n is less, or not known.

    >>> share_in_words(74.7, 87)
    'about three in four postings pay less (p75)'
    >>> share_in_words(62, 87, "roles"), share_in_words(62, 15, "roles"), share_in_words(62, 12)
    ('about three in five roles pay less (p60)', 'about half of roles pay less (p50)', '')
    """
    words, place = _share(percentile, n)
    if not words:
        return ""
    return f"{'' if 'than' in words else 'about '}{words} {of} pay less ({place})"


def _share(percentile: float, n: int | None) -> tuple[str, str]:
    """A share as people say it, and the percentile; both empty where n is too small."""
    if n is None or n < QUARTERS:
        return "", ""
    step = 5 if n >= FIVES else 25
    near = step * floor(percentile / step + 0.5)
    if near <= 0:
        return f"fewer than {SHARES[step]}", f"below p{step}"
    if near >= 100:
        return f"more than {SHARES[100 - step]}", f"above p{100 - step}"
    return SHARES.get(near, f"{near}% of"), f"p{near}"


def months(date: str) -> int:
    """Months since the year 0. A year alone counts as its December, so that nothing looks older than it is.

    >>> months("2026-03") - months("2025-12-31"), months("2026") - months("2026-12")
    (3, 0)
    """
    year, _, rest = date.partition("-")
    return int(year) * 12 + (int(rest[:2]) if rest else 12)


def age(date: str | None, today: str) -> int | None:
    """How many months old a figure of a date is, below 0 where that lies ahead. None where either is not known."""
    return months(today) - months(date) if date and today else None


def old(date: str | None, today: str) -> int | None:
    """The age in months of what is old; None for what is not, or of which that is not known."""
    found = age(date, today)
    return found if found is not None and found > OLD else None
