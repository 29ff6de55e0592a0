"""A ladder's lists, laid out; and the ladder itself, which is what a bare `ladder` shows."""

from ladder.document import Block, Cell, Column, Document, Heading, Item, Items, Note, Prose, Sheet, Span, Table
from ladder.questions.listing import Group, Listing

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


def front(listing: Listing, *, hint: str = "") -> Document:
    """The page of a bare `ladder`: the ladder, a line a level, the roles beside them, and three commands to try."""
    levels, roles = listing.groups
    beside: dict[str, list[str]] = {}
    for entry in roles.entries:
        beside.setdefault(dict(entry.details).get("level", ""), []).append(entry.id)
    rows: list[tuple[Cell, ...]] = [
        (Span(entry.id, "strong"), entry.about or entry.title, ", ".join(beside.get(entry.id, [])))
        for entry in levels.entries
    ]
    columns = (Column("level"), Column("what it is"), Column("roles" if roles.entries else "", below=True))
    blocks: list[Block] = [Heading(listing.title, _edition(listing), 1)]
    if listing.about:
        blocks.append(Prose(listing.about))
    blocks += [Table(columns, tuple(rows))] if rows else [Note("the ladder has no levels yet.", "none found")]
    ids = [entry.id for entry in levels.entries]
    if len(ids) > 1:
        lower, upper = ids[1:3] if len(ids) > 2 else ids
        day = roles.entries[0].id if roles.entries else upper
        commands = [command.format(_typed(lower), _typed(upper), _typed(day)) for command in TRY]
        blocks += [Heading("Try"), Items(tuple(Item(command) for command in commands))]
    if hint:
        blocks.append(Note(hint))
    return Document(listing.title, tuple(blocks))


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
    if group.what in ("levels", "companies"):
        rows: tuple[tuple[Cell, ...], ...] = tuple(
            (Span(entry.id, "strong"), entry.title, entry.about) for entry in group.entries
        )
        return [Table((Column("id"), Column("title"), Column("")), rows)]
    names = list(dict.fromkeys(name for entry in group.entries for name, _ in entry.details if name != "rank"))
    below = {"url", "publisher"}
    columns = (
        Column("id"),
        Column("title"),
        *(Column(name, below=name in below) for name in names),
        Column("", below=len(names) > 1),
    )
    lines = tuple(
        (Span(entry.id, "strong"), entry.title, *(dict(entry.details).get(name) for name in names), entry.about)
        for entry in group.entries
    )
    return [Table(columns, lines)]


def _edition(listing: Listing) -> str:
    return " · ".join(filter(None, (listing.ladder, listing.version)))


def _typed(name: str) -> str:
    """A name as one types it in a shell."""
    return f'"{name}"' if " " in name else name
