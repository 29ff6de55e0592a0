"""What the labels around levels are: tracks and competencies above them, and which of those below are competencies."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal

from ladder.frozen import Frozen
from ladder.importing.draft import tidy
from ladder.importing.node import BOLD, BULLET, Node
from ladder.importing.words import is_level, key

MOST: Final = 0.5
"""More than half: what is true of so many is true of all."""
OF_BULLETS: Final = 0.67
"""How often the labels of bullets repeat that are competencies. Steps of scales repeat too, from level to level."""
TRACK_LIKE: Final = re.compile(
    r"(?i)\b(?:track|ladder|path|individual contributors?|ics?|managers|engineers|developers)\b"
    r"|^(?:people )?management$"
)

Role = Literal["competency", "group", "track"]
Path = tuple[str, ...]


class Spot(Frozen):
    """A level, where it is found. `above` are the labels above it that tell it apart, the outermost first."""

    node: Node
    above: tuple[Node, ...] = ()


def spots(roots: Sequence[Node], chosen: set[int]) -> list[Spot]:
    """The levels of all pages, in order, with the labels above them that tell them apart."""
    every = [node for root in roots for node in root.walk()]
    bearing = {id(node) for node in every if any(id(one) in chosen for one in node.walk() if one is not node)}
    apart = set()
    for parent in every:
        kids = [kid for kid in parent.inside if id(kid) in bearing and id(kid) not in chosen]
        apart |= {kid.slot for kid in kids} if len(kids) > 1 else set()
    pages = [root for root in roots if id(root) in bearing | chosen]
    folders = [os.path.dirname(root.file) for root in pages]
    found: list[Spot] = []
    for root, folder in zip(pages, folders, strict=True):
        name = tidy(re.sub(r"[-_]+", " ", os.path.basename(folder))).capitalize() or "Others"
        above = (Node(name, "folder", root.at),) if len(set(folders)) > 1 else ()
        found += _spots(root, chosen, above, apart | ({"file"} if folders.count(folder) > 1 else set()))
    return found


def _spots(node: Node, chosen: set[int], above: tuple[Node, ...], apart: set[str]) -> Iterator[Spot]:
    if id(node) in chosen:
        yield Spot(node, above)
        if not any(id(one) in chosen for one in node.walk() if one is not node):
            return
    elif node.slot in apart or node.hint in ("competency", "track"):
        above = (*above, node)
    for kid in node.inside:
        yield from _spots(kid, chosen, above, apart)


Kids = dict[str, list[tuple[int, Node]]]
"""What labels below levels say, with each of those that say it and the number of its level."""


class Census:
    """Which labels stand below the levels, and at how many of them: those that repeat are competencies."""

    def __init__(self, found: Sequence[Spot], chosen: set[int]) -> None:
        self.chosen = chosen
        self.seen: dict[Path, list[tuple[int, Node]]] = {}
        self.kids: dict[Path, Kids] = {}
        self._axes: dict[Path, frozenset[str]] = {}
        for number, spot in enumerate(found):
            self._count(number, spot.node, self.prefix(spot))

    def _count(self, number: int, node: Node, path: Path) -> None:
        self.seen.setdefault(path, []).append((number, node))
        for kid in node.inside:
            if id(kid) not in self.chosen:
                name = key(kid.label)
                self._count(number, kid, (*path, name))
                self.kids.setdefault(path, {})[name] = self.seen[*path, name]

    @staticmethod
    def prefix(spot: Spot) -> Path:
        """Levels below different groups have nothing in common."""
        return ("/".join(key(one.label) for one in spot.above),)

    def axis(self, path: Path) -> frozenset[str]:
        """Those directly below a path that are competencies, or groups of them, and no parts of a cell."""
        if path not in self._axes:
            hard = self._hard(path)
            soft = {title: found for title, found in self.kids.get(path, {}).items() if title not in hard}
            keep = set(hard) if len(path) == 1 or self._is_axis(path, hard) or self._is_beside(path, hard) else set()
            self._axes[path] = frozenset(keep | (set(soft) if self._is_axis(path, soft) else set()))
        return self._axes[path]

    def _hard(self, path: Path) -> Kids:
        return {title: found for title, found in self.kids.get(path, {}).items() if found[0][1].depth < BOLD}

    def _beside(self, path: Path) -> list[Path]:
        return [other for other in self.kids if other[:-1] == path[:-1] and other != path]

    def _is_axis(self, path: Path, kids: Kids) -> bool:
        """Several that repeat from level to level, are not the parts of other cells too, and hold what is said."""
        if len(kids) < 2:
            return False
        numbers = {number for found in kids.values() for number, _ in found}
        times = sum(len({number for number, _ in found}) for found in kids.values())
        often = OF_BULLETS if all(found[0][1].depth >= BULLET for found in kids.values()) else MOST
        if len(numbers) > 1 and times <= often * len(kids) * len(numbers):
            return False
        if len(numbers) == 1 and len(self.seen[path[:1]]) > 1:
            return False
        elsewhere = {title for other in self._beside(path) for title in self.kids[other]}
        if len(path) > 1 and len(elsewhere & set(kids)) >= MOST * len(kids):
            return False
        items = [sum(text.kind == "item" for text in node.texts) for _, node in self.seen[path]]
        return sum(map(bool, items)) < MOST * len(items) or sum(items) < sum(len(found) for found in kids.values())

    def _is_beside(self, path: Path, hard: Kids) -> bool:
        """Whether one label alone is a competency because those below the neighbours of what it stands below are."""
        beside = self._beside(path)
        shared = any(set(self.kids[other]) & set(hard) for other in beside)
        bullets = any(text.kind == "item" for _, node in self.seen[path] for text in node.texts)
        return len(hard) == 1 and not (shared or bullets) and any(self._is_axis(one, self._hard(one)) for one in beside)


def role_of_above(found: Sequence[Spot], census: Census) -> Role:
    """What the labels next above the levels are."""
    with_above = [spot for spot in found if spot.above]
    nodes = [spot.above[-1] for spot in with_above]
    if nodes and all(node.hint == "track" for node in nodes):
        return "track"
    if nodes and all(node.slot == "file" for node in nodes) and any("@" in spot.node.slot for spot in found):
        return "track"
    under: dict[str, set[str]] = {}
    inner: dict[str, set[str]] = {}
    for spot in with_above:
        name = census.prefix(spot)[0]
        under.setdefault(name, set()).add(level_key(spot.node.label))
        inner.setdefault(name, set()).update(_inner(spot, census))
    said = [spot for spot in found if spot.node.weight]
    called = bool(nodes) and all(node.hint == "competency" for node in nodes)
    tracks = all(TRACK_LIKE.search(node.label) or is_level(node.label) for node in nodes)
    if not called and (tracks or not often_shared(under.values())):
        return "track"
    if sum(bool(_inner(spot, census)) for spot in said) < MOST * len(said):
        return "competency"
    return "group" if called or not often_shared(inner.values()) else "track"


def level_key(label: str) -> str:
    """What two names of levels have in common that are one: a number makes them one whatever word follows it."""
    name = key(label)
    numbered = re.match(r"(?:level|lvl|grade|band|tier|step|stage|milestone)\s*\d+\b", name)
    return numbered[0] if numbered else name


def _inner(spot: Spot, census: Census) -> set[str]:
    """The competencies below a level."""
    axis = census.axis(census.prefix(spot))
    return {key(kid.label) for kid in spot.node.inside if key(kid.label) in axis and kid.weight}


def often_shared(sets: Iterable[set[str]]) -> bool:
    """Whether the members of a set are, in the mean, in others too; a set that holds only a part of another counts."""
    every = [one for one in sets if one]
    shares = [
        sum(any(name in other for other in every if other is not one) for name in one) / len(one) for one in every
    ]
    return bool(shares) and sum(shares) >= MOST * len(shares)


__all__ = ["Census", "Path", "Spot", "level_key", "often_shared", "role_of_above", "spots"]
