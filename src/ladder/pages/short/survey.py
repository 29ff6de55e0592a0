"""A survey on one screen: the figures, how many rows they rest on, and why the others do not count."""

from ladder.document import Block, Document, Facts, Heading, Note, Prose, Text
from ladder.pages.survey import notes_of, nothing, table
from ladder.pages.words import count, unit
from ladder.questions.survey import Surveyed

MOST = 5
"""How many reasons stand in a line."""


def page(answer: Surveyed) -> Document:
    """The short page of `ladder survey`."""
    title = f"{answer.measure.capitalize()} pay from {answer.input}"
    blocks: list[Block] = [Heading(title, unit(answer.currency, answer.per), 1)]
    if answer.basis == "bands":
        blocks.append(Prose("These are bands that a company set: ranges, not observations."))
    blocks += [table(answer)] if answer.rows else [Note(nothing(answer), "no figures")]
    blocks += notes_of(answer)
    rows: list[tuple[Text, Text]] = [("counts", f"{answer.used:,} of {count(answer.read, 'row')}")]
    if answer.dropped:
        total = sum(one.n for one in answer.dropped)
        rows.append(("dropped", f"{total:,}: {_said([(one.why, one.n) for one in answer.dropped])}"))
    if answer.no_level:
        total = sum(n for _, n in answer.no_level)
        rows.append(("no level", f"{total:,}: {_said(list(answer.no_level), 1)}"))
    blocks.append(Facts(tuple(rows)))
    return Document(title, tuple(blocks), screen=22, more="What did not count and why, and how it was made")


def _said(whys: list[tuple[str, int]], most: int = MOST) -> str:
    shown = [f"{n:,} {why}" for why, n in whys[:most]]
    left = sum(n for _, n in whys[most:])
    return ", ".join([*shown, *([f"{left:,} for other reasons"] if left else [])])
