"""Which ladders stand on the shelf."""

from collections.abc import Iterable

from ladder.frozen import Frozen
from ladder.model import Ladder


class Standing(Frozen):
    """A ladder and where it stands. `place`: bundled, LADDER_PATH or this folder.

    `counts` is false where another of the same name is taken first; `problem` says why it cannot be read.
    """

    name: str
    title: str
    path: str
    place: str
    counts: bool
    version: str
    levels: int
    roles: int
    competencies: int
    problem: str


class Shelf(Frozen):
    """The answer: the bundled ladder first."""

    ladders: tuple[Standing, ...]


class Shelved(Frozen):
    """A ladder and where it stands. `ladder` is its header; where that cannot be read, None, and `problem` says why."""

    name: str
    path: str
    place: str
    counts: bool
    ladder: Ladder | None
    problem: str


def ladders(found: Iterable[Shelved]) -> Shelf:
    """What there is to say of each ladder on the shelf, in its order."""
    return Shelf(tuple(_standing(one, one.ladder) for one in found))


def _standing(one: Shelved, ladder: Ladder | None) -> Standing:
    where = (one.path, one.place, one.counts)
    if ladder is None:
        return Standing(one.name, "", *where, "", 0, 0, 0, one.problem)
    sizes = len(ladder.order), len(ladder.role_ids), len(ladder.competencies)
    return Standing(one.name, ladder.title, *where, ladder.version, *sizes, "")
