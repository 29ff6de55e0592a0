"""Levels against competencies: what each level expects of each, in as many words as a table has room for."""

from collections.abc import Sequence
from typing import Final

from ladder.contents.citing import cited
from ladder.contents.expected import expected
from ladder.frozen import Frozen
from ladder.model import Ladder, Level, Source, Statement
from ladder.needs import Needs

NEEDS: Final = Needs(parts=("expects",), all=("levels",))


class Head(Frozen):
    """A level or role at the head of a column, or a competency at the head of a row. `short` may be empty."""

    id: str
    title: str
    short: str
    group: str


class Cell(Frozen):
    """What a level expects of a competency: a gist where its author wrote one, and all statements.

    On a cumulative ladder the statements are the level's own. `step` is the title of the step of a scale.
    """

    gist: str
    step: str
    label: str
    statements: tuple[Statement, ...]


class Row(Frozen):
    """One competency, with a cell for each level; None where the level says nothing of it."""

    competency: Head
    cells: tuple[Cell | None, ...]


class Matrix(Frozen):
    """The answer: the levels, lowest first, and the competencies that at least one of them speaks of."""

    ladder: str
    title: str
    levels: tuple[Head, ...]
    rows: tuple[Row, ...]
    sources: tuple[Source, ...]
    language: str = "en"


def matrix(ladder: Ladder, ids: Sequence[str] = ()) -> Matrix:
    """The levels and roles of `ids`, or all levels, against the ladder's competencies in its order."""
    sides = [ladder.role(name) for name in ids or ladder.order]
    said = [expected(ladder, side) for side in sides]
    rows = []
    for name, competency in ladder.competencies.items():
        cells = tuple(
            _cell(side, name, all_[name].step, all_[name].label, all_[name].statements) if name in all_ else None
            for side, all_ in zip(sides, said, strict=True)
        )
        if any(cells):
            rows.append(Row(Head(name, competency.title or name, competency.short, competency.group), cells))
    heads = tuple(Head(side.id, side.title or side.id, side.short, "") for side in sides)
    answer = Matrix(ladder.name, ladder.title, heads, tuple(rows), ())
    return answer._replace(sources=cited([answer], ladder.sources), language=ladder.language)


def _cell(side: Level, name: str, step: str, label: str, statements: tuple[Statement, ...]) -> Cell | None:
    gist = side.expects[name].gist if name in side.expects else ""
    return Cell(gist, step, label, statements) if gist or step or label or statements else None
