"""A plan on one screen: for each statement what it looks like and how much time, and what to ask."""

from ladder.document import Block, Document, Facts, Heading, Item, Items, Note, Prose, Text
from ladder.pages.plan import MANAGER, lead, spent, title
from ladder.pages.words import typed
from ladder.questions.plan import Plan, Step

MOST = 3


def page(answer: Plan) -> Document:
    """The short page of `ladder plan`."""
    blocks: list[Block] = [Heading(title(answer), answer.log, 1), Prose(lead(answer))]
    if answer.steps:
        blocks.append(Items(tuple(Item(_statement(step), _known(step)) for step in answer.steps[:MOST]), least=1))
    rows: list[tuple[str, Text]] = [("You say", "which project will show it, who will see it, when you look again")]
    rows.append(("Ask", MANAGER[0]))
    if answer.obstacles:
        rows.append(("Stops people", answer.obstacles[0].text))
    blocks.append(Facts(tuple(rows)))
    blocks.append(Note(typed("To edit it: `ladder plan -o plan.md`."), prompt=True))
    return Document(title(answer), tuple(blocks), screen=22, more="What it looks like, what stops it")


def _statement(step: Step) -> str:
    return f"{step.statement.text} (#{step.claim})"


def _known(step: Step) -> tuple[str, ...]:
    """What the ladder says of it, in a line or two: what it looks like, and how much of a week it takes."""
    looks = [*step.statement.examples, *step.statement.signals, *(one.text for one in step.evidence)]
    return tuple(filter(None, (looks[0] if looks else "", ", ".join(map(spent, step.activities)))))
