"""What changed from one version of a ladder to another: which levels came, went and moved, and what they say now.

Nothing that differs is left out, but for the name: that says where a ladder stands, and not what it says. What only
followed is said once: a role's share of a change on its level, the ranks above a new level, references to a new id.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Final, Literal

from ladder import names
from ladder.comparing.entries import moved
from ladder.comparing.records import Change, Finder
from ladder.comparing.renames import FIELDS, Names, renamed, renames
from ladder.contents.citing import cited
from ladder.errors import LadderError, UnknownName, did_you_mean
from ladder.frozen import Frozen
from ladder.model import Ladder, Level, Source, Statement
from ladder.needs import EVERYTHING, Needs

NEEDS: Final[Needs] = EVERYTHING

How = Literal["added", "removed", "renamed", "moved", "changed"]
HOWS: Final[tuple[How, ...]] = ("added", "removed", "renamed", "moved", "changed")

SECTIONS: Final[Mapping[str, str]] = {
    "ladder": "The ladder itself",
    "tracks": "Tracks",
    "levels": "Levels",
    "roles": "Roles",
    "competencies": "Competencies",
    "activities": "Activities",
    "topics": "Topics",
    "archetypes": "Archetypes",
    "comp": "Pay",
    "companies": "Companies",
    "sources": "Sources",
}
"""What can be asked for alone, in the order of the answer, with titles for people."""

KINDS: Final[Mapping[str, str]] = {"ladder": "ladder", "comp": "survey", **FIELDS}

UNORDERED: Final = ("survey", "source")
"""Kinds of which the order means nothing."""


class Side(Frozen):
    """One of the two versions."""

    name: str
    title: str
    version: str


class Thing(Frozen):
    """A level, a role, a competency and so on that differs. `was` is its former id where it has a new one.

    One that was added or removed is `how` that and nothing else, and its changes are all that it says.
    """

    kind: str
    id: str
    title: str
    was: str
    how: tuple[How, ...]
    changes: tuple[Change, ...]


class Tally(Frozen):
    """How many things of a kind were added, removed, renamed, moved and changed. One may be renamed and moved."""

    kind: str
    added: int
    removed: int
    renamed: int
    moved: int
    changed: int


class Counts(Frozen):
    """How many statements were added, removed, reworded, otherwise changed, moved, and kept as they were."""

    added: int
    removed: int
    reworded: int
    changed: int
    moved: int
    kept: int


class Difference(Frozen):
    """The answer: everything that differs, the ladder itself first. Where nothing does, there are no things."""

    before: Side
    after: Side
    only: tuple[str, ...]
    tallies: tuple[Tally, ...]
    statements: Counts
    things: tuple[Thing, ...]
    sources: tuple[Source, ...]
    language: str = "en"


def diff(before: Ladder, after: Ladder, *, only: Collection[str] = ()) -> Difference:
    """What differs between two whole ladders.

    `only` narrows it: parts of a ladder (`SECTIONS`), keys of a level ("expects", "time"), or ids of competencies,
    levels or whatever else has one, before or after.

    Raises UnknownName for a part that is none.
    """
    only = _parts(only, before, after)
    renamings = renames(before, after)
    wanted = _Wanted(only, renamings)
    old = renamed(before, renamings)
    titles = _Titles(old, after)
    found = [_ladder(old, after, titles, wanted)]
    for part in SECTIONS:
        if part != "ladder":
            found += _things(KINDS[part], old, after, renamings, titles, wanted)
    things = tuple(thing for thing, _ in found if thing.how)
    said = [
        change for thing in things for change in thing.changes if isinstance(change.after or change.before, Statement)
    ]
    kinds: list[str] = [change.kind for change in said]
    return Difference(
        Side(before.name, before.title, before.version),
        Side(after.name, after.title, after.version),
        tuple(only),
        _tallies(things),
        Counts._make((*(kinds.count(kind) for kind in Counts._fields[:-1]), sum(kept for _, kept in found))),
        things,
        cited(things, {**before.sources, **after.sources}),
        after.language,
    )


def _parts(typed: Collection[str], before: Ladder, after: Ladder) -> list[str]:
    known = places(before, after)
    try:
        return [names.find_word(part, known, "part or id") for part in typed]
    except UnknownName as error:
        hint = f"parts are {', '.join(SECTIONS)}; ids are those of levels, roles, competencies"
        raise LadderError(error.message, did_you_mean(error.near) or hint) from None


def places(before: Ladder, after: Ladder) -> dict[str, str]:
    """What `diff` can be asked for alone: parts, keys of a level, and ids with their titles."""
    keys = {field.rstrip("_"): field.rstrip("_") for field in Level._fields if field not in ("id", "level")}
    known = dict(SECTIONS) | keys | dict(SECTIONS)
    for ladder in (after, before):
        for field in ("competencies", "levels", "roles", *FIELDS):
            for name, thing in getattr(ladder, field).items():
                known.setdefault(name, thing.title or name)
    return known


class _Wanted:
    """What of the difference was asked for."""

    def __init__(self, only: Collection[str], names: Names) -> None:
        new = {old: name for pairs in names.values() for old, name in pairs.items()}
        self.all = not only
        self.words = {*only, *(new[word] for word in only if word in new)}
        self.kinds = {KINDS[word] for word in only if word in KINDS}

    def thing(self, kind: str, name: str, was: str) -> bool:
        return self.all or kind in self.kinds or name in self.words or was in self.words

    def part(self, part: str, about: str) -> bool:
        return part in self.words or (part in ("expects", "baseline") and about in self.words)


class _Titles:
    """The titles of what a part of a thing is about; and the sources of whatever names none."""

    def __init__(self, before: Ladder, after: Ladder) -> None:
        self.sources = (before.source, after.source)
        self._known: dict[str, dict[str, str]] = {}
        for ladder in (before, after):
            for field in FIELDS:
                for name, thing in getattr(ladder, field).items():
                    self._known.setdefault(field, {})[name] = thing.title or name
        roles = {**self._known.get("levels", {}), **self._known.get("roles", {})}
        judged = self._known.get("competencies", {})
        self._known |= {"expects": judged, "baseline": judged, "time": self._known.get("activities", {}), "next": roles}

    def __call__(self, part: str, name: str) -> str:
        return self._known.get(part, {}).get(name, name) if part != "levels" else name


def _ladder(before: Ladder, after: Ladder, titles: _Titles, wanted: _Wanted) -> tuple[Thing, int]:
    """The ladder's own keys. One without a title is called as its folder is, which is no change."""
    empty = {field: Ladder._field_defaults[field] for field in (*FIELDS, "order", "role_ids")}
    if before.title == before.name and after.title == after.name:
        before = before._replace(title=after.title)
    old, new = (one._replace(name=after.name, **empty) for one in (before, after))
    return _thing("ladder", after.name, "", old, new, titles, wanted)


def _things(
    kind: str, before: Ladder, after: Ladder, names: Names, titles: _Titles, wanted: _Wanted
) -> list[tuple[Thing, int]]:
    """All things of a kind: those of `after` in its order, then those that are gone."""
    field = next(field for field, of in FIELDS.items() if of == kind)
    old, new = _of(before, field), _of(after, field)
    former = {name: was for was, name in names.get(kind, {}).items()}
    gone_astray = moved(tuple(old), tuple(new)) if kind not in UNORDERED else ()
    places = [{name: place for place, name in enumerate(one, 1)} for one in (old, new)]
    found = []
    for name in dict.fromkeys((*new, *old)):
        one, other = old.get(name), new.get(name)
        if kind == "level":
            one, other = _without_rank(one, other, [place.get(name) for place in places])
        if kind == "role":
            one, other = _said_by_either(one, other, before, after)
        order = (places[0][name], places[1][name]) if name in gone_astray else None
        found.append(_thing(kind, name, former.get(name, ""), one, other, titles, wanted, order))
    return found


def _of(ladder: Ladder, field: str) -> dict[str, Any]:
    """Things by their ids, in the ladder's order; a level or role that was not opened is an empty one."""
    things = getattr(ladder, field)
    order = {"levels": ladder.order, "roles": ladder.role_ids}.get(field, ())
    return {**{name: things.get(name) or Level(name) for name in order}, **things}


def _thing(
    kind: str,
    name: str,
    was: str,
    before: Any,
    after: Any,
    titles: _Titles,
    wanted: _Wanted,
    order: tuple[int, int] | None = None,
) -> tuple[Thing, int]:
    """What became of one thing, as far as that was asked for, and how many of its statements were kept."""
    shown = before if after is None else after
    finder = Finder(before, after, titles, titles.sources)
    whole = wanted.thing(kind, name, was)
    changes = [one for one in finder.changes if one.part != "title" or (before is not None and after is not None)]
    if was:
        changes.insert(0, Change("id", "", "", "", "changed", was, name))
    if order:
        changes.insert(0, Change("order", "", "", "", "moved", *order))
    how = _how(kind, before, after, changes)
    if not whole:
        changes = [change for change in changes if wanted.part(change.part, change.about)]
        how = how if not changes or how[:1] in (("added",), ("removed",)) else ("changed",)
        how = how if changes else ()
    kept = sum(number for at, number in finder.kept.items() if whole or wanted.part(*at))
    return Thing(kind, name, shown.title or name, was, how, tuple(changes)), kept


def _how(kind: str, before: Any, after: Any, changes: Iterable[Change]) -> tuple[How, ...]:
    if before is None or after is None:
        return ("added",) if before is None else ("removed",)
    placing = ("order", "rank", "track", "level") if kind in ("level", "role") else ("order",)
    parts = {change.part for change in changes}
    found: dict[How, bool] = {
        "renamed": bool(parts & {"id", "title"}),
        "moved": bool(parts.intersection(placing)),
        "changed": bool(parts.difference(("id", "title", *placing))),
    }
    return tuple(how for how in HOWS if found.get(how))


def _without_rank(before: Level | None, after: Level | None, places: Sequence[int | None]) -> Sequence[Level | None]:
    """Two versions of a level without ranks that only say at which place of the ladder they stand."""
    sides = (before, after)
    if any(one and one.rank not in (None, place) for one, place in zip(sides, places, strict=True)):
        return sides
    return [one and one._replace(rank=None) for one in sides]


def _said_by_either(
    before: Level | None, after: Level | None, old: Ladder, new: Ladder
) -> tuple[Level | None, Level | None]:
    """Two versions of a role with what either of them says; where one leaves that out, with what its level says."""
    sides = [(role, ladder) for role, ladder in ((before, old), (after, new)) if role]
    whole = [ladder.role(role.id) if role.id in ladder.roles else role for role, ladder in sides]
    values: list[dict[str, Any]] = [{} for _ in sides]
    for field, absent in Level._field_defaults.items():
        said = [getattr(role, field) for role, _ in sides]
        for value, one in zip(values, whole, strict=True):
            mine = getattr(one, field)
            if isinstance(absent, Mapping):
                value[field] = {key: inner for key, inner in mine.items() if any(key in own for own in said)}
            else:
                value[field] = mine if any(own != absent for own in said) else absent
    found = iter([role._replace(**value) for (role, _), value in zip(sides, values, strict=True)])
    return before and next(found), after and next(found)


def _tallies(things: Sequence[Thing]) -> tuple[Tally, ...]:
    kinds = [kind for part in SECTIONS if (kind := KINDS[part]) in {thing.kind for thing in things}]
    return tuple(
        Tally(kind, *(sum(how in thing.how for thing in things if thing.kind == kind) for how in HOWS))
        for kind in kinds
    )
