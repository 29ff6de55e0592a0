"""Which entries of two versions of a list are one entry, and which of them moved."""

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from ladder.model import (
    Answer,
    Band,
    Block,
    Day,
    Faq,
    Match,
    Move,
    Next,
    Placement,
    Question,
    Quip,
    Report,
    Statement,
    Step,
)

TELLING: Final[Mapping[type, tuple[tuple[str, ...], ...]]] = {
    Next: (("to",),),
    Move: (("title", "kind"), ("title",)),
    Question: (("id",), ("ask",)),
    Answer: (("say",), ("leans", "why")),
    Faq: (("ask",), ("answer",)),
    Day: (("title", "on", "archetype", "kind"), ("title",), ("on", "archetype", "kind")),
    Block: (("from_", "title", "activity"), ("title", "activity"), ("from_",)),
    Report: (("text", "source"), ("text",), ("source",), ("low", "high")),
    Band: (("for_", "about", "segment"),),
    Placement: (("is_", "source"), ("source",), ("is_",)),
    Quip: (("title",), ("candid",)),
    Match: (("title",),),
    Step: (("id",), ("title",)),
}
"""By which keys two records of a list are one, the strictest first. Keys that say nothing tell nothing."""


def moved(before: Sequence[Hashable], after: Sequence[Hashable]) -> set[Hashable]:
    """The fewest of what both have that one must take out for the rest to stand in the same order.

    >>> moved("abcd", "bcda")
    {'a'}
    """
    places = {name: place for place, name in enumerate(before)}
    both = [name for name in after if name in places]
    stay = staying([places[name] for name in both])
    return {name for index, name in enumerate(both) if index not in stay}


def staying(places: Sequence[int]) -> set[int]:
    """Where the numbers of a longest rising row stand."""
    tails: list[int] = []
    ends: list[int] = []
    earlier: list[int] = []
    for index, place in enumerate(places):
        at = bisect_left(tails, place)
        tails[at : at + 1], ends[at : at + 1] = [place], [index]
        earlier.append(ends[at - 1] if at else -1)
    found: set[int] = set()
    index = ends[-1] if ends else -1
    while index >= 0:
        found.add(index)
        index = earlier[index]
    return found


def in_or_out(places: Sequence[int]) -> list[bool]:
    """For each of the numbers, whether it stands in a longest rising row."""
    stay = staying(places)
    return [index in stay for index in range(len(places))]


def places(all_: Sequence[object], some: Iterable[object]) -> Iterator[int]:
    """Where these very records stand among all; one that stands there twice is taken in turn."""
    where: dict[int, list[int]] = {}
    for place, one in enumerate(all_):
        where.setdefault(id(one), []).append(place)
    return (where[id(one)].pop(0) for one in some)


def by_text(
    pairs: Sequence[tuple[Statement | None, Statement | None]],
) -> list[tuple[Statement | None, Statement | None]]:
    """The pairs; two statements of one text are one here, though their ids say that they are two."""
    gone: dict[str, list[Statement]] = {}
    for old, new in pairs:
        if old and not new:
            gone.setdefault(old.text, []).append(old)
    result: list[tuple[Statement | None, Statement | None]] = []
    for old, new in pairs:
        if new and not old:
            twins = gone.get(new.text)
            result.append((twins.pop(0) if twins else None, new))
        elif new:
            result.append((old, new))
    return [*result, *((old, None) for rest in gone.values() for old in rest)]


def paired(before: Sequence[object], after: Sequence[object]) -> Iterator[tuple[object, object]]:
    """Each record of `after` with the one that it was, or None, in its order; then those that are gone."""
    left = dict(enumerate(before))
    partner: dict[int, object] = {}
    for keys in ((), *TELLING.get(type((*before, *after)[0]), ())):
        waiting: dict[object, list[int]] = {}
        for place, old in left.items():
            waiting.setdefault(_telling(old, keys), []).append(place)
        for place, new in enumerate(after):
            if place not in partner and (tell := _telling(new, keys)) and waiting.get(tell):
                partner[place] = left.pop(waiting[tell].pop(0))
    yield from ((partner.get(place), new) for place, new in enumerate(after))
    yield from ((old, None) for old in left.values())


def _telling(record: object, keys: tuple[str, ...]) -> object:
    """What these keys say; all of them do where none is named. None where they say nothing."""
    if not keys:
        return repr(record)  # for some of what a record may hold has no hash
    said = tuple(getattr(record, key) for key in keys)
    return (keys, said) if any(not says_nothing(one) for one in said) else None


def says_nothing(value: object) -> bool:
    """Whether this is what stands where nothing is said."""
    return value is None or value == "" or (isinstance(value, tuple | Mapping) and not value)
