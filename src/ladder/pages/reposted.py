"""Two captures of one posting, laid out: what the employer changed, pay first."""

from ladder.document import Block, Change, Changes, Column, Document, Heading, Note, Sheet, Table
from ladder.pages.autopsy import name_of
from ladder.pages.words import count
from ladder.questions.reposted import Altered, Reposted

LABELS = {
    "pay": "Pay",
    "title": "Title",
    "level": "The text says",
    "years": "Years asked for",
    "location": "Location",
    "company": "Company",
}


def page(answer: Reposted) -> Document:
    """The page of `ladder autopsy --changes`."""
    title = f"What changed: {name_of(answer.after)}"
    before, after = sides(answer)
    blocks: list[Block] = [Heading(title, answer.after.posting.company, 1)]
    facts = [one for one in answer.changes if one.what != "sentence"]
    if facts:
        rows = tuple((LABELS[one.what], one.before or "none stated", one.after or "none stated") for one in facts)
        blocks.append(Table((Column(""), Column(before), Column(after)), rows))
    if not any(one.what == "pay" for one in answer.changes):
        blocks.append(
            Note("the pay is the same." if answer.after.money.low is not None else "neither states any.", "pay")
        )
    said = [one for one in answer.changes if one.what == "sentence"]
    if said:
        blocks.append(Heading("In the text", count(len(said), "sentence")))
        blocks.append(Changes(before, after, tuple(map(_change, said)), again=True))
    blocks.append(Note(f"{count(answer.same, 'sentence')}.", "the same in both"))
    return Document(title, tuple(blocks), answer.language)


def sheet(answer: Reposted) -> Sheet:
    """One row a thing that changed."""
    return Sheet(("what", "before", "after"), tuple((one.what, one.before, one.after) for one in answer.changes))


def sides(answer: Reposted) -> tuple[str, str]:
    """What the two captures are called: by their days, else by their files, else before and after."""
    old, new = answer.before.posting, answer.after.posting
    for one, other in ((old.captured, new.captured), (old.name, new.name)):
        if one and other and one != other:
            return one, other
    return "before", "after"


def _change(one: Altered) -> Change:
    if not one.before:
        return Change("new", "+", "new", "", one.after)
    if not one.after:
        return Change("gone", "-", "left", one.before, "")
    return Change("changed", "→", "raised", one.before, one.after)
