"""What a code of `ladder validate` means, laid out."""

from ladder.document import Block, Column, Document, Facts, Heading, Prose, Sheet, Span, Table
from ladder.pages.words import typed
from ladder.questions.explain import Explained, Explanation


def page(answer: Explanation) -> Document:
    """One code with an example; several in a table."""
    if len(answer.codes) != 1:
        columns = (Column("code"), Column("severity"), Column("what it finds"))
        rows = tuple((Span(one.code, "strong"), one.severity, one.title) for one in answer.codes)
        return Document("Codes", (Heading("Codes of ladder validate", depth=1), Table(columns, rows)))
    one = answer.codes[0]
    return Document(one.title, tuple(_one(one)))


def sheet(answer: Explanation) -> Sheet:
    """One row a code."""
    return Sheet(Explained._fields, tuple(tuple(one) for one in answer.codes))


def _one(one: Explained) -> list[Block]:
    blocks: list[Block] = [Heading(one.title, f"{one.severity}[{one.code}]", 1), Prose(typed(one.why))]
    lines = [("instead of", one.wrong), ("write", one.right)]
    examples = tuple(
        (label if place == 0 else "", (Span(line, "code"),))
        for label, text in lines
        for place, line in enumerate(text.split("\n"))
        if text
    )
    return [*blocks, Facts(examples)] if examples else blocks
