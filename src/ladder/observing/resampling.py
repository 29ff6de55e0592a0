"""Bootstrap intervals of percentiles, the same for the same observations.

A resample of n observations is drawn by its order statistics alone: the k-th smallest of n uniform numbers follows a
beta distribution, so that an interval takes as long for ten million observations as for ten.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate
from math import floor
from random import Random
from typing import Final

from ladder.figures import needed

RESAMPLES: Final = 2000
SEED: Final = 1729
"""A fixed seed, so that a survey made again has the same bytes."""


def intervals(counted: Sequence[tuple[float, int]], percentiles: Sequence[int]) -> Mapping[int, tuple[float, float]]:
    """The 95% percentile-bootstrap interval of each percentile that the number of observations supports.

    `counted` are amounts, rising, each with how often it was observed.
    """
    upto = list(accumulate(number for _, number in counted))
    n = upto[-1] if upto else 0
    return {one: _interval([amount for amount, _ in counted], upto, n, one) for one in percentiles if n >= needed(one)}


def _interval(amounts: Sequence[float], upto: Sequence[int], n: int, percentile: int) -> tuple[float, float]:
    place = (n - 1) * percentile / 100
    low = floor(place)
    random = Random(f"{SEED} {n} {percentile}")  # noqa: S311 - it decides nothing that has to stay secret

    def at(uniform: float) -> float:
        return amounts[min(bisect_right(upto, uniform * n), len(amounts) - 1)]

    drawn = []
    for _ in range(RESAMPLES):
        first = random.betavariate(low + 1, n - low)
        second = first + (1 - first) * random.betavariate(1, n - low - 1) if low + 1 < n else first
        drawn.append(at(first) + (place - low) * (at(second) - at(first)))
    drawn.sort()
    return drawn[int(RESAMPLES * 0.025)], drawn[int(RESAMPLES * 0.975) - 1]


__all__ = ["intervals"]
