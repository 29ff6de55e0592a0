"""Questions for an interview, from what a level expects and what the level below it does."""

from ladder.contents.expected import expected
from ladder.contents.verbs import infinitive
from ladder.frozen import Frozen
from ladder.model import Ladder, Statement

MOST: int = 2
"""How many questions a competency has at most."""


class Shown(Frozen):
    """What a good answer shows at one level."""

    level: str
    title: str
    statements: tuple[Statement, ...]


class Inquiry(Frozen):
    """A question about one competency, with what a good answer shows at this level and at the one below."""

    competency: str
    title: str
    ask: str
    here: Shown
    below: Shown | None


class Interview(Frozen):
    """Questions by competency, and the competencies of which the ladder has nothing to ask from."""

    inquiries: tuple[Inquiry, ...]
    without: tuple[str, ...]


def interview(ladder: Ladder, name: str) -> Interview:
    """Questions for a level or role. The level below is looked at where it was opened."""
    role = ladder.role(name)
    level = role.level or role.id
    place = ladder.order.index(level) if level in ladder.order else 0
    lower = next(
        (
            ladder.levels[one]
            for one in reversed(ladder.order[:place])
            if one in ladder.levels and ladder.levels[one].track == role.track
        ),
        None,
    )
    here = expected(ladder, role)
    before = expected(ladder, lower) if lower else {}
    found: list[Inquiry] = []
    for part in here.values():
        asked = [one for one in (part.statements or part.inherited) if infinitive(one.text)][:MOST]
        under = before[part.id].statements if part.id in before else ()
        for one in asked:
            twins = tuple(other for other in under if one.id and other.id == one.id and other.text != one.text)
            same = twins or (() if one.id and any(other.id == one.id for other in under) else under[:1])
            below = Shown(lower.id, ladder.title_of(lower.id), same) if lower and same else None
            ask = f"Tell us about the last time you had to {infinitive(one.text)}."
            found.append(Inquiry(part.id, part.title, ask, Shown(name, ladder.title_of(name), (one,)), below))
    without = [
        one.title or one.id for one in ladder.competencies.values() if one.id not in {i.competency for i in found}
    ]
    return Interview(tuple(found), tuple(without))
