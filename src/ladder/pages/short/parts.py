"""What short pages share: a cell in few words, a figure with what it rests on in one line, shares of a week."""

import re
from collections.abc import Iterable, Sequence

from ladder.contents.expected import Expectation
from ladder.document import Block, Heading, Item, Items
from ladder.model import Source, Statement
from ladder.pages.comp import as_of
from ladder.pages.words import amount, date, percent
from ladder.questions.comp import Row
from ladder.questions.compare import Hours

ROOM = 30
"""Columns of a cell where two sides stand beside each other on 80 columns: those of a gist."""
SHARES = 2
"""How many shares of a week a cell has room for."""


def gist(part: Expectation | None) -> str:
    """What is expected, in few words: the gist, else the step, else the first statement and how many more there are."""
    if part is None:
        return "–"
    if words := part.gist or part.step or part.label:
        return words
    return first_of(part.statements or part.inherited)


def first_of(statements: Sequence[Statement]) -> str:
    """The first statement, and how many more there are."""
    if not statements:
        return "–"
    more = f" +{len(statements) - 1}" if len(statements) > 1 else ""
    return sentence_of(statements[0]).rstrip(".") + more


def sentence_of(statement: Statement) -> str:
    """The first sentence of a statement, which may have several."""
    return re.split(r"(?<=[.!?])\s", statement.text, maxsplit=1)[0]


def name(part: Expectation) -> str:
    """A competency's short name, else its title."""
    return part.short or part.title


def medians(rows: Iterable[Row]) -> list[Row]:
    """Rows of base pay with a median, nobody's satire, the newest first."""
    known = [row for row in rows if row.measure == "base" and 50 in row.percentiles and not row.satire and row.id]
    return sorted(known, key=lambda row: row.published or (row.period.to if row.period else "") or "", reverse=True)


def median(row: Row, room: int = ROOM) -> str:
    """A median with its currency, on how many it rests, and of when."""
    return figure(row, row.percentiles[50], room)


def figure(row: Row, value: float, room: int = ROOM) -> str:
    """A figure with its currency, on how many it rests, and of when; in as many words as there is room for."""
    said = f"{row.currency} {amount(value)}" + {"year": "", "month": " a month", "hour": " an hour"}[row.per]
    old = f", {row.stale_months} months old" if row.stale_months is not None else ""
    number = f"{row.n:,} {row.counts}" if row.n is not None and row.counts else f"n {row.n:,}" if row.n else "no n"
    few = f"n {row.n:,}" if row.n is not None else "no n"
    forms = (f"{said} ({number}, {as_of(row)}{old})", f"{said} ({few}, {as_of(row)}{old})", f"{said} ({few}{old})")
    return next((form for form in forms if len(form) <= room), forms[1] if room >= ROOM else forms[2])


def shares(time: Sequence[Hours], side: int, *, both: bool = True, most: int = SHARES) -> str:
    """The largest shares of a side's week; with `both`, one that the other sides have, too, stands among them."""
    known = [(hours, share) for hours in time if (share := hours.shares[side]) and not share.spans]
    known.sort(key=lambda one: -(one[1].low + one[1].high))
    chosen = known[:most]
    if both and known:
        common = next((one for one in known if all(one[0].shares)), None)
        if common and common not in chosen:
            chosen = [*known[: most - 1], common]
    return ", ".join(f"{_activity(hours)} {percent(share.low, share.high)}" for hours, share in chosen)


def _activity(hours: Hours) -> str:
    return hours.title.lower() if len(hours.title) <= 13 else hours.id.replace("-", " ")


def source_list(sources: Sequence[Source]) -> list[Block]:
    """All sources of an answer."""
    items = [
        Item(one.title, aside=", ".join(filter(None, (one.publisher, one.kind, date(one.published), one.url))))
        for one in sources
    ]
    return [Heading("Sources"), Items(tuple(items))] if items else []
