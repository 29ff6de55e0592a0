"""The ladder itself on one screen, which is what a bare `ladder` shows."""

from ladder.document import Block, Document, Facts, Heading, Note, Prose, Span
from ladder.pages.list import edition, tries
from ladder.pages.words import joined, running
from ladder.questions.list import Listing

MOST_ROLES = 4
"""How many roles a line has room for."""


def front(listing: Listing) -> Document:
    """The short page of a bare `ladder`."""
    levels, roles = (
        {group.what: group.entries for group in listing.groups}.get(what, ()) for what in ("levels", "roles")
    )
    blocks: list[Block] = [Heading(listing.title, edition(listing), 1)]
    if levels:
        blocks.append(Facts(tuple((one.id, one.about or one.title) for one in levels)))
    if roles:
        shown = ", ".join(one.id for one in roles[:MOST_ROLES]) + (
            f" and {len(roles) - MOST_ROLES} more" if len(roles) > MOST_ROLES else ""
        )
        blocks.append(Facts((("roles", shown),)))
    if not levels:
        blocks.append(Note("the ladder has no levels.", "none found"))
    if commands := tries(listing):
        blocks.append(Prose(joined([running(Span("Try ", "quiet"), commands[0]), *commands[1:]], "\n    ", "\n    ")))
    return Document(listing.title, tuple(blocks), screen=22, more="")
