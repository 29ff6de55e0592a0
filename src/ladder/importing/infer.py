"""Which labels of a document are levels, and what those around them are: the one place where that is decided.

Every label is judged with its neighbours, for of "Lead" alone nobody can tell. An assignment names the slots that hold
levels; it is scored as a whole by how much its labels read like levels (by their words, or by keys and heads that call
them so), by how much of the document stands below them, and by how often the same labels repeat around them. Tables
compete with headings: where the columns of a table are levels, the heading above it is none.
"""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Final, Literal

from ladder.frozen import Frozen
from ladder.importing.draft import tidy
from ladder.importing.matrix import Cells, Matrix, Sides, cells_of, flip, titled
from ladder.importing.node import BOLD, BULLET, Grid, Node, Text
from ladder.importing.words import COMPETENCY, LEVEL, TRACK, is_level, is_level_or_step, key

MOST: Final = 0.5
"""More than half: what is true of so many is true of all."""
COVERS: Final = 0.6
"""A label is no level if levels below it say so much of what it says: it is their track, or the page's title."""
OF_BULLETS: Final = 0.67
"""How often the labels of bullets repeat that are competencies. Steps of scales repeat too, from level to level."""
TRACK_LIKE: Final = re.compile(
    r"(?i)\b(?:track|ladder|path|individual contributors?|ics?|managers|engineers|developers)\b"
    r"|^(?:people )?management$"
)
MARGIN: Final = 0.75
"""Below this difference between the best assignment and the next one, the next one is named."""
WISHES: Final = {
    "bold": ("bold",), "bullets": ("bullet", "bullet+"), "files": ("file",), "pages": ("file",), "labels": ("label",),
    "summaries": ("summary",), "sheets": ("sheet",),
}  # fmt: skip
"""What a person calls the slots of labels, beside headings and keys."""

Role = Literal["competency", "group", "track"]
Path = tuple[str, ...]


class Table:
    """A table that may have levels along a side, with the label it stands below, and the document it stands in."""

    def __init__(self, grid: Grid, home: Node, page: Node) -> None:
        self.grid, self.home, self.page = grid, home, page
        self.titles, self.rows = titled(cells_of(grid))
        self.is_wide = len(self.rows) > 1 and len(self.rows[0]) > 1

    @cached_property
    def sides(self) -> Sides:
        """Along which side its levels seem to stand."""
        return Sides(self.rows)

    @cached_property
    def has_levels(self) -> bool:
        """Whether the labels along one side read like levels."""
        return max(self.sides.columns, self.sides.rows) >= MOST and self.matrix("").is_ladder(sentences=False)

    def turn(self, sides: str) -> bool:
        """Whether it is to be turned from how it seems to stand for levels to stand there: `rows` or `columns`."""
        return (sides == "rows") != self.sides.below

    def matrix(self, group: str, *, turn: bool = False) -> Matrix:
        """The table unrolled; `turn`: the other way round than it seems."""
        below = self.sides.below != turn
        return Matrix(flip(self.rows) if below else self.rows, group, turned=below)


class Spot(Frozen):
    """A level, where it is found. `above` are the labels above it that tell it apart, the outermost first."""

    node: Node
    above: tuple[Node, ...] = ()


class Assignment:
    """The labels that are levels, and how good that is."""

    def __init__(self, nodes: Sequence[Node], roots: Sequence[Node], *, guessed: bool = False) -> None:
        self.nodes, self.guessed = nodes, guessed
        self.ids = {id(node) for node in nodes}
        names = {key(node.label): node for node in nodes}
        likely = sum(is_like(node) for node in names.values()) / len(names) if names else 0.0
        covered = _weight(_outermost(roots, self.ids)) / (_weight(roots) or 1)
        several = 1.0 if 2 <= len(names) <= 20 else 0.5 if len(names) == 1 else 0.0
        self.score = 3 * likely + 1.5 * covered + several + _repeated(nodes)


def is_like(node: Node) -> bool:
    """Whether a label reads like a level, or is called one."""
    if node.hint in (COMPETENCY, TRACK):
        return False
    return node.hint == LEVEL or is_level(node.label) or any(map(is_level, node.names[:2]))


def _outermost(nodes: Iterable[Node], ids: set[int]) -> Iterator[Node]:
    for node in nodes:
        if id(node) in ids:
            yield node
        else:
            yield from _outermost(node.inside, ids)


def _weight(nodes: Iterable[Node]) -> int:
    return sum(node.weight for node in nodes)


def _headings(node: Node) -> set[str]:
    """What the headings right below a label say."""
    return {key(kid.label) for kid in node.inside if kid.depth < BOLD}


def _repeated(nodes: Sequence[Node]) -> float:
    """How often the labels below levels repeat from one to the next, 0 to 1."""
    inside = [{key(kid.label) for kid in node.inside} for node in nodes if node.inside]
    names = set().union(*inside) if inside else set()
    return (sum(map(len, inside)) / len(names) - 1) / (len(inside) - 1) if len(inside) > 1 and names else 0.0


def tables(roots: Sequence[Node]) -> list[Table]:
    """The tables of the documents that could be ladders."""
    found = [Table(grid, node, root) for root in roots for node in root.walk() for grid in node.grids]
    return [one for one in found if one.is_wide]


# -- levels


def levels(roots: Sequence[Node], found: Sequence[Table], wish: str = "") -> tuple[Assignment, Assignment | None]:
    """The best assignment of levels to labels, and the next best; the best is empty where nothing is a level."""
    if wish:
        return Assignment([node for root in roots for node in root.walk() if is_called(node, wish)], roots), None
    inner = {id(table.grid) for table in found if table.has_levels}
    likely = _likely(roots, soft=False) or _likely(roots, soft=True)
    ids = {id(node) for node in likely}
    settled = _alike([one for root in roots for one in _settled(root, ids, inner)])
    if not settled and not inner:
        return Assignment(_repeating(roots), roots, guessed=True), None
    best = Assignment(settled, roots)
    slots: dict[str, list[Node]] = {}
    for node in likely:
        slots.setdefault(node.slot, []).append(node)
    others = [Assignment(nodes, roots) for nodes in slots.values() if len({key(one.label) for one in nodes}) > 1]
    rivals = [one for one in others if not one.ids <= best.ids]
    return best, max(rivals, key=lambda one: one.score, default=None)


def is_called(node: Node, wish: str) -> bool:
    """Whether a person who names a slot means this one: "headings 2", "bold", "bullets", "files", or a key."""
    word = wish.casefold().strip()
    number = re.match(r"(?:headings?\s*|h)?(\d)$", word)
    if number:
        return node.slot == f"h{number[1]}" or (number[1] == "1" and node.slot == "file")
    if word in WISHES:
        return node.slot in WISHES[word]
    *_, before, last = ("", "", *node.slot.split("/"))
    return last == f"@{word}" or (last == "*" and before == word)


def _siblings(roots: Sequence[Node], *, soft: bool) -> Iterator[list[Node]]:
    """Labels of one slot that are judged together: headings by what they stand below, keys of data by their way."""
    if not soft:
        yield list(roots)
    ways: dict[str, list[Node]] = {}
    for node in (node for root in roots for node in root.walk()):
        slots: dict[str, list[Node]] = {}
        for kid in node.inside:
            if (kid.depth >= BOLD) == soft:
                (ways if "/" in kid.slot else slots).setdefault(kid.slot, []).append(kid)
        yield from slots.values()
    yield from ways.values()


def _likely(roots: Sequence[Node], *, soft: bool) -> list[Node]:
    """Neighbours most of which read like levels; one alone is a level where others of its slot are."""
    every = list(_siblings(roots, soft=soft))
    good = [_members(group) for group in every if _are_levels(group, soft=soft)]
    slots = {group[0].slot for group in good if group} - {"file"}
    for group in every:
        if len(group) <= 2 and group[0].slot in slots and sum(map(is_like, group)) == 1:
            good.append([kid for kid in group if is_like(kid)])
    if not good and not soft and len(roots) == 1 and is_like(roots[0]):
        return list(roots)
    return [node for group in good for node in group]


def _are_levels(group: Sequence[Node], *, soft: bool) -> bool:
    likes = [node for node in group if is_like(node)]
    names = {key(node.label) for node in likes}
    if len(names) < 2 and not (names and (any(node.hint == LEVEL for node in group) or "/" in group[0].slot)):
        return False
    said = [node for node in group if node.weight or is_like(node) or node.slot == "file"]
    share = sum(is_like(node) or is_level_or_step(node.label) for node in group) / len(said)
    if soft:
        return share > 0.8
    share *= (
        2 if _repeated(likes) > MOST else 1
    )  # the same stands below them: what stands beside them is none of theirs
    run = "".join(str(int(is_like(node))) for node in group)
    return share >= MOST or group[0].slot == "file" or "111" in run


def _members(group: Sequence[Node]) -> list[Node]:
    """Those that read like levels, and those between them that are built as they are."""
    read = [one for one in group if is_level(one.label) or any(map(is_level, one.names))]
    built = "/" in group[0].slot and len(read) * 2 >= len(group) and any(one.inside for one in read)
    odd = {id(one) for one in group if built and one not in read and not one.inside and one.texts}
    likes = [
        place for place, one in enumerate(group)
        if id(one) not in odd and (is_like(one) or (one.hint != COMPETENCY and is_level_or_step(one.label)))
    ]  # fmt: skip
    inside = set().union(*(_headings(group[place]) for place in likes))
    members = []
    for place, one in enumerate(group):
        kids = _headings(one)
        between = likes and likes[0] < place < likes[-1] and one.weight > 0 and one.slot[:1] == "h"
        plain = len(one.label.split()) <= 4 and not re.search(r"→|->|=>|⇒", one.label)
        if (
            place in likes
            or (kids and one.slot != "file" and len(kids & inside) > MOST * len(kids))
            or (between and plain and not kids and not inside)
        ):
            members.append(one)
    return members


def _settled(node: Node, likely: set[int], inner: set[int]) -> list[Node]:
    """Of likely levels that stand in one another, those that are. Levels along the side of a table count as well."""
    below = [one for kid in node.inside for one in _settled(kid, likely, inner)]
    if id(node) not in likely:
        return below
    weight = _weight(below) + sum(grid.weight for one in node.walk() for grid in one.grids if id(grid) in inner)
    name = key(node.label)
    if (
        len(below) > 1
        and weight < node.weight
        and all(name != key(one.label) != key(one.label).removeprefix(name) for one in below)
    ):
        return [node, *below]  # that level in several steps: "Senior engineer I" below "Senior engineer"
    return below if weight and weight >= COVERS * node.weight else [node]


def _alike(found: list[Node]) -> list[Node]:
    """Without pages that only speak of levels: beside headings that are levels a page that is one is built as those."""
    pages = [one for one in found if one.slot == "file" and "path" not in key(one.label).split()]
    others = [one for one in found if one.slot != "file"]
    if not others or any("/" in one.slot for one in others):
        return others or pages
    inside = set().union(*map(_headings, others))
    kept = set()
    for page in pages:
        bullets = any(
            part.depth >= BULLET if isinstance(part, Node) else isinstance(part, Text) and part.kind == "item"
            for part in page.parts
        )
        if _headings(page) & inside or (bullets and not inside):
            kept.add(id(page))
    return [one for one in found if one.slot != "file" or id(one) in kept]


def _repeating(roots: Sequence[Node]) -> list[Node]:
    """Where nothing reads like a level: the neighbours that hold the most of the same labels as one another."""
    best: list[Node] = []
    for soft in (False, True):
        for group in _siblings(roots, soft=False) if not best else ():
            held = [(one, {key(kid.label) for kid in one.inside if (kid.depth >= BOLD) == soft}) for one in group]
            held = [(one, names) for one, names in held if names and one.hint not in (COMPETENCY, TRACK)]
            titles = set().union(*(names for _, names in held)) if held else set()
            again = sum(len(names) for _, names in held) > MOST * len(titles) * len(held)
            nodes = [one for one, _ in held]
            if len(held) > 1 and again and (len(titles) > 1 or "/" in nodes[0].slot) and _weight(nodes) > _weight(best):
                best = nodes
    return best


# -- what stands around levels


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
    elif node.slot in apart or node.hint in (COMPETENCY, TRACK):
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
    if nodes and all(node.hint == TRACK for node in nodes):
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
    called = bool(nodes) and all(node.hint == COMPETENCY for node in nodes)
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


__all__ = [
    "MARGIN", "Assignment", "Census", "Path", "Spot", "Table", "is_called", "level_key", "levels", "often_shared",
    "role_of_above", "spots", "tables",
]  # fmt: skip
