"""Who says so, laid out: the sources by kind with what each carries, or all that rests on one."""

from typing import Final

from ladder.contents.claims import Claim
from ladder.document import Block, Cell, Column, Document, Facts, Heading, Item, Items, Note, Sheet, Span
from ladder.document import Table as Grid
from ladder.model import SourceKind
from ladder.pages.words import count, typed
from ladder.questions.sources import Backing, Sourcing

KINDS: Final[dict[SourceKind, str]] = {
    "survey": "Surveys",
    "statistics": "Statistics",
    "framework": "Frameworks",
    "article": "Articles",
    "self-report": "People about themselves",
    "aggregator": "Aggregators",
    "satire": "Satire",
    "editorial": "The editors",
}
COLUMNS: Final = ("id", "title", "kind", "publisher", "published", "url", "read", "licence", "note", "claims")


def page(answer: Sourcing) -> Document:
    """The page of `ladder sources`."""
    return _one(answer, answer.source) if answer.source else _all(answer)


def sheet(answer: Sourcing) -> Sheet:
    """One row a source; of one source, one row a claim that rests on it."""
    if answer.source is None:
        every = [*(one for kind in answer.kinds for one in kind.sources), *answer.unused]
        return Sheet(COLUMNS, tuple(tuple(one) for one in every))
    columns = ("source", "role", "title", "part", "about", "about_title", "text", "satire")
    every_claim = [claim for rest in answer.rests for part in rest.parts for claim in part.claims]
    return Sheet(columns, tuple((answer.source.id, *claim[:6], claim.satire) for claim in every_claim))


def _all(answer: Sourcing) -> Document:
    number = sum(len(kind.sources) for kind in answer.kinds) + len(answer.unused)
    blocks: list[Block] = [Heading(f"Sources: {answer.title}", count(number, "source"), 1)]
    for kind in answer.kinds:
        blocks += [Heading(KINDS[kind.kind], count(len(kind.sources), "source")), _table(kind.sources)]
    if answer.unused:
        blocks += [Heading("Nothing rests on these", count(len(answer.unused), "source")), _table(answer.unused)]
    if number:
        blocks.append(Note(typed("All that rests on one of them: `ladder sources ID`.")))
    else:
        blocks.append(Note("the ladder names no sources.", "none found"))
    return Document(f"Sources: {answer.title}", tuple(blocks))


def _table(some: tuple[Backing, ...]) -> Grid:
    rows: list[tuple[Cell, ...]] = [
        (Span(one.id, "strong"), one.title, one.publisher or None, one.published or "undated", f"{one.claims:,}")
        for one in some
    ]
    columns = (
        Column("id"),
        Column("title"),
        Column("publisher", below=True),
        Column("published", below=True),
        Column("claims", "figures"),
    )
    return Grid(columns, tuple(rows))


def _one(answer: Sourcing, source: Backing) -> Document:
    blocks: list[Block] = [Heading(source.title, count(source.claims, "claim"), 1)]
    joke = "satire · " if source.kind == "satire" else ""
    if joke:
        blocks.append(Note("a satirical page, not a survey; all that rests on it is satire.", "satire"))
    known = (
        ("id", source.id),
        ("kind", source.kind),
        ("publisher", source.publisher),
        ("published", source.published or "undated"),
        ("read", source.read),
        ("url", source.url),
        ("licence", source.licence),
        ("note", source.note),
    )
    blocks.append(Facts(tuple((label, text) for label, text in known if text)))
    for rest in answer.rests:
        number = sum(len(part.claims) for part in rest.parts)
        blocks.append(Heading(rest.title, joke + count(number, "claim")))
        for part in rest.parts:
            blocks += [Heading(part.title, depth=3), Items(tuple(map(_item, part.claims)))]
    if not answer.rests:
        blocks.append(Note("nothing in this ladder rests on it.", "none found"))
    return Document(source.title, tuple(blocks))


def _item(claim: Claim) -> Item:
    return Item(claim.text, aside=claim.about_title if claim.about_title != claim.text else "")
