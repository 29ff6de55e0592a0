"""A draft of a job posting, laid out as a page that an employer edits: what stands in brackets is theirs to say."""

from ladder.document import Block, Document, Heading, Item, Items, Prose, Sheet, Span, Text, parts
from ladder.pages.comp import as_of
from ladder.pages.words import amount, percent, running, unit, who, years
from ladder.questions.posting import Draft


def page(answer: Draft) -> Document:
    """The page of `ladder posting`."""
    company: Text = answer.company or _blank("Company")
    blocks: list[Block] = [Heading(answer.title, answer.company, 1)]
    blocks.append(Prose(running(company, f" is looking for {_a(answer.title)}. {answer.summary}".rstrip())))
    blocks.append(Prose(_blank("What the company makes and for whom, and which team this is, in two sentences.")))
    blocks += [Heading("What you will do"), _items(answer.tasks)]
    if answer.week:
        shares = [f"{one.title}: {percent(one.low, one.high)}" for one in answer.week]
        blocks += [Heading("How a week divides"), Items(tuple(Item(one) for one in shares))]
        blocks.append(Prose(_blank("Check these shares against a week of somebody who does this work with you.")))
    blocks += [Heading("What you bring"), Items(tuple(_brings(answer)))]
    blocks += [Heading("How we interview"), *_interview(answer)]
    blocks += [Heading("Pay"), Prose(pay(answer))]
    blocks += [Heading("Where and how to apply")]
    blocks.append(
        Prose(_blank("Place, or from which countries; days in the office; hours; whom to write to, and by when."))
    )
    return Document(answer.title, tuple(blocks), answer.language)


def sheet(answer: Draft) -> Sheet:
    """One row a line of the draft."""
    rows = [
        *(("task", one) for one in answer.tasks),
        *(("week", f"{one.title}: {percent(one.low, one.high)}") for one in answer.week),
        *(("brings", one) for one in answer.brings),
        *(("interview", one) for one in answer.interview),
        ("pay", "".join(part.text for part in parts(pay(answer)) if isinstance(part, Span))),
    ]
    return Sheet(("part", "text"), tuple(rows))


def pay(answer: Draft) -> Text:
    """The band of base pay, with who says so; else a place for the employer's own."""
    row = answer.pay
    if row is None:
        missing = "The ladder has no band of base pay for this level. " if answer.asked_for_pay else ""
        return _blank(f"{missing}The lowest and the highest base pay that you would offer, and in which currency.")
    known = row.percentiles
    low, high = row.range or (known.get(25, min(known.values())), known.get(75, max(known.values())))
    basis = f"{row.n:,} {row.counts or 'observations'}, " if row.n is not None else ""
    ends = "the range" if row.range else "p25 to p75"
    source = f"That is {ends} of {basis}{who(row.source, answer.sources)}, {as_of(row)}. Put your own range here."
    return running(f"Base pay: {amount(low)} to {amount(high)} {unit(row.currency, row.per)}. ", _blank(source))


def _brings(answer: Draft) -> list[Item]:
    items = [Item(f"You know how to {one}.") for one in answer.brings]
    if answer.years and (span := years(answer.years)):
        items.append(Item(f"People at this level usually have {span} of experience; it is no condition."))
    return [*items, Item(_blank("What else somebody must know on the first day, and what they can learn with you."))]


def _interview(answer: Draft) -> list[Block]:
    own: list[Block] = [_sentences(answer.interview)] if answer.interview else []
    if own:
        return [*own, Prose(_blank("Who is in these conversations, and when you answer."))]
    hint = f" Others report: {answer.suggested}" if answer.suggested else ""
    return [Prose(_blank(f"How many conversations, with whom, how long, and when you answer.{hint}"))]


def _sentences(some: tuple[str, ...]) -> Items:
    return Items(tuple(map(Item, some)))


def _items(tasks: tuple[str, ...]) -> Items:
    return Items(tuple(Item(f"{one[:1].upper()}{one[1:]}.") for one in tasks))


def _blank(text: str) -> Span:
    """A place for the employer's own words, and what belongs there."""
    return Span(f"[{text}]", "blank")


def _a(title: str) -> str:
    small = title if title[1:2].isupper() else title[:1].lower() + title[1:]
    return f"an {small}" if small[:1] in "aeiou" else f"a {small}"
