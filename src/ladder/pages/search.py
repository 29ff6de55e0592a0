"""What a search found, laid out: an item a hit, with where it stands behind it and the words that were found marked."""

from typing import Final

from ladder.contents.titles import TITLES
from ladder.document import Block, Document, Heading, Item, Items, Link, Note, Sheet, Span, Text, Thing
from ladder.pages.words import Footnotes, count, joined, listed, typed
from ladder.questions.search import Findings, Hit

CLEAR: Final = ("title", "expects", "topics", "moves", "companies", "baseline", "sources")
"""Parts of which the title of what a claim is about says enough."""


def page(findings: Findings) -> Document:
    """The page of `ladder search`."""
    shown = len(findings.hits)
    number = number_of(findings)
    of = findings.hits[0].title if shown and len(findings.roles) == 1 else ""
    blocks: list[Block] = [Heading(findings.query, " · ".join(filter(None, (of, number))), 1)]
    notes = Footnotes(findings.sources)
    if findings.hits:
        blocks.append(Items(tuple(item(hit, notes, whose=not of) for hit in findings.hits)))
    else:
        blocks.append(Note("no statement has any of these words.", "none found"))
    if findings.missing:
        blocks.append(Note(f"{listed(findings.missing)}.", "in no hit"))
    if findings.more:
        blocks.append(Note(typed(f"{findings.more:,} more: `--limit {findings.total}` shows them."), prompt=True))
    if findings.unread:
        some = count(findings.unread, "more level or role", "more levels and roles")
        text = f"the files of {some} hold some of these words: `--limit {shown + findings.unread}` searches them, too."
        blocks.append(Note(typed(text), "not searched"))
    return Document(findings.query, (*blocks, *notes.blocks()), findings.language)


def number_of(findings: Findings) -> str:
    """How many hits there are, and how many of them are shown."""
    all_ = count(findings.total, "hit")
    return f"{len(findings.hits)} of {all_}" if findings.more else all_


def sheet(findings: Findings) -> Sheet:
    """One row a hit."""
    columns = ("role", "title", "part", "about", "about_title", "text", "source", "satire", "score")
    rows = [(*hit[:6], " ".join(hit.source), hit.satire, hit.score) for hit in findings.hits]
    return Sheet(columns, tuple(rows))


def where(hit: Hit, *, whose: bool = True) -> Text:
    """Where a hit stands, for people: `Staff engineer · Scope`; without the level or role where that is known."""
    part, about = TITLES[hit.part], hit.about_title if hit.about_title != hit.text else ""
    if hit.part == "title" and hit.about == "title":
        part, about = f"title of {hit.role}", ""
    elif about and hit.part in CLEAR:
        part = ""
    title: Text = hit.title if whose and hit.title != hit.text else ""
    if title and hit.role:
        title = Link(hit.title, Thing("role", hit.role))
    return joined([one for one in (title, part, about) if one], " · ", " · ")


def item(hit: Hit, notes: Footnotes, *, whose: bool) -> Item:
    """A hit with what was found in it, and where it stands; `whose`: with the level or role that says it."""
    spans: list[Span] = []
    end = 0
    for start, stop in _joined(hit):
        spans += [Span(hit.text[end:start]), Span(hit.text[start:stop], "strong")]
        end = stop
    spans.append(Span(hit.text[end:]))
    place = where(hit, whose=whose)
    aside = joined([one for one in ("satire" if hit.satire else "", place) if one], " · ", " · ")
    return Item((*(span for span in spans if span.text), *notes.cite(hit.source)), aside=aside)


def _joined(hit: Hit) -> list[tuple[int, int]]:
    """What was found, words as one where no space stands between them: `levels.fyi`."""
    joined: list[tuple[int, int]] = []
    for start, stop in hit.matches:
        between = hit.text[joined[-1][1] : start] if joined else " "
        joined.append((start if between.split() != [between] else joined.pop()[0], stop))
    return joined
