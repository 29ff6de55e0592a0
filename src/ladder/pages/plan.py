"""A plan, laid out for editing: what each statement looks like, and questions whose answers are the reader's."""

from typing import Final

from ladder.document import Block, Document, Facts, Heading, Item, Items, Note, Prose, Sheet, Text
from ladder.pages.entries import closing, line
from ladder.pages.words import Footnotes, joined, shared, typed
from ladder.questions.plan import Activity, Plan, Step

ASKS: Final = ("Which project will show it:", "Who will see it:", "When do you look again:")
"""What only the reader can answer. A line that is left so is no entry where a plan is kept beside a log."""
MANAGER: Final = (
    "Which of these matters most for the next step here, and which can wait?",
    "Which work that is coming would show it, and can I have a part in it that is mine?",
    "Who decides on the step, and who of them has seen my work?",
    "What would you have to say of me that you cannot say today?",
)
NOTHING: Final = "the ladder gives no example."


def page(answer: Plan) -> Document:
    """The page of `ladder plan`."""
    notes = Footnotes(answer.sources)
    blocks: list[Block] = [Heading(title(answer), answer.log, 1), Prose(lead(answer))]
    for step in answer.steps:
        blocks.append(Heading(notes(step.statement.text, step.statement.source), f"{step.competency}, #{step.claim}"))
        blocks.append(Facts(tuple(_facts(step, notes))))
        blocks.append(Items(tuple(Item(one) for one in ASKS)))
    blocks += notes.section(answer.obstacles, "What stops people on this step")
    blocks += [Heading("Questions to take to your manager"), Items(tuple(map(Item, MANAGER)))]
    derived = "which activity, sign and obstacle belongs to which statement, by words that both have."
    blocks += [Note(derived, "derived")] if answer.steps else []
    blocks.append(Note(closing(answer)))
    return Document(title(answer), (*blocks, *notes.blocks(rest=False)), answer.language)


def sheet(answer: Plan) -> Sheet:
    """One row a thing that is said of a statement: an example, a signal, an activity, a sign, an obstacle, an entry."""
    rows: list[tuple[str | float | None, ...]] = []
    for step in answer.steps:
        head = (step.claim, step.statement.text)
        rows += [(*head, "example", one, None, None) for one in step.statement.examples]
        rows += [(*head, "signal", one, None, None) for one in step.statement.signals]
        rows += [(*head, "activity", one.title, one.share.low, one.share.high) for one in step.activities]
        rows += [(*head, "evidence", one.text, None, None) for one in step.evidence]
        rows += [(*head, "obstacle", one.text, None, None) for one in step.obstacles]
        rows += [(*head, "entry", one.text, None, None) for one in step.entries]
        if not rows or rows[-1][0] != step.claim:
            rows.append((*head, None, None, None, None))
    return Sheet(("claim", "statement", "part", "text", "low", "high"), tuple(rows))


def title(answer: Plan) -> str:
    """What the page is called."""
    return f"A plan for {answer.before_title} → {answer.title}" if answer.before else f"A plan for {answer.title}"


def lead(answer: Plan) -> Text:
    """Why these statements, in a sentence."""
    if not answer.steps:
        return typed("The log has something for every statement. `ladder packet` puts it together.")
    if answer.picked:
        return "What you picked, with what the ladder says of it."
    return typed("The first that are not in the log; `--for people/sponsors` picks others.")


def spent(one: Activity) -> str:
    """How much of a week at this level goes to an activity."""
    return f"{one.title}: {shared(one.share)} of such a week"


def _facts(step: Step, notes: Footnotes) -> list[tuple[str, Text]]:
    said = step.statement
    looks: list[Text] = [*(one.rstrip(".") for one in (*said.examples, *(f"seen in: {one}" for one in said.signals)))]
    looks += [notes(one.text.rstrip("."), one.source) for one in step.evidence]
    does = [one.text for activity in step.activities for one in activity.share.does if not one.tags][:2]
    rows: list[tuple[str, Text]] = [("It looks like", joined(looks, ". ", ". ") or NOTHING)]
    rows.append(("Time", ", ".join(map(spent, step.activities)) or "the ladder does not say how much of a week."))
    if does:
        rows.append(("Such work", ". ".join(one.rstrip(".") for one in does)))
    stops = [notes(one.text.rstrip("."), one.source) for one in step.obstacles]
    rows.append(("What stops it", joined(stops, ". ", ". ") or "the ladder names nothing of its own."))
    if step.entries:
        rows.append(("In the log", "; ".join(map(line, step.entries[:3]))))
    return rows
