"""The hats that people of one level wear: what each is about, whom it suits, and the week of it that was published."""

from collections.abc import Sequence
from typing import Final

from ladder.contents.citing import cited
from ladder.frozen import Frozen
from ladder.model import Archetype, Ladder, Source, Statement
from ladder.needs import Needs
from ladder.questions.day import Schedule, worn_at, worn_days

NEEDS: Final = Needs(parts=("days",), also=("hats",), all=("hats",))


class Worn(Frozen):
    """A level or role at which the hat is worn."""

    id: str
    title: str


class Hat(Frozen):
    """One archetype. `days` are its schedules on record, in the order of the week."""

    id: str
    title: str
    levels: tuple[Worn, ...]
    about: str
    focus: str
    suits: tuple[Statement, ...]
    does: tuple[Statement, ...]
    known: tuple[Statement, ...]
    week: tuple[Statement, ...]
    days: tuple[Schedule, ...]
    source: tuple[str, ...]


class Archetypes(Frozen):
    """The answer: one hat, those of a level, or all. `of` is what was asked for; `whole`: one was asked for by name."""

    ladder: str
    of: str
    whole: bool
    hats: tuple[Hat, ...]
    sources: tuple[Source, ...]
    language: str = "en"


def archetypes(ladder: Ladder, name: str = "", *, at: str = "") -> Archetypes:
    """The archetype with this id, those worn at a level or role, or all."""
    ids: Sequence[str] = list(ladder.archetypes)
    of = ladder.title
    if name:
        ids, of = [name], ladder.archetypes[name].title or name
    elif at:
        role = ladder.role(at)
        ids = [hat.id for hat in worn_at(ladder, role)]
        of = role.title or at
    hats = tuple(_hat(ladder, ladder.archetypes[one]) for one in ids)
    return Archetypes(ladder.name, of, bool(name), hats, cited([hats], ladder.sources), ladder.language)


def _hat(ladder: Ladder, hat: Archetype) -> Hat:
    return Hat(
        hat.id,
        hat.title or hat.id,
        tuple(Worn(name, ladder.title_of(name)) for name in hat.levels),
        hat.about,
        hat.focus,
        hat.suits,
        hat.does,
        hat.known,
        hat.week,
        worn_days(ladder, hat),
        hat.source,
    )
