"""A ladder's lists, laid out; and the ladder itself, which is what a bare `ladder` shows."""

from typing import Final

from ladder.document import Block, Cell, Column, Document, Heading, Item, Items, Note, Prose, Sheet, Span, Table
from ladder.pages.words import argument
from ladder.questions.listing import Group, Listing

SHOWN: Final[dict[str, tuple[str, ...]]] = {
    "levels": (),
    "roles": ("level", "discipline"),
    "competencies": ("group",),
    "activities": (),
    "sources": ("kind", "published", "publisher", "url"),
    "companies": ("here",),
}
"""Which details of an entry its list shows."""

TRY = ("ladder compare {0} {1}", "ladder day {2}", "ladder comp --percentile 75")


def page(listing: Listing) -> Document:
    """The page of `ladder list`."""
    only = listing.groups[0] if len(listing.groups) == 1 else None
    title = listing.title
    blocks: list[Block] = [Heading(title, only.what if only else listing.ladder, 1)]
    for group in listing.groups:
        if not only and group.what != "levels" and group.entries:
            blocks.append(Heading(group.what.capitalize()))
        blocks += _group(group)
    return Document(title, tuple(blocks))


def front(listing: Listing) -> Document:
    """The page of a bare `ladder`: the ladder, a line a level, the roles beside them, and three commands to try."""
    levels, roles = listing.groups
    beside: dict[str, list[str]] = {}
    for entry in roles.entries:
        beside.setdefault(dict(entry.details).get("level", ""), []).append(entry.id)
    rows: list[tuple[Cell, ...]] = [
        (Span(entry.id, "strong"), entry.about or entry.title, _roles(beside.get(entry.id, [])))
        for entry in levels.entries
    ]
    columns = (Column("level"), Column("what it is"), Column("", below=True))
    blocks: list[Block] = [Heading(listing.title, edition(listing), 1)]
    if listing.about:
        blocks.append(Prose(listing.about))
    blocks += [Table(columns, tuple(rows))] if rows else [Note("the ladder has no levels yet.", "none found")]
    if commands := tries(listing):
        blocks += [Heading("Try"), Items(tuple(Item(command) for command in commands))]
    return Document(listing.title, tuple(blocks))


def tries(listing: Listing) -> list[str]:
    """Commands to try on a ladder, by its own levels and roles; none where it has no two levels."""
    levels, roles = listing.groups
    ids = [entry.id for entry in levels.entries]
    if len(ids) < 2:
        return []
    lower, upper = ids[1:3] if len(ids) > 2 else ids
    day = roles.entries[0].id if roles.entries else upper
    return [command.format(argument(lower), argument(upper), argument(day)) for command in TRY]


def sheet(listing: Listing) -> Sheet:
    """One row an entry."""
    names = list(
        dict.fromkeys(name for group in listing.groups for entry in group.entries for name, _ in entry.details)
    )
    rows = []
    for group in listing.groups:
        for entry in group.entries:
            details = dict(entry.details)
            rows.append((group.what, entry.id, entry.title, entry.about, *(details.get(name) for name in names)))
    return Sheet(("list", "id", "title", "about", *names), tuple(rows))


def _group(group: Group) -> list[Block]:
    if not group.entries:
        return [Note(f"the ladder has no {group.what}.", "none found")]
    names = [name for name in SHOWN[group.what] if any(name in dict(entry.details) for entry in group.entries)]
    below = {"url", "publisher"}
    columns = (
        Column("id"),
        Column("title"),
        *(Column(name, below=name in below) for name in names),
        Column("", below=bool(names)),
    )
    lines = tuple(
        (Span(entry.id, "strong"), entry.title, *(dict(entry.details).get(name) for name in names), entry.about)
        for entry in group.entries
    )
    return [Table(columns, lines)]


def _roles(ids: list[str]) -> str | None:
    return f"{'roles' if len(ids) > 1 else 'role'}: {', '.join(ids)}" if ids else None


def edition(listing: Listing) -> str:
    """The name of a ladder, and its version."""
    return " · ".join(filter(None, (listing.ladder, listing.version)))
