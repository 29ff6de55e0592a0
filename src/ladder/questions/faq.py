"""Questions that people ask, of one level or role or of all, each where it stands."""

from typing import Final

from ladder.contents.citing import cited
from ladder.frozen import Frozen
from ladder.model import Faq, Ladder, Level, Source
from ladder.needs import Needs

NEEDS: Final = Needs(parts=("faq",))


class Asked(Frozen):
    """The questions about one level or role."""

    id: str
    title: str
    questions: tuple[Faq, ...]


class Questions(Frozen):
    """The answer: the levels and roles of which people ask something, lowest first."""

    ladder: str
    of: str
    groups: tuple[Asked, ...]
    sources: tuple[Source, ...]
    language: str = "en"


def faq(ladder: Ladder, name: str | None = None) -> Questions:
    """The questions about a level or role; without one, about all that are opened.

    What a role has from its level is asked of the level alone.
    """
    if name is not None:
        role = ladder.role(name)
        found = [(role, role.faq)]
        of = role.title or name
    else:
        levels = [(level, level.faq) for level in ladder.levels.values()]
        roles = [(role, _further(role, ladder.levels.get(role.level))) for role in ladder.roles.values()]
        found, of = [*levels, *roles], ladder.title
    groups = tuple(Asked(role.id, role.title or role.id, questions) for role, questions in found if questions)
    return Questions(ladder.name, of, groups, cited([groups], ladder.sources), ladder.language)


def _further(role: Level, level: Level | None) -> tuple[Faq, ...]:
    """What is asked of a role alone: its questions replace those of its level, so that some are written again."""
    return tuple(question for question in role.faq if level is None or question not in level.faq)
