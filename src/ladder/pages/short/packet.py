"""The case for a level on one screen: what is in the packet, competency by competency, and what to look at first."""

from ladder.document import Block, Cell, Column, Document, Facts, Heading, Note, Span, Table, Text
from ladder.pages.entries import SIGNS
from ladder.pages.packet import UNSEEN, title
from ladder.pages.words import listed
from ladder.questions.packet import Packet


def page(answer: Packet) -> Document:
    """The short page of `ladder packet`."""
    blocks: list[Block] = [Heading(title(answer), answer.log, 1)]
    rows: list[tuple[Cell, ...]] = []
    for one in answer.statements:
        newest = answer.entries[one.evidence[0]]
        rows.append((Span(f"{SIGNS[one.mark]} {one.statement.id or one.claim}", "strong"), newest.text))
    if rows:
        blocks.append(Table((Column(""), Column("")), tuple(rows), keep=tuple(range(len(rows)))))
    else:
        blocks.append(Note("no entry that may be shown claims a statement of this level.", "nothing yet"))
    facts: list[tuple[str, Text]] = []
    if answer.voices:
        facts.append(("Can say so", listed(list(dict.fromkeys(one.by or one.said for one in answer.voices)))))
    declared = answer.declared
    seen = [kind for kind, some in (("links", declared.links), ("names", declared.names)) if some]
    seen += ["customers"] if declared.customers else []
    facts.append(("To share", f"{f'it holds {listed(seen)}. ' if seen else ''}{UNSEEN}"))
    blocks.append(Facts(tuple(facts)))
    return Document(title(answer), tuple(blocks), screen=22, more="Every quotation, and what is not in the log")
