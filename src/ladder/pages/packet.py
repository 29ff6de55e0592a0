"""The case for a level, laid out: entries as their writer put them, and what is in them that others might not see."""

from collections.abc import Sequence

from ladder.document import Block, Document, Heading, Item, Items, Note, Prose, Sheet
from ladder.logs.entry import Entry
from ladder.pages.entries import LEGEND, SIGNS, when
from ladder.pages.words import listed
from ladder.questions.packet import Packet

UNSEEN = "No other names or customers can be seen from here. Read it before you share it."


def page(answer: Packet) -> Document:
    """The page of `ladder packet`."""
    entries = answer.entries
    blocks: list[Block] = [Heading(title(answer), "in the words of the log", 1)]
    for head, places in (("Work with an outcome", answer.outcomes), ("People they helped", answer.people)):
        if places:
            blocks += [Heading(head), _quoted([entries[place] for place in places])]
    if answer.statements:
        blocks += [Heading("What the level expects"), Prose(LEGEND)]
    for one in answer.statements:
        blocks.append(Heading(f"{SIGNS[one.mark]} {one.statement.text}", one.competency, 3))
        blocks.append(_quoted([entries[place] for place in one.evidence]))
    if answer.voices:
        said = [Item(one.said, (entries[one.entry].text,)) for one in answer.voices]
        blocks += [Heading("Who can say so"), Items(tuple(said))]
    if answer.gaps:
        gaps = [Item(one.statement.text, aside=one.competency, mark=SIGNS[one.mark]) for one in answer.gaps]
        blocks += [Heading("What is not in the log, or has no outcome yet"), Items(tuple(gaps))]
        blocks.append(Items((Item("What is done about it:"),)))
    if not entries:
        blocks.append(Note("no entry that may be shown claims a statement or has an outcome.", "nothing yet"))
    return Document(title(answer), (*blocks, *share_notes(answer)), answer.language)


def sheet(answer: Packet) -> Sheet:
    """One row a statement and entry that stands for it."""
    rows = [
        (one.claim, one.statement.text, one.mark, entry.date, entry.text, entry.outcome, " ".join(entry.links))
        for one in (*answer.statements, *(gap for gap in answer.gaps if not gap.evidence))
        for entry in ([answer.entries[place] for place in one.evidence] or [Entry("")])
    ]
    return Sheet(("claim", "statement", "mark", "date", "entry", "outcome", "links"), tuple(rows))


def title(answer: Packet) -> str:
    """What the page is called."""
    return f"The case for {answer.title}"


def share_notes(answer: Packet) -> list[Block]:
    """What is in the packet that others should perhaps not see."""
    declared = answer.declared
    kinds = (("Links", declared.links), ("Names", declared.names), ("Customers", declared.customers))
    said = [Item(f"{kind}: {listed(words)}") for kind, words in kinds if words]
    said += [Item(f"The log asks for confidence: {one}") for one in declared.notices]
    return [Heading("Before you share it"), *([Items(tuple(said))] if said else []), Note(UNSEEN)]


def _quoted(entries: Sequence[Entry]) -> Items:
    items = []
    for entry in entries:
        details = [*entry.more, *(link for link in entry.links if link not in entry.text and link not in entry.more)]
        if entry.impact and entry.impact not in (entry.text, *entry.more):
            details.insert(0, entry.impact)
        items.append(Item(entry.text, tuple(details), when(entry.date)))
    return Items(tuple(items))
