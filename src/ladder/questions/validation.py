"""Whether ladders are sound: what is wrong in their files, and what their authors may not mean."""

from collections.abc import Callable, Iterable, Sequence

from ladder.errors import Problem
from ladder.frozen import Frozen
from ladder.model import Ladder
from ladder.questions.lint import Where, lint


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


class Examined(Frozen):
    """A ladder on disk that was read whole. `ladder` is what is sound of it: None where its header is not.

    `typed` is what `--ladder` takes for it; `place` turns the keys that lead to something into its file, line and
    column.
    """

    name: str
    path: str
    typed: str
    ladder: Ladder | None
    problems: tuple[Problem, ...]
    place: Callable[[Where], tuple[str, int, int]]


def validation(ladders: Iterable[Examined], *, strict: bool = False, today: str = "") -> Validation:
    """All problems of all ladders, each ladder's by file and line. `today` (2026-11-20) is what makes pay old."""
    sizes: list[Checked] = []
    problems: list[Problem] = []
    for one in ladders:
        own = list(one.problems)
        if one.ladder:
            found = lint(one.ladder, today, one.typed)
            own += [Problem(*one.place(it.where), it.code, it.message, it.hint, it.severity) for it in found]
        problems += sorted(own, key=lambda problem: (problem.path, problem.line, problem.column))
        sizes.append(checked(one.name, one.path, one.ladder))
    return verdict(sizes, problems, strict=strict)


def verdict(ladders: Sequence[Checked], problems: Sequence[Problem], *, strict: bool = False) -> Validation:
    """Whether what was found makes the ladders invalid."""
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    return Validation(not (errors or (strict and warnings)), strict, errors, warnings, tuple(ladders), tuple(problems))


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
