"""Questions that people ask, laid out."""

from ladder.document import Block, Document, Heading, Note, Prose, Sheet
from ladder.pages.words import Footnotes, count
from ladder.questions.faq import Questions


def page(answer: Questions) -> Document:
    """The page of `ladder faq`."""
    title = f"Questions people ask: {answer.of}"
    number = sum(len(group.questions) for group in answer.groups)
    blocks: list[Block] = [Heading(title, count(number, "question") if number else "", 1)]
    notes = Footnotes(answer.sources)
    if not number:
        blocks.append(Note("no questions are on record.", "none found"))
    several = len(answer.groups) > 1
    for group in answer.groups:
        for question in group.questions:
            aside = group.title if several else ""
            blocks += [Heading(question.ask, aside), Prose(notes(question.answer, question.source))]
    return Document(title, (*blocks, *notes.blocks()), answer.language)


def sheet(answer: Questions) -> Sheet:
    """One row a question."""
    rows = [(group.id, one.ask, one.answer, " ".join(one.source)) for group in answer.groups for one in group.questions]
    return Sheet(("id", "ask", "answer", "source"), tuple(rows))
