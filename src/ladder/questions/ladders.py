"""Which ladders stand on the shelf."""

from ladder.frozen import Frozen


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
