"""Which headings stand below the levels, and at how many of them: those that repeat are competencies."""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from ladder.frozen import Frozen
from ladder.importing.documents.sections import BOLD, BULLET, Section

MOST: Final = 0.5
"""More than half: what is true of so many is true of all."""

OF_BULLETS: Final = 0.67
"""How often the labels of bullets repeat that are competencies. Steps of scales repeat too, from level to level."""

Path = tuple[str, ...]


class Above(Frozen):
    """What stands above levels and tells them from others: a heading, or the folder of files that hold one each."""

    title: str
    section: Section | None = None


class Spot(Frozen):
    """A level's heading, where it is found. `above` are those above it that tell it apart, the outermost first."""

    section: Section
    title: str
    above: tuple[Above, ...] = ()


def key(title: str) -> str:
    """What two titles have in common that are one, however they are written; C++ and C# are two."""
    words = re.sub(r"[^\w+#&/.]+", " ", title).casefold().strip()
    return words or title.strip()


class Census:
    """Which headings stand below the levels, and at how many of them."""

    def __init__(self, spots: Sequence[Spot]) -> None:
        self.spots = spots
        self.seen: dict[Path, list[tuple[int, Section]]] = {}
        for number, spot in enumerate(spots):
            prefix = self.prefix(spot)
            self.seen.setdefault(prefix, []).append((number, spot.section))
            self._count(number, spot.section, prefix)

    def _count(self, number: int, section: Section, path: Path) -> None:
        for kid in section.inside:
            below = (*path, key(kid.title))
            self.seen.setdefault(below, []).append((number, kid))
            self._count(number, kid, below)

    @cached_property
    def kids(self) -> dict[Path, dict[str, list[tuple[int, Section]]]]:
        """The headings below each path."""
        found: dict[Path, dict[str, list[tuple[int, Section]]]] = {}
        for path, entries in self.seen.items():
            if len(path) > 1:
                found.setdefault(path[:-1], {})[path[-1]] = entries
        return found

    @staticmethod
    def prefix(spot: Spot) -> Path:
        """Levels below different groups have nothing in common."""
        return ("/".join(key(one.title) for one in spot.above),)

    def axis(self, path: Path) -> frozenset[str]:
        """Those directly below a path that are competencies, or groups of them, and no parts of a cell."""
        if path not in self._axes:
            kids = self.kids.get(path, {})
            hard = {title: found for title, found in kids.items() if found[0][1].depth < BOLD}
            soft = {title: found for title, found in kids.items() if title not in hard}
            top = len(path) == 1
            keep = set(hard) if top or self._is_axis(path, hard) or self._is_axis_beside(path, hard) else set()
            keep |= set(soft) if self._is_axis(path, soft) else set()
            self._axes[path] = frozenset(keep)
        return self._axes[path]

    @cached_property
    def _axes(self) -> dict[Path, frozenset[str]]:
        return {}

    def _is_axis(self, path: Path, kids: dict[str, list[tuple[int, Section]]]) -> bool:
        """Several that repeat from level to level, are not the parts of other cells too, and hold what is said."""
        if len(kids) < 2:
            return False
        levels = {number for found in kids.values() for number, _ in found}
        times = sum(len({number for number, _ in found}) for found in kids.values())
        often = OF_BULLETS if all(found[0][1].depth >= BULLET for found in kids.values()) else MOST
        if len(levels) > 1 and times <= often * len(kids) * len(levels):
            return False
        if len(levels) == 1 and len(self.seen[path[:1]]) > 1:
            return False
        elsewhere = {
            title for other, found in self.kids.items() if other[:-1] == path[:-1] and other != path for title in found
        }
        if len(path) > 1 and len(elsewhere & set(kids)) >= MOST * len(kids):
            return False
        direct = sum(any(block.kind == "item" for block in section.blocks) for _, section in self.seen[path])
        return direct < MOST * len(self.seen[path])

    def _is_axis_beside(self, path: Path, hard: dict[str, list[tuple[int, Section]]]) -> bool:
        """Whether one heading alone is a competency because those below the neighbours of what it stands below are."""
        beside = [other for other in self.kids if other[:-1] == path[:-1] and other != path]
        shared = any(set(self.kids[other]) & set(hard) for other in beside)
        bullets = any(block.kind == "item" for _, section in self.seen[path] for block in section.blocks)
        if len(hard) != 1 or shared or bullets:
            return False
        others = ({t: found for t, found in self.kids[one].items() if found[0][1].depth < BOLD} for one in beside)
        return any(self._is_axis(one, found) for one, found in zip(beside, others, strict=True))


__all__ = ["MOST", "Above", "Census", "Path", "Spot", "key"]
