"""All that a ladder says of its levels and roles, competency by competency: one row a statement.

Of a role it is what the role says itself; what it takes from its level stands with the level. A level and a competency
that have something said about them, and all of which nothing else is said, have a row without a statement, so that rows
hold all of them, in order.
"""

from collections.abc import Iterable, Iterator
from typing import Final, Literal

from ladder.contents.citing import cited
from ladder.frozen import Frozen
from ladder.model import Cell, Competency, Ladder, Source, Statement
from ladder.needs import Needs

Part = Literal["competency", "scale", "baseline", "level", "role"]
"""Whose statement it is: of a scale's step, of every level, of a level, of a role; `competency` only names one."""

NEEDS: Final = Needs(parts=("expects",))
NOTHING = Statement("")


class Row(Frozen):
    """One statement, with where it stands. What does not apply is empty; titles are empty where the ladder has none.

    `of` is the level that a role is. `step`, `label` and `cell_optional` are those of the whole cell. `aliases` and
    `about` stand in a level's own row, which has no competency (`about` is its summary), and in a competency's own.
    """

    part: Part
    level: str = ""
    level_title: str = ""
    track: str = ""
    track_title: str = ""
    rank: int | None = None
    of: str = ""
    discipline: str = ""
    competency: str = ""
    competency_title: str = ""
    group: str = ""
    step: str = ""
    step_title: str = ""
    label: str = ""
    cell_optional: bool = False
    id: str = ""
    statement: str = ""
    examples: tuple[str, ...] = ()
    signals: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    optional: bool = False
    source: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    about: str = ""


class Statements(Frozen):
    """The answer: the rows of scales, then those of every level, of levels lowest first, and of roles."""

    ladder: str
    title: str
    rows: tuple[Row, ...]
    sources: tuple[Source, ...]
    language: str = "en"


def statements(ladder: Ladder) -> Statements:
    """Every statement of the ladder's scales, baseline, levels and roles."""
    said = [*_baseline(ladder)]
    for name in (*ladder.order, *ladder.role_ids):
        said += _level(ladder, name)
    rows = (*_competencies(ladder, said), *said)
    return Statements(ladder.name, ladder.title, rows, cited([rows], ladder.sources), ladder.language)


def _competencies(ladder: Ladder, said: Iterable[Row]) -> list[Row]:
    """The scales, and a row for each competency that would otherwise be missing or out of its place."""
    order = list(ladder.competencies)
    own = [name for name, one in ladder.competencies.items() if one.steps or one.about]
    seen = list(dict.fromkeys((*own, *(row.competency for row in said if row.competency in ladder.competencies))))
    enough = next(
        count for count in range(len(order) + 1) if [one for one in seen if one not in order[:count]] == order[count:]
    )
    named = {*order[:enough], *own}
    return [row for one in ladder.competencies.values() if one.id in named for row in _competency(one)]


def _competency(competency: Competency) -> Iterator[Row]:
    if competency.about or not competency.steps:
        yield _row(Row("competency", about=competency.about), competency)
    for step in competency.steps:
        row = _row(Row("scale", step=step.id, step_title=step.title), competency)
        yield from (_with_statement(row, one) for one in step.expects or (NOTHING,))


def _baseline(ladder: Ladder) -> Iterator[Row]:
    for name, cell in (ladder.baseline.expects if ladder.baseline else {}).items():
        yield from _cell(Row("baseline"), ladder.competencies.get(name) or Competency(name), cell)


def _level(ladder: Ladder, name: str) -> Iterator[Row]:
    """The rows of a level or role, its own first, which is there where something is said of it, or nothing else is."""
    level, own = ladder.role(name), ladder.written(name)
    track = ladder.tracks.get(level.track)
    row = Row(
        "role" if level.is_role else "level",
        level=level.id,
        level_title=level.title,
        track=level.track,
        track_title=track.title if track else "",
        rank=level.rank,
        of=level.level,
        discipline=level.discipline,
    )
    if not own.expects or own.summary or own.aliases:
        yield row._replace(aliases=own.aliases, about=own.summary)
    for about in dict.fromkeys((*ladder.competencies, *own.expects)):
        if about in own.expects:
            yield from _cell(row, ladder.competencies.get(about) or Competency(about), own.expects[about])


def _cell(row: Row, competency: Competency, cell: Cell) -> Iterator[Row]:
    step_title = next((step.title for step in competency.steps if step.id == cell.step), "")
    row = _row(row, competency)._replace(
        step=cell.step, step_title=step_title, label=cell.label, cell_optional=cell.optional
    )
    yield from (_with_statement(row, one) for one in cell.statements or (NOTHING,))


def _row(row: Row, competency: Competency) -> Row:
    return row._replace(competency=competency.id, competency_title=competency.title, group=competency.group)


def _with_statement(row: Row, statement: Statement) -> Row:
    return row._replace(
        id=statement.id,
        statement=statement.text,
        examples=statement.examples,
        signals=statement.signals,
        links=statement.links,
        tags=statement.tags,
        optional=statement.optional,
        source=statement.source,
    )
