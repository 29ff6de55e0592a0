"""Which names of a document are levels, and what the names before and after them are.

A name is judged together with all that stand in the same place: of "Lead" alone nobody can tell what it is.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from ladder.frozen import Frozen
from ladder.importing.labels import is_level
from ladder.importing.trees.bare import COMPETENCIES
from ladder.importing.trees.branches import Branch
from ladder.importing.trees.keys import plain_key

LIKELY: Final = 0.4
"""From which share of names that read like levels a place is one of levels; a key that calls it so adds as much."""

Trail = tuple[Branch, ...]


Split = tuple[Trail, Branch, Trail]
"""What stands before a level, the level, and what stands after it."""


class Way(Frozen):
    """A way down a document, read. `family` is that of the level; `subject` are the names that are no levels."""

    family: Trail
    level: Branch
    subject: Trail
    ends_in_level: bool


class Ways:
    """Reads every way down a document; with `transpose` the names that would be levels are competencies."""

    def __init__(self, root: Branch, *, transpose: bool) -> None:
        self.transpose = transpose
        self.guessed = False
        self.trails = list(root.walk())
        self._places: dict[str, list[Branch]] = {}
        for trail in self.trails:
            if not trail[-1].bare:
                self._places.setdefault(trail[-1].slot, []).append(trail[-1])
        self._likeness = {slot: _likeness(found) for slot, found in self._places.items()}
        self._odd = {
            one for slot, found in self._places.items() if self._likeness[slot] >= LIKELY for one in _odd_ones(found)
        }
        if not any(self._split(trail) for trail in self.trails):
            self._guess()
        split = [(trail, self._split(trail)) for trail in self.trails]
        above = {one for _, found in split if found for one in found[0]}
        levels = {found[1] for _, found in split if found} - above
        split = [(trail, self._agreed(trail, found, levels)) for trail, found in split]
        self._groups = {title for trail in self.trails for title in _kinds(trail[-1])}
        self.families = _are_families([found for _, found in split if found])
        self.found = any(found for _, found in split)
        self.read = [(trail, self._way(found) if found else None) for trail, found in split]

    def _split(self, trail: Trail) -> Split | None:
        """What stands before the level, the level, and what stands after it; None where there is none.

        Of names that look alike the inner one is the level: "Engineering manager" above "L4" names a family.
        """
        names = [one for one in trail if not one.bare]
        if not names:
            return None
        place = max(reversed(range(len(names))), key=lambda at: self._likeness[names[at].slot])
        if self._likeness[names[place].slot] < LIKELY or names[place] in self._odd:
            return None
        if self.transpose:
            place = len(names) - 1 if place < len(names) - 1 else place - 1
            if place < 0:
                return None
        at = trail.index(names[place])
        return trail[:at], trail[at], trail[at + 1 :]

    def _agreed(self, trail: Trail, found: Split | None, levels: set[Branch]) -> Split | None:
        """What was found, where other ways agree: a level stands above no other, and is one where its own way ends."""
        if found and found[1] in levels:
            return found
        return (trail[:-1], trail[-1], ()) if trail[-1] in levels else None

    def _guess(self) -> None:
        """Takes the outer names for levels where a name recurs below several of them."""
        for slot, found in self._places.items():
            inner = Counter(word for one in found for word in {plain_key(name.title) for name in one.named})
            if len(found) > 1 and inner and max(inner.values()) > 1:
                self._likeness[slot] = 1.0
                self.guessed = True
                return

    def _way(self, found: Split) -> Way:
        before, level, after = found
        subject = tuple(one for one in after if not one.bare or (one.title in self._groups and one.children))
        if self.families:
            return Way(_named(before), level, subject, not after)
        return Way((), level, (*_named(before), *subject), not after)


def _likeness(found: list[Branch]) -> float:
    """How much the names of one place look like levels, by their words and by the keys around them."""
    words = sum(is_level(one.title) or is_level(one.id) for one in found) / len(found)
    return min(1.0, words + LIKELY * sum(one.hint for one in found) / len(found))


def _odd_ones(found: list[Branch]) -> list[Branch]:
    """What stands among levels and is none: it does not look like one, and only texts stand below it."""
    levels = [one for one in found if is_level(one.title) or is_level(one.id)]
    if len(levels) * 2 < len(found) or not any(one.named for one in levels):
        return []
    return [one for one in found if one not in levels and not one.named and one.said]


def _named(trail: Trail) -> Trail:
    return tuple(one for one in trail if not one.bare)


def _kinds(one: Branch) -> list[str]:
    """Keys such as `skills` and `behaviours` below a name: where there are several they group the competencies."""
    found = [child.title for child in one.children if child.bare and child.named]
    kinds = [title for title in found if plain_key(title) in COMPETENCIES]
    return kinds if len(kinds) > 1 else []


def _are_families(found: Iterable[Split]) -> bool:
    """Whether the names before levels are families of them, and not groups of competencies.

    Below groups the same levels have other competencies each; families share competencies, or no level.
    """
    levels: dict[str, set[str]] = {}
    subjects: dict[str, set[str]] = {}
    for before, level, after in found:
        if _named(after) and _named(before):
            above = joined(_named(before))
            levels.setdefault(above, set()).add(plain_key(level.title))
            subjects.setdefault(above, set()).add(plain_key(_named(after)[0].title))
    return bool(levels) and (len(levels) == 1 or _recurs(subjects.values()) or not _recurs(levels.values()))


def _recurs(sets: Iterable[set[str]]) -> bool:
    return max(Counter(word for one in sets for word in one).values()) > 1


def joined(trail: Trail) -> str:
    """Names as one: Craft / Code."""
    return " / ".join(one.title for one in trail)


__all__ = ["Trail", "Way", "Ways", "joined"]
