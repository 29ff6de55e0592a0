"""A ladder's lists, laid out; and the ladder itself, which is what a bare `ladder` shows."""

from typing import Final

from ladder.document import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Item,
    Items,
    Kind,
    Link,
    Note,
    Prose,
    Sheet,
    Span,
    Table,
    Text,
    Thing,
    Web,
)
from ladder.pages.words import command, joined, running
from ladder.questions.list import Group, Listing

SHOWN: Final[dict[str, tuple[str, ...]]] = {
    "levels": (),
    "roles": ("level", "discipline"),
    "competencies": ("group",),
    "activities": (),
    "sources": ("kind", "published", "publisher", "url"),
    "companies": ("here",),
}
"""Which details of an entry its list shows."""

KINDS: Final[dict[str, Kind]] = {
    "levels": "level",
    "roles": "role",
    "competencies": "competency",
    "sources": "source",
}
"""Which lists are of things that a link can lead to."""


def page(listing: Listing) -> Document:
    """The page of `ladder list`."""
    only = listing.groups[0] if len(listing.groups) == 1 else None
    title = listing.title
    blocks: list[Block] = [Heading(title, only.what if only else listing.ladder, 1)]
    for group in listing.groups:
        if not only and group.what != "levels" and group.entries:
            blocks.append(Heading(group.what.capitalize()))
        blocks += _group(group)
    return Document(title, tuple(blocks), listing.language)


def front(listing: Listing) -> Document:
    """The page of a bare `ladder`: the ladder, a line a level, the roles beside them, and three commands to try."""
    levels, roles = listing.groups
    beside: dict[str, list[str]] = {}
    for entry in roles.entries:
        beside.setdefault(dict(entry.details).get("level", ""), []).append(entry.id)
    rows: list[tuple[Cell, ...]] = [
        (
            Link(entry.id, Thing("level", entry.id), "strong"),
            entry.about or entry.title,
            _roles(beside.get(entry.id, [])),
        )
        for entry in levels.entries
    ]
    columns = (Column("level"), Column("what it is"), Column("", below=True))
    blocks: list[Block] = [Heading(listing.title, edition(listing), 1)]
    if listing.about:
        blocks.append(Prose(listing.about))
    blocks += [Table(columns, tuple(rows))] if rows else [Note("the ladder has no levels yet.", "none found")]
    if commands := tries(listing):
        items = tuple(Item(one._replace(tone="")) for one in commands)
        blocks += [Heading("Try", prompt=True), Items(items, prompt=True)]
    return Document(listing.title, tuple(blocks), listing.language)


def tries(listing: Listing) -> list[Link]:
    """Commands to try on a ladder, by its own levels and roles; none where it has no two levels."""
    levels, roles = listing.groups
    ids = [entry.id for entry in levels.entries]
    if len(ids) < 2:
        return []
    lower, upper = ids[1:3] if len(ids) > 2 else ids
    day = roles.entries[0].id if roles.entries else upper
    return [command("compare", lower, upper), command("day", day), command("comp", "--percentile", "75")]


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
    lines = []
    for entry in group.entries:
        details = dict(entry.details)
        own = Span(entry.id, "strong") if group.what not in KINDS else _link(KINDS[group.what], entry.id)
        lines.append((own, entry.title, *(_detail(name, details.get(name)) for name in names), entry.about))
    return [Table(columns, tuple(lines))]


def _link(kind: Kind, name: str) -> Link:
    return Link(name, Thing(kind, name), "strong")


def _detail(name: str, value: str | None) -> Text | None:
    """A detail of an entry: an address and a role's level lead there."""
    if not value or name not in ("url", "level"):
        return value
    return Link(value, Web(value) if name == "url" else Thing("level", value))


def _roles(ids: list[str]) -> Text | None:
    if not ids:
        return None
    roles = joined([Link(name, Thing("role", name)) for name in ids], last=", ")
    return running("roles: " if len(ids) > 1 else "role: ", roles)


def edition(listing: Listing) -> str:
    """The name of a ladder, and its version."""
    return " · ".join(filter(None, (listing.ladder, listing.version)))
