"""Short ways to write a ladder down as records, for tests that need no files."""

from collections.abc import Iterable
from typing import Any

from ladder.model import Activity, Band, Cell, Competency, Ladder, Level, Share, Source, Statement, Survey


def said(*texts: str | Statement) -> tuple[Statement, ...]:
    """Statements without ids."""
    return tuple(Statement(text) if isinstance(text, str) else text for text in texts)


def cell(*texts: str | Statement, step: str = "", label: str = "", optional: bool = False) -> Cell:
    """What a level expects of one competency."""
    return Cell(said(*texts), step, label, optional)


def a_ladder(*levels: Level, roles: Iterable[Level] = (), name: str = "mill", **parts: Any) -> Ladder:
    """A ladder of these levels, lowest first, and of roles as they are written; it knows what these name."""
    ranked = [level if level.rank is not None else level._replace(rank=place) for place, level in enumerate(levels, 1)]
    seen = list(roles)
    judged = dict.fromkeys(name for level in [*ranked, *seen] for name in level.expects)
    spent = dict.fromkeys(name for level in [*ranked, *seen] for name in level.time)
    usual = {
        "competencies": {name: Competency(name, name.capitalize()) for name in judged},
        "activities": {name: Activity(name, name.capitalize()) for name in spent},
    }
    return Ladder(
        name=name,
        title=f"The {name}'s ladder",
        order=tuple(level.id for level in ranked),
        role_ids=tuple(role.id for role in seen),
        levels={level.id: level for level in ranked},
        roles={role.id: role for role in seen},
        **{**usual, **parts},
    )


def shares(**ranges: float | tuple[float, float]) -> dict[str, Share]:
    """Time shares: one number, or from and to."""
    return {
        name: Share(*(given if isinstance(given, tuple) else (given, given)), source=("study",))
        for name, given in ranges.items()
    }


def sources(**kinds: Any) -> dict[str, Source]:
    """Sources by id, each with its kind."""
    return {name: Source(name, f"The {name}", kind) for name, kind in kinds.items()}


def survey(*bands: Band, id: str = "wages", **parts: Any) -> Survey:
    """A survey of base pay in dollars a year, unless it says otherwise."""
    return Survey(
        **{"id": id, "title": id, "source": ("guild",), "currency": "USD", "measure": "base", "bands": bands, **parts}
    )


def paying(*surveys: Survey, levels: Iterable[str] = ("low", "high"), **parts: Any) -> Ladder:
    """A ladder of bare levels with these surveys."""
    known = {"sources": sources(guild="survey", joker="satire"), **parts}
    return a_ladder(
        *(Level(name, name.capitalize()) for name in levels), surveys={one.id: one for one in surveys}, **known
    )
