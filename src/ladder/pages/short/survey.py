"""A survey on one screen: the figures, how many rows they rest on, and why the others do not count."""

from ladder.document import Document, Facts, Text
from ladder.pages.survey import figures, title
from ladder.pages.words import count
from ladder.questions.survey import Surveyed

MOST = 5
"""How many reasons stand in a line."""


def page(answer: Surveyed) -> Document:
    """The short page of `ladder survey`."""
    rows: list[tuple[Text, Text]] = [("counts", f"{answer.used:,} of {count(answer.read, 'row')}")]
    if answer.dropped:
        total = sum(one.n for one in answer.dropped)
        rows.append(("dropped", f"{total:,}: {_said([(one.why, one.n) for one in answer.dropped])}"))
    if answer.no_level:
        total = sum(n for _, n in answer.no_level)
        rows.append(("no level", f"{total:,}: {_said(list(answer.no_level), 1)}"))
    blocks = (*figures(answer), Facts(tuple(rows)))
    return Document(title(answer), blocks, screen=22, more="What did not count and why, and how it was made")


def _said(whys: list[tuple[str, int]], most: int = MOST) -> str:
    shown = [f"{n:,} {why}" for why, n in whys[:most]]
    left = sum(n for _, n in whys[most:])
    return ", ".join([*shown, *([f"{left:,} for other reasons"] if left else [])])
