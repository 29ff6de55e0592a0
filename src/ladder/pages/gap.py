"""What a level expects beside logs, laid out: every statement with the entries that stand for it."""

from ladder.document import Block, Document, Heading, Item, Items, Note, Prose, Sheet
from ladder.pages.entries import LEGEND, SIGNS, closing, line, unknown
from ladder.pages.words import Footnotes, listed, typed
from ladder.questions.gap import Asked, Gap


def page(answer: Gap) -> Document:
    """The page of `ladder gap`."""
    notes = Footnotes(answer.sources)
    blocks: list[Block] = [Heading(title(answer), listed(answer.logs), 1), Prose(LEGEND)]
    for part in answer.competencies:
        blocks += [Heading(part.title), Items(tuple(_item(answer, one, notes) for one in part.statements))]
        if part.others:
            blocks.append(Heading("For no statement of this level", depth=3))
            blocks.append(Items(tuple(Item(line(answer.entries[place])) for place in part.others)))
    if not answer.competencies:
        blocks.append(Note("the ladder does not say what it expects.", "none found"))
    blocks += [*remarks(answer), Note(closing(answer))]
    return Document(title(answer), (*blocks, *notes.blocks(rest=False)), answer.language)


def sheet(answer: Gap) -> Sheet:
    """One row a statement and entry of a log; without a date and text where the log has none."""
    rows: list[tuple[str | bool | None, ...]] = []
    for part in answer.competencies:
        for one in part.statements:
            for name, mark, places in zip(answer.logs, one.marks, one.evidence, strict=True):
                head = (part.id, one.claim, one.statement.text, name, mark)
                found = [answer.entries[place] for place in places]
                rows += [(*head, entry.date, entry.text, entry.outcome, entry.private) for entry in found]
                rows += [] if found else [(*head, None, None, None, None)]
    return Sheet(
        ("competency", "claim", "statement", "log", "mark", "date", "entry", "outcome", "private"), tuple(rows)
    )


def title(answer: Gap) -> str:
    """What the page is called."""
    return f"{answer.before_title} → {answer.title}" if answer.before else answer.title


def remarks(answer: Gap) -> list[Note]:
    """What else a reader should know of the logs."""
    notes = unknown(answer.unknown)
    if answer.waiting:
        notes.append(
            Note(typed("Some entries claim nothing yet: `ladder log --review` walks through them."), prompt=True)
        )
    if any(one.repeats for one in answer.entries):
        notes.append(Note("Entries that stand in the log more than once are shown once."))
    return notes


def _item(answer: Gap, one: Asked, notes: Footnotes) -> Item:
    said = notes(one.statement.text, one.statement.source)
    aside = ", ".join([f"#{one.claim}", *(["optional"] if one.statement.optional else [])])
    if len(answer.logs) == 1:
        return Item(said, tuple(line(answer.entries[place]) for place in one.evidence[0]), aside, SIGNS[one.marks[0]])
    details = []
    for name, mark, places in zip(answer.logs, one.marks, one.evidence, strict=True):
        details += [f"{name}: {SIGNS[mark]} {line(answer.entries[place])}" for place in places] or [
            f"{name}: {SIGNS[mark]}"
        ]
    return Item(said, tuple(details), aside)
