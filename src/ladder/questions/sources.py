"""Who says so: what rests on each source, and all that rests on one."""

from collections import Counter
from collections.abc import Iterable
from typing import Final, get_args

from ladder import names
from ladder.contents.claims import Claim, claims
from ladder.contents.titles import TITLES
from ladder.frozen import Frozen
from ladder.model import Ladder, SourceKind
from ladder.needs import EVERYTHING, Needs

NEEDS: Final[Needs] = EVERYTHING


class Backing(Frozen):
    """A source, and how many claims rest on it. A claim that names two sources rests on both."""

    id: str
    title: str
    kind: SourceKind
    publisher: str
    published: str | None
    url: str
    read: str | None
    licence: str
    note: str
    claims: int


class Kind(Frozen):
    """The sources of one kind that something rests on, those that carry most first."""

    kind: SourceKind
    sources: tuple[Backing, ...]


class Part(Frozen):
    """What rests on a source in one part of a level or role."""

    part: str
    title: str
    claims: tuple[Claim, ...]


class Resting(Frozen):
    """What rests on a source at one level or role; `role` is empty for what the ladder itself says."""

    role: str
    title: str
    parts: tuple[Part, ...]


class Sourcing(Frozen):
    """The answer: all sources, by kind, and those that nothing rests on; or one, with what rests on it."""

    ladder: str
    title: str
    kinds: tuple[Kind, ...]
    unused: tuple[Backing, ...]
    source: Backing | None
    rests: tuple[Resting, ...]
    language: str = "en"


def sources(ladder: Ladder, name: str | None = None) -> Sourcing:
    """All sources of a ladder, or the one with this id, title or publisher.

    Names, and what a source says of itself, rest on nothing.
    """
    said = [claim for claim in claims(ladder) if claim.part != "sources"]
    counted = Counter(source for claim in said for source in dict.fromkeys(claim.source))
    if name is not None:
        name = names.find_source(name, ladder.sources)
        one = Backing(*ladder.sources[name], counted[name])
        resting = _resting(ladder, [claim for claim in said if name in claim.source])
        return Sourcing(ladder.name, ladder.title, (), (), one, resting, ladder.language)
    backing = sorted((Backing(*one, counted[one.id]) for one in ladder.sources.values()), key=lambda one: -one.claims)
    kinds = tuple(
        Kind(kind, some)
        for kind in get_args(SourceKind)
        if (some := tuple(one for one in backing if one.kind == kind and one.claims))
    )
    unused = tuple(one for one in backing if not one.claims)
    return Sourcing(ladder.name, ladder.title, kinds, unused, None, (), ladder.language)


def _resting(ladder: Ladder, some: Iterable[Claim]) -> tuple[Resting, ...]:
    """Claims by level or role, in the order of the ladder, then by part."""
    found: dict[tuple[str, str], dict[str, list[Claim]]] = {}
    for claim in some:
        found.setdefault((claim.role, claim.title), {}).setdefault(claim.part, []).append(claim)
    return tuple(
        Resting(role, title or ladder.title, tuple(Part(part, TITLES[part], tuple(of)) for part, of in parts.items()))
        for (role, title), parts in found.items()
    )
