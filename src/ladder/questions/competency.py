"""What one competency is: its scale, and what each level expects of it."""

from typing import Final

from ladder.contents.citing import cited
from ladder.frozen import Frozen
from ladder.model import Ladder, Source, Statement, Step
from ladder.needs import Needs

NEEDS: Final = Needs(parts=("expects",), all=("levels",))


class AtLevel(Frozen):
    """A level's own words about it. `step` is the title of the step of its scale; `statements` are beyond that."""

    id: str
    title: str
    step: str
    label: str
    optional: bool
    statements: tuple[Statement, ...]


class Judged(Frozen):
    """The answer. `levels` are all of the ladder's, lowest first; one that says nothing has no words."""

    ladder: str
    id: str
    title: str
    group: str
    about: str
    steps: tuple[Step, ...]
    baseline: tuple[Statement, ...]
    levels: tuple[AtLevel, ...]
    sources: tuple[Source, ...]
    language: str = "en"


def titles(ladder: Ladder) -> dict[str, str]:
    """The competencies of a ladder, with their titles."""
    return {name: one.title or name for name, one in ladder.competencies.items()}


def competency(ladder: Ladder, name: str) -> Judged:
    """The competency with this id, on a ladder of which all levels were opened."""
    known = ladder.competencies[name]
    steps = {step.id: step.title or step.id for step in known.steps}
    levels = []
    for level in ladder.levels.values():
        cell = level.expects.get(name)
        said = (steps.get(cell.step, ""), cell.label, cell.optional, cell.statements) if cell else ("", "", False, ())
        levels.append(AtLevel(level.id, level.title or level.id, *said))
    base = ladder.baseline.expects.get(name) if ladder.baseline else None
    answer = Judged(
        ladder.name,
        name,
        known.title or name,
        known.group,
        known.about,
        known.steps,
        base.statements if base else (),
        tuple(levels),
        (),
    )
    return answer._replace(sources=cited([answer], ladder.sources), language=ladder.language)
