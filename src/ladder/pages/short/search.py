"""The best hits of a search on one screen."""

from ladder.document import Block, Document, Heading, Items, Note
from ladder.pages.search import item, number_of
from ladder.pages.words import Footnotes, listed
from ladder.questions.search import Findings


def page(findings: Findings) -> Document:
    """The short page of `ladder search`: hits without the marks of their sources, as many as fit."""
    of = findings.hits[0].title if findings.hits and len(findings.roles) == 1 else ""
    blocks: list[Block] = [Heading(findings.query, " · ".join(filter(None, (of, number_of(findings)))), 1)]
    if findings.hits:
        unmarked = Footnotes(())
        blocks.append(Items(tuple(item(hit, unmarked, whose=not of) for hit in findings.hits), least=3))
    else:
        blocks.append(Note("no statement has any of these words.", "none found"))
    if findings.missing:
        blocks.append(Note(f"{listed(findings.missing)}.", "in no hit"))
    return Document(findings.query, tuple(blocks), screen=22, more="With who says so")
