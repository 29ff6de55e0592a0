"""Which headings of Markdown pages are levels, and what those above and below them are.

A heading is a level because it reads like one and its neighbours do, or, where no heading reads so, because the same
headings repeat below it and its neighbours. What stands above levels is a competency, a group of them, a track or only
a container; what stands below is a competency, a group, or a part of a cell. Titles that repeat decide.
"""

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal

from ladder.importing.documents.census import MOST, Above, Census, Spot, key
from ladder.importing.documents.sections import BOLD, BULLET, Section
from ladder.importing.draft import tidy
from ladder.importing.labels import is_level, is_level_or_step, share_of_levels

COVERS: Final = 0.6
"""A heading is no level if levels below it say so much of what it says: it is their track, or the page's title."""

TRACK: Final = re.compile(r"(?i)\b(?:track|ladder|path|individual contributors?|ics?|managers|engineers|developers)\b")
"""A heading that can only be a track's."""

Role = Literal["competency", "group", "track"]


def stem(root: Section) -> str:
    """The name of a page's file, in words."""
    name = os.path.splitext(os.path.basename(root.at.rpartition(":")[0]))[0]
    return tidy(re.sub(r"[-_]+", " ", re.sub(r"^\d+[-_. ]+(?=\D)", "", name)))


def level_spots(roots: Sequence[Section]) -> list[Spot]:
    """The levels of all pages, in order."""
    for soft in (False, True):
        likely = {id(section) for group in _groups(roots, soft=soft) for section in group}
        if likely:
            break
    else:
        likely = {id(section) for section in _repeating(roots)}
    chosen = {id(section) for section in _alike([one for root in roots for one in _settled(root, likely)])}
    bearing = {id(root) for root in roots if any(id(section) in chosen for section in root.walk())}
    kept = [root for root in roots if id(root) in bearing]
    folders = Counter(root.at.rpartition("/")[0] for root in kept)
    depths = {
        section.depth
        for root in kept
        for parent in root.walk()
        for section in _outer(parent, chosen)
        if len(_outer(parent, chosen)) > 1
    }
    spots: list[Spot] = []
    for root in kept:
        above = (Above(_folder(root)),) if len(folders) > 1 else ()
        spots += _spots(root, chosen, above, depths, apart=folders[root.at.rpartition("/")[0]] > 1)
    return spots


def titled(root: Section) -> str:
    """A page's title, or its file's name where only that reads like a level."""
    name = stem(root)
    return name if not is_level(root.title) and is_level(name) else root.title


def _folder(root: Section) -> str:
    name = os.path.basename(os.path.dirname(root.at.rpartition(":")[0]))
    return tidy(re.sub(r"[-_]+", " ", name)).capitalize() or "Others"


def _spots(
    section: Section, chosen: set[int], above: tuple[Above, ...], depths: set[int], *, apart: bool
) -> Iterator[Spot]:
    """The levels in a section. `apart`: it stands at a depth at which headings tell their levels from others'."""
    if id(section) in chosen:
        yield Spot(section, titled(section) if section.depth == 0 else section.title, above)
        return
    if apart:
        above = (*above, Above(section.title, section))
    for kid in section.inside:
        yield from _spots(kid, chosen, above, depths, apart=kid.depth in depths)


def _outer(section: Section, chosen: set[int]) -> list[Section]:
    """The headings in a section that hold levels and are none."""
    return [kid for kid in section.inside if id(kid) not in chosen and _bears(kid, chosen)]


def _bears(section: Section, chosen: set[int]) -> bool:
    return any(id(one) in chosen for one in section.walk())


def _settled(section: Section, likely: set[int]) -> list[Section]:
    """Of likely levels that stand in one another, those that are."""
    inner = [one for kid in section.inside for one in _settled(kid, likely)]
    if id(section) not in likely:
        return inner
    return inner if inner and sum(one.weight for one in inner) >= COVERS * section.weight else [section]


def _alike(levels: list[Section]) -> list[Section]:
    """Without pages that only speak of levels: beside headings that are levels a page that is one is built as those."""
    pages = [one for one in levels if one.depth == 0]
    others = [one for one in levels if one.depth]
    if not others:
        return levels
    inside = {key(kid.title) for one in others for kid in one.inside if kid.depth < BOLD}
    kept = set()
    for page in pages:
        kids = {key(kid.title) for kid in page.inside if kid.depth < BOLD}
        bullets = any(part.depth >= BULLET if isinstance(part, Section) else part.kind == "item" for part in page.parts)
        if kids & inside or (bullets and not inside):
            kept.add(id(page))
    return [one for one in levels if one.depth or id(one) in kept]


def _siblings(roots: Sequence[Section], *, soft: bool) -> Iterator[list[Section]]:
    """Headings of one depth below one heading; the pages are such as well."""
    if not soft:
        yield list(roots)
    for root in roots:
        for section in root.walk():
            kids = [kid for kid in section.inside if (kid.depth >= BOLD) == soft]
            for depth in sorted({kid.depth for kid in kids}):
                yield [kid for kid in kids if kid.depth == depth]


def _groups(roots: Sequence[Section], *, soft: bool) -> list[list[Section]]:
    """Neighbours most of which read like levels; one alone is a level where others of its depth are."""
    every = list(_siblings(roots, soft=soft))
    good = [_members(group) for group in every if _are_levels(group, soft=soft)]
    depths = {group[0].depth for group in good} - {0}
    alone = [
        [kid for kid in group if is_level(kid.title)]
        for group in every
        if len(group) <= 2 and group[0].depth in depths and sum(is_level(kid.title) for kid in group) == 1
    ]
    if not good and not soft:
        return [[root] for root in roots if is_level(titled(root)) and len(roots) == 1]
    return good + alone


def _are_levels(group: Sequence[Section], *, soft: bool) -> bool:
    titles = [titled(one) if one.depth == 0 else one.title for one in group]
    likes = [is_level(title) or _of_table(one) for title, one in zip(titles, group, strict=True)]
    if sum(likes) < 2:
        return False
    if soft:
        return share_of_levels(titles) > 0.8
    return share_of_levels(titles) >= MOST or group[0].depth == 0 or "111" in "".join(map(str, map(int, likes)))


def _of_table(section: Section) -> bool:
    """Whether it was the head of a row or a column of a table of levels."""
    return bool(section.own and section.own.kind == "table")


def _members(group: Sequence[Section]) -> list[Section]:
    """Those that read like levels, and those between them that are built as they are."""
    titles = [titled(one) if one.depth == 0 else one.title for one in group]
    likes = [place for place, title in enumerate(titles) if is_level_or_step(title)]
    inside = {key(kid.title) for place in likes for kid in group[place].inside if kid.depth < BOLD}
    members = []
    for place, one in enumerate(group):
        kids = {key(kid.title) for kid in one.inside if kid.depth < BOLD}
        between = likes[0] < place < likes[-1] and len(one.title.split()) <= 4 and one.weight > 0 and one.depth > 0
        if place in likes or (kids and len(kids & inside) > MOST * len(kids)) or (between and not kids and not inside):
            members.append(one)
    return members


def _repeating(roots: Sequence[Section]) -> list[Section]:
    """Where nothing reads like a level: the neighbours that hold the most of the same headings as one another."""
    best: list[Section] = []
    for soft in (False, True):
        for group in _siblings(roots, soft=False):
            held = {id(one): {key(kid.title) for kid in one.inside if (kid.depth >= BOLD) == soft} for one in group}
            with_any = [one for one in group if held[id(one)]]
            titles = [title for one in with_any for title in held[id(one)]]
            again = len(set(titles)) > 1 and len(titles) > MOST * len(set(titles)) * len(with_any)
            if len(with_any) > 1 and again and sum(map(_weight, with_any)) > sum(map(_weight, best)):
                best = with_any
        if best:
            break
    return best


def _weight(section: Section) -> int:
    return section.weight


def role_of_above(spots: Sequence[Spot], census: Census) -> Role:
    """What the headings next above the levels are."""
    under: dict[str, set[str]] = {}
    inner: dict[str, set[str]] = {}
    for spot in spots:
        if spot.above:
            name = census.prefix(spot)[0]
            under.setdefault(name, set()).add(key(spot.title))
            inner.setdefault(name, set()).update(_inner(spot, census))
    titles = [spot.above[-1].title for spot in spots if spot.above]
    if not _often_shared(under.values()) or all(_is_track(title) for title in titles):
        return "track"
    said = [spot for spot in spots if spot.section.weight]
    if sum(bool(_inner(spot, census)) for spot in said) < MOST * len(said):
        return "competency"
    return "track" if _often_shared(inner.values()) else "group"


def _is_track(title: str) -> bool:
    return bool(TRACK.search(title) or re.fullmatch(r"(?i)(?:people )?management", title) or is_level(title))


def _inner(spot: Spot, census: Census) -> set[str]:
    """The competencies below a level."""
    axis = census.axis(census.prefix(spot))
    return {key(kid.title) for kid in spot.section.inside if key(kid.title) in axis and kid.weight}


def _often_shared(sets: Iterable[set[str]]) -> bool:
    """Whether the members of a set are, in the mean, in others too; a set that holds only a part of another counts."""
    every = [one for one in sets if one]
    shares = [
        sum(any(member in other for other in every if other is not one) for member in one) / len(one) for one in every
    ]
    return bool(shares) and sum(shares) >= MOST * len(shares)


__all__ = ["Role", "level_spots", "role_of_above", "stem", "titled"]
