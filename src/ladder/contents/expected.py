"""What a level expects, competency by competency, once the ladder's own rules are applied to its cells."""

from ladder.frozen import Frozen
from ladder.language import wording
from ladder.model import Cell, Competency, Ladder, Level, Statement


class Expectation(Frozen):
    """One competency at one level. `step` is the title of the step of its scale, where it has one."""

    id: str
    title: str
    group: str
    step: str = ""
    label: str = ""
    optional: bool = False
    statements: tuple[Statement, ...] = ()
    inherited: tuple[Statement, ...] = ()
    gist: str = ""
    short: str = ""


def expected(ladder: Ladder, level: Level) -> dict[str, Expectation]:
    """What this level or role expects, by competency, in the ladder's order.

    `statements` are its own with those of its step and of the ladder's baseline; `inherited` are, on a
    cumulative ladder, those of the levels below it on its track, each once and without what it says itself.
    A competency of which nothing is said is left out.
    """
    below = _below(ladder, level)
    baseline = ladder.baseline.expects if ladder.baseline else {}
    result = {}
    for name, competency in ladder.competencies.items():
        cell = level.expects.get(name)
        lower = [other.expects[name] for other in below if name in other.expects]
        if cell is None and name not in baseline and not lower:
            continue
        own = _step_and_cell_statements(competency, baseline[name]) if name in baseline else ()
        own += _step_and_cell_statements(competency, cell) if cell else ()
        repeated = {wording(statement.text) for statement in own}
        from_below = {wording(one.text): one for other in lower for one in _step_and_cell_statements(competency, other)}
        result[name] = Expectation(
            id=name,
            title=competency.title or name,
            group=competency.group,
            step=_step_title(competency, cell),
            label=cell.label if cell else "",
            optional=cell.optional if cell else False,
            statements=own,
            inherited=tuple(statement for text, statement in from_below.items() if text not in repeated),
            gist=cell.gist if cell else "",
            short=competency.short,
        )
    return result


def _below(ladder: Ladder, level: Level) -> list[Level]:
    if not ladder.cumulative:
        return []
    rank = level.rank or 0
    here = level.level or level.id
    return [
        other
        for other in ladder.levels.values()
        if other.id != here and (other.rank or 0) < rank and other.track in ("", level.track)
    ]


def _step_and_cell_statements(competency: Competency, cell: Cell) -> tuple[Statement, ...]:
    """The statements of a cell's step, then its own; one with the id of a step's statement stands for it."""
    step = next((step for step in competency.steps if step.id == cell.step), None)
    if step is None:
        return cell.statements
    reworded = {said.id: said for said in cell.statements if said.id}
    taken = {said.id for said in step.expects if said.id in reworded}
    return (
        *(reworded.get(said.id, said) for said in step.expects),
        *(said for said in cell.statements if said.id not in taken),
    )


def _step_title(competency: Competency, cell: Cell | None) -> str:
    if cell is None or not cell.step:
        return ""
    return next((step.title or step.id for step in competency.steps if step.id == cell.step), cell.step)
