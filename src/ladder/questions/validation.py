"""Whether ladders are sound: what is wrong in their files, and what their authors may not mean."""

from collections.abc import Sequence

from ladder.errors import Problem
from ladder.frozen import Frozen
from ladder.model import Ladder


class Checked(Frozen):
    """A ladder that was looked at, and how much of it could be read; nothing where its header could not."""

    name: str
    path: str
    read: bool
    levels: int
    roles: int
    competencies: int
    statements: int


class Validation(Frozen):
    """The answer. `valid`: there is no error, and with `strict` no warning either."""

    valid: bool
    strict: bool
    errors: int
    warnings: int
    ladders: tuple[Checked, ...]
    problems: tuple[Problem, ...]


def checked(name: str, path: str, ladder: Ladder | None) -> Checked:
    """A ladder's size."""
    if ladder is None:
        return Checked(name, path, False, 0, 0, 0, 0)
    sizes = len(ladder.levels), len(ladder.roles), len(ladder.competencies)
    return Checked(name, path, True, *sizes, said(ladder))


def said(ladder: Ladder) -> int:
    """How many statements a ladder expects: in the cells of its levels and roles, on scales, and of every level.

    What a role has from its level counts once.
    """
    everyone = (*ladder.levels.values(), *ladder.roles.values())
    own = [cell for one in everyone for cell in one.expects.values()]
    own += ladder.baseline.expects.values() if ladder.baseline else ()
    steps = [step for competency in ladder.competencies.values() for step in competency.steps]
    return sum(len(cell.statements) for cell in own) + sum(len(step.expects) for step in steps)


def validation(ladders: Sequence[Checked], problems: Sequence[Problem], *, strict: bool = False) -> Validation:
    """The verdict on what was found."""
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    return Validation(not (errors or (strict and warnings)), strict, errors, warnings, tuple(ladders), tuple(problems))
