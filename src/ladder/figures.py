"""Percentiles in words that are as exact as the observations allow."""

from typing import Final

FIVES: Final = 36
QUARTERS: Final = 13
"""From how many observations a percentile is said to five points, and to a quarter."""

IN_WORDS: Final = {
    5: "one in twenty", 10: "one in ten", 15: "one in seven", 20: "one in five", 25: "one in four", 30: "three in ten",
    35: "one in three", 40: "two in five", 45: "nearly half", 50: "half", 55: "more than half", 60: "three in five",
    65: "two in three", 70: "seven in ten", 75: "three in four", 80: "four in five", 85: "six in seven",
    90: "nine in ten", 95: "nineteen in twenty",
}  # fmt: skip


def rounded(percentile: float, n: int | None) -> int | None:
    """A percentile as exactly as n observations allow: to five points, to a quarter, or not at all.

    >>> rounded(74.7, 87), rounded(70, 20), rounded(70, 9), rounded(70, None)
    (75, 75, None, None)
    """
    step = 5 if n is not None and n >= FIVES else 25 if n is not None and n >= QUARTERS else 0
    return min(max(round(percentile / step) * step, step), 100 - step) if step else None


def share_in_words(percentile: float, n: int | None) -> str:
    """How many lie below a percentile, in words, with the percentile in brackets; nothing where n is too small.

    >>> share_in_words(74.7, 87), share_in_words(70, 200)
    ('three in four (p75)', 'seven in ten (p70)')
    """
    place = rounded(percentile, n)
    return f"{IN_WORDS[place]} (p{place})" if place is not None else ""
