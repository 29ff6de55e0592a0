"""Which things of two versions of a ladder are one thing under two ids, so that a new id is not one gone and one come.

An id that both versions have is one thing. Of the rest, two are one where they alone have the same title, or share most
of their statements. What refers to a thing follows its new id: a reference that only followed is no change.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Final

from ladder.language import wording
from ladder.model import Ladder, Level, Ref, Statement

FIELDS: Final[Mapping[str, str]] = {
    "tracks": "track",
    "levels": "level",
    "roles": "role",
    "competencies": "competency",
    "activities": "activity",
    "topics": "topic",
    "archetypes": "archetype",
    "surveys": "survey",
    "companies": "company",
    "sources": "source",
}
"""Where a ladder holds its things, and what one of them is."""

MOST: Final = 0.5
"""The share of their statements (Dice) from which two things are one, where neither ids nor titles say so."""
FEWEST: Final = 2
"""How many statements they then have in common at least: one alone is restated on many ladders."""

Names = Mapping[str, Mapping[str, str]]
"""The new id by the old one, by what it is the id of."""


def renames(before: Ladder, after: Ladder) -> Names:
    """The ids that things of `before` have in `after`, of those that have another; what they are by its word."""
    found: dict[str, dict[str, str]] = {}
    for field, kind in FIELDS.items():
        old, new = getattr(before, field), getattr(after, field)
        fields = ("levels", "roles") if kind in ("level", "role") else (field,)  # these two share their ids
        gone = [name for name in old if not any(name in getattr(after, one) for one in fields)]
        come = [name for name in new if not any(name in getattr(before, one) for one in fields)]
        if not gone or not come:
            continue
        pairs = _by_title(old, gone, new, come)
        gone = [name for name in gone if name not in pairs]
        come = [name for name in come if name not in pairs.values()]
        if kind in ("level", "role", "competency", "archetype"):
            pairs |= _by_statements(_statements_by_name(before, kind, gone), _statements_by_name(after, kind, come))
        found[kind] = pairs
    return {kind: pairs for kind, pairs in found.items() if pairs}


def renamed(ladder: Ladder, names: Names) -> Ladder:
    """The ladder with these new ids, wherever they are named."""
    if not names:
        return ladder
    references = {**names, "role": {**names.get("level", {}), **names.get("role", {})}}
    result: Ladder = _followed(ladder, references)
    values: dict[str, Any] = {}
    for field, kind in FIELDS.items():
        new = names.get(kind, {})
        things = {new.get(name, name): thing for name, thing in getattr(result, field).items()}
        values[field] = {
            name: thing._replace(id=new.get(thing.id, thing.id)) if new else thing for name, thing in things.items()
        }
    for field, kind in (("order", "level"), ("role_ids", "role")):
        values[field] = tuple(names.get(kind, {}).get(name, name) for name in getattr(result, field))
    return result._replace(**values)


def statements_of(part: object) -> Iterator[Statement]:
    """Every statement in a record, and in all that it holds."""
    if isinstance(part, Statement):
        yield part
    elif isinstance(part, tuple | Mapping):
        for inner in part.values() if isinstance(part, Mapping) else part:
            if inner and isinstance(inner, tuple | Mapping):
                yield from statements_of(inner)


def _by_title(
    old: Mapping[str, object], gone: Iterable[str], new: Mapping[str, object], come: Iterable[str]
) -> dict[str, str]:
    """Those of one title, where no other of them has it."""
    left, right = _alone(old, gone), _alone(new, come)
    return {left[title]: right[title] for title in left if title in right}


def _alone(things: Mapping[str, Any], names: Iterable[str]) -> dict[str, str]:
    """Ids by their titles, without titles that several have."""
    titles = {name: wording(things[name].title) for name in names}
    count = Counter(titles.values())
    return {title: name for name, title in titles.items() if title and count[title] == 1}


def _by_statements(old: Mapping[str, frozenset[object]], new: Mapping[str, frozenset[object]]) -> dict[str, str]:
    """Those that share most of their statements, the likest first."""
    where: dict[object, list[str]] = {}
    for name, texts in new.items():
        for text in texts:
            where.setdefault(text, []).append(name)
    found: list[tuple[float, str, str]] = []
    for name, texts in old.items():
        shared = Counter(other for text in texts for other in where.get(text, ()))
        for other, number in shared.items():
            likeness = 2 * number / (len(texts) + len(new[other]))
            if number >= FEWEST and likeness >= MOST:
                found.append((-likeness, name, other))
    pairs: dict[str, str] = {}
    for _, name, other in sorted(found):
        if name not in pairs and other not in pairs.values():
            pairs[name] = other
    return pairs


def _statements_by_name(ladder: Ladder, kind: str, names: Iterable[str]) -> dict[str, frozenset[object]]:
    """What is told apart by its statements, with them: of a role its own, of a competency those of every level."""
    say: Callable[[str], Iterator[object]]
    if kind == "competency":
        say = lambda name: _of_competency(ladder, name)  # noqa: E731
    elif kind == "archetype":
        say = lambda name: _texts(ladder.archetypes[name])  # noqa: E731
    else:
        say = lambda name: _telling(ladder, ladder.written(name))  # noqa: E731
    return {name: frozenset(say(name)) for name in names}


def _texts(part: object) -> Iterator[str]:
    return (wording(statement.text) for statement in statements_of(part))


def _telling(ladder: Ladder, role: Level) -> Iterator[str]:
    """What a level or role says. What a role says again of its level's cells is the same in every role of it."""
    again = set(_texts(ladder.levels[role.level])) if role.level in ladder.levels else set()
    return (text for text in _texts(role) if text not in again)


def _of_competency(ladder: Ladder, name: str) -> Iterator[tuple[str, str]]:
    for level in (*ladder.levels.values(), *ladder.roles.values()):
        if name in level.expects:
            yield from ((level.id, text) for text in _texts(level.expects[name]))
    yield from (("", text) for text in _texts(ladder.competencies[name]))


def _followed(part: Any, names: Names) -> Any:
    """A record of which the references follow the new ids, and of all that it holds."""
    if hasattr(part, "_fields"):
        kind: Any = type(part)
        refers = _references(kind)
        values = []
        for field, value in zip(part._fields, part, strict=True):
            inner = _followed(value, names) if isinstance(value, tuple | Mapping) else value
            values.append(_named(inner, names.get(refers.get(field, ""), {})))
        return kind(*values)
    if isinstance(part, Mapping):
        return {key: _followed(value, names) for key, value in part.items()}
    return tuple(_followed(value, names) for value in part) if isinstance(part, tuple) else part


def _named(value: Any, names: Mapping[str, str]) -> Any:
    if not names:
        return value
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, Mapping):
        return {names.get(key, key): inner for key, inner in value.items()}
    return tuple(names.get(one, one) for one in value)


@cache
def _references(kind: type) -> Mapping[str, str]:
    """The fields of a record that name something, each with what it names, as the model's annotations say."""
    return {
        field: mark.kind
        for field, hint in kind.__annotations__.items()
        for one in (hint, *getattr(hint, "__args__", ()))
        for mark in getattr(one, "__metadata__", ())
        if isinstance(mark, Ref)
    }
