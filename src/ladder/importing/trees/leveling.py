"""The levels of a document of any shape: the ways that lead to each, their order, and what describes them."""

from collections import Counter
from collections.abc import Iterable
from typing import Any, Final

from ladder.importing.draft import Draft, slug
from ladder.importing.labels import aliases
from ladder.importing.ordering import by_seniority, merged
from ladder.importing.trees.branches import Branch
from ladder.importing.trees.keys import forget_id, merge, plain_key
from ladder.importing.trees.ways import Way, Ways, joined

OWN: Final = ("aliases", "track", "rank")
"""What a document says of a level under the same keys as a ladder."""

ANY: Final = "*"
"""Stands for any family, for what is said of a level outside them all."""

Found = dict[str, dict[str, list[Way]]]
"""The ways to each level, by its family and by how it is called."""


class Levels:
    """Adds the levels of a document to a draft, and finds them again."""

    def __init__(self, ways: Ways, draft: Draft) -> None:
        self.draft = draft
        self.ids: dict[tuple[str, str], str] = {}
        found, runs = _found(ways)
        titles = Counter(_best(each).title for of in found.values() for each in of.values())
        ids = Counter(_id(_best(each)) for of in found.values() for each in of.values())
        for family, of in found.items():
            keys = [key for key in merged([list(dict.fromkeys(run)) for run in runs[family]]) if key in of]
            for key in _lowest_first(keys, [of[key][0].level for key in keys]):
                level = _best(of[key])
                other = family or level.id
                title = f"{level.title} ({other})" if titles[level.title] > 1 and other else level.title
                name = self._add(title, of[key], family, apart=ids[_id(level)] > 1)
                for word in (word for way in of[key] for word in (key, *_words(way.level))):
                    self.ids.setdefault((family, word), name)
                    self.ids.setdefault((ANY, word), name)

    def find(self, way: Way) -> str:
        """The id of the level of a way."""
        family = joined(way.family)
        words = _words(way.level)
        return next(self.ids[of, word] for of in (family, ANY) for word in words if (of, word) in self.ids)

    def _add(self, title: str, ways: list[Way], family: str, *, apart: bool) -> str:
        level = _best(ways)
        known = _words(level)
        others = [way.level.title for way in ways if way.level.told and _words(way.level)[-1] not in known]
        keys: dict[str, Any] = {"aliases": list(dict.fromkeys([*aliases(level.title), *others]))}
        if family:
            keys["track"] = self.draft.track(family)
        for way in ways:
            more = described(way.level, own=OWN)
            if "track" in more:
                more["track"] = self.draft.track(more["track"])
            if way.level.about and not way.subject:
                more["summary"] = "\n\n".join(way.level.about)
            merge(keys, more, way.level.at, self.draft)
        id = _id(level)
        name = self.draft.level(title, id=slug(f"{family} {id}") if family and apart else id, **keys)
        forget_id(self.draft.levels[name], name)
        return name


def _found(ways: Ways) -> tuple[Found, dict[str, list[list[str]]]]:
    """The levels, and the orders in which they stand. What is said outside the families is said of theirs."""
    found: Found = {}
    runs: dict[str, dict[str, list[str]]] = {}
    ended = {way.level for _, way in ways.read if way and way.ends_in_level}
    for _, way in ways.read:
        if way and (way.ends_in_level or way.level not in ended):
            ended.add(way.level)
            family = joined(way.family)
            of = found.setdefault(family, {})
            key = _key(way.level, of)
            of.setdefault(key, []).append(way)
            runs.setdefault(family, {}).setdefault(joined(way.subject), []).append(key)
    shared = found.pop("", {}) if len(found) > 1 else {}
    for of in found.values():
        of |= {key: [*shared[key], *each] for key, each in of.items() if key in shared}
    alone = {key: each for key, each in shared.items() if not any(key in of for of in found.values())}
    if alone:
        found[""] = alone
    return found, {family: list(of.values()) for family, of in runs.items()}


def _key(level: Branch, known: Iterable[str]) -> str:
    """What tells a level from the others of its family: how it was called before, else its code, else its title."""
    words = _words(level)
    return next((word for word in words if word in known), words[0])


def _best(ways: list[Way]) -> Branch:
    """Where a level's name is a text rather than a key, if anywhere."""
    return next((way.level for way in ways if way.level.told), ways[0].level)


def _id(level: Branch) -> str:
    return slug(level.id or level.title)


def _words(one: Branch) -> list[str]:
    return [plain_key(word) or word for word in (one.id, one.title) if word]


def _lowest_first(keys: list[str], levels: list[Branch]) -> list[str]:
    """By their ranks where all have one, files by their names; others as they stand, or turned where all fall."""
    ranks = [level.keys.get("rank") for level in levels]
    places = range(len(keys))
    if all(rank is not None for rank in ranks):
        return [keys[place] for place in sorted(places, key=lambda place: ranks[place] or 0)]
    order = by_seniority([level.id or level.title for level in levels])
    files = all(level.slot == "/file" for level in levels)
    return [keys[place] for place in order] if files or (len(keys) > 2 and order == list(reversed(places))) else keys


def described(one: Branch, *, own: tuple[str, ...] = ()) -> dict[str, Any]:
    """What describes a name, as keys of the format: those that are the record's `own`, others under `x-`."""
    return {key if key in own or key.startswith("x-") else f"x-{key}": value for key, value in one.keys.items()}


__all__ = ["Levels", "described"]
