"""How well a likeness tells one subject from two: a hundred pairs of statements, read by hand.

`pairs.tsv` holds them, with `one` or `two` for how many subjects a reader saw before their likeness was known: 41 pairs
of the bundled ladder as it was in November 2026, from all over the scale, and 59 written for it. From the root of the
project, `python -m tests.comparing.measure` prints what each bar finds and what it gets wrong.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Final, NamedTuple

from ladder.language import Weights

BARS: Final = (0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6)


class Pair(NamedTuple):
    """Two statements, whether a reader saw one subject in them, and how alike they are."""

    one_subject: bool
    before: str
    after: str
    likeness: float


class Tally(NamedTuple):
    """What a bar calls one subject: how many of these are, how many are not, and how many it misses."""

    right: int
    wrong: int
    missed: int


def pairs() -> tuple[Pair, ...]:
    """All of them. Which words tell is counted on all their statements, as if they were of two levels."""
    lines = (Path(__file__).parent / "pairs.tsv").read_text(encoding="utf-8").splitlines()
    read = [line.split("\t") for line in lines]
    weights = Weights(text for _, *texts in read for text in texts)
    return tuple(Pair(seen == "one", one, other, weights.likeness(one, other)) for seen, one, other in read)


def tally(bar: float, of: Iterable[Pair]) -> Tally:
    """What a bar makes of the pairs."""
    called = [(pair.one_subject, pair.likeness >= bar) for pair in of]
    return Tally(called.count((True, True)), called.count((False, True)), called.count((True, False)))


if __name__ == "__main__":
    read = pairs()
    for bar in BARS:
        print(f"{bar:.2f}  right {{0}}, wrong {{1}}, missed {{2}}".format(*tally(bar, read)))
