"""A log, laid out: every entry as it stands, and what was taken for none."""

from typing import Final

from ladder.document import Block, Document, Heading, Item, Items, Note, Sheet
from ladder.pages.entries import item
from ladder.pages.words import listed, typed
from ladder.questions.log import Logbook

COLUMNS: Final = (
    "log", "file", "line", "date", "text", "claims", "level", "outcome", "said", "links", "private", "repeats",
)  # fmt: skip
EMPTY: Final = '`ladder log "what you did"` adds one.'


def page(answer: Logbook) -> Document:
    """The page of `ladder log`."""
    blocks: list[Block] = [Heading("Log", listed(answer.logs), 1)]
    if answer.entries:
        blocks.append(Items(tuple(map(item, answer.entries))))
    else:
        blocks.append(Note(typed(EMPTY), "no entries"))
    if answer.passed_over:
        places = [Item(one.why, aside=f"{one.file}:{one.line}" if one.line else one.file) for one in answer.passed_over]
        blocks += [Heading("Passed over, and left as it is"), Items(tuple(places))]
    return Document("Log", tuple(blocks))


def sheet(answer: Logbook) -> Sheet:
    """One row an entry."""
    rows = tuple(
        (
            one.log,
            one.file,
            one.line,
            one.date,
            " ".join((one.text, *one.more)),
            " ".join(one.tags),
            one.level,
            one.outcome,
            " | ".join(one.said),
            " ".join(one.links),
            one.private,
            one.repeats,
        )
        for one in answer.entries
    )
    return Sheet(COLUMNS, rows)
