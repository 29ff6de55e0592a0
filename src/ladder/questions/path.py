"""The way up from a level: what shows that one is ready, what stops people, how long it takes; and what else there is.

Only what the ladder says of its ways on is here. Where it says nothing of a step that its order implies, the step
stands there empty.
"""

from collections import deque
from itertools import pairwise
from typing import Final

from ladder.contents.citing import cited
from ladder.errors import LadderError, Unanswerable, argument, quoted
from ladder.frozen import Frozen
from ladder.model import Ladder, Level, Move, Next, Source, Span, Statement
from ladder.needs import Needs

NEEDS: Final = Needs(parts=("next", "moves"), also=("levels", "ways"))


class Rung(Frozen):
    """A level or role on the way. `years` are of experience, as somebody puts them."""

    id: str
    title: str
    summary: str
    years: Span | None


class End(Frozen):
    """Where a step begins or ends."""

    id: str
    title: str


class Step(Frozen):
    """From one level to a higher one. `years` are one number or two, in the level before; `said`: anything is known."""

    before: End
    after: End
    summary: str
    years: tuple[float, ...]
    evidence: tuple[Statement, ...]
    obstacles: tuple[Statement, ...]
    source: tuple[str, ...]
    said: bool


class Path(Frozen):
    """The answer. `steps` lead from `start` to `goal`; without a goal they are the ways up, each from `start`.

    `arrivals` are the ways to `start` and `moves` those that lead no level up: both only where there is no goal.
    """

    start: Rung
    goal: Rung | None
    arrivals: tuple[Step, ...]
    steps: tuple[Step, ...]
    moves: tuple[Move, ...]
    sources: tuple[Source, ...]
    language: str = "en"


def path(ladder: Ladder, name: str, goal: str | None = None) -> Path:
    """The ways up and out of a level or role, or the steps from it to a higher one. `ladder` has all levels opened.

    Raises LadderError where the goal is not above, Unanswerable where nothing leads to it.
    """
    start = ladder.role(name)
    if goal is None:
        here = {name, start.level}
        arrivals = [_step(ladder, one, way) for one in ladder.levels.values() for way in one.next if way.to in here]
        steps = [_step(ladder, start, way) for way in start.next]
        answer = Path(_rung(start), None, tuple(arrivals), tuple(steps), start.moves, ())
    else:
        end = ladder.role(goal)
        answer = Path(_rung(start), _rung(end), (), tuple(_steps(ladder, start, end)), (), ())
    return answer._replace(sources=cited([answer], ladder.sources), language=ladder.language)


def _steps(ladder: Ladder, start: Level, goal: Level) -> list[Step]:
    lower, upper = argument(start.id), argument(goal.id)
    if start.id == goal.id:
        raise LadderError(
            f"{quoted(start.id)} is both the start and the goal", f"`ladder path {lower}` shows the ways from it"
        )
    if (goal.rank or 0) < (start.rank or 0):
        raise LadderError(
            f"{goal.title or goal.id} is below {start.title or start.id}",
            f"a path leads up: `ladder path {upper} {lower}`; `ladder path {lower}` shows the ways back",
        )
    route = _route(ladder, start, goal) or _by_rank(ladder, start, goal)
    if not route:
        raise Unanswerable(
            f"no way from {start.title or start.id} to {goal.title or goal.id} is described",
            f"`ladder compare {lower} {upper}` shows how they differ",
        )
    return route


def _route(ladder: Ladder, start: Level, goal: Level) -> list[Step]:
    """The fewest steps that the ladder describes; to a role by way of its level. None: an empty list."""
    goals = {goal.id, goal.level} - {"", start.id}
    waiting: deque[tuple[Level, list[Step]]] = deque([(start, [])])
    seen = {start.id}
    while waiting:
        here, steps = waiting.popleft()
        for way in here.next:
            if way.to in goals:
                last = _step(ladder, here, way)
                return [*steps, last._replace(after=_end(goal))]
            if way.to not in seen and (way.to in ladder.levels or way.to in ladder.roles):
                seen.add(way.to)
                waiting.append((ladder.role(way.to), [*steps, _step(ladder, here, way)]))
    return []


def _by_rank(ladder: Ladder, start: Level, goal: Level) -> list[Step]:
    """The levels between the two on one track, one a rank, with whatever is said of each step."""
    if start.track != goal.track or (goal.rank or 0) == (start.rank or 0):
        return []
    between: dict[int, Level] = {}
    for level in ladder.levels.values():
        if (start.rank or 0) < (level.rank or 0) < (goal.rank or 0) and level.track == start.track:
            between.setdefault(level.rank or 0, level)
    rungs = [start, *(between[rank] for rank in sorted(between)), goal]
    return [_between(ladder, lower, upper) for lower, upper in pairwise(rungs)]


def _between(ladder: Ladder, lower: Level, upper: Level) -> Step:
    way = next((way for way in lower.next if way.to in (upper.id, upper.level)), None)
    if way is not None:
        return _step(ladder, lower, way)._replace(after=_end(upper))
    return Step(_end(lower), _end(upper), "", (), (), (), (), said=False)


def _step(ladder: Ladder, before: Level, way: Next) -> Step:
    after = End(way.to, ladder.title_of(way.to))
    return Step(_end(before), after, way.summary, way.years, way.evidence, way.obstacles, way.source, said=True)


def _end(level: Level) -> End:
    return End(level.id, level.title or level.id)


def _rung(level: Level) -> Rung:
    return Rung(level.id, level.title or level.id, level.summary, level.years)
