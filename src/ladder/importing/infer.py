"""Which labels of a document are levels, and what those around them are: the one place where that is decided.

Every label is judged with its neighbours, for of "Lead" alone nobody can tell. An assignment names the slots that hold
levels; it is scored as a whole by how much its labels read like levels (by their words, or by keys and heads that call
them so), by how much of the document stands below them, and by how often the same labels repeat around them. Tables
compete with headings: where the columns of a table are levels, the heading above it is none.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Final

from ladder.importing.around import MOST
from ladder.importing.matrix import Matrix
from ladder.importing.node import BOLD, BULLET, Grid, Node, Text
from ladder.importing.sides import LIKELY, Sides, alike, cells_of, flip, titled
from ladder.importing.words import is_level, is_level_or_step, key

COVERS: Final = 0.6
"""A label is no level if levels below it say so much of what it says: it is their track, or the page's title."""
MARGIN: Final = 0.75
"""Below this difference between the best assignment and the next one, the next one is named."""
WISHES: Final = {
    "bold": ("bold",), "bullets": ("bullet", "bullet+"), "files": ("file",), "pages": ("file",), "labels": ("label",),
    "summaries": ("summary",), "sheets": ("sheet",),
}  # fmt: skip
"""What a person calls the slots of labels, beside headings and keys."""


class Table:
    """A table that may have levels along a side, with the label it stands below, and the document it stands in."""

    def __init__(self, grid: Grid, home: Node, page: Node) -> None:
        self.grid, self.home, self.page = grid, home, page
        self.titles, self.rows = titled(cells_of(grid))
        self._made: dict[tuple[str, bool], Matrix] = {}
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
        if (group, below) not in self._made:
            self._made[group, below] = Matrix(flip(self.rows) if below else self.rows, group, turned=below)
        return self._made[group, below]


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
    if node.hint in ("competency", "track"):
        return False
    return node.hint == "level" or is_level(node.label) or any(map(is_level, node.names[:2]))


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
    few = [group for group in every if len(group) <= 2 and group[0].slot in slots]
    good += [[kid for kid in group if is_like(kid)] for group in few if sum(map(is_like, group)) == 1]
    if not good and not soft and len(roots) == 1 and is_like(roots[0]):
        return list(roots)
    return [node for group in good for node in group]


def _are_levels(group: Sequence[Node], *, soft: bool) -> bool:
    likes = [node for node in group if is_like(node)]
    names = {key(node.label) for node in likes}
    if len(names) < 2 and not (names and (any(node.hint == "level" for node in group) or "/" in group[0].slot)):
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
        if id(one) not in odd and (is_like(one) or (one.hint != "competency" and is_level_or_step(one.label)))
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
    """Where nothing reads like a level: the neighbours that hold the most of the same labels as one another.

    What they hold are the levels where it is called competencies above, or where only it varies one name.
    """
    best: list[Node] = []
    for soft in (False, True):
        for group in _siblings(roots, soft=False) if not best else ():
            held = [(one, _held(one, soft=soft)) for one in group if one.hint != "track"]
            nodes = [one for one, names in held if names]
            titles = set().union(*(names for _, names in held)) if held else set()
            again = sum(len(names) for _, names in held) > MOST * len(titles) * len(nodes)
            if (
                len(nodes) > 1
                and again
                and (len(titles) > 1 or "/" in nodes[0].slot)
                and _weight(nodes) > _weight(best)
            ):
                best = nodes
    inside = [kid for one in best for kid in one.inside]
    names = {key(kid.label): kid.label for kid in inside}
    names |= {key(text): text for one in best for text in _rows(one)}
    called = bool(best) and all(one.hint == "competency" for one in best)
    varied = len(names) > 1 and alike(names.values()) > max(LIKELY, alike(one.label for one in best))
    return inside if (called and len(names) > 1) or varied else [] if called else best


def _held(node: Node, *, soft: bool) -> set[str]:
    """The labels right below a label, or those of the rows of the tables there."""
    return {key(kid.label) for kid in node.inside if (kid.depth >= BOLD) == soft} | set(map(key, _rows(node)))


def _rows(node: Node) -> list[str]:
    return [row.cells[0].text for grid in node.grids for row in grid.rows[1:] if row.cells[0].text.strip()]


__all__ = ["MARGIN", "Assignment", "Table", "is_called", "levels", "tables"]
