"""Who says so, laid out: the sources by kind with what each carries, or all that rests on one."""

from typing import Final

from ladder.contents.claims import Claim
from ladder.document import (
    Block,
    Cell,
    Column,
    Document,
    Facts,
    Heading,
    Item,
    Items,
    Link,
    Note,
    Sheet,
    Text,
    Thing,
    Web,
)
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
        blocks += [Heading(KINDS[kind.kind], count(len(kind.sources), "source"), about=kind.kind), _table(kind.sources)]
    if answer.unused:
        blocks += [
            Heading("Not cited", count(len(answer.unused), "source"), about="unused"),
            _table(answer.unused),
        ]
    if number:
        blocks.append(Note(typed("Everything that cites one of them: `ladder sources ID`."), prompt=True))
    else:
        blocks.append(Note("the ladder names no sources.", "none found"))
    return Document(f"Sources: {answer.title}", tuple(blocks), answer.language)


def _table(some: tuple[Backing, ...]) -> Grid:
    rows: list[tuple[Cell, ...]] = [
        (
            Link(one.id, Thing("source", one.id), "strong"),
            Link(one.title, Web(one.url)),
            one.publisher or None,
            one.published or "undated",
            f"{one.claims:,}",
        )
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
    blocks: list[Block] = [Heading(source.title, count(source.claims, "claim"), 1, Thing("source", source.id))]
    joke = "satire · " if source.kind == "satire" else ""
    if joke:
        blocks.append(Note("a satirical page, not a survey; everything that cites it is satire.", "satire"))
    known: tuple[tuple[str, Text | None], ...] = (
        ("id", source.id),
        ("kind", source.kind),
        ("publisher", source.publisher),
        ("published", source.published or "undated"),
        ("read", source.read),
        ("url", Link(source.url, Web(source.url)) if source.url else ""),
        ("licence", source.licence),
        ("note", source.note),
    )
    blocks.append(Facts(tuple((label, text) for label, text in known if text)))
    for rest in answer.rests:
        number = sum(len(part.claims) for part in rest.parts)
        about = Thing("role", rest.role) if rest.role else rest.title
        blocks.append(Heading(rest.title, joke + count(number, "claim"), about=about))
        for part in rest.parts:
            blocks += [Heading(part.title, depth=3, about=part.part), Items(tuple(map(_item, part.claims)))]
    if not answer.rests:
        blocks.append(Note("nothing in this ladder cites it.", "none found"))
    return Document(source.title, tuple(blocks), answer.language)


def _item(claim: Claim) -> Item:
    return Item(claim.text, aside=claim.about_title if claim.about_title != claim.text else "")
