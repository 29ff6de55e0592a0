"""Is this level for me, laid out: the questions, or what the answers lean to and why."""

from typing import Final

from ladder.document import Block, Document, Heading, Item, Items, Note, Part, Prose, Sheet, Span
from ladder.model import Answer
from ladder.pages.words import Footnotes, argument, command, count, listed, running, typed
from ladder.questions.fit import Asked, Fitting

LEANS: Final = {
    "for": "Your answers lean towards it",
    "against": "Your answers lean away from it",
    "either": "Your answers lean neither way",
    "open": "Too few answers to say",
}
SPEAKS: Final = (
    ("for", "What speaks for it"),
    ("against", "What speaks against it"),
    ("either", "What speaks for neither"),
)


def page(answer: Fitting) -> Document:
    """The page of `ladder fit`."""
    title = f"Is it for you? {answer.title}"
    notes = Footnotes(answer.sources)
    blocks: list[Block] = [Heading(title, "", 1)]
    blocks += [Prose(answer.summary)] if answer.summary else []
    answered = [one for one in answer.questions if one.given]
    blocks += _leaning(answer, notes) if answered else _questions(answer, notes)
    return Document(title, (*blocks, *notes.blocks(rest=False)), answer.language)


def sheet(answer: Fitting) -> Sheet:
    """One row an answer that one may give; `given` is true for the one that was."""
    rows = [
        (answer.id, one.id, one.ask, reply.say, reply.leans, reply.why, reply.to, one.answer == place, source)
        for one in answer.questions
        for source in (" ".join(one.source),)
        for place, reply in enumerate(one.answers)
    ]
    return Sheet(("id", "question", "ask", "answer", "leans", "why", "to", "given", "source"), tuple(rows))


def _questions(answer: Fitting, notes: Footnotes) -> list[Block]:
    blocks = notes.suits(answer.for_, answer.against)
    if not answer.questions:
        return blocks or [Note("the ladder does not say whom it suits.", "none found")]
    if answer.derived:
        made = f"asks {count(len(answer.questions), 'question')} made from these, in this order"
        return [*blocks, _how_to_answer(answer, made)]
    for number, one in enumerate(answer.questions, 1):
        blocks.append(Heading(running(f"{number}. ", notes(one.ask, one.source)), one.id, about=one.id))
        replies = []
        for place, reply in enumerate(one.answers, 1):
            replies.append(Item(reply.say, (reply.why,) if reply.why else (), _points(reply), str(place)))
        blocks.append(Items(tuple(replies)))
    return [*blocks, _how_to_answer(answer, "asks these one by one")]


def _how_to_answer(answer: Fitting, asks: str) -> Note:
    """How answers are given, with a terminal and without."""
    asked: tuple[Part, ...] = running("On a terminal ", command("fit", answer.id), f" {asks}. ")
    line = f"{argument(answer.questions[0].id)}: 1"
    given = (
        f"`{command('fit', answer.id, '--answers', 'FILE').text}` takes answers from a file with one line per question"
    )
    return Note(running(asked, *typed(f"Elsewhere {given}, such as `{line}`.")), prompt=True)


def _leaning(answer: Fitting, notes: Footnotes) -> list[Block]:
    spoken = {lean: [one for one in answer.questions if one.given and one.given.leans == lean] for lean, _ in SPEAKS}
    sums = [
        f"{len(some)} {word}"
        for (lean, _), word in zip(SPEAKS, ("for", "against", "neither"), strict=True)
        if (some := spoken[lean])
    ]
    silent = [one for one in answer.questions if not one.given]
    sums += [f"{len(silent)} not answered"] if silent else []
    said = f": {listed(sums)}. The reasons count, not the numbers."
    blocks: list[Block] = [Prose((Span(LEANS[answer.leans], "strong"), Span(said)))]
    for lean, title in SPEAKS:
        if spoken[lean]:
            blocks += [Heading(title, about=lean), Items(tuple(_reason(one, notes) for one in spoken[lean]))]
    if silent:
        blocks += [Heading("Not answered"), Items(tuple(Item(one.ask) for one in silent))]
    towards = list(dict.fromkeys(one.given.to for one in answer.questions if one.given and one.given.to))
    if towards:
        blocks.append(Note(f"{listed(towards)}.", "some of it points to"))
    return blocks


def _reason(one: Asked, notes: Footnotes) -> Item:
    assert one.given is not None
    why = one.given.why or one.ask
    asked = "" if why in one.ask else f"{one.ask} "
    details = (f"{asked}Your answer: {one.given.say}",)
    return Item(notes(why, one.source), details, _points(one.given))


def _points(answer: Answer) -> str:
    return f"points to {answer.to}" if answer.to else ""
