"""Which labels of a document are levels, and what those around them are: the one place where that is decided.

Every label is judged with its neighbours, for of "Lead" alone nobody can tell. An assignment names the slots that hold
levels; it is scored as a whole by how much its labels read like levels (by their words, or by keys and heads that call
them so), by how much of the document stands below them, and by how often the same labels repeat around them. Tables
compete with headings: where the columns of a table are levels, the heading above it is none.
"""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
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

Role = Literal["competency", "group", "track"]
Path = tuple[str, ...]


class Table(Frozen):
    """A table that may have levels along a side, with the label it stands below."""

    grid: Grid
    home: Node
    page: Node
    titles: tuple[Text, ...]
    rows: Cells
    sides: Sides

    @property
    def has_levels(self) -> bool:
        """Whether the labels along one side read like levels."""
        return max(self.sides.columns, self.sides.rows) >= MOST and self.matrix("").is_ladder(sentences=False)

    def matrix(self, group: str, *, turn: bool = False) -> Matrix:
        """The table unrolled; `turn`: the other way round than it seems."""
        below = self.sides.below != turn
        return Matrix(flip(self.rows) if below else self.rows, group, turned=below)


class Spot(Frozen):
    """A level, where it is found. `above` are the labels above it that tell it apart, the outermost first."""

    node: Node
    above: tuple[Node, ...] = ()


class Assignment:
    """The labels that are levels, and how good that is. `slots` says in a word where they stand."""

    def __init__(self, nodes: Sequence[Node], roots: Sequence[Node], *, guessed: bool = False) -> None:
        self.nodes = nodes
        self.ids = {id(node) for node in nodes}
        self.guessed = guessed
        names = {key(node.label): node for node in nodes}
        likely = sum(is_like(node) for node in names.values()) / len(names) if names else 0.0
        total = sum(root.weight for root in roots) or 1
        covered = sum(node.weight for node in _outermost(roots, self.ids)) / total
        several = 1.0 if 2 <= len(names) <= 20 else 0.5 if len(names) == 1 else 0.0
        self.likely = likely
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


def _repeated(nodes: Sequence[Node]) -> float:
    """How often the labels below levels repeat from one to the next, 0 to 1."""
    inside = [{key(kid.label) for kid in node.inside} for node in nodes if node.inside]
    names = set().union(*inside) if inside else set()
    if len(inside) < 2 or not names:
        return 0.0
    return (sum(map(len, inside)) / len(names) - 1) / (len(inside) - 1)


# -- tables


def tables(roots: Sequence[Node]) -> list[Table]:
    """The tables of the documents that could be ladders."""
    found = []
    for root in roots:
        for node in root.walk():
            for grid in node.grids:
                above, rows = titled(cells_of(grid))
                if len(rows) > 1 and len(rows[0]) > 1:
                    found.append(Table(grid, node, root, tuple(above), rows, Sides(rows)))
    return found


# -- levels


def levels(roots: Sequence[Node], found: Sequence[Table], wish: str = "") -> tuple[Assignment, Assignment | None]:
    """The best assignment of levels to labels, and the next best; the best is empty where nothing is a level."""
    inner = {id(table.grid) for table in found if table.has_levels}
    if wish:
        chosen = [node for root in roots for node in root.walk() if is_called(node, wish)]
        return Assignment(chosen, roots), None
    likely: list[Node] = []
    for soft in (False, True):
        likely = [node for group in _groups(roots, soft=soft) for node in group]
        if likely:
            break
    ids = {id(node) for node in likely}
    settled = _alike([one for root in roots for one in _settled(root, ids, inner)])
    best = Assignment(settled, roots)
    others = [best, *_single_slots(roots, ids)]
    if not settled and not inner:
        best = Assignment(_repeating(roots), roots, guessed=True)
        others = [best]
    rivals = [one for one in others if one.ids != best.ids and not one.ids <= best.ids]
    return best, max(rivals, key=lambda one: one.score, default=None)


def is_called(node: Node, wish: str) -> bool:
    """Whether a person who names a slot means this one: "headings 2", "bold", "bullets", "files", or a key."""
    word = wish.casefold().strip()
    number = re.search(r"\d", word)
    if number and re.match(r"h(?:eadings?)?\b|h\d|\d", word):
        return node.slot == f"h{number[0]}" or (node.depth == 0 and number[0] == "1" and node.slot == "file")
    kinds = {"bold": ("bold",), "bullets": ("bullet", "bullet+"), "bullet": ("bullet", "bullet+"), "files": ("file",)}
    kinds |= {
        "pages": ("file",),
        "file": ("file",),
        "labels": ("label",),
        "summaries": ("summary",),
        "sheets": ("sheet",),
    }
    if word in kinds:
        return node.slot in kinds[word]
    parts = node.slot.split("/")
    return len(parts) > 1 and parts[-1] in ("*", f"@{word}") and (parts[-2] == word or parts[-1] == f"@{word}")


def _siblings(roots: Sequence[Node], *, soft: bool) -> Iterator[list[Node]]:
    """Labels of one slot that are judged together: headings by what they stand below, keys of data by their way."""
    if not soft:
        yield list(roots)
    ways: dict[str, list[Node]] = {}
    for root in roots:
        for node in root.walk():
            for slot in dict.fromkeys(kid.slot for kid in node.inside if (kid.depth >= BOLD) == soft):
                kids = [kid for kid in node.inside if kid.slot == slot]
                if "/" in slot:
                    ways.setdefault(slot, []).extend(kids)
                else:
                    yield kids
    yield from ways.values()


def _groups(roots: Sequence[Node], *, soft: bool) -> list[list[Node]]:
    """Neighbours most of which read like levels; one alone is a level where others of its slot are."""
    every = list(_siblings(roots, soft=soft))
    good = [_members(group) for group in every if _are_levels(group, soft=soft)]
    slots = {group[0].slot for group in good if group} - {"file"}
    alone = [
        [kid for kid in group if is_like(kid)]
        for group in every
        if len(group) <= 2 and group[0].slot in slots and sum(map(is_like, group)) == 1
    ]
    if not good and not soft:
        return [[root] for root in roots if is_like(root) and len(roots) == 1]
    return good + alone


def _are_levels(group: Sequence[Node], *, soft: bool) -> bool:
    likes = list(map(is_like, group))
    names = {key(node.label) for node, like in zip(group, likes, strict=True) if like}
    called = any(node.hint == LEVEL for node in group)
    if len(names) < 2 and not (names and (called or "/" in group[0].slot)):
        return False
    said = [node for node in group if node.weight or is_like(node)] if group[0].slot != "file" else group
    share = sum(is_like(node) or is_level_or_step(node.label) for node in group) / len(said)
    if not soft and _repeated([node for node in group if is_like(node)]) > MOST:
        share *= 2  # the same stands below them: what stands beside them is not one of theirs
    if soft:
        return share > 0.8
    return share >= MOST or group[0].slot == "file" or "111" in "".join(str(int(like)) for like in likes)


def _members(group: Sequence[Node]) -> list[Node]:
    """Those that read like levels, and those between them that are built as they are."""
    likes = [
        place
        for place, node in enumerate(group)
        if is_like(node) or (node.hint != COMPETENCY and is_level_or_step(node.label))
    ]
    inside = {key(kid.label) for place in likes for kid in group[place].inside if kid.depth < BOLD}
    members = []
    odd = _odd_ones(group) if "/" in group[0].slot else set()
    likes = [place for place in likes if id(group[place]) not in odd]
    for place, one in enumerate(group):
        kids = {key(kid.label) for kid in one.inside if kid.depth < BOLD}
        between = (
            likes[0] < place < likes[-1] and len(one.label.split()) <= 4 and one.weight > 0 and one.slot[:1] == "h"
        )
        if (
            place in likes
            or (kids and one.slot != "file" and len(kids & inside) > MOST * len(kids))
            or (between and not kids and not inside and not _is_way(one.label))
        ):
            members.append(one)
    return members


def _odd_ones(group: Sequence[Node]) -> set[int]:
    """What stands among levels and is none: it does not read like one, and only texts stand below it."""
    read = [one for one in group if is_level(one.label) or any(map(is_level, one.names))]
    if len(read) * 2 < len(group) or not any(one.inside for one in read):
        return set()
    return {id(one) for one in group if one not in read and not one.inside and one.texts}


def _is_way(label: str) -> bool:
    return bool(re.search(r"→|->|=>|⇒", label))


def _settled(node: Node, likely: set[int], inner: set[int]) -> list[Node]:
    """Of likely levels that stand in one another, those that are. Levels along the side of a table count as well."""
    below = [one for kid in node.inside for one in _settled(kid, likely, inner)]
    if id(node) not in likely:
        return below
    weight = sum(one.weight for one in below) + sum(
        grid.weight for one in node.walk() for grid in one.grids if id(grid) in inner
    )
    if below and weight < node.weight and _are_sublevels(node, below):
        return [node, *below]
    if weight and weight >= COVERS * node.weight:
        return below
    return [node]


def _are_sublevels(node: Node, below: Sequence[Node]) -> bool:
    """Whether levels below another are that one in several steps: "Senior engineer I" below "Senior engineer"."""
    name = key(node.label)
    return len(below) > 1 and all(key(one.label) != name and key(one.label).startswith(name) for one in below)


def _alike(found: list[Node]) -> list[Node]:
    """Without pages that only speak of levels: beside headings that are levels a page that is one is built as those."""
    pages = [one for one in found if one.slot == "file" and "path" not in key(one.label).split()]
    others = [one for one in found if one.slot != "file"]
    if not others:
        return pages
    if any("/" in one.slot for one in others):
        return others
    inside = {key(kid.label) for one in others for kid in one.inside if kid.depth < BOLD}
    kept = set()
    for page in pages:
        kids = {key(kid.label) for kid in page.inside if kid.depth < BOLD}
        bullets = any(
            part.depth >= BULLET if isinstance(part, Node) else isinstance(part, Text) and part.kind == "item"
            for part in page.parts
        )
        if kids & inside or (bullets and not inside):
            kept.add(id(page))
    return [one for one in found if one.slot != "file" or id(one) in kept]


def _single_slots(roots: Sequence[Node], likely: set[int]) -> list[Assignment]:
    """What else the levels could be: all labels of one slot, where several read like levels."""
    slots: dict[str, list[Node]] = {}
    for root in roots:
        for node in root.walk():
            if id(node) in likely:
                slots.setdefault(node.slot, []).append(node)
    return [Assignment(nodes, roots) for nodes in slots.values() if len({key(one.label) for one in nodes}) > 1]


def _repeating(roots: Sequence[Node]) -> list[Node]:
    """Where nothing reads like a level: the neighbours that hold the most of the same labels as one another."""
    best: list[Node] = []
    for soft in (False, True):
        for group in _siblings(roots, soft=False):
            held = {id(one): {key(kid.label) for kid in one.inside if (kid.depth >= BOLD) == soft} for one in group}
            with_any = [one for one in group if held[id(one)] and one.hint not in (COMPETENCY, TRACK)]
            titles = [title for one in with_any for title in held[id(one)]]
            again = (
                bool(titles)
                and len(titles) > MOST * len(set(titles)) * len(with_any)
                and (len(set(titles)) > 1 or "/" in with_any[0].slot)
            )
            if len(with_any) > 1 and again and _weight(with_any) > _weight(best):
                best = with_any
        if best:
            break
    return best


def _weight(nodes: Iterable[Node]) -> int:
    return sum(node.weight for node in nodes)


# -- what stands around levels


def spots(roots: Sequence[Node], chosen: set[int]) -> list[Spot]:
    """The levels of all pages, in order, with the labels above them that tell them apart."""
    bearing = {
        id(node)
        for root in roots
        for node in root.walk()
        if any(id(one) in chosen for one in node.walk() if one is not node)
    }
    apart = {
        kid.slot
        for root in roots
        for parent in root.walk()
        for kid in _bearing(parent, bearing, chosen)
        if len(_bearing(parent, bearing, chosen)) > 1
    }
    pages = [root for root in roots if id(root) in bearing | chosen]
    folders = {os.path.dirname(root.at.rpartition(":")[0]) for root in pages}
    found: list[Spot] = []
    for root in pages:
        folder = os.path.dirname(root.at.rpartition(":")[0])
        above: tuple[Node, ...] = ()
        if len(folders) > 1:
            name = tidy(re.sub(r"[-_]+", " ", os.path.basename(folder))).capitalize() or "Others"
            above = (Node(name, "folder", root.at),)
        alone = sum(os.path.dirname(one.at.rpartition(":")[0]) == folder for one in pages) < 2
        found += _spots(root, chosen, above, apart | (set() if alone else {"file"}))
    return found


def _bearing(parent: Node, bearing: set[int], chosen: set[int]) -> list[Node]:
    return [kid for kid in parent.inside if id(kid) in bearing and id(kid) not in chosen]


def _spots(node: Node, chosen: set[int], above: tuple[Node, ...], apart: set[str]) -> Iterator[Spot]:
    if id(node) in chosen:
        yield Spot(node, above)
        if not any(id(one) in chosen for one in node.walk() if one is not node):
            return
    elif node.slot in apart or node.hint in (COMPETENCY, TRACK):
        above = (*above, node)
    for kid in node.inside:
        yield from _spots(kid, chosen, above, apart)


class Census:
    """Which labels stand below the levels, and at how many of them: those that repeat are competencies."""

    def __init__(self, found: Sequence[Spot], chosen: set[int]) -> None:
        self.chosen = chosen
        self.seen: dict[Path, list[tuple[int, Node]]] = {}
        self.kids: dict[Path, dict[str, list[tuple[int, Node]]]] = {}
        self._axes: dict[Path, frozenset[str]] = {}
        for number, spot in enumerate(found):
            path = self.prefix(spot)
            self.seen.setdefault(path, []).append((number, spot.node))
            self._count(number, spot.node, path)

    def _count(self, number: int, node: Node, path: Path) -> None:
        for kid in node.inside:
            if id(kid) in self.chosen:
                continue
            below = (*path, key(kid.label))
            self.seen.setdefault(below, []).append((number, kid))
            self.kids.setdefault(path, {})[below[-1]] = self.seen[below]
            self._count(number, kid, below)

    @staticmethod
    def prefix(spot: Spot) -> Path:
        """Levels below different groups have nothing in common."""
        return ("/".join(key(one.label) for one in spot.above),)

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

    def _is_axis(self, path: Path, kids: dict[str, list[tuple[int, Node]]]) -> bool:
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
        elsewhere = {
            title for other, found in self.kids.items() if other[:-1] == path[:-1] and other != path for title in found
        }
        if len(path) > 1 and len(elsewhere & set(kids)) >= MOST * len(kids):
            return False
        labels = sum(len(found) for found in kids.values())
        items = sum(text.kind == "item" for _, node in self.seen[path] for text in node.texts)
        direct = sum(any(text.kind == "item" for text in node.texts) for _, node in self.seen[path])
        return direct < MOST * len(self.seen[path]) or items < labels

    def _is_axis_beside(self, path: Path, hard: dict[str, list[tuple[int, Node]]]) -> bool:
        """Whether one label alone is a competency because those below the neighbours of what it stands below are."""
        beside = [other for other in self.kids if other[:-1] == path[:-1] and other != path]
        shared = any(set(self.kids[other]) & set(hard) for other in beside)
        bullets = any(text.kind == "item" for _, node in self.seen[path] for text in node.texts)
        if len(hard) != 1 or shared or bullets:
            return False
        others = ({t: found for t, found in self.kids[one].items() if found[0][1].depth < BOLD} for one in beside)
        return any(self._is_axis(one, found) for one, found in zip(beside, others, strict=True))


def role_of_above(found: Sequence[Spot], census: Census) -> Role:
    """What the labels next above the levels are."""
    hints = [spot.above[-1].hint for spot in found if spot.above]
    if hints and all(hint == TRACK for hint in hints):
        return "track"
    under: dict[str, set[str]] = {}
    inner: dict[str, set[str]] = {}
    for spot in found:
        if spot.above:
            name = census.prefix(spot)[0]
            under.setdefault(name, set()).add(level_key(spot.node.label))
            inner.setdefault(name, set()).update(_inner(spot, census))
    nodes = [spot.above[-1] for spot in found if spot.above]
    if nodes and all(node.slot == "file" for node in nodes) and any("@" in spot.node.slot for spot in found):
        return "track"
    said = [spot for spot in found if spot.node.weight]
    called = bool(nodes) and all(node.hint == COMPETENCY for node in nodes)
    if not called and (
        not _often_shared(under.values())
        or all(TRACK_LIKE.search(node.label) or is_level(node.label) for node in nodes)
    ):
        return "track"
    if sum(bool(_inner(spot, census)) for spot in said) < MOST * len(said):
        return "competency"
    return "group" if called or not _often_shared(inner.values()) else "track"


def level_key(label: str) -> str:
    """What two names of levels have in common that are one: a number makes them one whatever word follows it."""
    name = key(label)
    numbered = re.match(r"(?:level|lvl|grade|band|tier|step|stage|milestone)\s*\d+\b", name)
    return numbered[0] if numbered else name


def _inner(spot: Spot, census: Census) -> set[str]:
    """The competencies below a level."""
    axis = census.axis(census.prefix(spot))
    return {key(kid.label) for kid in spot.node.inside if key(kid.label) in axis and kid.weight}


def _often_shared(sets: Iterable[set[str]]) -> bool:
    """Whether the members of a set are, in the mean, in others too; a set that holds only a part of another counts."""
    every = [one for one in sets if one]
    shares = [
        sum(any(member in other for other in every if other is not one) for member in one) / len(one) for one in every
    ]
    return bool(shares) and sum(shares) >= MOST * len(shares)


def shares_levels(names: Sequence[set[str]]) -> bool:
    """Whether several sets of levels are mostly the same."""
    return _often_shared(names)


__all__ = [
    "MARGIN", "Assignment", "Census", "Path", "Role", "Spot", "Table", "is_called", "level_key", "levels",
    "role_of_above", "shares_levels", "spots", "tables",
]  # fmt: skip
