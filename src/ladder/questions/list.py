"""What stands in a ladder: its levels and roles, or one of its lists."""

from typing import Final, Literal, get_args

from ladder import names
from ladder.contents.citing import cited
from ladder.frozen import Frozen
from ladder.model import Ladder, Source
from ladder.needs import Also, Needs

What = Literal["levels", "roles", "competencies", "activities", "sources", "companies"]
WHATS: Final[tuple[What, ...]] = get_args(What)


def needs(what: What | None) -> Needs:
    """What a list takes: no level for most, and never more of one than its first lines; sources are read with all."""
    every: dict[What | None, tuple[Also, ...]] = {"levels": ("levels",), "companies": ("levels",)}
    every |= {"roles": ("levels", "roles"), None: ("levels", "roles")}
    return Needs(parts=None if what == "sources" else (), companies=what == "companies", all=every.get(what, ()))


def find(typed: str | None) -> What | None:
    """The list that was typed.

    Raises UnknownName.
    """
    return names.find_word(typed, {name: name for name in WHATS}, "list") if typed else None  # type: ignore[return-value]


class Entry(Frozen):
    """A line of a list. `about` is one sentence; `details` are further words, by what they are."""

    id: str
    title: str
    about: str
    details: tuple[tuple[str, str], ...] = ()


class Group(Frozen):
    """One list."""

    what: What
    entries: tuple[Entry, ...]


class Listing(Frozen):
    """The answer: the ladder's own words about itself, and the lists that were asked for."""

    ladder: str
    title: str
    about: str
    version: str
    licence: str
    groups: tuple[Group, ...]
    sources: tuple[Source, ...]
    language: str = "en"


def list(ladder: Ladder, what: What | None = None) -> Listing:
    """One list of the ladder, or its levels and roles."""
    names: tuple[What, ...] = (what,) if what else ("levels", "roles")
    groups = tuple(Group(name, _entries(ladder, name)) for name in names)
    sources = (
        tuple(ladder.sources.values())
        if what == "sources"
        else cited([ladder.companies] if what == "companies" else [], ladder.sources)
    )
    head = (ladder.name, ladder.title, ladder.about, ladder.version, ladder.licence)
    return Listing(*head, groups, sources, ladder.language)


def _entries(ladder: Ladder, what: What) -> tuple[Entry, ...]:
    if what == "levels":
        levels = ladder.levels.values()
        return tuple(
            Entry(one.id, one.title or one.id, one.summary, _details(track=one.track, rank=str(one.rank)))
            for one in levels
        )
    if what == "roles":
        roles = sorted((ladder.role(name) for name in ladder.roles), key=lambda role: (role.rank or 0, role.id))
        return tuple(
            Entry(
                role.id,
                role.title or role.id,
                role.summary,
                _details(level=role.level, discipline=role.discipline, rank=str(role.rank)),
            )
            for role in roles
        )
    if what == "competencies":
        return tuple(
            Entry(one.id, one.title or one.id, one.about, _details(group=one.group))
            for one in ladder.competencies.values()
        )
    if what == "activities":
        return tuple(Entry(one.id, one.title or one.id, one.about) for one in ladder.activities.values())
    if what == "sources":
        return tuple(
            Entry(
                one.id,
                one.title,
                one.note,
                _details(kind=one.kind, publisher=one.publisher, published=one.published or "undated", url=one.url),
            )
            for one in ladder.sources.values()
        )
    return tuple(
        Entry(
            f"{company.id}:{level.id}",
            level.title,
            level.note,
            _details(company=company.title or company.id, here=ladder.title_of(level.is_) or "none"),
        )
        for company in ladder.companies.values()
        for level in company.levels.values()
    )


def _details(**words: str) -> tuple[tuple[str, str], ...]:
    return tuple((name, word) for name, word in words.items() if word)
