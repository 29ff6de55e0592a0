"""A log on one screen: the newest entries, a line each."""

from ladder.document import Block, Document, Heading, Item, Items, Note
from ladder.pages.entries import line
from ladder.pages.log import EMPTY
from ladder.pages.words import listed, typed
from ladder.questions.log import Logbook

NEWEST = 18


def page(answer: Logbook) -> Document:
    """The short page of `ladder log`."""
    blocks: list[Block] = [Heading("Log", listed(answer.logs), 1)]
    shown = [one for one in answer.entries if not one.repeats][:NEWEST]
    if shown:
        items = tuple(Item(line(one), aside=" ".join(f"#{tag}" for tag in one.tags)) for one in shown)
        blocks.append(Items(items, least=1))
    else:
        blocks.append(Note(typed(EMPTY), "no entries"))
    if any(not one.tags for one in answer.entries if not one.repeats):
        blocks.append(Note(typed("Some claim nothing yet: `ladder log --review` walks through them."), prompt=True))
    return Document("Log", tuple(blocks), screen=22, more="All of it, and what was passed over")
